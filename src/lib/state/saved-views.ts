// Saved views at the server, for the menu, the line under a page's head, the page Sparade vyer and saved SQL.
import * as v from 'valibot';
import { parseMonth, type Month } from '$lib/domain/period';
import { viewKinds, type SavedView, type ViewFigures, type ViewKind } from '$lib/domain/saved-view';
import { askServer, type Told } from './ask-server';

const month = v.pipe(
	v.string(),
	v.transform(parseMonth),
	v.custom<Month>((value) => value !== null)
);
const viewSchema = v.object({
	id: v.number(),
	kind: v.picklist(viewKinds),
	name: v.string(),
	text: v.string(),
	address: v.string(),
	shared: v.boolean(),
	owner: v.string(),
	own: v.boolean(),
	mayUnshare: v.boolean(),
	edition: v.object({ number: v.number(), published: v.string(), readable: v.boolean() }),
	figures: v.nullable(
		v.object({
			amount: v.number(),
			rowCount: v.number(),
			period: v.nullable(v.object({ from: month, to: month }))
		})
	),
	created: v.string(),
	changed: v.string()
}) satisfies v.GenericSchema<unknown, SavedView>;
const oneSchema = v.object({ view: viewSchema });
const listSchema = v.object({ views: v.array(viewSchema), canShare: v.boolean() });

export type ListedViews = v.InferOutput<typeof listSchema>;

/** What a person writes about a view. */
export interface ViewWords {
	name: string;
	text: string;
	shared: boolean;
}

/** What a page shows: its address, the edition, and its figures where it has a total. */
export interface ShownState {
	address: string;
	edition: number;
	figures: ViewFigures | null;
}

/** Own and shared views, newest first. @param path only those of one page */
export function fetchViews(kind: ViewKind, path?: string): Promise<Told<ListedViews>> {
	const search = new URLSearchParams({ slag: kind, ...(path === undefined ? {} : { sida: path }) });
	return askServer(`/vyer/lista?${search}`, listSchema);
}

export async function fetchView(id: number): Promise<Told<SavedView>> {
	return one(await askServer(`/vyer/${id}`, oneSchema));
}

export async function saveView(
	kind: ViewKind,
	words: ViewWords,
	state: ShownState
): Promise<Told<SavedView>> {
	const body = { kind, ...words, ...state };
	return one(await askServer('/vyer/lista', oneSchema, { method: 'POST', body }));
}

/** Changes some words of a view, or what it shows (`saved`). */
export function changeView(
	id: number,
	change: Partial<ViewWords> & { saved?: ShownState }
): Promise<Told<SavedView>> {
	return patch(id, change);
}

/** Can be taken back by `restoreView` for a day. */
export function removeView(id: number): Promise<Told<null>> {
	return askServer(`/vyer/${id}`, v.null(), { method: 'DELETE' });
}

export function restoreView(id: number): Promise<Told<SavedView>> {
	return patch(id, { restore: true });
}

async function patch(id: number, body: unknown): Promise<Told<SavedView>> {
	return one(await askServer(`/vyer/${id}`, oneSchema, { method: 'PATCH', body }));
}

function one(told: Told<v.InferOutput<typeof oneSchema>>): Told<SavedView> {
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.view } : told;
}
