// SQL text as tokens, as DuckDB's scanner divides it: enough to know what is a word and what is only text or a comment.

export interface SqlToken {
	/** `name` is quoted: "a b". Brackets, commas and the end mark are single signs. */
	type: 'word' | 'name' | 'string' | 'number' | 'sign';
	text: string;
	/** From 1. */
	line: number;
	/** Place in the text. */
	start: number;
}

export type SqlFault =
	/** A text, quoted name, comment or bracket that is never closed, or a bracket too many. */
	| { name: 'unclosed'; what: 'text' | 'name' | 'comment' | 'bracket'; line: number }
	/** `?`, `$1`, `$$text$$` and `E'text'`, which mean values or escapes that are not ours to fill in. */
	| { name: 'sign'; word: string; line: number };

/** DuckDB's own spaces, some of which are none to JavaScript. */
const space = /[\s\u200b-\u200d\u2060\ufeff]/;
// Every letter beyond ASCII may be part of a name.
const wordStart = /[A-Za-z_\u0080-\uffff]/;
const wordPart = /[A-Za-z0-9_$\u0080-\uffff]/;
/** A number ends where its own grammar ends: 1FROM is a number and a word. */
const numberStart =
	/^(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9][0-9_]*)?)/;
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The tokens, and the text with comments and rare spaces as plain spaces, so that places and lines stay the same. */
export function sqlTokens(text: string): { tokens: SqlToken[]; sql: string; fault?: SqlFault } {
	const tokens: SqlToken[] = [];
	const open: SqlToken[] = [];
	let sql = '';
	let line = 1;
	let place = 0;
	const failed = (fault: SqlFault) => ({ tokens, sql, fault });
	const blank = (end: number) => text.slice(place, end).replace(/[^\n]/g, ' ');

	while (place < text.length) {
		const sign = text.charAt(place);
		const start = place;
		let end = place + 1;
		let type: SqlToken['type'] | null = 'sign';
		if (space.test(sign)) {
			type = null;
		} else if (text.startsWith('--', place)) {
			const newLine = text.slice(place).search(/[\n\r]/);
			end = newLine < 0 ? text.length : place + newLine;
			type = null;
		} else if (text.startsWith('/*', place)) {
			end = endOfComment(text, place);
			if (end < 0) return failed({ name: 'unclosed', what: 'comment', line });
			type = null;
		} else if (sign === "'" || sign === '"') {
			end = endOfQuoted(text, place, sign);
			type = sign === '"' ? 'name' : 'string';
			if (end < 0) return failed({ name: 'unclosed', what: sign === '"' ? 'name' : 'text', line });
			const before = tokens.at(-1);
			const joined = before?.type === 'word' && before.start + before.text.length === place;
			if (type === 'string' && joined && /^[eu]$/i.test(before.text))
				return failed({ name: 'sign', word: `${before.text}'…'`, line });
		} else if (sign === '?' || sign === '$') {
			return failed({ name: 'sign', word: sign, line });
		} else if (wordStart.test(sign)) {
			while (end < text.length && wordPart.test(text.charAt(end)) && !space.test(text.charAt(end))) end++;
			type = 'word';
		} else if (/[0-9]/.test(sign)) {
			end = place + (numberStart.exec(text.slice(place))?.[0].length ?? 1);
			type = 'number';
		}
		const found = text.slice(start, end);
		if (type) {
			const token = { type, text: found, line, start };
			tokens.push(token);
			if (type === 'sign' && '([{'.includes(found)) open.push(token);
			const closes = type === 'sign' ? pairs[found] : undefined;
			if (closes && open.pop()?.text !== closes) return failed({ name: 'unclosed', what: 'bracket', line });
		}
		sql += type ? found : blank(end);
		line += found.split('\n').length - 1;
		place = end;
	}
	const [unclosed] = open;
	if (unclosed) return failed({ name: 'unclosed', what: 'bracket', line: unclosed.line });
	return { tokens, sql };
}

/** Comments lie within each other, as in DuckDB. −1 when one is never closed. */
function endOfComment(text: string, start: number): number {
	let depth = 0;
	for (let place = start; place < text.length; place++) {
		if (text.startsWith('/*', place)) depth++;
		else if (text.startsWith('*/', place)) depth--;
		else continue;
		place++;
		if (depth === 0) return place + 1;
	}
	return -1;
}

/** A quote within is written twice. −1 when it is never closed. */
function endOfQuoted(text: string, start: number, quote: string): number {
	for (let place = start + 1; place < text.length; place++) {
		if (text.charAt(place) !== quote) continue;
		if (text.charAt(place + 1) !== quote) return place + 1;
		place++;
	}
	return -1;
}
