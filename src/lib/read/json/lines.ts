// One JSON object per line (NDJSON, JSON Lines), read line by line whatever the size of the file.
import type { ByteSource } from '../byte-source';
import { linesOf } from '../csv/lines';
import { decodeText, type Encoding } from '../encoding/encoding';
import { JsonCursor, JsonFault, JsonObject, type JsonValue } from './parse';
import { brokenJson, recordOf } from './records';
import { mostColumns } from './rows';
import { addElement, newList, type JsonList } from './survey';
import { isOcds, openOcds } from '../ocds/ocds';
import type { SourceRecord } from '../record';
import type { TextReading } from '../source-table';
import type { Opened } from '../table-file';

interface Line {
	/** From 1, as an editor counts. */
	line: number;
	parsed: { value: JsonValue } | { fault: JsonFault };
}

/** Opens a file of one object per line; null when it is no such file. */
export async function openJsonLines(source: ByteSource, reading: TextReading): Promise<Opened | null> {
	const { encoding } = reading.encoding;
	if (!(await startsWithTwoObjects(source, encoding))) return null;
	const list = newList('');
	let last: Line | null = null;
	for await (const lines of parsedLines(source, encoding)) {
		for (const line of lines) if ('value' in line.parsed) addElement(list, line.parsed.value);
		last = lines.at(-1) ?? last;
		if (list.headers.size > mostColumns) return null;
	}
	// A last line that is cut says that the file is: what should have followed is not known.
	if (last && 'fault' in last.parsed) {
		return { problem: brokenJson(last.parsed.fault, { line: last.line, column: last.parsed.fault.at + 1 }) };
	}
	if (isOcds(list.first)) return openOcds(await allValues(source, encoding), reading);
	return {
		controls: [],
		tables: [
			{
				sheet: '',
				format: 'json',
				text: reading,
				known: null,
				records: () => recordsOf(source, encoding, list)
			}
		]
	};
}

async function startsWithTwoObjects(source: ByteSource, encoding: Encoding): Promise<boolean> {
	let seen = 0;
	let length = 0;
	for await (const lines of linesOf(decodeText(source, encoding), '\n')) {
		for (const line of lines) {
			length += line.length;
			if (line.trim() === '') continue;
			if (seen === 1) return line.trimStart().startsWith('{');
			const parsed = parseLine(line);
			if ('fault' in parsed || !(parsed.value instanceof JsonObject)) return false;
			seen++;
		}
		// A document may be one line of any length.
		if (seen === 0 && length > 10_000_000) return false;
	}
	return false;
}

function parseLine(line: string): Line['parsed'] {
	const cursor = new JsonCursor(line);
	try {
		const value = cursor.value();
		cursor.end();
		return { value };
	} catch (fault) {
		if (fault instanceof JsonFault) return { fault };
		throw fault;
	}
}

async function* parsedLines(source: ByteSource, encoding: Encoding): AsyncGenerator<Line[]> {
	let line = 0;
	for await (const lines of linesOf(decodeText(source, encoding), '\n')) {
		const parsed: Line[] = [];
		for (const text of lines) {
			line++;
			if (text.trim() !== '') parsed.push({ line, parsed: parseLine(text) });
		}
		if (parsed.length) yield parsed;
	}
}

async function allValues(source: ByteSource, encoding: Encoding): Promise<JsonValue[]> {
	const values: JsonValue[] = [];
	for await (const lines of parsedLines(source, encoding)) {
		for (const { parsed } of lines) if ('value' in parsed) values.push(parsed.value);
	}
	return values;
}

/** Rows are numbered by their object, from 1. A line that is no JSON costs that row only. */
async function* recordsOf(
	source: ByteSource,
	encoding: Encoding,
	list: JsonList
): AsyncGenerator<SourceRecord[]> {
	yield [{ row: 0, cells: list.headers.names }];
	let row = 0;
	for await (const lines of parsedLines(source, encoding)) {
		yield lines.map(({ line, parsed }) => {
			row++;
			if ('value' in parsed) return recordOf(parsed.value, row, list);
			return {
				row,
				cells: [],
				broken: `Rad ${line} i filen är ingen hel JSON: ${parsed.fault.what}. Rätta raden i källan.`
			};
		});
	}
}
