// A saved view: an address of one of our own pages under a name, with the edition and the figures that it was saved on.
import type { Period } from './period';
import { filterParameters } from './filters';
import { addressed } from './organisation-number';

/** `vy` holds an address, `sql` a question in SQL. */
export const viewKinds = ['vy', 'sql'] as const;
export type ViewKind = (typeof viewKinds)[number];

export const viewLimits = { name: 100, text: 1_000, address: 8_000, sql: 20_000, perPerson: 200 } as const;

/** What a view showed when it was saved. */
export interface ViewFigures {
	/** Öre. */
	amount: number;
	rowCount: number;
	/** The months that were counted, since an address without months follows the edition. */
	period: Period | null;
}

export interface SavedView {
	id: number;
	kind: ViewKind;
	name: string;
	/** In the owner's own words; may be empty. */
	text: string;
	/** Path and query string of a `vy`, the SQL of a `sql`. */
	address: string;
	/** Seen by everybody who sees the whole municipality. */
	shared: boolean;
	owner: string;
	/** Owned by the person who asks. */
	own: boolean;
	/** Somebody else's, and the person who asks may stop the sharing of it. */
	mayUnshare: boolean;
	/** The edition it was saved on. `readable` unless that edition has been withdrawn. */
	edition: { number: number; published: string; readable: boolean };
	/** Null for SQL, for pages without a total, and where the person who asks sees other nämnder than were counted. */
	figures: ViewFigures | null;
	/** ISO instants. */
	created: string;
	changed: string;
}

/** The parameter that says which saved view a page was opened from. No filter: other pages never get it. */
export const viewParameter = 'vy';
/**
 * The parameter that asks for an earlier edition's figures ("Visa då"). The page that reads it decides what they are; see
 * SavedViewLine.
 */
export const editionParameter = 'utgava';

/** The parameter that opens the rows behind a figure. */
const rowsParameter = 'rader';

/** Parameters that say how a page was come to or what lies open on it, not what it shows. */
const passing: readonly string[] = [viewParameter, editionParameter, rowsParameter];

/** Pages whose address can be saved; those below them too. */
const savedPaths = [
	'/kostnader',
	'/budget',
	'/avtal',
	'/beroende',
	'/licenser',
	'/leverantorer',
	'/namnder',
	'/system',
	'/systemkarta'
];

/** Stands in for our own origin, which an address is saved without. */
const base = 'https://genomlys.invalid';

/**
 * An address as it is saved: path and query string of one of our own pages, without what says how it was come to. Null for
 * anything else, and for one that names an enskild firma by its number.
 */
export function savedAddress(text: string): string | null {
	if (text.length > viewLimits.address || !text.startsWith('/')) return null;
	const url = parsed(text);
	if (!url) return null;
	const { pathname, searchParams } = url;
	if (pathname !== '/' && !savedPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`)))
		return null;
	if (!searchParams.getAll('leverantor').every(addressed)) return null;
	for (const name of passing) searchParams.delete(name);
	const search = searchParams.toString();
	return search ? `${pathname}?${search}` : pathname;
}

/**
 * The address of a figure: as {@link savedAddress}, with the rows that lie open on the page, which are what the figure is.
 */
export function figureAddress(text: string): string | null {
	const address = savedAddress(text);
	const rows = address === null ? null : parsed(text)?.searchParams.get(rowsParameter);
	if (address === null || !rows) return address;
	return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ [rowsParameter]: rows })}`;
}

/** Every word of an address, decoded, for a search in them. */
export function addressWords(address: string): string {
	const url = parsed(address);
	if (!url) return address;
	const words = [url.pathname.replaceAll('/', '\n'), ...[...url.searchParams].map(([, value]) => value)];
	return words.map(decoded).join('\n');
}

/** The page of a view. */
export function pathOfView(address: string): string {
	return parsed(address)?.pathname ?? '';
}

/**
 * The address that opens a view, which says where it came from.
 * @param edition shows the figures of that edition; null those of the current one
 */
export function openedAddress(
	view: Pick<SavedView, 'id' | 'address'>,
	edition: number | null = null
): string {
	const url = parsed(view.address);
	if (!url) return '/';
	url.searchParams.set(viewParameter, String(view.id));
	if (edition !== null) url.searchParams.set(editionParameter, String(edition));
	return url.pathname + url.search;
}

/** True when two addresses show the same, in whatever order their filters were chosen. */
export function showsSame(one: string, other: string): boolean {
	return stateOf(one) === stateOf(other);
}

function stateOf(address: string): string {
	const url = parsed(address);
	if (!url) return address;
	for (const name of passing) url.searchParams.delete(name);
	const pairs = [...url.searchParams].map(([name, value], index) => ({ name, value, index }));
	const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	// Words of a filter have no order among themselves; those of other lists, such as a pivot's rows, do.
	pairs.sort(
		(a, b) =>
			byName(a.name, b.name) ||
			(filterParameters.includes(a.name) ? byName(a.value, b.value) : a.index - b.index)
	);
	return JSON.stringify([url.pathname, pairs.map(({ name, value }) => [name, value])]);
}

function parsed(address: string): URL | null {
	try {
		const url = new URL(address, base);
		return url.origin === base ? url : null;
	} catch {
		return null;
	}
}

function decoded(text: string): string {
	let now = text;
	// A parameter may itself hold a query string.
	for (let round = 0; round < 3; round++) {
		try {
			const next = decodeURIComponent(now);
			if (next === now) break;
			now = next;
		} catch {
			break;
		}
	}
	return now;
}
