// A rule that is made of groups of rows holds of exactly those rows.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ruleField, type Condition } from '$lib/tagging/condition';
import { conditionSentence } from '$lib/tagging/condition-sentence';
import { ruleSchema, type Rule } from '$lib/tagging/rule';
import {
	placeOfRule,
	ruleForRest,
	ruleFromGroups,
	type RowGroup,
	type SupplierSpelling
} from '$lib/tagging/rule-from-group';

interface Row {
	account: string | null;
	unit: string | null;
	supplier: string | null;
	organisation_number: string | null;
	supplier_key: string | null;
}

/** The comparisons that such rules use, read as domain.md says them. */
function holds(condition: Condition, row: Row): boolean {
	if ('alla' in condition) return condition.alla.every((part) => holds(part, row));
	if ('nagon' in condition) return condition.nagon.some((part) => holds(part, row));
	if ('inte' in condition) return !holds(condition.inte, row);
	const { column } = ruleField(condition.falt);
	const cell = row[column as keyof Row];
	if (condition.ar === 'saknas') return cell === null;
	if (cell === null) return false;
	if (condition.ar === 'borjar_med') return condition.varden.some((value) => cell.startsWith(value));
	if (condition.falt === 'organisationsnummer')
		return condition.varden.some((value) => cell.split('|').includes(value));
	if (condition.falt === 'konto') return condition.varden.includes(cell);
	return condition.varden.some((value) => value.toLowerCase() === cell.toLowerCase());
}

/** Suppliers as files write them: several spellings of one number, namesakes, a number alone, a name alone, and none. */
const suppliers: Pick<Row, 'supplier' | 'organisation_number' | 'supplier_key'>[] = [
	{ supplier: 'Vindrosa Teknik AB', organisation_number: '556000-0001', supplier_key: '556000-0001' },
	{ supplier: 'VINDROSA TEKNIK', organisation_number: '556000-0001', supplier_key: '556000-0001' },
	{ supplier: 'Vindrosa Teknik AB', organisation_number: null, supplier_key: '556000-0001' },
	{ supplier: 'Brofalk', organisation_number: '556000-0002', supplier_key: '556000-0002' },
	{ supplier: 'Brofalk', organisation_number: '556000-0003', supplier_key: '556000-0003' },
	{ supplier: null, organisation_number: '556000-0004', supplier_key: '556000-0004' },
	{ supplier: 'Bibliotekshuset', organisation_number: null, supplier_key: 'BIBLIOTEKSHUSET' },
	{ supplier: null, organisation_number: null, supplier_key: null },
	{ supplier: null, organisation_number: '99', supplier_key: null },
	{ supplier: 'saknas', organisation_number: null, supplier_key: null }
];
const spellings: SupplierSpelling[] = suppliers.map((spelling) => ({
	...spelling,
	is_shared: spelling.supplier === 'Brofalk' || spelling.supplier === null
}));

const anyRow: fc.Arbitrary<Row> = fc
	.record({
		supplier: fc.constantFrom(...suppliers),
		account: fc.constantFrom('745', '7451', '632', '6320', '40233', null),
		unit: fc.constantFrom('Kommunstyrelsen', 'Socialnämnden', null)
	})
	.map(({ supplier, account, unit }) => ({ ...supplier, account, unit }));

const groupings: (keyof RowGroup)[][] = [
	['supplier_key', 'account'],
	['supplier_key'],
	['account'],
	['unit'],
	['account', 'unit']
];

function groupOf(row: Row, keys: readonly (keyof RowGroup)[]): RowGroup {
	return Object.fromEntries(keys.map((key) => [key, row[key]]));
}

const made = (groups: RowGroup[], accountPrefix?: string): Rule =>
	ruleFromGroups({
		id: 'R1',
		namn: 'Prov',
		groups,
		spellings,
		satt: { it_kostnad: 'nej' },
		...(accountPrefix ? { accountPrefix } : {})
	});

