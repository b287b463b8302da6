// The values that a ledger holds already, as the rule editor offers them.
import type { KnownField } from '$lib/queries/tagging-known-values';
import type { KnownValues } from '$lib/tagging/known-values';

interface KnownRow {
	field: KnownField;
	value: string;
	label: string | null;
}

/** Rows of tagging-known-values by field, in their order. */
export function knownValues(rows: readonly KnownRow[]): KnownValues {
	const of = (field: KnownField) => rows.filter((row) => row.field === field);
	const valuesOf = (field: KnownField) => of(field).map(({ value }) => value);
	return {
		accounts: of('account').map(({ value, label }) => ({ code: value, text: label })),
		suppliers: valuesOf('supplier'),
		organisationNumbers: valuesOf('organisation_number'),
		units: valuesOf('unit'),
		responsibilities: valuesOf('responsibility'),
		operations: valuesOf('operation'),
		projects: valuesOf('project'),
		activities: valuesOf('activity'),
		objects: valuesOf('object'),
		counterparts: valuesOf('counterpart'),
		systems: of('system').map(({ value, label }) => ({ id: value, name: label ?? value })),
		contracts: of('contract').map(({ value, label }) => ({ id: value, title: label ?? value })),
		makers: valuesOf('maker'),
		months: valuesOf('month')
	};
}

export const nothingKnown: KnownValues = knownValues([]);
