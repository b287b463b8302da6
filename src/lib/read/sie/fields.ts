// One line of a SIE file: a label and its fields, by the rules of the format and the liberties that programs take.

/** One object of an object list `{1 "200"}`: the dimension and the object's number. */
export interface SieObject {
	dimension: string;
	number: string;
}

export type SieField = string | readonly SieObject[];

export interface SieRow {
	/** Without `#`, in capitals. */
	label: string;
	fields: readonly SieField[];
	/** Where each field starts in the line. */
	starts: readonly number[];
	/** The first field that is damaged, and how. */
	fault: { field: number; what: 'citattecken' | 'klammer' } | null;
}

// Blanks of any kind, NUL and the end-of-file mark of DOS.
const label = /^[\s\u0000\u001a\ufeff]*#([^\s{}"]+)/;

/** Blanks and control signs; past the end of the line it is NaN, which is neither. */
const isBlank = (code: number): boolean => code <= 32 || code === 0xa0;
const openBrace = 123;
const closeBrace = 125;

/** Splits a line; null when it has no label. */
export function sieRow(line: string): SieRow | null {
	const match = label.exec(line);
	if (!match) return null;
	const fields: SieField[] = [];
	const starts: number[] = [];
	let fault: SieRow['fault'] = null;
	let at = match[0].length;
	for (;;) {
		while (isBlank(line.charCodeAt(at))) at++;
		if (at >= line.length) break;
		if (line[at] === '}') {
			at++;
			continue;
		}
		const field = fields.length;
		starts.push(at);
		if (line[at] === '{') {
			const list = objectList(line, at);
			if (!list) {
				fault ??= { field, what: 'klammer' };
				break;
			}
			fields.push(list.objects);
			at = list.end;
		} else {
			const value = line[at] === '"' ? quoted(line, at) : bare(line, at);
			if (!value.whole) fault ??= { field, what: 'citattecken' };
			fields.push(value.text);
			at = value.end;
		}
	}
	return { label: (match[1] ?? '').toUpperCase(), fields, starts, fault };
}

interface Value {
	text: string;
	end: number;
	/** False when a quotation mark has no partner. */
	whole: boolean;
}

/** A quoted value. A mark inside a word, as in `19"-skärm`, is part of the text even when it is not escaped. */
function quoted(line: string, start: number): Value {
	let text = '';
	let from = start + 1;
	for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
		const next = line.charCodeAt(at + 1);
		const ends = Number.isNaN(next) || isBlank(next) || next === openBrace || next === closeBrace;
		if (line[at - 1] === '\\' && at - 1 > start) {
			text += line.slice(from, at - 1) + '"';
			from = at + 1;
		} else if (ends) {
			return { text: text + line.slice(from, at), end: at + 1, whole: true };
		}
	}
	return { text: (text + line.slice(from)).trimEnd(), end: line.length, whole: false };
}

function bare(line: string, start: number): Value {
	let end = start + 1;
	while (end < line.length && !isBlank(line.charCodeAt(end)) && line.charCodeAt(end) !== openBrace) end++;
	const text = line.slice(start, end);
	return { text, end, whole: !text.includes('"') };
}

function endsValue(code: number): boolean {
	return isBlank(code) || code === openBrace || code === closeBrace;
}

function objectList(line: string, start: number): { objects: SieObject[]; end: number } | null {
	const values: string[] = [];
	let at = start + 1;
	for (;;) {
		while (isBlank(line.charCodeAt(at))) at++;
		const first = line[at];
		if (first === undefined || first === '{') return null;
		if (first === '}') break;
		if (first === '"') {
			const value = quoted(line, at);
			if (!value.whole) return null;
			values.push(value.text);
			at = value.end;
		} else {
			const from = at;
			while (at < line.length && !endsValue(line.charCodeAt(at))) at++;
			values.push(line.slice(from, at));
		}
	}
	if (values.length % 2 !== 0) return null;
	const objects: SieObject[] = [];
	for (let i = 0; i < values.length; i += 2) {
		const [dimension = '', number = ''] = values.slice(i, i + 2);
		if (number !== '') objects.push({ dimension, number });
	}
	return { objects, end: at + 1 };
}

/** The text of a field; empty where the line has none or a list stands there. */
export function textField({ fields }: SieRow, index: number): string {
	const field = fields[index];
	return typeof field === 'string' ? field : '';
}
