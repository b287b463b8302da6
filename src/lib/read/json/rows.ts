// Values of a JSON file → cells under flat headers: `a/b` for what lies inside, `|` between plain values of a list.
import { JsonObject, jsonText, LongNumber, type JsonValue } from './parse';
import type { Cell } from '../record';

/** More columns than this are no table: often ids have been used as names. */
export const mostColumns = 2000;

/** The headers of a table, in order of first appearance. */
export class HeaderUnion {
	private readonly places = new Map<string, number>();

	get names(): string[] {
		return [...this.places.keys()];
	}

	get size(): number {
		return this.places.size;
	}

	/** Where a header stands, added when it is new. */
	placeOf(name: string): number {
		const known = this.places.get(name);
		if (known !== undefined) return known;
		this.places.set(name, this.places.size);
		return this.places.size - 1;
	}
}

/** One object as cells. New names are added to the headers. */
export function cellsOf(object: JsonObject, headers: HeaderUnion): Cell[] {
	const cells: Cell[] = [];
	const taken = new Set<number>();
	flatten(object, '', (name, value) => {
		let place = headers.placeOf(name);
		// The same name twice in one object: both values are kept.
		for (let n = 2; taken.has(place); n++) place = headers.placeOf(`${name} (${n})`);
		taken.add(place);
		cells[place] = cellOf(value);
	});
	return Array.from({ length: headers.size }, (_, i) => cells[i] ?? '');
}

function flatten(object: JsonObject, prefix: string, give: (name: string, value: JsonValue) => void): void {
	for (const [key, value] of object.members) {
		if (value instanceof JsonObject) flatten(value, `${prefix}${key}/`, give);
		else give(prefix + key, value);
	}
}

/** One value as a cell. Text stays text, with its leading zeros; a number that no double holds keeps its digits. */
export function cellOf(value: JsonValue): Cell {
	if (typeof value === 'string' || typeof value === 'number') return value;
	if (value === null) return '';
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	if (value instanceof LongNumber) return value.digits;
	if (!Array.isArray(value)) return value.members.length ? jsonText(value) : '';
	const plain = value.every((item) => !Array.isArray(item) && !(item instanceof JsonObject));
	return plain ? value.map((item) => String(cellOf(item))).join('|') : jsonText(value);
}
