// JSON text → values, without the losses of JSON.parse: long numbers keep their digits, repeated keys are both kept, keys
// keep their order, and a fault is told by line and column.

/** A number that a double cannot hold: its text. */
export class LongNumber {
	constructor(readonly digits: string) {}
}

/** An object, with its keys in file order; a key may stand twice. */
export class JsonObject {
	readonly members: [string, JsonValue][] = [];

	/** The first value of a key; undefined where there is none. */
	get(key: string): JsonValue | undefined {
		return this.members.find(([name]) => name === key)?.[1];
	}
}

export type JsonValue = string | number | boolean | null | LongNumber | JsonValue[] | JsonObject;

/** What is wrong with a JSON text, and where. */
export class JsonFault extends Error {
	constructor(
		/** What was found, as a Swedish clause. */
		readonly what: string,
		/** Place in the text, from 0. */
		readonly at: number
	) {
		super(what);
	}
}

/** A line and column, from 1. */
export function placeOf(text: string, at: number): { line: number; column: number } {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
		line++;
		start = end + 1;
	}
	return { line, column: at - start + 1 };
}

const deepest = 100;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z]+/y;
/** Python and others write these although JSON has no such numbers; they are kept as text. */
const notNumbers = ['NaN', 'Infinity'];
const escapes: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t'
};

/** Reads values from a text, one after the other. */
export class JsonCursor {
	at = 0;

	constructor(readonly text: string) {}

	/** The next character that is no blank; empty at the end. */
	peek(): string {
		for (;;) {
			const code = this.text.charCodeAt(this.at);
			if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff) break;
			this.at++;
		}
		return this.text.charAt(this.at);
	}

	/** Steps past one character. @throws JsonFault when another stands there */
	expect(character: string): void {
		if (this.peek() !== character) this.fail(`${character} saknas`);
		this.at++;
	}

	/** Steps past one character where it stands there. */
	skip(character: string): boolean {
		if (this.peek() !== character) return false;
		this.at++;
		return true;
	}

	/** @throws JsonFault always */
	fail(what: string): never {
		throw new JsonFault(this.peek() === '' ? 'texten tar slut mitt i' : what, this.at);
	}

	/** Nothing but blanks may follow. @throws JsonFault */
	end(): void {
		if (this.peek() !== '') this.fail('det står mer text efter slutet');
	}

	/** @throws JsonFault */
	value(depth = 0): JsonValue {
		if (depth > deepest) this.fail('fler än 100 nivåer i varandra');
		switch (this.peek()) {
			case '{':
				return this.object(depth);
			case '[':
				return this.array(depth);
			case '"':
				return this.string();
			default:
				return this.scalar();
		}
	}

	/** A key and the colon after it. A byte order mark inside a key is taken off. @throws JsonFault */
	key(): string {
		if (this.peek() !== '"') this.fail('ett namn inom citattecken saknas');
		const key = this.string().replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '');
		this.expect(':');
		return key;
	}

	private object(depth: number): JsonObject {
		const object = new JsonObject();
		this.expect('{');
		if (this.skip('}')) return object;
		do {
			const key = this.key();
			object.members.push([key, this.value(depth + 1)]);
		} while (this.skip(','));
		this.expect('}');
		return object;
	}

	private array(depth: number): JsonValue[] {
		const array: JsonValue[] = [];
		this.expect('[');
		if (this.skip(']')) return array;
		do array.push(this.value(depth + 1));
		while (this.skip(','));
		this.expect(']');
		return array;
	}

	private string(): string {
		const start = this.at + 1;
		let end = this.text.indexOf('"', start);
		while (end > 0 && this.isEscaped(end, start)) end = this.text.indexOf('"', end + 1);
		if (end < 0) throw new JsonFault('en text inom citattecken tar aldrig slut', this.at);
		const raw = this.text.slice(start, end);
		this.at = end + 1;
		if (!raw.includes('\\')) return raw;
		return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex?: string, letter = '') => {
			if (hex) return String.fromCharCode(parseInt(hex, 16));
			const meant = escapes[letter];
			if (meant === undefined) throw new JsonFault(`\\${letter} betyder inget`, start);
			return meant;
		});
	}

	/** A quote after an odd number of backslashes belongs to the text. */
	private isEscaped(at: number, start: number): boolean {
		let first = at;
		while (first > start && this.text.charCodeAt(first - 1) === 92) first--;
		return (at - first) % 2 === 1;
	}

	private scalar(): JsonValue {
		number.lastIndex = this.at;
		const digits = number.exec(this.text)?.[0];
		if (digits !== undefined) {
			this.at += digits.length;
			// A number at the very end of a cut text may have lost digits, so it must be followed by something.
			if (this.at >= this.text.length && this.at > digits.length) this.fail('');
			return exactNumber(digits);
		}
		word.lastIndex = this.at + (this.text.charAt(this.at) === '-' ? 1 : 0);
		const found = word.exec(this.text)?.[0] ?? '';
		const known = { true: true, false: false, null: null }[found];
		if (known === undefined && !notNumbers.includes(found)) this.fail('ett värde saknas eller är felskrivet');
		const length = word.lastIndex - this.at;
		this.at += length;
		return known === undefined ? this.text.slice(this.at - length, this.at) : known;
	}
}

/** A number where a double holds all its digits, else its text. */
function exactNumber(digits: string): number | LongNumber {
	const value = Number(digits);
	const significant = digits.replace(/e.*$/i, '').replace(/^-?0*\.?0*|\./g, '').length;
	if (significant <= 15 && Number.isFinite(value)) return value === 0 ? 0 : value;
	return String(value) === digits ? value : new LongNumber(digits);
}

/** A value as JSON text again, in one line. */
export function jsonText(value: JsonValue): string {
	if (value instanceof LongNumber) return value.digits;
	if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
	if (value instanceof JsonObject) {
		return `{${value.members.map(([key, inside]) => `${JSON.stringify(key)}:${jsonText(inside)}`).join(',')}}`;
	}
	return JSON.stringify(value);
}
