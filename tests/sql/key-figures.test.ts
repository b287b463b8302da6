// Key figures from rows that can be added by hand, and each figure held against the rows that it opens.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters, type Filters } from '$lib/domain/filters';
import { sumOf, type KeyFigureKey } from '$lib/domain/key-figure';
import { keyFigureParts, keyFigurePartWords, type KeyFigurePart } from '$lib/domain/key-figure-part';
import { monthFrom } from '$lib/domain/period';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { itUserHints } from '$lib/queries/it-user-hints';
import { figuresOfUnits, figuresOfYear, keyFigureYears } from '$lib/queries/key-figures';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

const year = (number: number, to = 12) => ({
	year: number,
	period: { from: monthFrom(number, 1), to: monthFrom(number, to) }
});

let small: NativeDatabase;
let demo: NativeDatabase;
beforeAll(async () => {
	const row = (
		konto: string,
		namnd: string,
		kronor: number,
		it: string,
		kind = '',
		orientation = '',
		supplier = '',
		system = '',
		motpart = '',
		day = '2025-03-01'
	) => [day, namnd, konto, motpart, supplier, `${kronor},00`, it, kind, orientation, system].join(';');
	small = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;motpart;leverantor;belopp;it_kostnad;kostnadsslag;inriktning;system_id',
			row('50110', 'Skola', 900, 'nej'),
			row('63000', 'Skola', 100, ''),
			// Income and balance are no operating cost.
			row('30110', 'Skola', -5_000, 'nej'),
			row('12000', 'Skola', 7_000, 'nej'),
			// Counted in IT cost, but not in its share of operating cost.
			row('12500', 'Skola', 11, 'ja', 'Hårdvara', 'förvaltning', 'Alfa'),
			row('74310', 'Skola', 40, 'ja', 'Drift', 'förvaltning', 'Alfa', 'S1'),
			row('74311', 'Skola', 20, 'ja', 'Licens/SaaS', 'förvaltning', 'Alfa', 'S1'),
			row('74311', 'Skola', 8, 'ja', 'Licens/SaaS', 'förvaltning', 'Alfa', 'S2'),
			row('74311', 'Skola', 4, 'ja', 'Licens/SaaS', 'avveckling', 'Alfa', 'S3'),
			row('74311', 'Skola', 2, 'ja', 'Licens/SaaS', 'förvaltning', '', 'S2'),
			row('74510', 'Skola', 10, 'ja', 'Konsult', 'utveckling', 'Beta', 'S1'),
			row('74510', 'Skola', 5, 'ja', 'Konsult', 'utveckling', 'Beta', 'S4'),
			row('74510', 'Skola', 3, 'ja', 'Konsult', 'utveckling', 'Beta', 'S5'),
			row('74510', 'Skola', 1, 'ja', 'Konsult', 'utveckling', 'Beta'),
			row('50110', 'Skola', 30, 'ja', 'Personal', 'förvaltning'),
			row('76100', 'Skola', 6, 'ja', 'Intern debitering', 'förvaltning', 'Service', '', 'Kultur'),
			row('74310', 'Kultur', 10, 'ja', 'Okänt', 'okänd', 'Gamma'),
			row('50110', 'Kultur', 190, 'nej')
		],
		'namnder.csv': [
			'namnd;kod;typ;anstallda;giltig_fran;giltig_till',
			'Skola;SK;nämnd;14;2015-01-01;',
			'Kultur;KU;nämnd;;2015-01-01;'
		],
		'system.csv': [
			'system_id;namn;driftform;livscykel;idrift;gemensam;antal_anvandare',
			'S1;Schema;SaaS;drift;2019-01-01;ja;50',
			'S2;Lokalt;egen;drift;;nej;900',
			'S3;Blandat;hybrid;avvecklas;;ja;70',
			// In use from the same year: developed then, improved the year after.
			'S4;Nytt;extern;drift;2025-09-01;ja;',
			'S5;Planen;;planerad;;;'
		]
	});
	demo = await demoEdition();
});
afterAll(async () => {
	await small.close();
	await demo.close();
});

async function figuresIn(database: NativeDatabase, filters: Filters = noFilters, span = year(2025)) {
	const [ground] = await keyFigureYears(database, filters, [span]);
	if (!ground) throw new Error('no year');
	return { ground, figures: figuresOfYear(ground, null, true) };
}
const kronor = (ore: number | null | undefined) => (ore ?? Number.NaN) / 100;

