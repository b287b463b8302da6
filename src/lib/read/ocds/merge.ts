// Open Contracting releases → the latest state of each contracting process, by the standard's rules for merging:
// by date, objects field by field, lists by `id`, null takes away. https://standard.open-contracting.org/1.1/en/schema/merging/
import { JsonObject, type JsonValue } from '../json/parse';
import { cellOf } from '../json/rows';

/** A value inside objects: `at(release, 'tender', 'id')`. */
export function at(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
	let found = value;
	for (const key of path) found = found instanceof JsonObject ? found.get(key) : undefined;
	return found;
}

/** Plain text or digits of a value inside objects; empty where there is none. */
export function textAt(value: JsonValue | undefined, ...path: readonly string[]): string {
	const found = at(value, ...path);
	return found === undefined || found instanceof JsonObject || Array.isArray(found)
		? ''
		: String(cellOf(found)).trim();
}

/** The objects of a list inside objects. */
export function objectsAt(value: JsonValue | undefined, ...path: readonly string[]): JsonObject[] {
	const found = at(value, ...path);
	return Array.isArray(found) ? found.filter((item) => item instanceof JsonObject) : [];
}

/** Whether a value is a release or a record of the standard. */
export function isOcds(value: JsonValue): boolean {
	return (
		textAt(value, 'ocid') !== '' &&
		['tag', 'compiledRelease', 'releases', 'tender', 'awards', 'contracts'].some(
			(key) => at(value, key) !== undefined
		)
	);
}

/** The latest state of every process, in order of first appearance. `linked`: records that only point at releases elsewhere. */
export function latestStates(elements: Iterable<JsonValue>): { states: JsonObject[]; linked: number } {
	const releases = new Map<string, JsonObject[]>();
	let linked = 0;
	for (const element of elements) {
		const given = releasesOf(element);
		if (!given.length) linked++;
		for (const release of given) {
			const ocid = textAt(release, 'ocid') || textAt(element, 'ocid');
			const known = releases.get(ocid);
			if (known) known.push(release);
			else releases.set(ocid, [release]);
		}
	}
	return { states: [...releases].map(([ocid, list]) => latestState(ocid, list)), linked };
}

function releasesOf(element: JsonValue): JsonObject[] {
	const compiled = at(element, 'compiledRelease');
	if (compiled instanceof JsonObject) return [compiled];
	if (at(element, 'releases') === undefined) return element instanceof JsonObject ? [element] : [];
	return objectsAt(element, 'releases').filter((release) => at(release, 'ocid') !== undefined);
}

function isCompiled(release: JsonObject): boolean {
	const tags = at(release, 'tag');
	return Array.isArray(tags) && tags.includes('compiled');
}

function latestState(ocid: string, releases: readonly JsonObject[]): JsonObject {
	// ISO times of one time zone sort as text; others by what they mean. Equal times keep file order.
	const time = (release: JsonObject): number => Date.parse(textAt(release, 'date')) || 0;
	const ordered = releases.toSorted((a, b) => time(a) - time(b));
	const compiled = ordered.filter(isCompiled).at(-1);
	const state = new JsonObject();
	state.members.push(['ocid', ocid]);
	for (const release of compiled ? [compiled] : ordered) merge(state, release);
	return state;
}

function merge(into: JsonObject, from: JsonObject): void {
	for (const [key, value] of from.members) {
		const place = into.members.findIndex(([name]) => name === key);
		const known = into.members[place];
		if (value === null) {
			if (place >= 0) into.members.splice(place, 1);
		} else if (!known) into.members.push([key, copyOf(value)]);
		else known[1] = merged(known[1], value);
	}
}

function merged(known: JsonValue, value: JsonValue): JsonValue {
	if (known instanceof JsonObject && value instanceof JsonObject) {
		merge(known, value);
		return known;
	}
	if (isListById(known) && isListById(value)) {
		for (const item of value) {
			const same = known.find((other) => textAt(other, 'id') === textAt(item, 'id'));
			if (same) merge(same, item);
			else known.push(item);
		}
		return known;
	}
	return value;
}

function isListById(value: JsonValue): value is JsonObject[] {
	return (
		Array.isArray(value) && value.every((item) => item instanceof JsonObject && textAt(item, 'id') !== '')
	);
}

/** What a null inside a first release takes away is not there. */
function copyOf(value: JsonValue): JsonValue {
	if (!(value instanceof JsonObject)) return value;
	const copy = new JsonObject();
	merge(copy, value);
	return copy;
}
