// The rejected rows of an import as CSV: read from the original once more, masked, in a form that can be mended and
// imported again.
import Papa from 'papaparse';
import { importFile } from '$lib/import/import-file';
import type { RejectedRow } from '$lib/import/check-rows';
import { importById, type StoredImport } from './imports';
import { installation, type Installation } from './installation';
import { originalSource } from './original';
import { loadSoleTraders } from './sole-traders';

/** None of these is the name of a field, so the import leaves them aside. */
const ownHeaders = ['avvisad_rad', 'avvisad_kolumn', 'avvisat_varde', 'avvisad_orsak'];

/** Text that a spreadsheet would run as a formula; a negative amount is none. */
const formula = /^(?:[=+@\t\r]|-(?![\d\s.,\u00a0]*$))/;

export interface RejectedRows {
	import: StoredImport;
	fileName: string;
	/** UTF-8 with BOM, `;` and CRLF. */
	body: ReadableStream<Uint8Array>;
}

/** Null when there is no such import. */
export async function rejectedRows(
	id: number,
	where: Installation = installation()
): Promise<RejectedRows | null> {
	const found = await importById(id, where);
	if (!found) return null;
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	void writeRows(found, where, writable);
	return { import: found, fileName: `avvisade_rader_${id}.csv`, body: readable };
}

async function writeRows(
	found: StoredImport,
	where: Installation,
	writable: WritableStream<Uint8Array>
): Promise<void> {
	const writer = writable.getWriter();
	const encoder = new TextEncoder();
	let waiting: string[][] = [];
	const flush = async (): Promise<void> => {
		if (!waiting.length) return;
		const text = Papa.unparse(waiting, { delimiter: ';', newline: '\r\n', escapeFormulae: formula });
		waiting = [];
		await writer.write(encoder.encode(`${text}\r\n`));
	};
	try {
		await writer.write(encoder.encode('\ufeff'));
		await importFile(originalSource(where.dataDirectory, found), {
			answers: found.answers,
			soleTraders: await loadSoleTraders(where),
			progress: flush,
			sink: {
				begin: (plan) => waiting.push([...ownHeaders, ...plan.headers]),
				reject: (row) => waiting.push(lineOf(row))
			}
		});
		await flush();
		await writer.close();
	} catch (error) {
		// The reader has gone away, or the original cannot be read: the download is seen to be broken off.
		await writer.abort(error).catch(() => undefined);
	}
}

function lineOf(row: RejectedRow): string[] {
	return [String(row.row), row.column, row.value, row.reason, ...row.cells];
}
