// Simrishamn's published driftredovisning, in tkr: costs negative, and plus is better. Its outcome and its budget are two readings of one file.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRealFiles, importRows, realSource } from '../support/sources';

const file = 'budget/simrishamn_kfn_driftredovisning_2025_tkr.csv';
const tkr = 1_000_00;

async function readColumn(belopp: string) {
	const { result, accepted, rejected } = await importRows(realSource(file), {
		answers: { tabell: 'budget', rubrikrad: 1, kolumner: { belopp }, ar: 2025, tecken: 'minus' }
	});
	return {
		result,
		rejected,
		amounts: new Map(accepted.map(({ row, by }) => [row, Number(by.belopp) / tkr]))
	};
}

describe.skipIf(!hasRealFiles)('a published driftredovisning', () => {
	it('is read with its signs, and its published total is kept beside the sum of its rows', async () => {
		const outcome = await readColumn('utfall_2025_tkr');
		expect(outcome.result.totals).toMatchObject({ accepted: 12, rejected: 1, sum: 62_051 * tkr });
		expect(outcome.rejected[0]?.reason.replaceAll('\u00a0', ' ')).toContain(
			'Summaraden säger −62 079 tkr, raderna ovanför ger −62 051 tkr.'
		);
		const budget = await readColumn('budget_2025_tkr');
		expect(budget.result.totals).toMatchObject({ accepted: 11, rejected: 2, sum: 63_119 * tkr });
		expect(budget.rejected.map(({ kind }) => kind)).toEqual(['saknar_belopp', 'summarad']);
	});

	it('has the deviation of every row as published but for two tkr of rounding, and none where no budget is said', async () => {
		const [{ amounts: outcome }, { amounts: budget }] = await Promise.all([
			readColumn('utfall_2025_tkr'),
			readColumn('budget_2025_tkr')
		]);
		const published = readFileSync(resolve('../shared/data', file), 'utf8')
			.trim()
			.split(/\r?\n/)
			.slice(1, -1)
			.map((line) => line.split(';'));
		const off = published.flatMap(([name, , , deviation], index) => {
			const [cost, plan] = [outcome.get(index + 2), budget.get(index + 2)];
			const own = cost === undefined || plan === undefined ? null : plan - cost;
			return own === Number(deviation) ? [] : [[name, Number(deviation), own]];
		});
		expect(off).toEqual([
			['Alkoholtillstånd', 1, null],
			['Allmän kulturverksamhet', 49, 48],
			['Gem adm kultur och fritid', 1394, 1393]
		]);
	});
});
