// What somebody has filled in where a register says nothing, with where the answer stands.
import { isForControllers, type Field } from './columns/field';
import { contractTable } from './columns/contract';
import { sovereigntyHeaders, systemTable } from './columns/system';
import type { Day } from './day';

/** Registers that can be completed. */
export const completedKinds = ['contract', 'system'] as const;
export type CompletedKind = (typeof completedKinds)[number];

/** What a record of each register is known by. */
export const idColumns = { contract: 'contract_id', system: 'system_id' } as const;

/** A source is told in a line, as "Avtalet, bilaga 4". */
export const longestSource = 300;
export const longestCompletion = 400;

export interface Completion {
	/** Ascending in the order they were saved. */
	id: number;
	kind: CompletedKind;
	/** An avtals_id or a system_id. */
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
export type RecordValues = Readonly<Record<string, string | number | null | undefined>>;

/** What can be completed: all that a register says of a contract or a system, but which it is. */
export const completableFields: Readonly<Record<CompletedKind, readonly Field[]>> = {
	contract: contractTable.fields.filter(({ name }) => name !== 'contract_id'),
	system: systemTable.fields.filter(({ name }) => name !== 'system_id')
};

const fieldsByName: Readonly<Record<CompletedKind, ReadonlyMap<string, Field>>> = {
	contract: new Map(completableFields.contract.map((field) => [field.name, field])),
	system: new Map(completableFields.system.map((field) => [field.name, field]))
};

/** Null for what cannot be completed. */
export function completableField(name: string, kind: CompletedKind = 'contract'): Field | null {
	return fieldsByName[kind].get(name) ?? null;
}

/**
 * What a scoped person's slice never holds whole: the ceiling is of the whole municipality, and so is who uses a system (see
 * the rules of slices).
 */
export const wholeMunicipalityFields: Readonly<Record<CompletedKind, readonly string[]>> = {
	contract: ['ceiling'],
	system: ['used_by']
};

/** What only controllers are sent: classification and integrations may be secret (OSL 18:8), descriptions are free text. */
export const controllersFields: Readonly<Record<CompletedKind, readonly string[]>> = {
	contract: completableFields.contract.filter(isForControllers).map(({ name }) => name),
	system: completableFields.system.filter(isForControllers).map(({ name }) => name)
};

/** Who reads: the nämnder seen (null is the whole municipality), and whether the slice has what is for controllers. */
export interface RegisterReader {
	units: readonly string[] | null;
	freeText: boolean;
}

/** Whether somebody may know what the register says by a field, or that somebody has completed it. */
export function isSentField(
	field: string,
	kind: CompletedKind,
	{ units, freeText }: RegisterReader
): boolean {
	if (units !== null && wholeMunicipalityFields[kind].includes(field)) return false;
	return freeText || !controllersFields[kind].includes(field);
}

/** Whether the register says nothing: an answer or a procedure that is okänt says as little as none. */
export function isEmptyField(
	field: string,
	value: string | number | null | undefined,
	kind: CompletedKind = 'contract'
): boolean {
	if (value === null || value === undefined || value === '') return true;
	if (value !== 'okänt') return false;
	if (kind === 'system') return true;
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
function isAsked(field: FieldThatMatters, row: RecordValues): boolean {
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
export function missingFields(row: RecordValues, units: readonly string[] | null): FieldThatMatters[] {
	return fieldsThatMatter.filter(
		(field) =>
			isEmptyField(field, row[field]) &&
			isAsked(field, row) &&
			(units === null || !wholeMunicipalityFields.contract.includes(field))
	);
}

/** Of a system, in the order of what pages of dependence lack most. */
export const systemFieldsThatMatter: readonly string[] = [
	'supplier',
	'contract_ids',
	'users',
	'criticality',
	'capabilities',
	'used_by',
	'layer',
	'integrations',
	'system_owner',
	'information_owner',
	'maintenance_lead',
	'operating_form',
	'life_cycle',
	...Object.keys(sovereigntyHeaders)
];

/** The fields that matter and that a system lacks, of those that the reader is sent. */
export function missingSystemFields(row: RecordValues, reader: RegisterReader): string[] {
	return systemFieldsThatMatter.filter(
		(field) => isEmptyField(field, row[field], 'system') && isSentField(field, 'system', reader)
	);
}

/** The latest word on each field of each record, the first saved first; what is taken back is not there. */
export function standingCompletions(completions: readonly Completion[]): Completion[] {
	const latest = new Map<string, Completion>();
	for (const completion of [...completions].sort((a, b) => a.id - b.id)) {
		const key = JSON.stringify([completion.kind, completion.recordId, completion.field]);
		latest.delete(key);
		latest.set(key, completion);
	}
	return [...latest.values()].filter(({ value }) => value !== null);
}