describe('a rule made of groups', () => {
	it('holds of exactly the rows of the chosen groups, whatever they are grouped by', () => {
		fc.assert(
			fc.property(
				fc.array(anyRow, { minLength: 1, maxLength: 60 }),
				fc.constantFrom(...groupings),
				fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
				(rows, keys, picks) => {
					const chosen = picks.flatMap((pick) => rows[pick % rows.length] ?? []);
					const groups = chosen.map((row) => groupOf(row, keys));
					const rule = made(groups);
					expect(v.is(ruleSchema, rule)).toBe(true);
					const names = new Set(groups.map((group) => JSON.stringify(group)));
					for (const row of rows)
						expect(holds(rule.om, row)).toBe(names.has(JSON.stringify(groupOf(row, keys))));
				}
			),
			{ numRuns: 400 }
		);
	});

	it('stays on the accounts that were looked at when the groups do not name theirs', () => {
		const rule = made([{ supplier_key: 'BIBLIOTEKSHUSET' }], '745');
		expect(conditionSentence(rule.om)).toBe('Konto börjar med 745 och leverantör är ”Bibliotekshuset”');
	});

	it('reads as a person would have written it', () => {
		const pairs = [
			['BIBLIOTEKSHUSET', '745'],
			['556000-0001', '745'],
			['BIBLIOTEKSHUSET', '632'],
			['556000-0001', '632']
		].map(([supplier_key, account]) => ({ supplier_key, account }));
		expect(conditionSentence(made(pairs).om)).toBe(
			'Konto är 745 eller 632 och leverantör är ”Bibliotekshuset”, ”Vindrosa Teknik AB” eller ”VINDROSA TEKNIK”'
		);
		const nobody = ruleFromGroups({
			id: 'R1',
			namn: 'Prov',
			groups: [{ supplier_key: null, account: '745' }],
			spellings: [{ supplier_key: null, supplier: null, organisation_number: null, is_shared: false }],
			satt: {}
		});
		expect(conditionSentence(nobody.om)).toBe('Konto är 745 och leverantör saknas');
		expect(conditionSentence(made([{ supplier_key: '556000-0002', account: '745' }]).om)).toBe(
			'Konto är 745 och organisationsnummer är 556000-0002'
		);
	});

	it('is several clauses only where suppliers and accounts do not go together', () => {
		const rule = made([
			{ supplier_key: 'BIBLIOTEKSHUSET', account: '745' },
			{ supplier_key: '556000-0001', account: '632' }
		]);
		expect(conditionSentence(rule.om)).toBe(
			'(konto är 745 och leverantör är ”Bibliotekshuset”) eller (konto är 632 och leverantör är ”Vindrosa Teknik AB” eller ”VINDROSA TEKNIK”)'
		);
	});

	it('keeps to a supplier by its key when the ledger has no name for it', () => {
		const rule = ruleFromGroups({
			id: 'R1',
			namn: 'Prov',
			groups: [{ supplier_key: 'NORDVINGE DATA AB' }],
			spellings: [],
			satt: {}
		});
		expect(rule.om).toEqual({ falt: 'leverantor', ar: 'ar', varden: ['NORDVINGE DATA AB'] });
	});
});

describe('the place of a rule that judges', () => {
	const rule = (id: string, it_kostnad: 'ja' | 'nej' | 'kandidat'): Rule => ({
		...ruleForRest(id, id, '745', { it_kostnad })
	});
	const rules = [rule('A', 'ja'), rule('B', 'ja'), rule('C', 'kandidat'), rule('D', 'ja')];

	it('is right before the first rule that only names possible IT', () => {
		expect(placeOfRule(rules)).toBe(2);
	});
	it('is before the rule that wins the rows', () => {
		expect(placeOfRule(rules, ['B', 'D'])).toBe(1);
	});
	it('is last where nothing stands in the way', () => {
		expect(placeOfRule(rules.slice(0, 2))).toBe(2);
	});
	it('is after the rules made just before, so that the rest of an account comes last', () => {
		const first = rules.toSpliced(placeOfRule(rules), 0, rule('N1', 'nej'));
		const second = first.toSpliced(placeOfRule(first), 0, rule('N2', 'nej'));
		expect(second.map(({ id }) => id)).toEqual(['A', 'B', 'N1', 'N2', 'C', 'D']);
	});
});
