// Saved views and saved SQL: who sees which, and the changes that each may make.
import { and, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import {
	pathOfView,
	viewLimits,
	type SavedView,
	type ViewFigures,
	type ViewKind
} from '$lib/domain/saved-view';
import * as v from 'valibot';
import { may } from '$lib/domain/access';
import { editionFormat } from '../editions/manifest';
import { recording, type AuditEvent } from '../audit';
import { edition, savedView, user as account } from '../database/schema';
import { installation, swedishDay, type Installation } from '../editions/installation';
import { mayShare, mayUnshare, undoTime, type Reader } from '../reader';

export interface NewView {
	kind: ViewKind;
	name: string;
	text: string;
	/** As `savedAddress` gives it, or SQL. */
	address: string;
	shared: boolean;
	edition: number;
	figures: ViewFigures | null;
}

export interface ViewChange {
	name?: string;
	text?: string;
	shared?: boolean;
	/** Saved anew: where, on which edition, with which figures. */
	saved?: { address: string; edition: number; figures: ViewFigures | null };
}

export type ViewOutcome =
	| { outcome: 'done'; view: SavedView }
	/** Nothing has changed. `missing` also for what the person may not know of. */
	| { outcome: 'missing' | 'not_own' | 'no_sharing' | 'no_edition' | 'full' };

const formatSchema = v.object({ format: v.optional(v.number(), 1) });

type Row = Awaited<ReturnType<typeof rowsFor>>[number];

/** What a person sees, newest first. @param path only views of that page */
export async function listViews(
	reader: Reader,
	{ kind, path }: { kind: ViewKind; path?: string },
	where: Installation = installation()
): Promise<SavedView[]> {
	const rows = await rowsFor(where, kind);
	return rows
		.filter((row) => isSeen(row, reader) && (path === undefined || pathOfView(row.view.address) === path))
		.map((row) => viewOf(row, reader));
}

/** Null for what does not exist and for what the person may not see. */
export async function viewById(
	id: number,
	reader: Reader,
	where: Installation = installation()
): Promise<SavedView | null> {
	const row = await seenRow(id, reader, where);
	return row && viewOf(row, reader);
}

/** Saves a view of the person's own. */
export async function saveView(
	view: NewView,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ViewOutcome> {
	const { database } = where;
	if (view.shared && !mayShare(reader)) return { outcome: 'no_sharing' };
	if (view.kind === 'sql' && !may(reader.access, 'tag')) return { outcome: 'missing' };
	if (!(await editionExists(view.edition, where))) return { outcome: 'no_edition' };
	if ((await ownCount(reader, where)) >= viewLimits.perPerson) return { outcome: 'full' };
	const [, [made]] = await database.batch([
		database.delete(savedView).where(lt(savedView.removed, new Date(now.getTime() - undoTime))),
		database
			.insert(savedView)
			.values({ ...view, owner: reader.user.id, units: unitsOf(reader), created: now, changed: now })
			.returning({ id: savedView.id }),
		recording(database, event('view_saved', view, reader), now)
	]);
	return done(made?.id ?? 0, reader, where);
}

/** The owner changes anything; an administrator may stop the sharing of others' views. */
export async function changeView(
	id: number,
	{ saved, ...change }: ViewChange,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ViewOutcome> {
	const { database } = where;
	const row = await seenRow(id, reader, where);
	if (!row) return { outcome: 'missing' };
	const onlyUnshares = change.shared === false && Object.keys(change).length === 1 && !saved;
	if (!isOwn(row, reader) && !(mayUnshare(reader) && onlyUnshares)) return { outcome: 'not_own' };
	if (change.shared && !row.view.shared && !mayShare(reader)) return { outcome: 'no_sharing' };
	if (saved && !(await editionExists(saved.edition, where))) return { outcome: 'no_edition' };
	await database.batch([
		database
			.update(savedView)
			.set({ ...change, ...(saved && { ...saved, units: unitsOf(reader) }), changed: now })
			.where(eq(savedView.id, id)),
		recording(database, event('view_changed', { ...row.view, ...change }, reader), now)
	]);
	// An administrator no longer sees what is not shared any more.
	return isOwn(row, reader)
		? done(id, reader, where)
		: { outcome: 'done', view: { ...viewOf(row, reader), shared: false, mayUnshare: false } };
}

/** Removes a view of the person's own. It can be brought back for a day. */
export async function removeView(
	id: number,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<'done' | 'missing' | 'not_own'> {
	const { database } = where;
	const row = await seenRow(id, reader, where);
	if (!row) return 'missing';
	if (!isOwn(row, reader)) return 'not_own';
	await database.batch([
		database.update(savedView).set({ removed: now }).where(eq(savedView.id, id)),
		recording(database, event('view_removed', row.view, reader), now)
	]);
	return 'done';
}

/** Brings back what the person has removed. */
export async function restoreView(
	id: number,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ViewOutcome> {
	const { database } = where;
	const own = and(eq(savedView.id, id), eq(savedView.owner, reader.user.id), isNotNull(savedView.removed));
	const [removed] = await database.select().from(savedView).where(own);
	if (!removed?.removed || now.getTime() - removed.removed.getTime() > undoTime)
		return { outcome: 'missing' };
	if ((await ownCount(reader, where)) >= viewLimits.perPerson) return { outcome: 'full' };
	await database.batch([
		database.update(savedView).set({ removed: null }).where(own),
		recording(database, event('view_restored', removed, reader), now)
	]);
	return done(id, reader, where);
}

async function done(id: number, reader: Reader, where: Installation): Promise<ViewOutcome> {
	const view = await viewById(id, reader, where);
	if (!view) throw new Error(`View ${id} was not kept`);
	return { outcome: 'done', view };
}

function rowsFor({ database }: Installation, kind: ViewKind | null, id?: number) {
	return database
		.select({
			view: savedView,
			owner: account.name,
			published: edition.createdAt,
			status: edition.status,
			manifest: edition.manifest
		})
		.from(savedView)
		.innerJoin(account, eq(savedView.owner, account.id))
		.innerJoin(edition, eq(savedView.edition, edition.id))
		.where(
			and(
				isNull(savedView.removed),
				kind === null ? undefined : eq(savedView.kind, kind),
				id === undefined ? undefined : eq(savedView.id, id)
			)
		)
		.orderBy(desc(savedView.created), desc(savedView.id));
}

async function seenRow(id: number, reader: Reader, where: Installation): Promise<Row | null> {
	const [row] = await rowsFor(where, null, id);
	return row && isSeen(row, reader) ? row : null;
}

function isOwn({ view }: Row, { user }: Reader): boolean {
	return view.owner === user.id;
}

function isSeen(row: Row, reader: Reader): boolean {
	// SQL may name what only the slice with free text holds.
	if (row.view.kind === 'sql' && !may(reader.access, 'tag')) return false;
	return isOwn(row, reader) || (row.view.shared && mayShare(reader));
}

function viewOf(row: Row, reader: Reader): SavedView {
	const { view, owner, published, status, manifest } = row;
	// What somebody counted over other nämnder is not this person's figure, and may be more than he or she is to see.
	const counted = JSON.stringify(view.units) === JSON.stringify(unitsOf(reader));
	return {
		id: view.id,
		kind: view.kind,
		name: view.name,
		text: view.text,
		address: view.address,
		shared: view.shared,
		owner,
		own: isOwn(row, reader),
		mayUnshare: !isOwn(row, reader) && view.shared && mayUnshare(reader),
		edition: {
			number: view.edition,
			published: swedishDay(published),
			readable: status !== 'withdrawn' && v.parse(formatSchema, manifest).format === editionFormat
		},
		figures: counted ? view.figures : null,
		created: view.created.toISOString(),
		changed: view.changed.toISOString()
	};
}

function unitsOf({ access: { units } }: Reader): string[] | null {
	return units && [...units].sort();
}

async function editionExists(id: number, { database }: Installation): Promise<boolean> {
	const found = await database.select({ id: edition.id }).from(edition).where(eq(edition.id, id));
	return found.length > 0;
}

async function ownCount({ user }: Reader, { database }: Installation): Promise<number> {
	const [row] = await database
		.select({ views: count() })
		.from(savedView)
		.where(and(eq(savedView.owner, user.id), isNull(savedView.removed)));
	return row?.views ?? 0;
}

/** What is private stays out of the log but for its being there. */
function event(
	action: AuditEvent['action'],
	view: { kind: ViewKind; name: string; shared: boolean },
	{ user }: Reader
): AuditEvent {
	return {
		user,
		action,
		...(view.shared ? { subject: view.name } : {}),
		detail: { kind: view.kind, shared: view.shared }
	};
}
