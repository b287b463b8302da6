// SIE files for tests, written in any of the encodings that programs use.
import { bytesSource, type ByteSource } from '$lib/read/byte-source';
import { decodeCp437 } from '$lib/read/encoding/cp437';
import type { SourceRecord } from '$lib/read/record';
import type { ReadingChoices, SourceTable } from '$lib/read/source-table';
import { openTableFile, type TableFile } from '$lib/read/table-file';

export type SieEncoding = 'cp437' | 'latin-1' | 'utf-8';

const dosBytes = new Map(
	Array.from({ length: 256 }, (_, byte) => [decodeCp437(new Uint8Array([byte])), byte] as const)
);

/** Text as bytes. */
export function bytesOf(text: string, encoding: SieEncoding): Uint8Array {
	if (encoding === 'cp437')
		return new Uint8Array([...text].map((character) => dosBytes.get(character) ?? 0x3f));
	return new Uint8Array(Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1'));
}

/** Lines as a SIE file. */
export function sieSource(
	lines: readonly string[],
	encoding: SieEncoding = 'cp437',
	lineEnd = '\r\n'
): ByteSource {
	return bytesSource('bok.se', bytesOf(lines.map((line) => line + lineEnd).join(''), encoding), 11);
}

export async function openSieFile(source: ByteSource, choices: ReadingChoices = {}): Promise<TableFile> {
	const file = await openTableFile(source, choices);
	if ('problem' in file) throw new Error(file.problem.message);
	return file;
}

/** All records of a table, the header first. */
export async function recordsOf(table: SourceTable | undefined): Promise<SourceRecord[]> {
	const all: SourceRecord[] = [];
	for await (const batch of table?.records() ?? []) all.push(...batch);
	return all;
}

/** The rows of a table as objects by header. */
export async function rowsOf(file: TableFile, sheet: string) {
	const [header, ...records] = await recordsOf(file.tables.find((table) => table.sheet === sheet));
	return records.map((record) =>
		Object.fromEntries((header?.cells ?? []).map((name, i) => [String(name), record.cells[i]]))
	);
}

/** What a table tells beside its rows. */
export function asidesOf(file: TableFile, sheet = 'Verifikationer') {
	return file.tables.find((table) => table.sheet === sheet)?.known?.asides ?? [];
}

/** The labels that a ledger starts with. */
export const head = [
	'#FLAGGA 0',
	'#PROGRAM "Huvudbok" 1.0',
	'#FORMAT PC8',
	'#SIETYP 4',
	'#FNAMN "Lövåsens kommun"',
	'#RAR 0 20260101 20261231'
];
export const accounts = ['#KONTO 1930 "Bank"', '#KONTO 6540 "IT-tjänster"', '#KONTO 5420 "Programvaror"'];

/** 1 000,50 + 200 − 100 kr on cost accounts. */
export const twoVouchers = [
	...head,
	...accounts,
	'#DIM 1 "Förvaltning"',
	'#DIM 20 "Ansvar"',
	'#OBJEKT 1 "30" "Skolförvaltningen"',
	'#VER A 12 20260115 "Faktura januari"',
	'{',
	'#TRANS 6540 {1 "30" 20 "3001"} 1000.50 20260114 "Drift \\"molnet\\""',
	'#TRANS 5420 {} 200 "" ""',
	'#TRANS 1930 {} -1200.50',
	'}',
	'#VER A 13 20260220 "Kredit"',
	'{',
	'   #trans\t6540   { }   -100.00',
	'#TRANS 1930 {} 100.00',
	'}'
];
