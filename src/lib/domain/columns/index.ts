// The one table of fields. Everything that reads or writes a canonical file goes by it.
import { budgetTable } from './budget';
import { capabilityTable } from './capability';
import { contractTable } from './contract';
import { costTable } from './cost';
import type { Field, TableKind, TableSpec } from './field';
import { licenceTable } from './licence';
import { systemTable } from './system';
import { unitTable } from './unit';

export * from './field';

export const tables: Readonly<Record<TableKind, TableSpec>> = {
	cost: costTable,
	budget: budgetTable,
	contract: contractTable,
	system: systemTable,
	licence: licenceTable,
	unit: unitTable,
	capability: capabilityTable
};

/** The field of a table by its engine name. @throws Error when the table has no such field */
export function fieldOf(kind: TableKind, name: string): Field {
	const field = tables[kind].fields.find((candidate) => candidate.name === name);
	if (!field) throw new Error(`No field ${name} in ${kind}`);
	return field;
}
