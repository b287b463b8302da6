// The columns of a file beside the fields they become, each with examples and how sure the mapping is.
import { tables, type Field } from '$lib/domain/columns';
import { identitiesIn } from '$lib/import/cells/identities';
import type { Answers } from '$lib/import/answers';
import type { DateEvidence } from '$lib/import/recognise/date-evidence';
import type { AmountEvidence } from '$lib/import/recognise/evidence';
import { matchHeader, normaliseHeader } from '$lib/import/recognise/header';
import { maskedText } from '$lib/import/cells/personal-data';
import type { ImportPlan } from '$lib/import/recognise/plan';
import { columnWords } from '$lib/text/import';
import { formatCount, formatCounted } from '$lib/text/format';

export type Assessment = 'sure' | 'check' | 'split' | 'skipped';

export interface MappedColumn {
	/** Place in the file, from 0. */
	place: number;
	header: string;
	/** Null: not used. */
	field: Field | null;
	/** `konto + konto_text` where one column becomes two. */
	fieldLabel: string;
	examples: string[];
	assessment: Assessment;
	/** Why it should be looked at; empty when there is nothing to say. */
	remark: string;
	/** False where the header cannot be pointed out: none, or the same twice. */
	canChoose: boolean;
}

/** As many and as much of them as a line of the table holds. */
const shownExamples = 2;
const longestShown = 28;

function shortened(example: string): string {
	return example.length > longestShown ? `${example.slice(0, longestShown - 1).trimEnd()}…` : example;
}

/** Every column of the file, in its order. */
export function mappedColumns(plan: ImportPlan, answers: Answers): MappedColumn[] {
	const named = new Map<string, number>();
	plan.headers.forEach((header, place) => {
		const key = normaliseHeader(header);
		if (key && !named.has(key)) named.set(key, place);
	});
	return plan.headers.map((header, place) => {
		const field = plan.columns.find((planned) => planned.column === place)?.field ?? null;
		const evidence = plan.evidence.columns[place] ?? { filled: 0, examples: [] };
		const examples =
			field?.type === 'organisation' ? evidence.examples.map(withoutPeople) : evidence.examples;
		const canChoose = named.get(normaliseHeader(header)) === place;
		const split = field?.name === 'account' && splitsAccount(plan, examples);
		const remark = field ? remarkOn(plan, field, header, evidence.filled, answers) : '';
		return {
			place,
			header: header || columnWords.unnamed(place + 1),
			field,
			fieldLabel: split ? `${field.header} + konto_text` : (field?.header ?? ''),
			examples: examples.slice(0, shownExamples).map(shortened),
			assessment: !field ? 'skipped' : remark ? 'check' : split ? 'split' : 'sure',
			remark: remark || (field ? '' : asideReason(plan, header) || (canChoose ? '' : columnWords.cannotMap)),
			canChoose
		};
	});
}

/** Why a column that looks like something is not used. */
function asideReason({ asideColumns }: ImportPlan, header: string): string {
	return header ? (asideColumns.find((aside) => aside.header === header)?.reason ?? '') : '';
}

function withoutPeople(example: string): string {
	return identitiesIn(example).some(({ kind }) => kind === 'person') ? maskedText : example;
}

function splitsAccount(plan: ImportPlan, examples: readonly string[]): boolean {
	return (
		!plan.columns.some(({ field }) => field.name === 'account_text') &&
		examples.length > 0 &&
		examples.every((example) => /^\d{3,8}[\s:–-]+\D/.test(example))
	);
}

function remarkOn(plan: ImportPlan, field: Field, header: string, filled: number, answers: Answers): string {
	if (filled === 0) return columnWords.empty;
	const isGuessed = plan.columns.some((planned) => planned.field.name === field.name && planned.guessed);
	if (isGuessed && !answers.gissade_kolumner) return columnWords.guessed;
	const amounts = plan.evidence.amounts[field.name];
	if (amounts?.notNumbers) return notAmounts(amounts);
	const dates = plan.evidence.dates[field.name];
	if (dates?.notDates) return notDates(dates);
	const empty = plan.evidence.records - filled;
	if (field.required === 'row' && empty > 0) {
		const rows = formatCounted(empty, 'rad är tom', 'rader är tomma');
		// A published budget may itself say that an empty amount is zero.
		return plan.kind === 'budget' && field.name === 'amount'
			? `${rows}: se Problem i filen.`
			: `${rows} och avvisas.`;
	}
	const planned = plan.columns.find((column) => column.field.name === field.name);
	if (planned && planned.scale !== 1) {
		return `Rubriken säger ${planned.scale === 1000 ? 'tusental' : 'miljoner'}: beloppen räknas om till kronor.`;
	}
	const chosen = answers.kolumner?.[field.header] !== undefined;
	if (!chosen && matchHeader(plan.kind, header)?.needsShape) {
		return 'Värdena ser ut som organisationsnummer, men rubriken kan betyda annat.';
	}
	return '';
}

function notAmounts({ notNumbers, filled }: AmountEvidence): string {
	return `${formatCount(notNumbers)} av ${formatCount(filled)} värden är inga belopp.`;
}

function notDates({ notDates, filled }: DateEvidence): string {
	return `${formatCount(notDates)} av ${formatCount(filled)} värden är inga datum.`;
}

/** The answer that lets a column become a field, or no field where the name is empty. */
export function columnAnswer(
	plan: ImportPlan,
	answers: Answers,
	column: MappedColumn,
	fieldHeader: string
): Answers {
	const kolumner = { ...answers.kolumner };
	if (column.field) kolumner[column.field.header] = null;
	if (fieldHeader) kolumner[fieldHeader] = plan.headers[column.place] ?? null;
	return { kolumner };
}

/** Required fields that no column and no answer fills: those that reject rows, and those that become Okänt. */
export function missingFields(plan: ImportPlan): { rejecting: Field[]; unknown: Field[] } {
	const missing = tables[plan.kind].fields.filter(
		(field) =>
			field.required !== undefined &&
			!plan.columns.some((column) => column.field.name === field.name) &&
			plan.constants[field.name] === undefined &&
			!(field.name === 'day' && plan.kind === 'cost')
	);
	return {
		rejecting: missing.filter((field) => field.required === 'row'),
		unknown: missing.filter((field) => field.required === 'file')
	};
}
