// Rows of locked months that today's rules would tag otherwise, and two versions of the rules side by side.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import { comparedKinds } from '$lib/queries/compared-kinds';
import { ask } from '$lib/queries/query';
import { restatementRows, restatementTotals } from '$lib/queries/restatements';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { judgeLedger } from '$lib/tagging/judged-ledger';
import type { Rule, RuleSet } from '$lib/tagging/rule';
import { smallEdition } from './small-edition';

const account = (id: string, konto: string, satt: Rule['satt'], dela?: Rule['dela']): Rule => ({
	id,
	namn: id,
	om: { falt: 'konto', ar: 'borjar_med', varden: [konto] },
	satt,
	...(dela ? { dela } : {})
});
const version = (number: number, regler: Rule[]): RuleSet => ({
	format: 1,
	namn: 'Testköping',
	version: number,
	datum: '2026-06-01',
	forfattare: 'Maja Lindqvist',
	regler,
	handtaggar: []
});

/** As January to April was reported. */
const reported = version(1, [
	account('drift', '7431', { it_kostnad: 'ja', kostnadsslag: 'Drift' }),
	account('möjlig', '745', { it_kostnad: 'kandidat' })
]);
/** As today: consultants are IT, half of 745 is on another system, and 7431 is cloud. */
const today = version(2, [
	account('moln', '7431', { it_kostnad: 'ja', kostnadsslag: 'Moln' }),
	account('konsult', '745', { it_kostnad: 'ja', kostnadsslag: 'Konsult' }, [
		{ andel: '50', satt: { system_id: 'A' } },
		{ andel: '50', satt: { system_id: 'B' } }
	])
]);

function months(from: string, to: string): Period {
	const [start, end] = [parseMonth(from), parseMonth(to)];
	if (!start || !end) throw new Error('Not months');
	return { from: start, to: end };
}

let edition: NativeDatabase;
beforeAll(async () => {
	edition = await smallEdition(
		{
			'kostnader.csv': [
				'datum;namnd;konto;leverantor;belopp;valuta',
				'2026-01-15;Utbildningsnämnden;74311;Nordvinge Data AB;1000,00;',
				'2026-02-15;Utbildningsnämnden;745;Brofalk Konsult AB;300,01;',
				'2026-04-15;Kulturnämnden;745;Brofalk Konsult AB;-40,00;',
				'2026-04-16;Kulturnämnden;745;Brofalk Konsult AB;9000,00;EUR',
				'2026-04-17;Kulturnämnden;5010;Hyresvärden AB;700,00;',
				'2026-05-15;Kulturnämnden;745;Brofalk Konsult AB;500,00;'
			]
		},
		{
			rules: today,
			// April is in both: the lock that came first decides it.
			locks: [
				{
					id: 1,
					name: 'Mars och april',
					period: months('2026-03', '2026-04'),
					version: 1,
					by: 'Maja',
					day: '2026-05-02'
				},
				{
					id: 2,
					name: 'T1 2026',
					period: months('2026-01', '2026-04'),
					version: 1,
					by: 'Maja',
					day: '2026-05-09'
				}
			],
			earlier: new Map([[1, reported]])
		}
	);
});
afterAll(() => edition.close());

test('each lock tells its rows and what of them would be IT, in kronor only', async () => {
	expect(await ask(edition, restatementTotals, undefined)).toEqual([
		{
			lock_id: 2,
			row_count: 2,
			it_before: 1000_00,
			it_after: 1300_01,
			absolute_change: 300_01,
			version_before: 1,
			version_after: 2
		},
		{
			lock_id: 1,
			row_count: 2,
			it_before: 0,
			it_after: -40_00,
			absolute_change: 40_00,
			version_before: 1,
			version_after: 2
		}
	]);
});

test('rows come by how much of them changes, a divided one once, and a page at a time', async () => {
	const rows = await ask(edition, restatementRows, { lock: null, limit: 10, offset: 0 });
	expect(
		rows.map(({ day, it_before, it_after, tags_before, tags_after }) => [
			day,
			it_before,
			it_after,
			tags_before,
			tags_after
		])
	).toEqual([
		['2026-02-15', 0, 300_01, 'Möjlig it', 'Konsult · A + Konsult · B'],
		['2026-04-15', 0, -40_00, 'Möjlig it', 'Konsult · A + Konsult · B'],
		['2026-04-16', null, null, 'Möjlig it', 'Konsult · A + Konsult · B'],
		['2026-01-15', 1000_00, 1000_00, 'Drift', 'Moln']
	]);
	const second = await ask(edition, restatementRows, { lock: null, limit: 1, offset: 1 });
	expect(second.map(({ day, lock_id }) => [day, lock_id])).toEqual([['2026-04-15', 1]]);
	const ofT1 = await ask(edition, restatementRows, { lock: 2, limit: 10, offset: 0 });
	expect(ofT1.map(({ day, amount }) => [day, amount])).toEqual([
		['2026-02-15', 300_01],
		['2026-01-15', 1000_00]
	]);
});

test('two versions stand side by side per kostnadsslag, and hold the same kronor in all', async () => {
	await edition.execute('USE memory');
	for (const [set, table] of [
		[reported, 'memory.main.judged_left'],
		[today, 'memory.main.judged_right']
	] as const) {
		const { sql, parameters } = judgeLedger(set, table);
		await edition.run(sql, parameters);
	}
	const heaps = await ask(edition, comparedKinds, {
		left: 'memory.main.judged_left',
		right: 'memory.main.judged_right'
	});
	expect(
		Object.fromEntries(heaps.map(({ heap, left_ore, right_ore }) => [heap, [left_ore, right_ore]]))
	).toEqual({
		Drift: [1000_00, null],
		Moln: [null, 1000_00],
		Konsult: [null, 760_01],
		kandidat: [760_01, null],
		obedömt: [700_00, 700_00]
	});
	expect(heaps.find(({ heap }) => heap === 'Konsult')?.right_rows).toBe(4);
	await edition.execute('USE edition');
});
