// A condition as an editor shows it, and back: rows of tests in groups, where "not" is a word of the row or of the group.
import {
	comparisonsOf,
	ruleField,
	ruleFields,
	type Comparison,
	type Condition,
	type FieldNature,
	type RuleFieldName,
	type Test
} from './condition';

/** One row: a field, how it is compared (or is not), and with what. */
export interface EditedTest {
	kind: 'test';
	field: RuleFieldName;
	comparison: Comparison;
	isNegated: boolean;
	/** As typed, so that a value that is not yet right can be shown. */
	values: string[];
}

/** Rows and groups that all must hold (`alla`), or any of which will do (`nagon`). */
export interface EditedGroup {
	kind: 'group';
	joins: 'alla' | 'nagon';
	isNegated: boolean;
	parts: EditedPart[];
}

export type EditedPart = EditedTest | EditedGroup;

/**
 * A condition as the outermost group of an editor, which is never negated. A lone test, or a group that is negated, is the one
 * part of an "alla" group.
 */
export function editedCondition(condition: Condition): EditedGroup {
	const part = editedPart(condition, false);
	if (part.kind === 'group' && !part.isNegated) return part;
	return { kind: 'group', joins: 'alla', isNegated: false, parts: [part] };
}

function editedPart(condition: Condition, isNegated: boolean): EditedPart {
	if ('inte' in condition) return editedPart(condition.inte, !isNegated);
	if ('falt' in condition) {
		const { falt, ar, varden } = condition;
		return { kind: 'test', field: falt, comparison: ar, isNegated, values: [...varden] };
	}
	const [joins, conditions] =
		'alla' in condition ? (['alla', condition.alla] as const) : (['nagon', condition.nagon] as const);
	return { kind: 'group', joins, isNegated, parts: conditions.map((inner) => editedPart(inner, false)) };
}

/** The condition of an editor's outermost group. A lone part is saved without the group, where that is read back the same. */
export function conditionOfGroup(group: EditedGroup): Condition {
	const [only, ...others] = group.parts;
	const standsAlone = only !== undefined && others.length === 0 && (only.kind === 'test' || only.isNegated);
	return group.joins === 'alla' && standsAlone && !group.isNegated
		? conditionOfPart(only)
		: conditionOfPart(group);
}

function conditionOfPart(part: EditedPart): Condition {
	const condition = part.kind === 'test' ? testOf(part) : joined(part);
	return part.isNegated ? { inte: condition } : condition;
}

function testOf({ field, comparison, values }: EditedTest): Test {
	return { falt: field, ar: comparison, varden: [...values] };
}

function joined({ joins, parts }: EditedGroup): Condition {
	const conditions = parts.map(conditionOfPart);
	return joins === 'alla' ? { alla: conditions } : { nagon: conditions };
}

/** How many values a comparison takes: none, one, two ends, or as many as one likes. */
export type ValueCount = 'none' | 'one' | 'two' | 'many';

/** How many values a comparison takes. */
export function valueCount(comparison: Comparison): ValueCount {
	if (comparison === 'saknas') return 'none';
	if (comparison === 'mellan') return 'two';
	return ['minst', 'hogst', 'fran', 'till'].includes(comparison) ? 'one' : 'many';
}

/** The comparisons that a field offers, each also negated, in the order of a list. */
export function comparisonChoices(field: RuleFieldName): { comparison: Comparison; isNegated: boolean }[] {
	return comparisonsOf[ruleField(field).nature].flatMap((comparison) => [
		{ comparison, isNegated: false },
		{ comparison, isNegated: true }
	]);
}

/** A row that nothing is typed in. */
export function emptyTest(field: RuleFieldName = 'konto'): EditedTest {
	const [comparison] = comparisonsOf[ruleField(field).nature];
	return { kind: 'test', field, comparison, isNegated: false, values: [] };
}

/** A group to begin with: the other word than the group that it stands in, and one empty row. */
export function emptyGroup(within: EditedGroup['joins']): EditedGroup {
	return {
		kind: 'group',
		joins: within === 'alla' ? 'nagon' : 'alla',
		isNegated: false,
		parts: [emptyTest()]
	};
}

