// Groups of rows that nobody has judged → one rule about them. Pure: the names that the ledger has for a supplier are handed in.
import type { Condition, RuleFieldName, Test } from './condition';
import type { Rule, RuleTags } from './rule';

/** The cells that the rows of a group share. A cell left out is not asked about; null is an empty one. */
export interface RowGroup {
	supplier_key?: string | null;
	account?: string | null;
	unit?: string | null;
}

/** One way that the ledger writes a supplier. */
export interface SupplierSpelling {
	/** Null for rows that name no supplier, or only say that there is none. */
	supplier_key: string | null;
	supplier: string | null;
	organisation_number: string | null;
	/** Another supplier has the same name, or is without one too. */
	is_shared: boolean;
}

interface GroupRule {
	id: string;
	namn: string;
	groups: readonly RowGroup[];
	/** All spellings of the suppliers of the groups; a supplier without any is known by its key. */
	spellings: readonly SupplierSpelling[];
	/** Holds the rule to accounts that begin so, for groups that do not name their account. */
	accountPrefix?: string;
	satt: RuleTags;
}

/**
 * The rule whose condition holds of the rows of the groups. Cells that groups share are one test; suppliers on the same accounts
 * are one clause.
 *
 * It is broader than the groups in three ways, all of which the preview shows: it also holds of rows of those cells that are judged
 * already; of rows outside a search by words or by year; and, where a supplier can be told from a namesake by neither name nor
 * number alone, of the namesake's rows.
 * @throws when there are no groups
 */
export function ruleFromGroups({ id, namn, groups, spellings, accountPrefix, satt }: GroupRule): Rule {
	const clauses = clausesOf(groups).map((clause) => clauseCondition(clause, spellings));
	const all = oneOf(clauses);
	const asksAccount = groups.some(({ account }) => account !== undefined);
	const om = accountPrefix && !asksAccount ? allOf([test('konto', 'borjar_med', [accountPrefix]), all]) : all;
	return { id, namn, om, satt: { ...satt } };
}

/** The rule for all that is left on accounts that begin so: it is to stand after every other rule about them. */
export function ruleForRest(id: string, namn: string, accountPrefix: string, satt: RuleTags): Rule {
	return { id, namn, om: test('konto', 'borjar_med', [accountPrefix]), satt: { ...satt } };
}

/**
 * Where a rule that judges rows must stand to be heard: before the rules that win the rows today, and before those that only name
 * possible IT, but after all others.
 * @param winners ids of rules that win the rows
 */
export function placeOfRule(rules: readonly Rule[], winners: readonly string[] = []): number {
	const heard = rules.findIndex(({ id, satt }) => satt.it_kostnad === 'kandidat' || winners.includes(id));
	return heard < 0 ? rules.length : heard;
}

/** Rows with any of the accounts and any of the others; undefined is not asked about. */
interface Clause {
	accounts: (string | null)[] | undefined;
	suppliers: (string | null)[] | undefined;
	units: (string | null)[] | undefined;
}

/** As few clauses as groups can be told by, when either equal suppliers or equal accounts are put together. */
function clausesOf(groups: readonly RowGroup[]): Clause[] {
	const byOther = gathered(groups, ({ supplier_key, unit }) => [supplier_key, unit], accountOf);
	const byAccount = gathered(groups, accountOf, ({ supplier_key, unit }) => [supplier_key, unit]);
	const fewest = byOther.length <= byAccount.length ? byOther : byAccount;
	return fewest.map((own) => ({
		accounts: distinct(own.map(({ account }) => account)),
		suppliers: distinct(own.map(({ supplier_key }) => supplier_key)),
		units: distinct(own.map(({ unit }) => unit))
	}));
}

const accountOf = ({ account }: RowGroup): unknown[] => [account];

/** Groups with one `key` have some `values`; keys whose values are the same set go together. */
function gathered(
	groups: readonly RowGroup[],
	key: (group: RowGroup) => unknown[],
	value: (group: RowGroup) => unknown[]
): RowGroup[][] {
	const text = (cells: unknown[]): string =>
		JSON.stringify(cells.map((cell) => (cell === undefined ? 0 : cell)));
	const held = new Map<string, RowGroup[]>();
	for (const group of groups) held.set(text(key(group)), [...(held.get(text(key(group))) ?? []), group]);
	const together = new Map<string, RowGroup[]>();
	for (const own of held.values()) {
		const values = [...new Set(own.map((group) => text(value(group))))].sort().join();
		together.set(values, [...(together.get(values) ?? []), ...own]);
	}
	return [...together.values()];
}

