// The one table of fields. Everything that reads or writes a canonical file goes by it.
import { budgetTable } from './budget';
import { capabilityTable } from './capability';
import { contractTable } from './contract';
import { costTable } from './cost';
import type { TableKind, TableSpec } from './field';
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