/** Amounts and months can only be read as such; other values are texts. */
function isText(nature: FieldNature): boolean {
	return nature !== 'amount' && nature !== 'month';
}

/** The row asking about another field. It keeps the comparison where the field has it, and values that can be meant still. */
export function withField(test: EditedTest, field: RuleFieldName): EditedTest {
	const before = ruleField(test.field).nature;
	const nature = ruleField(field).nature;
	const offered = comparisonsOf[nature] as readonly Comparison[];
	const keepsValues = before === nature || (isText(before) && isText(nature));
	const comparison = offered.includes(test.comparison) ? test.comparison : offered[0];
	if (!comparison) throw new Error(`No comparison of ${field}`);
	const moved = { ...test, field, values: keepsValues ? test.values : [] };
	return withComparison(moved, comparison, comparison === test.comparison && test.isNegated);
}

/** The row compared in another way. It keeps as many values as the comparison takes. */
export function withComparison(test: EditedTest, comparison: Comparison, isNegated: boolean): EditedTest {
	const count = valueCount(comparison);
	const kept = { none: 0, one: 1, two: 2, many: Infinity }[count];
	return {
		...test,
		comparison,
		isNegated,
		values: test.values.slice(0, kept).filter((value) => value !== '')
	};
}

/** The row with one of its ends typed anew; nothing typed at either end is no value at all. */
export function withValueAt(test: EditedTest, place: number, value: string): EditedTest {
	const values = Array.from({ length: valueCount(test.comparison) === 'two' ? 2 : 1 }, (_, at) =>
		at === place ? value : (test.values[at] ?? '')
	);
	return { ...test, values: values.every((text) => text === '') ? [] : values };
}

/** The cells of a ledger row that a rule can ask about, under the names of the columns; `amount` is öre. */
export interface RowCells {
	account?: string | null;
	account_text?: string | null;
	supplier?: string | null;
	organisation_number?: string | null;
	text?: string | null;
	unit?: string | null;
	responsibility?: string | null;
	operation?: string | null;
	project?: string | null;
	activity?: string | null;
	object?: string | null;
	counterpart?: string | null;
	amount?: number | null;
	/** ISO day. */
	day?: string | null;
}

/**
 * What "tag all like this" asks: that the chosen cells are as in this row. Text is contained, the amount is exact, the day gives
 * its month, and an empty cell is missing. Null when no field is chosen.
 */
export function conditionOfRow(row: RowCells, fields: readonly RuleFieldName[]): Condition | null {
	const tests = ruleFields
		.filter(({ name }) => fields.includes(name))
		.map(({ name, column, nature }) => cellTest(name, nature, row[column]));
	const [first, ...others] = tests;
	if (!first) return null;
	return others.length ? { alla: tests } : first;
}

function cellTest(falt: RuleFieldName, nature: FieldNature, cell: string | number | null | undefined): Test {
	const text = typeof cell === 'number' ? amountOfRule(cell) : (cell ?? '').trim();
	if (text === '') {
		if (nature === 'amount' || nature === 'month') throw new Error(`A row without ${falt} is no row of cost`);
		return { falt, ar: 'saknas', varden: [] };
	}
	if (nature === 'amount') return { falt, ar: 'mellan', varden: [text, text] };
	if (nature === 'month') return { falt, ar: 'mellan', varden: [text.slice(0, 7), text.slice(0, 7)] };
	// A cell may hold the numbers of several suppliers.
	if (nature === 'number') return { falt, ar: 'ar', varden: text.split('|') };
	return { falt, ar: falt === 'text' ? 'innehaller' : 'ar', varden: [text] };
}

/** Öre as a rule file writes kronor: `-1250,50`. */
function amountOfRule(ore: number): string {
	const whole = Math.floor(Math.abs(ore) / 100);
	return `${ore < 0 ? '-' : ''}${whole},${String(Math.abs(ore) % 100).padStart(2, '0')}`;
}