function distinct(cells: readonly (string | null | undefined)[]): (string | null)[] | undefined {
	const known = [...new Set(cells)].filter((cell) => cell !== undefined);
	return known.length ? known : undefined;
}

function clauseCondition(
	{ accounts, suppliers, units }: Clause,
	spellings: readonly SupplierSpelling[]
): Condition {
	const parts: Condition[] = [];
	if (accounts) parts.push(cellsCondition('konto', accounts));
	if (suppliers) parts.push(suppliersCondition(suppliers, spellings));
	if (units) parts.push(cellsCondition('namnd', units));
	return allOf(parts);
}

function cellsCondition(field: RuleFieldName, cells: readonly (string | null)[]): Condition {
	const values = cells.filter((cell) => cell !== null);
	const parts: Condition[] = [];
	if (values.length) parts.push(test(field, 'ar', values));
	if (values.length < cells.length) parts.push(test(field, 'saknas'));
	return oneOf(parts);
}

/** By name where that is enough, as a person would write it; by number where a name is missing or another has it too. */
function suppliersCondition(
	keys: readonly (string | null)[],
	spellings: readonly SupplierSpelling[]
): Condition {
	const names = new Map<string, string>();
	const numbers = new Set<string>();
	const without: Condition[] = [];
	for (const key of keys) {
		if (key === null) {
			const own = spellings.filter((spelling) => spelling.supplier_key === null);
			for (const { supplier } of own) if (supplier !== null) names.set(lower(supplier), supplier);
			const nameless = own.filter(({ supplier }) => supplier === null);
			if (nameless.length || !own.length) without.push(...withoutSupplier(nameless));
			continue;
		}
		const own = spellings.filter(({ supplier_key }) => supplier_key === key);
		const spelled = own.flatMap(({ supplier }) => supplier ?? []);
		const isNamed =
			spelled.length > 0 && own.every(({ supplier, is_shared }) => supplier !== null && !is_shared);
		const isNumbered = own.some(({ organisation_number }) => hasNumber(organisation_number, key));
		if (!isNamed && isNumbered) numbers.add(key);
		// What carries no number can only be told by its name; a key without spellings is a name.
		const byName =
			isNamed || !isNumbered ? own : own.filter((row) => !hasNumber(row.organisation_number, key));
		for (const { supplier } of byName) if (supplier !== null) names.set(lower(supplier), supplier);
		if (!own.length) names.set(lower(key), key);
	}
	const parts: Condition[] = [];
	if (names.size) parts.push(test('leverantor', 'ar', [...names.values()]));
	if (numbers.size) parts.push(test('organisationsnummer', 'ar', [...numbers]));
	return oneOf([...parts, ...without]);
}

/** Rows without a name: a number alone can make a supplier of some of them. */
function withoutSupplier(own: readonly SupplierSpelling[]): Condition[] {
	const nameless = test('leverantor', 'saknas');
	if (!own.some(({ is_shared }) => is_shared)) return [nameless];
	const numbers = [
		...new Set(own.flatMap(({ organisation_number }) => organisation_number?.split('|') ?? []))
	];
	const isNumberless = own.some(({ organisation_number }) => organisation_number === null);
	const parts: Condition[] = isNumberless ? [test('organisationsnummer', 'saknas')] : [];
	if (numbers.length) parts.push(test('organisationsnummer', 'ar', numbers));
	return [allOf([nameless, oneOf(parts)])];
}

/** A cell may hold the numbers of several suppliers. */
function hasNumber(cell: string | null, number: string): boolean {
	return cell?.split('|').includes(number) ?? false;
}

function lower(text: string): string {
	return text.trim().toLocaleLowerCase('sv');
}

function test(falt: RuleFieldName, ar: Test['ar'], varden: string[] = []): Test {
	return { falt, ar, varden };
}

function oneOf(parts: readonly Condition[]): Condition {
	return joined(parts, (several) => ({ nagon: several }));
}

function allOf(parts: readonly Condition[]): Condition {
	// "och" within "och" says no more.
	return joined(
		parts.flatMap((part) => ('alla' in part ? part.alla : [part])),
		(several) => ({ alla: several })
	);
}

function joined(parts: readonly Condition[], join: (parts: Condition[]) => Condition): Condition {
	const [first, ...others] = parts;
	if (!first) throw new Error('A rule of no groups');
	return others.length ? join([...parts]) : first;
}
