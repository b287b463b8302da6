import { describe, expect, it } from 'vitest';
import { singleBidBenchmark, singleBidBenchmarks } from '$lib/domain/benchmark';
import { openTableFile } from '$lib/read/table-file';
import { hasRealFiles, realSource } from '../support/sources';

it('each benchmark is its procurements with one bid of those counted, with its year', () => {
	for (const { one, count, share, year } of singleBidBenchmarks) {
		expect(one / count).toBeCloseTo(share, 4);
		expect(year).toBe(2021);
	}
	expect(singleBidBenchmark('it').share).toBeCloseTo(0.253, 3);
	expect(singleBidBenchmark('software').share).toBeCloseTo(0.285, 3);
});

describe.skipIf(!hasRealFiles)('the file of Swedish IT procurements 2021', () => {
	it('gives each benchmark that is counted from it', async () => {
		const opened = await openTableFile(realSource('procurement/uhm_2021_antal_anbud_IT.csv'));
		if ('problem' in opened) throw new Error(opened.problem.message);
		const records: string[][] = [];
		for await (const batch of opened.tables[0]?.records() ?? [])
			records.push(...batch.map(({ cells }) => cells.map(String)));
		const [head, ...rows] = records;
		const column = (name: string) => head?.indexOf(name) ?? -1;
		const [bids, cpv, buyer] = ['Antal anbud, Summa', 'CPV-Huvudgrupp', 'Delsektor för köpare'].map(column);
		const counted = (kept: (row: readonly string[]) => boolean) => {
			const known = rows.filter((row) => kept(row) && Number(row[bids ?? -1]) >= 1);
			return { one: known.filter((row) => Number(row[bids ?? -1]) === 1).length, count: known.length };
		};
		expect(singleBidBenchmark('it')).toMatchObject(counted(() => true));
		expect(singleBidBenchmark('software')).toMatchObject(
			counted((row) => row[cpv ?? -1]?.startsWith('48') ?? false)
		);
		expect(singleBidBenchmark('it-services')).toMatchObject(
			counted((row) => row[cpv ?? -1]?.startsWith('72') ?? false)
		);
		expect(singleBidBenchmark('municipalities')).toMatchObject(
			counted((row) => row[buyer ?? -1] === 'Kommun')
		);
		expect(singleBidBenchmarks.filter(({ published }) => published).map(({ key }) => key)).toEqual(['all']);
	});
});
