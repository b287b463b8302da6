// Notes on suppliers, nämnder and systems: who sees which, and the changes that each may make.
import { and, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { mostNotes, type Note } from '$lib/domain/note';
import type { Subject } from '$lib/domain/subject';
import { recording, type AuditEvent } from '../audit';
import { note, user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { mayShare, mayUnshare, undoTime, type Reader } from '../reader';
import { seesSubject } from '../editions/seen-subject';

export type NoteOutcome =
	| { outcome: 'done'; note: Note }
	/** Nothing has changed. `missing` also for what the person may not know of. */
	| { outcome: 'missing' | 'not_own' | 'no_subject' | 'no_sharing' | 'full' };

type NoteRow = typeof note.$inferSelect;
interface Row {
	note: NoteRow;
	author: string;
}

/** What a person sees of the notes on a subject, newest first; null where the subject itself is not seen. */
export async function listNotes(
	subject: Subject,
	reader: Reader,
	where: Installation = installation()
): Promise<Note[] | null> {
	if (!(await seesSubject(subject, reader.access, where))) return null;
	const rows = await where.database
		.select({ note, author: account.name })
		.from(note)
		.innerJoin(account, eq(note.author, account.id))
		.where(and(isNull(note.removed), eq(note.subjectKind, subject.kind), eq(note.subjectKey, subject.key)))
		.orderBy(desc(note.created), desc(note.id));
	return rows.filter((row) => isSeen(row, reader)).map((row) => noteOf(row, reader));
}

/** Writes a note. @param draft.text already scanned for personnummer */
export async function addNote(
	draft: { subject: Subject; text: string; shared: boolean },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<NoteOutcome> {
	const { database } = where;
	if (draft.shared && !mayShare(reader)) return { outcome: 'no_sharing' };
	if (!(await seesSubject(draft.subject, reader.access, where))) return { outcome: 'no_subject' };
	if ((await ownCount(reader, where)) >= mostNotes) return { outcome: 'full' };
	const values = {
		subjectKind: draft.subject.kind,
		subjectKey: draft.subject.key,
		author: reader.user.id,
		text: draft.text,
		shared: draft.shared,
		created: now
	};
	const [, [made]] = await database.batch([
		database.delete(note).where(lt(note.removed, new Date(now.getTime() - undoTime))),
		database.insert(note).values(values).returning({ id: note.id }),
		recording(database, event('note_saved', values, reader), now)
	]);
	return done(made?.id ?? 0, reader, where);
}

/** The author changes text and sharing; an administrator may stop the sharing of others' notes. */
export async function changeNote(
	id: number,
	change: { text?: string; shared?: boolean },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<NoteOutcome> {
	const { database } = where;
	const row = await seenRow(id, reader, where);
	if (!row) return { outcome: 'missing' };
	const onlyUnshares = change.shared === false && change.text === undefined;
	if (!isOwn(row, reader) && !(mayUnshare(reader) && onlyUnshares)) return { outcome: 'not_own' };
	if (change.shared && !row.note.shared && !mayShare(reader)) return { outcome: 'no_sharing' };
	if (change.text === undefined && change.shared === undefined) return done(id, reader, where);
	// Sharing is no change of what is written.
	const changed = change.text === undefined ? {} : { changed: now };
	await database.batch([
		database
			.update(note)
			.set({ ...change, ...changed })
			.where(eq(note.id, id)),
		recording(database, event('note_changed', { ...row.note, ...change }, reader), now)
	]);
	return isOwn(row, reader)
		? done(id, reader, where)
		: { outcome: 'done', note: { ...noteOf(row, reader), shared: false, mayUnshare: false } };
}

/** Removes a note of the person's own. It can be brought back for a day. */
export async function removeNote(
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
		database.update(note).set({ removed: now }).where(eq(note.id, id)),
		recording(database, event('note_removed', row.note, reader), now)
	]);
	return 'done';
}

/** Brings back what the person has removed. */
export async function restoreNote(
	id: number,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<NoteOutcome> {
	const { database } = where;
	const own = and(eq(note.id, id), eq(note.author, reader.user.id), isNotNull(note.removed));
	const [removed] = await database.select().from(note).where(own);
	if (!removed?.removed || now.getTime() - removed.removed.getTime() > undoTime)
		return { outcome: 'missing' };
	if (!(await seesSubject(subjectOf(removed), reader.access, where))) return { outcome: 'missing' };
	await database.batch([
		database.update(note).set({ removed: null }).where(own),
		recording(database, event('note_restored', removed, reader), now)
	]);
	return done(id, reader, where);
}

async function done(id: number, reader: Reader, where: Installation): Promise<NoteOutcome> {
	const row = await seenRow(id, reader, where);
	if (!row) throw new Error(`Note ${id} was not kept`);
	return { outcome: 'done', note: noteOf(row, reader) };
}

async function seenRow(id: number, reader: Reader, where: Installation): Promise<Row | null> {
	const [row] = await where.database
		.select({ note, author: account.name })
		.from(note)
		.innerJoin(account, eq(note.author, account.id))
		.where(and(isNull(note.removed), eq(note.id, id)));
	if (!row || !isSeen(row, reader)) return null;
	return (await seesSubject(subjectOf(row.note), reader.access, where)) ? row : null;
}

function subjectOf({ subjectKind: kind, subjectKey: key }: NoteRow): Subject {
	return { kind, key };
}

function isOwn(row: Row, { user }: Reader): boolean {
	return row.note.author === user.id;
}

function isSeen(row: Row, reader: Reader): boolean {
	return isOwn(row, reader) || (row.note.shared && mayShare(reader));
}

function noteOf(row: Row, reader: Reader): Note {
	return {
		id: row.note.id,
		text: row.note.text,
		author: row.author,
		own: isOwn(row, reader),
		mayUnshare: !isOwn(row, reader) && row.note.shared && mayUnshare(reader),
		shared: row.note.shared,
		created: row.note.created.toISOString(),
		changed: row.note.changed?.toISOString() ?? null
	};
}

async function ownCount({ user }: Reader, { database }: Installation): Promise<number> {
	const [row] = await database
		.select({ notes: count() })
		.from(note)
		.where(and(eq(note.author, user.id), isNull(note.removed)));
	return row?.notes ?? 0;
}

/** What is private stays out of the log but for its being there; what is written stays out always. */
function event(
	action: AuditEvent['action'],
	{ subjectKind, subjectKey, shared }: Pick<NoteRow, 'subjectKind' | 'subjectKey' | 'shared'>,
	{ user }: Reader
): AuditEvent {
	return {
		user,
		action,
		...(shared ? { subject: subjectKey } : {}),
		detail: { kind: subjectKind, shared }
	};
}
