// What somebody has filled in where a register says nothing, with where the answer stands.
import type { Field } from './columns/field';
import { contractTable } from './columns/contract';
import type { Day } from './day';

/** Registers that can be completed. */
export const completedKinds = ['contract'] as const;

/** A source is told in a line, as "Avtalet, bilaga 4". */
export const longestSource = 300;
export const longestCompletion = 400;

export interface Completion {
	/** Ascending in the order they were saved. */
	id: number;
	/** An avtals_id. */
	recordId: string;
	/** The column, as the table of fields names it. */
	field: string;
	/** As a canonical file has it; null takes an earlier completion back. */
	value: string | null;
	/** Where the answer stands: "Avtalet, bilaga 4". */
	source: string;
	sourceDay: Day;
	author: string;
	/** ISO instant. */
	created: string;
}

/** A line of the register by its columns: amounts in öre, days as ISO. */
export type ContractValues = Readonly<Record<string, string | number | null | undefined>>;

/** What can be completed: all that the register says of a contract but which contract it is. */
export const completableFields: readonly Field[] = contractTable.fields.filter(
	({ name }) => name !== 'contract_id'
);

const fieldsByName: ReadonlyMap<string, Field> = new Map(
	completableFields.map((field) => [field.name, field])
);

/** Null for what cannot be completed. */
export function completableField(name: string): Field | null {
	return fieldsByName.get(name) ?? null;
}

/** What a scoped person's slice never holds: the ceiling is of the whole municipality (see the rules of slices). */
export const wholeMunicipalityFields: readonly string[] = ['ceiling'];

/** Whether the register says nothing: an answer or a procedure that is okänt says as little as none. */
export function isEmptyField(field: string, value: string | number | null | undefined): boolean {
	if (value === null || value === undefined || value === '') return true;
	if (value !== 'okänt') return false;
	const spec = completableField(field);
	return spec?.type === 'yes_no' || (spec?.choices?.includes('okänt') ?? false);
}

/** The fields that pages count on, in the order of what they change most. */
export const fieldsThatMatter = [
	'end_day',
	'notice_months',
	'extension_kind',
	'ceiling',
	'procedure',
	'bids',
	'owner',
	'exit_plan',
	'data_export',
	'data_ownership',
	'open_api',
	'open_source'
] as const;
export type FieldThatMatters = (typeof fieldsThatMatter)[number];

/** Whether a contract of its kind would say it: only a framework has a ceiling, and a direct award has no bids. */
function isAsked(field: FieldThatMatters, row: ContractValues): boolean {
	switch (field) {
		case 'end_day':
			return row.extension_kind !== 'tillsvidare';
		case 'ceiling':
			return isEmptyField('contract_type', row.contract_type) || row.contract_type === 'ramavtal';
		case 'bids':
			return row.procedure !== 'direktupphandling';
		default:
			return true;
	}
}

/**
 * The fields that matter and that a contract lacks, in the order of what they change most.
 * @param units the nämnder that the reader sees; null is the whole municipality
 */
export function missingFields(row: ContractValues, units: readonly string[] | null): FieldThatMatters[] {
	return fieldsThatMatter.filter(
		(field) =>
			isEmptyField(field, row[field]) &&
			isAsked(field, row) &&
			(units === null || !wholeMunicipalityFields.includes(field))
	);
}

/** The latest word on each field of each record, the first saved first; what is taken back is not there. */
export function standingCompletions(completions: readonly Completion[]): Completion[] {
	const latest = new Map<string, Completion>();
	for (const completion of [...completions].sort((a, b) => a.id - b.id)) {
		const key = JSON.stringify([completion.recordId, completion.field]);
		latest.delete(key);
		latest.set(key, completion);
	}
	return [...latest.values()].filter(({ value }) => value !== null);
}
