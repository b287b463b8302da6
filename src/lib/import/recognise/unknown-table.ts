// Why a file is none of the tables: what it has, what it looks like, and what is missing. A true reason, from its own lines.
import { tables } from '$lib/domain/columns';
import type { FileProblem } from '$lib/domain/problem';
import { isEmptyRecord, type SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { formatCount } from '$lib/text/format';
import { looksLike, type GuessableField } from './guess-columns';
import { headersOf, normaliseHeader } from './header';
import { listed } from './plan-questions';
import { firstRecords } from './recognise-table';

const advice =
	'Kontrollera att rätt fil är vald. Är det rätt fil: välj tabell och koppla kolumnerna, eller använd en mall.';
const mostHeaders = 6;

/** Says what a table that nothing recognises looks like. */
export async function unknownTable(table: SourceTable): Promise<FileProblem> {
	const head = (await firstRecords(table, 300)).filter((record) => !isEmptyRecord(record));
	const regular = withMostCells(head).length / Math.max(1, head.length);
	const text =
		textKind(head) ??
		(regular < 0.6 ? 'Filen är löpande text: raderna har olika många värden, så den är ingen tabell.' : null);
	if (text) return notATable(text);
	const [first, ...rows] = withMostCells(head);
	const headers = first ? headersOf(first).filter(Boolean) : [];
	const shown = headers.slice(0, mostHeaders).map((header) => header.slice(0, 40));
	const more =
		headers.length > mostHeaders ? [`${formatCount(headers.length - mostHeaders)} kolumner till`] : [];
	return {
		code: 'okand_tabell',
		message: `Filen har kolumnerna ${listed([...shown, ...more])}. ${likeness(headers, rows)} ${advice}`
	};
}

/** Says what a file whose lines are no rows is, where its lines show it; null where they do not. */
export async function textInsteadOfTable(table: SourceTable): Promise<FileProblem | null> {
	const text = textKind((await firstRecords(table, 300)).filter((record) => !isEmptyRecord(record)));
	return text === null ? null : notATable(text);
}

function notATable(text: string): FileProblem {
	return { code: 'inte_en_tabell', message: `${text} Kontrollera att rätt fil är vald.` };
}

/** The records with as many cells as most have: the header and the rows of the table, without lines of text around it. */
function withMostCells(head: readonly SourceRecord[]): SourceRecord[] {
	const counts = new Map<number, number>();
	for (const { cells } of head)
		if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	return head.filter(({ cells }) => cells.length === most?.[0]);
}

/** A file of lines that are no rows: code, settings or running text. */
function textKind(head: readonly SourceRecord[]): string | null {
	const lines = head.map(({ cells }) => cells.map(String).join(' ').trim());
	const share = (pattern: RegExp): number =>
		lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);
	if (lines.some((line) => /^@prefix\s/i.test(line)))
		return 'Filen är metadata i formatet Turtle (RDF), inte en tabell.';
	if (lines.length > 3 && share(/^(?:[\w-]+\s*:(?:\s|$)|- |#|[\w-]+:$)/) > 0.6)
		return 'Filen är en inställningsfil (YAML) med ett namn och ett värde per rad, inte en tabell.';
	if (
		share(/^\|.*\|?$|^#{1,4} /) > 0.4 ||
		lines.some((line) => /^[|\s:-]{5,}$/.test(line) && line.includes('-'))
	)
		return 'Filen är ett textdokument (Markdown), inte en tabell. Spara tabellen i det som CSV.';
	return null;
}

function likeness(headers: readonly string[], rows: readonly SourceRecord[]): string {
	const columnsLike = (field: GuessableField): number[] =>
		headers.flatMap((_, column) => {
			const cells = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => String(cell).trim() !== '');
			return cells.length && cells.filter((cell) => looksLike(field, cell)).length >= cells.length * 0.9
				? [column]
				: [];
		});
	const isUnique = (column: number): boolean => {
		const values = rows.map(({ cells }) => String(cells[column] ?? '').trim());
		return new Set(values).size === values.length;
	};
	const days = columnsLike('day');
	const amounts = columnsLike('amount');
	const words = headers.map(normaliseHeader);
	if (words[0] && /^(?:konto|kontonr|konto nr|account)$/.test(words[0]) && isUnique(0)) {
		return amounts.length > 1
			? 'Den ser ut som en kontoplan med en summa per konto. Det saknas leverantör och datum för varje kostnad, så raderna är inga kostnader.'
			: 'Den ser ut som en kontoplan: ett konto per rad, utan belopp.';
	}
	if (words.some((word) => /^cpv/.test(word)) && isUnique(0) && !days.length)
		return 'Den ser ut som en kodlista: en CPV-kod per rad, utan belopp, datum och leverantör.';
	if (words.some((word) => /^(?:column|data type|datatype|kolumn|datatyp)\b/.test(word)) && isUnique(0))
		return 'Den ser ut som en beskrivning av kolumner, inte som data.';
	if (!amounts.length && isUnique(0))
		return 'Den ser ut som en förteckning: första kolumnen är olika på varje rad, och inga belopp finns.';
	const missing = [
		...(amounts.length ? [] : ['belopp']),
		...(days.length ? [] : ['datum']),
		...(words.some((word) => /lev|supplier|vendor/.test(word)) ? [] : ['leverantör'])
	];
	const known = Object.values(tables)
		.map(({ label }) => label.toLowerCase())
		.join(', ');
	return missing.length
		? `Den passar ingen av tabellerna ${known}. Ingen kolumn känns igen som ${listed(missing)}.`
		: `Rubrikerna passar ingen av tabellerna ${known}.`;
}
