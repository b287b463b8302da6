// A table of a file → what it is, by its format, its columns or its values, honouring what a person has chosen.
import { tables, type TableKind } from '$lib/domain/columns';
import type { SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { kindOfTable, type Answers } from '../answers';
import { recogniseFocus } from './focus';
import { guessColumns } from './guess-columns';
import { normaliseHeader } from './header';
import { maskedHeaders } from '../masked-file';
import { mapHeaders, recognise, type Recognition } from './recognise';

/** The first records of a table. */
export async function firstRecords(table: SourceTable, count: number): Promise<SourceRecord[]> {
	const head: SourceRecord[] = [];
	for await (const batch of table.records()) {
		head.push(...batch.slice(0, count - head.length));
		if (head.length >= count) break;
	}
	return head;
}

/** Recognises a table; null when it is none of the seven. */
export async function recogniseTable(table: SourceTable, answers: Answers): Promise<Recognition | null> {
	const head = await firstRecords(table, 300);
	const found = table.known ? byFormat(table.known.kind, head) : byColumns(head, answers);
	if (!found) return null;
	return withChosenColumns({ ...found, headers: maskedHeaders(found.headers) }, answers);
}

function byColumns(head: readonly SourceRecord[], answers: Answers): Recognition | null {
	const kind = answers.tabell ? kindOfTable(answers.tabell) : undefined;
	const headerRow = answers.rubrikrad;
	const mayCost = kind === undefined || kind === 'cost';
	if (headerRow === 0) return (mayCost ? guessColumns(head, 0) : null) ?? withoutHeader(head, kind);
	return (
		(mayCost ? recogniseFocus(head, headerRow) : null) ??
		recogniseWhereSure(head, kind, headerRow) ??
		(mayCost ? guessColumns(head, headerRow) : null) ??
		(kind ? recognise(head, { kind, headerRow: headerRow ?? firstFilledRow(head) }) : null)
	);
}

/** By the headers; a row that a person has pointed at but whose headers say nothing is left to its values. */
function recogniseWhereSure(head: readonly SourceRecord[], kind?: TableKind, headerRow?: number) {
	const found = recognise(head, { kind, headerRow });
	return found && Object.keys(found.mapping).length ? found : null;
}

/** The format has said what the table is; its first record names the columns. */
function byFormat(kind: TableKind, [header, ...rest]: readonly SourceRecord[]): Recognition {
	const headers = (header?.cells ?? []).map(String);
	return { kind, headerRow: 0, headers, mapping: mapHeaders(kind, headers, rest) };
}

function withoutHeader(head: readonly SourceRecord[], kind?: TableKind): Recognition | null {
	if (!kind) return null;
	const width = Math.max(0, ...head.map(({ cells }) => cells.length));
	return {
		kind,
		headerRow: 0,
		headers: Array.from({ length: width }, (_, i) => `Kolumn ${i + 1}`),
		mapping: {}
	};
}

function firstFilledRow(head: readonly SourceRecord[]): number {
	return (
		head.find((record) => record.cells.filter((cell) => String(cell).trim() !== '').length >= 2)?.row ?? 1
	);
}

/** What a person has mapped takes the place of what was found; of guesses, those that nobody named are forgotten. */
function withChosenColumns(recognition: Recognition, { kolumner }: Answers): Recognition {
	if (!kolumner) return recognition;
	const mapping = { ...recognition.mapping };
	for (const name of recognition.guessed ?? []) delete mapping[name];
	for (const [header, source] of Object.entries(kolumner)) {
		const field = tables[recognition.kind].fields.find((candidate) => candidate.header === header);
		if (!field) continue;
		delete mapping[field.name];
		if (source === null) continue;
		const column = columnNamed(recognition.headers, source);
		if (column >= 0) mapping[field.name] = column;
	}
	return { ...recognition, mapping, guessed: [] };
}

/** The column with exactly this header, else the first that is written alike. */
function columnNamed(headers: readonly string[], wanted: string): number {
	const exact = headers.indexOf(wanted.trim());
	if (exact >= 0) return exact;
	const alike = normaliseHeader(wanted);
	return alike === '' ? -1 : headers.findIndex((header) => normaliseHeader(header) === alike);
}
