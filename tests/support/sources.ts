// Files for tests: text in an encoding, workbooks, and the real files where they lie beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import writeWorkbook from 'write-excel-file/node';
import { importFile, type ImportOptions } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import type { AcceptedRow, RejectedRow } from '$lib/import/checks/check-rows';
import { bytesSource, type ByteSource } from '$lib/read/byte-source';
import { tables, type TableKind } from '$lib/domain/columns';

export type TestEncoding = 'utf-8' | 'utf-8-mark' | 'windows-1252' | 'utf-16le';

/** Text as bytes. Windows-1252 covers what Latin-1 does, which is all that these tests write. */
export function encode(text: string, encoding: TestEncoding = 'utf-8'): Uint8Array {
	if (encoding === 'windows-1252') return new Uint8Array(Buffer.from(text, 'latin1'));
	if (encoding === 'utf-16le') return new Uint8Array(Buffer.from('\ufeff' + text, 'utf16le'));
	return new Uint8Array(Buffer.from((encoding === 'utf-8-mark' ? '\ufeff' : '') + text, 'utf8'));
}

export function csvSource(
	name: string,
	lines: readonly string[] | string,
	encoding?: TestEncoding
): ByteSource {
	const text = typeof lines === 'string' ? lines : lines.map((line) => line + '\r\n').join('');
	return bytesSource(name, encode(text, encoding), 7);
}

export type SheetRow = (string | number | Date | null)[];

/** A workbook with these sheets. */
export async function workbookSource(name: string, sheets: Record<string, SheetRow[]>): Promise<ByteSource> {
	const names = Object.keys(sheets);
	const data = names.map((sheet) =>
		(sheets[sheet] ?? []).map((row) =>
			row.map((value) => {
				if (value === null) return null;
				if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
				return typeof value === 'number' ? { value, type: Number } : { value, type: String };
			})
		)
	);
	const written = writeWorkbook(names.map((sheet, i) => ({ sheet, data: data[i] ?? [] })));
	return bytesSource(name, new Uint8Array(await written.toBuffer()));
}

/** Imports a source and keeps its rows as objects by Swedish header. */
export async function importRows(source: ByteSource, options: Partial<ImportOptions> = {}) {
	const accepted: (AcceptedRow & { by: Record<string, unknown> })[] = [];
	const rejected: RejectedRow[] = [];
	const result = await importFile(source, {
		soleTraders: numbersInOrder(),
		...options,
		sink: {
			accept: (row, plan) => {
				const fields = tables[plan.kind as TableKind].fields;
				accepted.push({
					...row,
					by: Object.fromEntries(fields.map((field, i) => [field.header, row.values[i]]))
				});
			},
			reject: (row) => rejected.push(row)
		}
	});
	return { result, accepted, rejected };
}

const realFolder = resolve(process.cwd(), '../shared/data');

/** Whether the real files lie beside the project; they are never part of it. */
export const hasRealFiles = existsSync(realFolder);

/** A real file, by its path below the folder of real files. */
export function realSource(path: string): ByteSource {
	return bytesSource(basename(path), new Uint8Array(readFileSync(resolve(realFolder, path))), 1 << 20);
}