describe('the small ledger', () => {
	it('has operating cost on cost accounts alone, with IT rows there on both sides', async () => {
		const { figures } = await figuresIn(small);
		const share = figures.find(({ key }) => key === 'it_andel');
		// 40 + 20 + 8 + 4 + 2 + 10 + 5 + 3 + 1 + 30 + 6 + 10 of those and 900 + 100 + 190.
		expect([kronor(share?.numerator), kronor(share?.denominator)]).toEqual([139, 1_329]);
		const others = figures.find(({ key }) => key === 'konsult_andel');
		expect([kronor(others?.numerator), kronor(others?.denominator)]).toEqual([19, 150]);
	});

	it('leaves internal rows out of both sides when told so', async () => {
		const { figures } = await figuresIn(small, { ...noFilters, internal: false });
		const share = figures.find(({ key }) => key === 'it_andel');
		expect([kronor(share?.numerator), kronor(share?.denominator)]).toEqual([133, 1_323]);
	});

	it('places each row by inriktning, life cycle and driftform', async () => {
		const { ground } = await figuresIn(small);
		const parts = Object.fromEntries(
			keyFigureParts.map((part) => [part, sumOf(ground.units, part).amount / 100])
		);
		expect(parts).toEqual({
			operating: 1_329,
			operatingIt: 139,
			secured: 121,
			improved: 10,
			developed: 8,
			orientationUnknown: 10,
			unplaced: 11,
			bought: 112,
			payeeUnknown: 2,
			// Drift 40 and the licence of S1.
			outsourced: 60,
			// The hybrid's licence, and the unknown kind.
			outsourcedUnknown: 14,
			consultants: 19,
			kindUnknown: 10,
			staff: 30
		});
	});

	it('improves next year what was developed in the year that it came into use', async () => {
		const later = await smallEdition({
			'kostnader.csv': [
				'datum;namnd;belopp;it_kostnad;kostnadsslag;inriktning;system_id',
				'2025-12-31;Skola;7,00;ja;Konsult;utveckling;S4',
				'2026-01-01;Skola;9,00;ja;Konsult;utveckling;S4'
			],
			'system.csv': ['system_id;namn;idrift', 'S4;Nytt;2025-09-01']
		});
		const [first, second] = await keyFigureYears(later, noFilters, [year(2025), year(2026)]);
		expect(kronor(sumOf(first?.units ?? [], 'developed').amount)).toBe(7);
		expect(kronor(sumOf(second?.units ?? [], 'improved').amount)).toBe(9);
		// A ledger of IT rows alone says nothing of the rest; nor does it need accounts.
		const share = second && figuresOfYear(second, null, true).find(({ key }) => key === 'it_andel');
		expect(share?.gap).toBe('onlyIt');
		await later.close();
	});

	it('divides by employees of nämnder that have a number', async () => {
		const { figures } = await figuresIn(small);
		const head = figures.find(({ key }) => key === 'kronor_per_anstalld');
		expect(head).toMatchObject({ value: 1_000, numerator: 14_000, denominator: 14, leftOut: ['Kultur'] });
	});

	it('hints at users by shared systems only', async () => {
		expect(await ask(small, itUserHints, undefined)).toEqual([
			{ source: 'system', name: 'Blandat', users: 70, month: null },
			{ source: 'system', name: 'Schema', users: 50, month: null }
		]);
	});
});

describe('every figure opens rows that sum to it', () => {
	const filterChoices: [string, Filters][] = [
		['everything', noFilters],
		['one nämnd without internal rows', { ...noFilters, units: ['Kulturnämnden'], internal: false }],
		['all but one nämnd', { ...noFilters, units: ['Utbildningsnämnden'], excluding: ['units'] }]
	];
	it.each(filterChoices)('of %s', async (_, filters) => {
		const span = year(2026, 8);
		const { ground } = await figuresIn(demo, filters, span);
		for (const part of keyFigureParts) {
			const selection: RowSelection = {
				filters: { ...filters, period: span.period },
				keyFigurePart: part,
				...(part === 'operating' ? { anyTag: true } : {})
			};
			const [rows] = await ask(demo, costRowTotals, selection);
			const counted = sumOf(ground.units, part);
			expect([rows?.amount, rows?.row_count], part).toEqual([counted.amount, counted.rows]);
		}
		const candidates: RowSelection = {
			filters: { ...filters, period: span.period },
			candidates: true,
			keyFigurePart: 'operating'
		};
		const [judged] = await ask(demo, costRowTotals, candidates);
		expect(judged?.amount).toBe(sumOf(ground.units, 'candidates').amount);
	});

	it('and all that is told of inriktning is IT cost, to the öre, in each nämnd', async () => {
		const { ground } = await figuresIn(demo, noFilters, year(2024));
		const placed: KeyFigurePart[] = ['secured', 'improved', 'developed', 'unplaced'];
		for (const one of ground.units)
			expect(sumOf([one], ...placed), one.unit ?? '').toEqual(sumOf([one], 'it'));
		const units = figuresOfUnits(ground);
		const key: KeyFigureKey = 'kopt_andel';
		const whole = figuresOfYear(ground, null, true).find((one) => one.key === key);
		const parts = units.map(({ figures }) => figures.find((one) => one.key === key)?.numerator ?? 0);
		expect(parts.reduce((total, part) => total + part, 0)).toBe(whole?.numerator);
	});
});

it('a link to the rows of a part opens them again', () => {
	for (const keyFigurePart of keyFigureParts) {
		const shown = { path: ['Nyckeltal'], selection: { filters: noFilters, keyFigurePart } };
		expect(rowsFromText(rowsToText(shown))).toEqual(shown);
	}
	expect(new Set(Object.values(keyFigurePartWords)).size).toBe(keyFigureParts.length);
});
