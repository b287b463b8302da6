// Rules over real SQL, against another reading of the same rules.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { conditionSchema, type Condition } from '$lib/tagging/condition';
import { conditionSentence } from '$lib/tagging/condition-sentence';
import { ruleSetSchema, type Rule, type RuleSet } from '$lib/tagging/rule';
import { taggedRows } from '$lib/tagging/tagged-rows';
import { holds, type ReadRow } from '../support/rule-reading';

let database: NativeDatabase;
beforeAll(async () => {
	database = await openNative();
	await database.execute(
		`CREATE TABLE ledger (row INTEGER, account VARCHAR, account_text VARCHAR, supplier VARCHAR, organisation_number VARCHAR,
			text VARCHAR, unit VARCHAR, responsibility VARCHAR, operation VARCHAR, project VARCHAR, activity VARCHAR, object VARCHAR,
			counterpart VARCHAR, amount BIGINT, day DATE, it_cost VARCHAR, cost_kind VARCHAR, orientation VARCHAR, system_id VARCHAR,
			contract_id VARCHAR, maker VARCHAR)`
	);
});
afterAll(() => database.close());

function ruleSet(rules: Rule[]): RuleSet {
	return {
		format: 1,
		namn: 'Prov',
		version: 1,
		datum: '2026-01-01',
		forfattare: 'Prov',
		regler: rules,
		handtaggar: []
	};
}

/** The ids of the winning rules, row by row. */
async function winners(rows: readonly ReadRow[], rules: Rule[]): Promise<(string | null)[]> {
	await database.execute('DELETE FROM ledger');
	await database.appendRows(
		'ledger',
		21,
		rows.map((row, i) => [
			i,
			row.account,
			null,
			row.supplier,
			row.organisation_number,
			row.text,
			row.unit,
			...Array.from({ length: 6 }, () => null),
			row.amount,
			row.day,
			...Array.from({ length: 6 }, () => null)
		])
	);
	const { sql, parameters } = taggedRows(ruleSet(rules), 'ledger');
	const found = await database.run(`SELECT rule_position FROM (${sql}) ORDER BY row`, parameters);
	return found.map(({ rule_position }) =>
		rule_position === null ? null : (rules[Number(rule_position)]?.id ?? null)
	);
}

const accounts = ['74310', '74311', '74314', '745', '74510', '632', '50110', '0743'];
const suppliers = [
	'Nordvinge Data AB',
	'SKOLBJÖRK LÄRTEKNIK',
	'Skolbjörk',
	'Äng & Åker',
	"O'Hara",
	'50 % rabatt'
];
const numbers = ['559900-0014', '559900-0022', '559900-0014|559900-0022', 'DE123456789'];
const texts = ['Konsulttid elevreg', 'Drift', 'ELEVREG licens', 'åäö ÅÄÖ', ''];
const maybe = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: null });

const anyRow: fc.Arbitrary<ReadRow> = fc.record({
	account: maybe(accounts),
	supplier: maybe(suppliers),
	organisation_number: maybe(numbers),
	text: maybe(texts.filter(Boolean)),
	unit: maybe(['Kulturnämnden', 'Utbildningsnämnden']),
	amount: fc.integer({ min: -200_000, max: 200_000 }),
	day: fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-28', '2026-12-31', '2025-12-31')
});

const some = (values: readonly string[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const pair = (values: readonly string[]) =>
	fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map((two) => two.toSorted());
const kronor = ['-1000,00', '-10,5', '0', '100', '999,99', '1500,00'];
const months = ['2025-12', '2026-01', '2026-02', '2026-12'];

const anyTest: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({
		falt: fc.constant('konto' as const),
		ar: fc.constantFrom('borjar_med' as const, 'ar' as const),
		varden: some(['743', '745', '0', ...accounts])
	}),
	fc.record({
		falt: fc.constant('konto' as const),
		ar: fc.constant('mellan' as const),
		varden: pair(['632', '743', '74311', '745', '80'])
	}),
	fc.record({
		falt: fc.constantFrom('leverantor' as const, 'text' as const),
		ar: fc.constantFrom('innehaller' as const, 'ar' as const, 'borjar_med' as const),
		varden: some(['skolbjörk', 'Data', 'elevreg', 'å', "o'hara", '%', '_', ...suppliers])
	}),
	fc.record({
		falt: fc.constant('organisationsnummer' as const),
		ar: fc.constant('ar' as const),
		varden: some(['559900-0014', '5599000022', 'DE123456789', '559900'])
	}),
	fc.record({
		falt: fc.constantFrom('leverantor' as const, 'konto' as const, 'text' as const),
		ar: fc.constant('saknas' as const),
		varden: fc.constant<string[]>([])
	}),
	fc.record({
		falt: fc.constant('belopp' as const),
		ar: fc.constantFrom('minst' as const, 'hogst' as const),
		varden: some(kronor).map((list) => list.slice(0, 1))
	}),
	fc.record({
		falt: fc.constant('period' as const),
		ar: fc.constantFrom('fran' as const, 'till' as const),
		varden: some(months).map((list) => list.slice(0, 1))
	}),
	fc.record({
		falt: fc.constant('period' as const),
		ar: fc.constant('mellan' as const),
		varden: pair(months)
	})
);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		anyTest,
		fc.record({ alla: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ nagon: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ inte: tie('condition') })
	)
}));

const asRules = (conditions: readonly Condition[]): Rule[] =>
	conditions.map((om, i) => ({ id: `R${i}`, namn: `Regel ${i}`, om, satt: { it_kostnad: 'ja' } }));

