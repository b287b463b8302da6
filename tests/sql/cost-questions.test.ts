// Every template of Frågor on a small edition: its parts sum to the whole, each opens its rows, and its sentence says so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costAnswer, shownAndOthers } from '$lib/domain/cost-answer';
import {
	costQuestion,
	filtersOfQuestion,
	questionKeys,
	type ChosenWords,
	type QuestionKey
} from '$lib/domain/cost-question';
import { cellYearBefore } from '$lib/domain/dimension-months';
import type { DimensionCell } from '$lib/domain/dimensions';
import { parseMonth, type Period } from '$lib/domain/period';
import { contractCoverage } from '$lib/queries/contract-coverage';
import { costPivot } from '$lib/queries/cost-pivot';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { tellAnswer, tellCover, type ToldAnswer, type ToldWords } from '$lib/text/cost-questions';
import { smallEdition } from './small-edition';

function months(from: string, to: string): Period {
	const [first, last] = [parseMonth(from), parseMonth(to)];
	if (!first || !last) throw new Error(`${from}–${to} is no period`);
	return { from: first, to: last };
}

const period = months('2026-01', '2026-03');
const compared = months('2025-01', '2025-03');
const alfa = '559900-0014';
const all: ChosenWords = { supplier: null, unit: null, costKind: null, system: null };
const chosen: ChosenWords = { supplier: alfa, unit: 'Skolnämnden', costKind: 'Konsult', system: 'S-1' };

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;organisationsnummer;belopp;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id',
			'2025-02-15;Skolnämnden;10;Alfa AB;559900-0014;800,00;ja;Konsult;förvaltning;S-1;A-1',
			'2026-01-15;Skolnämnden;10;Alfa AB;559900-0014;1500,00;ja;Konsult;förvaltning;S-1;A-1',
			'2026-01-20;Skolnämnden;20;Alfa AB;559900-0014;-200,00;ja;Drift;utveckling;S-1;A-1',
			'2026-02-15;Kulturnämnden;10;Alfa AB;559900-0014;300,00;ja;Drift;förvaltning;;',
			'2026-03-15;Skolnämnden;10;Beta AB;559900-0022;900,00;ja;Konsult;förvaltning;;',
			'2026-03-15;Skolnämnden;10;Mat AB;559900-0030;5000,00;nej;;;;'
		],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
			'A-1;Drift;Alfa AB;559900-0014;Skolnämnden;2020-01-01;2027-06-30'
		],
		'system.csv': ['system_id;namn;namnd', 'S-1;Lärstigen;Skolnämnden']
	});
});
afterAll(() => database.close());

const totalsOf = async (selection: RowSelection) => (await ask(database, costRowTotals, selection))[0];
const toldWords = (words: ChosenWords): ToldWords => ({
	...words,
	supplier: words.supplier && 'Alfa AB',
	system: words.system && 'Lärstigen',
	period,
	compared,
	today: '2026-08-31',
	money: 'kr'
});
const text = ({ before, figure, after }: ToldAnswer) =>
	`${before}${figure ?? ''}${after}`.replace(/\u00a0/g, ' ');

async function answerTo(key: QuestionKey, words: ChosenWords) {
	const { answer } = costQuestion(key);
	if (!('by' in answer)) throw new Error(`${key} is not counted by parts`);
	const filters = filtersOfQuestion(key, words, { period, internal: true });
	const rows = await ask(database, costPivot, {
		filters,
		compared,
		pivot: { rows: [answer.by], columns: null, measure: 'amount', top: null }
	});
	const order = answer.kind === 'increase' ? 'increase' : 'largest';
	return { by: answer.by, filters, found: costAnswer(rows, { compared: true, order }) };
}
const told = async (key: QuestionKey, words: ChosenWords) =>
	text(tellAnswer(key, (await answerTo(key, words)).found, toldWords(words)));

describe.each(questionKeys.filter((key) => 'by' in costQuestion(key).answer))('%s', (key) => {
	it.each([
		['all', all],
		['chosen', chosen]
	])('opens rows that sum to each figure, %s', async (_, words) => {
		const { by, filters, found } = await answerTo(key, words);
		const whole = await totalsOf({ filters });
		expect({ amount: found.whole.amount, row_count: found.whole.rowCount }).toEqual(whole);
		expect(found.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(whole?.amount);
		for (const part of found.parts) {
			const cells: DimensionCell[] = [{ dimension: by, value: part.value }];
			expect(await totalsOf({ filters, cells })).toEqual({ amount: part.amount, row_count: part.rowCount });
			const before = await totalsOf({
				filters: { ...filters, period: compared },
				cells: cells.map(cellYearBefore)
			});
			expect(before?.amount).toBe(part.before);
		}
	});

	it('tells its answer, and says so where nothing is found', async () => {
		expect(await told(key, chosen)).toMatch(/\d.*\.$/);
		const none = await told(key, { ...chosen, unit: 'Ingen', supplier: 'Ingen', system: 'Ingen' });
		expect(none).toMatch(/^(Inga it-kostnader .* jan–mar 2026|Ingen leverantör ökar .*)\.$/);
	});
});

describe('an answer', () => {
	it('names the supplier, the nämnd and the change', async () => {
		expect(await told('kostar', chosen)).toBe(
			'Alfa AB kostar Skolnämnden 1 300 kr jan–mar 2026, 500 kr mer än samma tid i fjol. Mest är Konsult, 1 500 kr (115,4 %).'
		);
	});

	it('puts what grows most first, not what is largest', async () => {
		expect(await told('okar', { ...all, unit: 'Skolnämnden' })).toBe(
			'Mest ökar Beta AB hos Skolnämnden: 900 kr jan–mar 2026, 900 kr mer än samma tid i fjol. Sedan kommer Alfa AB (+500 kr).'
		);
	});

	it('says how much lacks a contract, with rows that sum to it', async () => {
		const filters = filtersOfQuestion('avtal', all, { period, internal: true });
		const [found] = await ask(database, contractCoverage, filters);
		if (!found) throw new Error('No answer');
		expect(await totalsOf({ filters, cover: 'saknas' })).toEqual({
			amount: found.without,
			row_count: found.without_rows
		});
		const figures = { ...found, whole: found.it_amount, rowCount: found.row_count };
		expect(text(tellCover(figures, toldWords(all)))).toBe(
			'Av 2 500 kr för alla leverantörer jan–mar 2026 saknar 900 kr känt avtal, 36,0 %.'
		);
		expect(text(tellCover({ ...figures, contracts: 0 }, toldWords(all)))).toMatch(/^Inga avtal är inlästa/);
	});

	it('gathers the smallest as one line that sums to the rest', () => {
		const parts = Array.from({ length: 12 }, (_, index) => ({
			value: String(index),
			label: null,
			amount: 100 - index,
			rowCount: 1,
			before: null
		}));
		const { shown, others } = shownAndOthers(parts);
		expect(shown).toHaveLength(8);
		expect(others).toEqual({ count: 4, amount: 92 + 91 + 90 + 89, rowCount: 4, before: null });
		expect(shownAndOthers(parts.slice(0, 9)).others).toBeNull();
	});
});
