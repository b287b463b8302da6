// Accepted rows as CSV that the engine's reader takes without guessing: one line a row, text quoted, nothing for null.
import { tables, type TableKind } from '$lib/domain/columns';
import { engineType, type EngineType } from '$lib/domain/columns/engine-type';
import type { AcceptedRow } from './checks/check-rows';
import { fillUnknown } from './cells/unknown-values';
import type { Value } from './cells/read-cell';

/** Characters that are gathered before they leave the program's own memory. */
const partSize = 1 << 20;

/** A column of the CSV, and of the table that it is read into. */
export interface StagedColumn {
	name: string;
	type: EngineType;
}

/** Every field of the table, then `is_period`, `supplier_key` and `source_row`. */
export function stagedColumns(kind: TableKind): StagedColumn[] {
	return [
		...tables[kind].fields.map((field) => ({ name: field.name, type: engineType(field) })),
		{ name: 'is_period', type: 'BOOLEAN' },
		{ name: 'supplier_key', type: 'VARCHAR' },
		{ name: 'source_row', type: 'INTEGER' }
	];
}

/** One row as a line, without a header: amounts as whole öre, days as ISO text. */
export function stagedLine(kind: TableKind, row: AcceptedRow): string {
	const values = row.values.slice();
	fillUnknown(kind, values);
	let line = '';
	for (const value of values) line += `${cell(value)},`;
	return `${line}${row.isPeriod},${cell(row.supplierKey)},${row.row}\n`;
}

function cell(value: Value): string {
	if (value === null) return '';
	return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}

/** Gathers text in parts that the browser keeps outside the program's memory, so that a million rows stay flat. */
export class BlobWriter {
	#waiting: string[] = [];
	#length = 0;
	#parts: Blob[] = [];

	write(text: string): void {
		this.#waiting.push(text);
		this.#length += text.length;
		if (this.#length >= partSize) this.#flush();
	}

	/** Everything written, as one file. */
	finish(type: string): Blob {
		this.#flush();
		return new Blob(this.#parts, { type });
	}

	#flush(): void {
		if (!this.#waiting.length) return;
		this.#parts.push(new Blob(this.#waiting));
		this.#waiting = [];
		this.#length = 0;
	}
}
