// Simrishamn's published driftredovisning, in tkr: costs negative, and plus is better. Its outcome and its budget are two readings of one file.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRounding, publishedAgrees, totalDifference } from '$lib/domain/published-control';
import { publishedFinding, publishedSentences } from '$lib/text/published-control';
import { csvSource, hasRealFiles, importRows, realSource } from '../support/sources';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const file = 'budget/simrishamn_kfn_driftredovisning_2025_tkr.csv';
const tkr = 1_000_00;
const amount = fc.integer({ min: -1e9, max: 1e9 });

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
		expect(budget.result.totals).toMatchObject({ accepted: 12, rejected: 1, sum: 63_119 * tkr });
		expect(budget.rejected.map(({ kind }) => kind)).toEqual(['summarad']);
	});

	it('keeps its published deviation beside what its rows give, and says what its total differs by', async () => {
		const { result } = await readColumn('budget_2025_tkr');
		const control = result.totals?.published;
		if (!control) throw new Error('The deviation was not kept');
		expect(control).toMatchObject({
			way: -1,
			plusIsBetter: true,
			compared: 12,
			uncounted: 0,
			differingRows: 2
		});
		expect(control.rows).toEqual({ outcome: -62_051 * tkr, budget: -63_119 * tkr, deviation: 1_070 * tkr });
		expect(control.total).toEqual({ outcome: -62_079 * tkr, budget: -63_119 * tkr, deviation: 1_070 * tkr });
		expect(control.differing).toEqual([
			{ row: 8, name: 'Allmän kulturverksamhet', stated: 49 * tkr, counted: 48 * tkr },
			{ row: 13, name: 'Gem adm kultur och fritid', stated: 1_394 * tkr, counted: 1_393 * tkr }
		]);
		// 1 070 is published, and −62 079 against −63 119 is 1 040: 28 of the thirty is the total's outcome, and two are rounding.
		expect(totalDifference(control)).toEqual({
			stated: 1_070 * tkr,
			counted: 1_040 * tkr,
			whole: 30 * tkr,
			ofDeviation: 0,
			ofRows: 2 * tkr,
			ofSums: 28 * tkr
		});
		expect(isRounding(control)).toBe(true);
		expect(plain(publishedFinding(control))).toBe(
			'Summaraden säger avvikelsen +1 070 tkr, men dess budget och utfall ger +1 040 tkr'
		);
		expect(publishedSentences(control).map(plain)[0]).toBe(
			'Skillnaden +30 tkr är +28 tkr för att summaradens budget och utfall inte är radernas och +2 tkr för att radernas avvikelser inte är deras budget mot utfall.'
		);
	});

	it('has the deviation of every row as published but for two tkr of rounding, also where its empty budget is zero', async () => {
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
			['Allmän kulturverksamhet', 49, 48],
			['Gem adm kultur och fritid', 1394, 1393]
		]);
	});
});

describe('a table that states its own deviation', () => {
	const read = async (lines: string[], answers: Parameters<typeof importRows>[1] = {}) => {
		const head = 'verksamhet;utfall;budget;avvikelse';
		const { result, accepted, rejected } = await importRows(
			csvSource('budget.csv', [head, ...lines].join('\n')),
			{
				answers: {
					tabell: 'budget',
					rubrikrad: 1,
					kolumner: { belopp: 'budget' },
					ar: 2025,
					...answers.answers
				}
			}
		);
		return { control: result.totals?.published ?? null, accepted, rejected };
	};

	it('agrees where every row and the total are budget less outcome', async () => {
		const { control } = await read(['Bibliotek;900;1000;100', 'Museum;500;450;-50', 'Summa;1400;1450;50']);
		expect(control).toMatchObject({ way: 1, plusIsBetter: true, compared: 2, differingRows: 0 });
		expect(control && publishedAgrees(control)).toBe(true);
	});

	it('is told when its plus is worse than budget', async () => {
		const { control } = await read(['Bibliotek;900;1000;-100', 'Museum;500;450;50']);
		expect(control).toMatchObject({ way: -1, plusIsBetter: false, differingRows: 0, total: null });
	});

	it('says that an empty budget is zero only where its deviation is all of the outcome', async () => {
		const { accepted, rejected } = await read([
			'Bibliotek;900;1000;100',
			'Museum;500;;-500',
			'Arkiv;70;;-20'
		]);
		expect(accepted.map(({ by }) => by.belopp)).toEqual([100_000, 0]);
		expect(rejected.map(({ kind, row }) => [kind, row])).toEqual([['saknar_belopp', 4]]);
	});

	it('is a difference in full, whatever the total states', () =>
		fc.assert(
			fc.property(
				fc.record({ outcome: amount, budget: amount, deviation: amount }),
				fc.record({ outcome: amount, budget: amount, deviation: amount }),
				fc.constantFrom<1 | -1>(1, -1),
				(rows, total, way) => {
					const difference = totalDifference({
						headers: { outcome: 'u', budget: 'b', deviation: 'a' },
						scale: 1,
						way,
						plusIsBetter: true,
						compared: 1,
						uncounted: 0,
						differingRows: 0,
						differing: [],
						rows,
						total
					});
					if (!difference) throw new Error('All three are stated');
					const { whole, ofDeviation, ofRows, ofSums, stated, counted } = difference;
					expect(ofDeviation + ofRows + ofSums).toBe(whole);
					expect(counted + whole).toBe(stated);
				}
			)
		));
});