describe('the first rule that matches wins', () => {
	it('whatever the rules, their order and the rows', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(anyRow, { minLength: 1, maxLength: 20 }),
				fc.array(anyCondition, { minLength: 1, maxLength: 8 }),
				async (rows, conditions) => {
					const rules = asRules(conditions.map((condition) => v.parse(conditionSchema, condition)));
					const expected = (ordered: Rule[]) =>
						rows.map((row) => ordered.find((rule) => holds(rule.om, row))?.id ?? null);
					expect(await winners(rows, rules)).toEqual(expected(rules));
					const reversed = rules.toReversed();
					expect(await winners(rows, reversed)).toEqual(expected(reversed));
				}
			),
			{ numRuns: 150 }
		);
	});

	it('and what stands in the file wins over every rule', async () => {
		await database.execute('DELETE FROM ledger');
		const row = (n: number, tags: (string | null)[]) => [
			n,
			'74310',
			...Array.from({ length: 11 }, () => null),
			100,
			'2026-01-01',
			...tags,
			null
		];
		await database.appendRows('ledger', 21, [
			row(0, [null, null, null, null, null]),
			row(1, ['nej', null, null, null, null]),
			row(2, [null, 'Konsult', null, 'S-9', null])
		]);
		const { sql, parameters } = taggedRows(
			ruleSet([
				{
					id: 'R1',
					namn: 'Drift av Lärstigen',
					om: { falt: 'konto', ar: 'borjar_med', varden: ['743'] },
					satt: {
						it_kostnad: 'ja',
						kostnadsslag: 'Drift',
						inriktning: 'förvaltning',
						system_id: 'S-1',
						avtals_id: 'A-1'
					}
				}
			]),
			'ledger'
		);
		expect(
			await database.run(
				`SELECT it_cost, cost_kind, orientation, system_id, contract_id, tag_source, candidate FROM (${sql}) ORDER BY row`,
				parameters
			)
		).toEqual([
			{
				it_cost: 'ja',
				cost_kind: 'Drift',
				orientation: 'förvaltning',
				system_id: 'S-1',
				contract_id: 'A-1',
				tag_source: 'regel',
				candidate: false
			},
			{
				it_cost: 'nej',
				cost_kind: null,
				orientation: null,
				system_id: null,
				contract_id: null,
				tag_source: 'fil',
				candidate: false
			},
			{
				it_cost: 'ja',
				cost_kind: 'Konsult',
				orientation: 'förvaltning',
				system_id: 'S-9',
				contract_id: 'A-1',
				tag_source: 'fil',
				candidate: false
			}
		]);
	});
});

describe('a rule asks for words', () => {
	it.each(['İstanbul Yazılım', 'ΟΔΟΣ', 'STRAẞE AB', 'ÅÄÖ Data', 'ǅ AB'])(
		'in any case, by the same letters on both sides: %s',
		async (supplier) => {
			const row = { account: '745', supplier, organisation_number: null, text: null, unit: null };
			const rules = (['ar', 'innehaller', 'borjar_med'] as const).map((ar): Rule => ({
				id: ar,
				namn: ar,
				om: { falt: 'leverantor', ar, varden: [supplier] },
				satt: { it_kostnad: 'ja' }
			}));
			for (const rule of rules) {
				expect(await winners([{ ...row, amount: 1, day: '2026-01-01' }], [rule])).toEqual([rule.id]);
			}
		}
	);
});

describe('a rule says what it asks', () => {
	it.each<[Condition, string]>([
		[{ falt: 'konto', ar: 'borjar_med', varden: ['74314', '745'] }, 'Konto börjar med 74314 eller 745'],
		[
			{
				alla: [
					{ falt: 'konto', ar: 'mellan', varden: ['74311', '74312'] },
					{ falt: 'leverantor', ar: 'ar', varden: ['Skolbjörk'] },
					{ inte: { falt: 'text', ar: 'innehaller', varden: ['elevreg'] } }
				]
			},
			'Konto är 74311–74312 och leverantör är ”Skolbjörk” och text innehåller inte ”elevreg”'
		],
		[
			{
				nagon: [
					{ falt: 'belopp', ar: 'minst', varden: ['1000,00'] },
					{
						alla: [
							{ falt: 'period', ar: 'fran', varden: ['2026-01'] },
							{ falt: 'projekt', ar: 'saknas', varden: [] }
						]
					}
				]
			},
			'Belopp är minst 1000,00 kr eller (period är från och med 2026-01 och projekt saknas)'
		]
	])('%j', (condition, sentence) => {
		expect(conditionSentence(condition)).toBe(sentence);
	});

	it.each([
		[{ falt: 'konto', ar: 'innehaller', varden: ['743'] }, /kan inte jämföras så/],
		[{ falt: 'belopp', ar: 'minst', varden: ['tusen'] }, /går inte att läsa/],
		[{ falt: 'period', ar: 'mellan', varden: ['2026-01'] }, /fel antal värden/],
		[{ falt: 'konto', ar: 'mellan', varden: ['745', '632'] }, /Spannet är bakvänt/],
		[{ falt: 'belopp', ar: 'mellan', varden: ['100', '-100'] }, /Spannet är bakvänt/],
		[{ alla: [] }, /Gruppen är tom/]
	])('and is refused when it asks what cannot be asked: %j', (condition, reason) => {
		const parsed = v.safeParse(ruleSetSchema, {
			...ruleSet([]),
			regler: [{ id: 'R1', namn: 'Prov', om: condition, satt: { it_kostnad: 'ja' } }]
		});
		expect(parsed.success).toBe(false);
		expect(JSON.stringify(parsed.issues)).toMatch(reason);
	});
});
