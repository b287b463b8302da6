// What a rule asks of a row: fields compared with values, joined by and, or and not. One language for the file, the editor,
// the SQL and the sentence.
import * as v from 'valibot';
import { parseMonth } from '$lib/domain/period';

/** How the values of a field are compared. */
export type FieldNature = 'code' | 'word' | 'number' | 'amount' | 'month';

interface RuleField {
	/** What files and screens call it. */
	name: string;
	/** Column of a cost row. */
	column: string;
	nature: FieldNature;
	/** As it begins a sentence. */
	label: string;
}

/** Every field that a rule can ask about. */
export const ruleFields = [
	{ name: 'konto', column: 'account', nature: 'code', label: 'Konto' },
	{ name: 'konto_text', column: 'account_text', nature: 'word', label: 'Kontots text' },
	{ name: 'leverantor', column: 'supplier', nature: 'word', label: 'Leverantör' },
	{
		name: 'organisationsnummer',
		column: 'organisation_number',
		nature: 'number',
		label: 'Organisationsnummer'
	},
	{ name: 'text', column: 'text', nature: 'word', label: 'Text' },
	{ name: 'namnd', column: 'unit', nature: 'word', label: 'Nämnd' },
	{ name: 'ansvar', column: 'responsibility', nature: 'code', label: 'Ansvar' },
	{ name: 'verksamhet', column: 'operation', nature: 'code', label: 'Verksamhet' },
	{ name: 'projekt', column: 'project', nature: 'code', label: 'Projekt' },
	{ name: 'aktivitet', column: 'activity', nature: 'code', label: 'Aktivitet' },
	{ name: 'objekt', column: 'object', nature: 'code', label: 'Objekt' },
	{ name: 'motpart', column: 'counterpart', nature: 'code', label: 'Motpart' },
	{ name: 'belopp', column: 'amount', nature: 'amount', label: 'Belopp' },
	{ name: 'period', column: 'day', nature: 'month', label: 'Period' }
] as const satisfies readonly RuleField[];
export type RuleFieldName = (typeof ruleFields)[number]['name'];

const fieldNames = ruleFields.map(({ name }) => name);

/** How each nature can be compared, in the order that an editor offers. */
export const comparisonsOf = {
	code: ['borjar_med', 'ar', 'mellan', 'saknas'],
	word: ['innehaller', 'ar', 'borjar_med', 'saknas'],
	number: ['ar', 'saknas'],
	amount: ['minst', 'hogst', 'mellan'],
	month: ['mellan', 'fran', 'till']
} as const satisfies Record<FieldNature, readonly string[]>;
export type Comparison = (typeof comparisonsOf)[FieldNature][number];

/** The field of a name. */
export function ruleField(name: RuleFieldName): RuleField {
	const found = ruleFields.find((field) => field.name === name);
	if (!found) throw new Error(`No rule field ${String(name)}`);
	return found;
}

/** Kronor as a rule file writes them, to öre; null when the text is no such amount. */
export function oreOfRule(text: string): number | null {
	const match = /^([-\u2212]?)(\d{1,11})(?:,(\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
	if (!match) return null;
	const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
	return match[1] ? -value : value;
}

/** How many values a comparison takes. */
function countFits(comparison: Comparison, count: number): boolean {
	if (comparison === 'saknas') return count === 0;
	if (comparison === 'mellan') return count === 2;
	if (['minst', 'hogst', 'fran', 'till'].includes(comparison)) return count === 1;
	return count >= 1;
}

function valueFits(nature: FieldNature, text: string): boolean {
	if (text.trim() === '') return false;
	if (nature === 'amount') return oreOfRule(text) !== null;
	if (nature === 'month') return parseMonth(text) !== null;
	return true;
}

/** Whether a span can hold anything: its ends are not the wrong way round. */
function isForward(nature: FieldNature, [from = '', to = '']: readonly string[]): boolean {
	if (nature === 'amount') return (oreOfRule(from) ?? 0) <= (oreOfRule(to) ?? 0);
	// Each end of a span of codes counts to its own length.
	const shared = Math.min(from.length, to.length);
	return from.slice(0, shared) <= to.slice(0, shared);
}

const testSchema = v.pipe(
	v.strictObject({
		falt: v.picklist(fieldNames, 'Fältet finns inte.'),
		ar: v.picklist(
			['borjar_med', 'ar', 'innehaller', 'mellan', 'minst', 'hogst', 'fran', 'till', 'saknas'],
			'Jämförelsen finns inte.'
		),
		varden: v.optional(v.array(v.string()), [])
	}),
	v.check(
		({ falt, ar }) => (comparisonsOf[ruleField(falt).nature] as readonly string[]).includes(ar),
		'Fältet kan inte jämföras så.'
	),
	v.check(({ ar, varden }) => countFits(ar, varden.length), 'Villkoret har fel antal värden.'),
	v.check(
		({ falt, varden }) => varden.every((value) => valueFits(ruleField(falt).nature, value)),
		'Ett värde går inte att läsa. Skriv belopp som 1000,00 och månader som ÅÅÅÅ-MM.'
	),
	v.check(
		({ falt, ar, varden }) => ar !== 'mellan' || isForward(ruleField(falt).nature, varden),
		'Spannet är bakvänt. Skriv det lägsta värdet först.'
	)
);

/** One comparison of one field. */
export type Test = v.InferOutput<typeof testSchema>;

export type Condition = Test | { alla: Condition[] } | { nagon: Condition[] } | { inte: Condition };

type ConditionInput =
	| v.InferInput<typeof testSchema>
	| { alla: ConditionInput[] }
	| { nagon: ConditionInput[] }
	| { inte: ConditionInput };

const several = () => v.pipe(v.array(v.lazy(() => conditionSchema)), v.minLength(1, 'Gruppen är tom.'));

const allSchema = v.strictObject({ alla: several() });
const someSchema = v.strictObject({ nagon: several() });
const notSchema = v.strictObject({ inte: v.lazy(() => conditionSchema) });

/** A condition as a rule file holds it. The word that it uses decides its form, so that a fault is named where it is. */
export const conditionSchema: v.GenericSchema<ConditionInput, Condition> = v.lazy((input) => {
	if (typeof input !== 'object' || input === null) return testSchema;
	if ('alla' in input) return allSchema;
	if ('nagon' in input) return someSchema;
	return 'inte' in input ? notSchema : testSchema;
});

/** Every test of a condition, those that must not hold among them. */
export function testsIn(condition: Condition): Test[] {
	if ('alla' in condition) return condition.alla.flatMap(testsIn);
	if ('nagon' in condition) return condition.nagon.flatMap(testsIn);
	return 'inte' in condition ? testsIn(condition.inte) : [condition];
}
