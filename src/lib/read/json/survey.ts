// What a JSON document holds: its lists with their headers, and what the answer says about itself.
import { JsonObject, type JsonValue } from './parse';
import { cellsOf, HeaderUnion } from './rows';
import type { Found } from './walk';
import type { ControlStatement } from '../source-table';

export interface JsonList {
	/** Where it stands: empty for the whole document, `results`, `result/records`. */
	path: string;
	elements: number;
	/** Objects become rows by their names, lists become rows as they stand. */
	objects: number;
	lists: number;
	headers: HeaderUnion;
	/** The first element says what the list is. */
	first: JsonValue;
}

export interface JsonSurvey {
	lists: JsonList[];
	/** What stands beside the lists, by path. */
	beside: Map<string, JsonValue>;
}

/** Looks through a whole document once. @throws JsonFault where the text is no JSON */
export function surveyJson(found: Iterable<Found>): JsonSurvey {
	const lists = new Map<string, JsonList>();
	const beside = new Map<string, JsonValue>();
	for (const item of found) {
		if ('name' in item) {
			beside.set(item.name, item.value);
			continue;
		}
		const list = lists.get(item.list) ?? newList(item.list);
		lists.set(item.list, list);
		if ('element' in item) addElement(list, item.element);
	}
	return { lists: [...lists.values()], beside };
}

export function newList(path: string): JsonList {
	return { path, elements: 0, objects: 0, lists: 0, headers: new HeaderUnion(), first: null };
}

/** Counts one element and learns its names. */
export function addElement(list: JsonList, element: JsonValue): void {
	if (list.elements++ === 0) list.first = element;
	if (element instanceof JsonObject) {
		list.objects++;
		cellsOf(element, list.headers);
	} else if (Array.isArray(element)) list.lists++;
}

const totalNames =
	/^(?:resultcount|total|totalcount|totalresults|totalrecords|totalitems|totalhits|numfound|odatacount|count)$/;
const nextNames = /^(?:odatanextlink|nextlink|next|nextpage|nextpageurl)$/;

function plainName(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** What stands beside a list under a name of these, in the same object. */
function besideList({ beside }: JsonSurvey, path: string, names: RegExp): [string, JsonValue] | null {
	const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
	for (const [name, value] of beside) {
		if (!name.startsWith(folder)) continue;
		const rest = name.slice(folder.length);
		if (names.test(plainName(rest.replace(/^_?links\//, '')))) return [rest, value];
	}
	return null;
}

/** How many rows the whole answer has by its own word; null when it does not say. */
export function statedRows(survey: JsonSurvey, path: string): ControlStatement | null {
	const found = besideList(survey, path, totalNames);
	if (!found) return null;
	const rows = typeof found[1] === 'string' && /^\d{1,12}$/.test(found[1]) ? Number(found[1]) : found[1];
	if (typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 0) return null;
	return { label: `Antal rader enligt filen (${found[0]})`, sum: null, rows, from: null, to: null };
}

/** What a person should know about an answer that comes in pages. */
export function pageNotes(survey: JsonSurvey, list: JsonList): string[] {
	const stated = statedRows(survey, list.path)?.rows ?? null;
	if (stated !== null && stated > list.elements) {
		return [
			`Filen är en del av ett större svar: den säger ${stated.toLocaleString('sv-SE')} rader men innehåller ${list.elements.toLocaleString('sv-SE')}. Hämta hela svaret, eller läs in alla sidor.`
		];
	}
	const next = besideList(survey, list.path, nextNames);
	if (!next || next[1] === null || next[1] === '' || next[1] === false) return [];
	return [
		`Filen är en sida av ett större svar: den hänvisar till en nästa sida (${next[0]}). Hämta hela svaret, eller läs in alla sidor.`
	];
}
