// Walks a JSON document element by element, so that a large answer is never held as objects all at once.
import { JsonCursor, type JsonValue } from './parse';

export type Found =
	/** A list begins, at this path of names. */
	| { list: string }
	/** One element of a list. */
	| { list: string; element: JsonValue }
	/** A value beside the lists, such as the number of rows of the whole answer. */
	| { name: string; value: JsonValue };

/** Lists are looked for this many objects deep: `{"result": {"records": […]}}`. */
const deepestList = 2;

/** Walks a document. @throws JsonFault where the text is no JSON */
export function* walkJson(text: string): Generator<Found> {
	const cursor = new JsonCursor(text);
	yield* walkValue(cursor, '', 0);
	cursor.end();
}

function* walkValue(cursor: JsonCursor, path: string, depth: number): Generator<Found> {
	const first = cursor.peek();
	if (first === '[') yield* walkList(cursor, path);
	else if (first === '{' && depth < deepestList) yield* walkObject(cursor, path, depth);
	else yield { name: path, value: cursor.value() };
}

function* walkObject(cursor: JsonCursor, path: string, depth: number): Generator<Found> {
	cursor.expect('{');
	if (cursor.skip('}')) return;
	do {
		const key = cursor.key();
		yield* walkValue(cursor, path ? `${path}/${key}` : key, depth + 1);
	} while (cursor.skip(','));
	cursor.expect('}');
}

function* walkList(cursor: JsonCursor, list: string): Generator<Found> {
	cursor.expect('[');
	yield { list };
	if (cursor.skip(']')) return;
	do yield { list, element: cursor.value() };
	while (cursor.skip(','));
	cursor.expect(']');
}
