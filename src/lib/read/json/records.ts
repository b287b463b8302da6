// The elements of a JSON list as records, and damage told by its place.
import type { FileProblem } from '$lib/domain/problem';
import { JsonObject, type JsonFault, type JsonValue } from './parse';
import { cellOf, cellsOf } from './rows';
import type { JsonList } from './survey';
import type { SourceRecord } from '../record';

/** One element as a record. What is neither object nor list where the others are is told, not left out. */
export function recordOf(element: JsonValue, row: number, list: JsonList): SourceRecord {
	if (element instanceof JsonObject) return { row, cells: cellsOf(element, list.headers) };
	if (Array.isArray(element) && list.objects === 0) return { row, cells: element.map(cellOf) };
	return {
		row,
		cells: [cellOf(element)],
		broken: `Post ${row} i listan är ingen rad som de andra. Rätta posten i källan eller ta bort den.`
	};
}

/** Damage, told by where it stands and how to mend it. */
export function brokenJson(
	{ what }: JsonFault,
	{ line, column }: { line: number; column: number }
): FileProblem {
	return {
		code: 'trasig_json',
		message: `JSON-filen är skadad eller avklippt på rad ${line.toLocaleString('sv-SE')}, tecken ${column.toLocaleString('sv-SE')}: ${what}. Hämta filen igen från källan.`
	};
}
