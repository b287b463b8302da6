// What the loaded registers know: the names and ids of each are kept with its import, gathered while it is read.
import { tables, type TableKind } from '$lib/domain/columns';
import type { RowSink } from '$lib/import/import-file';
import type { KnownReferences } from '$lib/import/checks/references';
import type { StoredImport } from './imports';

/** More than any municipality has; a larger register is not kept, and then nothing is checked against it. */
const mostKeys = 20_000;

const registers: Partial<Record<TableKind, { reference: keyof KnownReferences; field: string }>> = {
	unit: { reference: 'units', field: 'unit' },
	contract: { reference: 'contracts', field: 'contract_id' },
	system: { reference: 'systems', field: 'system_id' }
};

/** Gathers the names or ids of a register while its rows are accepted. */
export function keyGatherer(): RowSink & { keys(): string[] | null } {
	const found = new Set<string>();
	let position: number | null = null;
	return {
		begin({ kind }) {
			const register = registers[kind];
			position = register ? tables[kind].fields.findIndex(({ name }) => name === register.field) : null;
		},
		accept({ values }) {
			if (position === null || found.size > mostKeys) return;
			const value = values[position];
			if (typeof value === 'string' && value) found.add(value);
		},
		/** Null for a table that is no register, and for one that is too large. */
		keys: () => (position === null || found.size > mostKeys ? null : [...found].sort())
	};
}

/** Of each sort the union over its registers; null where none is loaded, or where one of them was kept without its keys. */
export function referencesOf(imports: readonly StoredImport[]): KnownReferences {
	const unionOf = (reference: keyof KnownReferences): readonly string[] | null => {
		const loaded = imports.filter(({ report }) => registers[report.kind]?.reference === reference);
		const keys = loaded.map(({ report }) => report.keys);
		if (!loaded.length || keys.some((known) => !known)) return null;
		return [...new Set(keys.flatMap((known) => known ?? []))].sort();
	};
	return { units: unionOf('units'), contracts: unionOf('contracts'), systems: unionOf('systems') };
}
