// The rejected rows of an import as CSV: read from the original once more, masked, in a form that can be mended and
// imported again.
import { importFile } from '$lib/import/import-file';
import { rejectedHeader, rejectedLine } from '$lib/import/rejected-csv';
import { log } from '../log';
import { answerOthers } from './durable-file';
import { importById, type StoredImport } from './imports';
import { installation, type Installation } from './installation';
import { originalSource } from './original';
import { loadSoleTraders } from './sole-traders';

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
	let waiting = '';
	const flush = async (): Promise<void> => {
		const text = waiting;
		waiting = '';
		if (text) await writer.write(encoder.encode(text));
	};
	try {
		await importFile(originalSource(where.dataDirectory, found), {
			answers: found.answers,
			soleTraders: await loadSoleTraders(where),
			progress: flush,
			pause: answerOthers,
			sink: {
				begin: (plan) => {
					waiting += rejectedHeader(plan.headers);
				},
				reject: (row) => {
					waiting += rejectedLine(row);
				}
			}
		});
		await flush();
		await writer.close();
	} catch (error) {
		// The reader has gone away, or the original cannot be read: the download is seen to be broken off.
		log.warn({ err: error, import: found.id }, 'rejected rows broken off');
		await writer.abort(error).catch(() => undefined);
	}
}
