// The parts of a workbook that hold its cells, unpacked with their checksums verified, and put together again unpacked:
// the reader of workbooks verifies none, drops error cells, and reads ISO dates in the clock of the machine.
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { PackedFile } from '../archive/archive';

/** What the package says about one sheet beyond its cells. */
export interface SheetFacts {
	hidden: boolean;
	/** Ranges of merged cells that span rows, as `A5:A9`. */
	mergedDown: string[];
	/** Rows with cells that Excel does not show, by a filter or by hand. */
	hiddenRows: number;
}

export interface WorkbookPackage {
	bytes: ArrayBuffer;
	/** In the order of the workbook. */
	sheets: SheetFacts[];
}

/** Bytes that a workbook may unpack to. */
export const largestUnpackedWorkbook = 500 * 1024 * 1024;

const needless =
	/^xl\/(?:drawings|charts|chartsheets|theme|media|comments|pivot|externalLinks|printerSettings)/i;

/**
 * Unpacks and repacks a workbook; null when it is too large to be held.
 * @throws Error when a part is damaged
 */
export async function openPackage(files: readonly PackedFile[]): Promise<WorkbookPackage | null> {
	const parts = new Map<string, Uint8Array>();
	const hiddenRows = new Map<string, number>();
	let left = largestUnpackedWorkbook;
	for (const file of files) {
		if (!/\.(?:xml|rels)$/i.test(file.path) || needless.test(file.path)) continue;
		const part = await unpackPart(file, left);
		if (!part) return null;
		left -= part.length;
		const text = isSheet(file.path) ? sheetText(part) : '';
		if (text === null) return null;
		hiddenRows.set(file.path, hiddenRowsIn(text));
		parts.set(file.path, text ? new TextEncoder().encode(withReadableCells(text)) : part);
	}
	const sheets = sheetFacts(parts, hiddenRows);
	const writer = new ZipWriter(new Uint8ArrayWriter(), {
		level: 0,
		useWebWorkers: false,
		extendedTimestamp: false
	});
	for (const [path, part] of parts) {
		await writer.add(path, new Uint8ArrayReader(part));
		parts.delete(path);
	}
	const bytes = await writer.close();
	return { bytes: bytes.buffer, sheets };
}

async function unpackPart(file: PackedFile, limit: number): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of file.unpack()) {
		size += chunk.length;
		if (size > limit) return null;
		chunks.push(chunk);
	}
	const part = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		part.set(chunk, at);
		at += chunk.length;
	}
	return part;
}

function isSheet(path: string): boolean {
	return /worksheets\/[^/]+\.xml$/i.test(path);
}

/** Excel's own limits; beyond them a sheet is damaged. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** The reader fills every row out to the widest one, so one stray value far to the right costs a cell in each. */
const mostCells = 40_000_000;

/** Null when the sheet is larger than can be held. @throws Error when it is larger than Excel allows */
function sheetText(part: Uint8Array): string | null {
	const text = new TextDecoder().decode(part);
	let rows = 0;
	for (const [, row] of text.matchAll(/<(?:\w+:)?row\s[^>]*?\br=["'](\d+)/g))
		rows = Math.max(rows, Number(row));
	let columns = 26;
	for (const [, letters = ''] of text.matchAll(
		/<(?:\w+:)?c\s[^>]*?\br=["']([A-Za-z]{2,})\d+["'](?:[^>]*[^/>])?>/g
	)) {
		columns = Math.max(columns, columnNumber(letters));
	}
	if (rows > mostRows || columns > mostColumns) throw new Error('Rows or columns beyond the limits of Excel');
	return Math.min(rows, lastFilledRow(text)) * columns > mostCells ? null : text;
}

function columnNumber(letters: string): number {
	return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The row of the last value; formatted rows below it are empty. */
function lastFilledRow(text: string): number {
	const last = Math.max(text.lastIndexOf('<v>'), text.lastIndexOf('<t>'), text.lastIndexOf('<t '));
	const row = last < 0 ? -1 : text.lastIndexOf('<row ', last);
	return row < 0 ? Infinity : Number(attribute(text.slice(row, text.indexOf('>', row) + 1), 'r')) || Infinity;
}

/** Error cells and ISO dates as text: `#N/A` is said to be no amount, and 2026-03-31T00:00 stays the 31st. */
function withReadableCells(text: string): string {
	return text.replace(/(<(?:\w+:)?c\s[^>]*?\bt=)(["'])[ed]\2/g, '$1$2str$2');
}

/** Rows that are hidden though they hold something. */
function hiddenRowsIn(text: string): number {
	return text.match(/<(?:\w+:)?row\s[^>]*?\bhidden=["'](?:1|true)["'][^>]*(?<!\/)>/g)?.length ?? 0;
}

function sheetFacts(
	parts: ReadonlyMap<string, Uint8Array>,
	hiddenRows: ReadonlyMap<string, number>
): SheetFacts[] {
	const textOf = (path: string): string => new TextDecoder().decode(parts.get(path));
	const targets = new Map(
		tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
			attribute(tag, 'Id'),
			attribute(tag, 'Target')
		])
	);
	return tags(textOf('xl/workbook.xml'), 'sheet').map((tag) => {
		const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? '';
		const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
		return {
			hidden: /hidden/i.test(attribute(tag, 'state')),
			mergedDown: mergedDown(parts.get(path)),
			hiddenRows: hiddenRows.get(path) ?? 0
		};
	});
}

/** Merged cells are listed after the rows, so only the end of a sheet is looked at. */
function mergedDown(part: Uint8Array | undefined): string[] {
	if (!part) return [];
	const end = new TextDecoder().decode(part.subarray(Math.max(0, part.length - 1_000_000)));
	return tags(end, 'mergeCell')
		.map((tag) => attribute(tag, 'ref'))
		.filter((ref) => {
			const rows = ref.match(/\d+/g) ?? [];
			return rows.length === 2 && rows[0] !== rows[1];
		});
}

function tags(xml: string, name: string): string[] {
	return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
	return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '';
}
