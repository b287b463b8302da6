// Notes at the server, for the card on the pages of a supplier, a nämnd and a system.
import * as v from 'valibot';
import type { Note } from '$lib/domain/note';
import type { Subject } from '$lib/domain/subject';
import { askServer, type Told } from './ask-server';

const noteSchema = v.object({
	id: v.number(),
	text: v.string(),
	author: v.string(),
	own: v.boolean(),
	mayUnshare: v.boolean(),
	shared: v.boolean(),
	created: v.string(),
	changed: v.nullable(v.string())
}) satisfies v.GenericSchema<unknown, Note>;
const oneSchema = v.object({ note: noteSchema });
const listSchema = v.object({ notes: v.array(noteSchema), canShare: v.boolean() });

export interface NoteDraft {
	text: string;
	shared: boolean;
}

/** Newest first. */
export function fetchNotes({ kind, key }: Subject): Promise<Told<v.InferOutput<typeof listSchema>>> {
	return askServer(`/anteckningar?${new URLSearchParams({ slag: kind, nyckel: key })}`, listSchema);
}

export async function addNote(subject: Subject, draft: NoteDraft): Promise<Told<Note>> {
	const { kind, key } = subject;
	const body = { subject: { kind, key }, ...draft };
	return one(await askServer('/anteckningar', oneSchema, { method: 'POST', body }));
}

export function changeNote(id: number, draft: Partial<NoteDraft>): Promise<Told<Note>> {
	return patch(id, draft);
}

/** Can be taken back by `restoreNote` for a day. */
export function removeNote(id: number): Promise<Told<null>> {
	return askServer(`/anteckningar/${id}`, v.null(), { method: 'DELETE' });
}

export function restoreNote(id: number): Promise<Told<Note>> {
	return patch(id, { restore: true });
}

async function patch(id: number, body: unknown): Promise<Told<Note>> {
	return one(await askServer(`/anteckningar/${id}`, oneSchema, { method: 'PATCH', body }));
}

function one(told: Told<v.InferOutput<typeof oneSchema>>): Told<Note> {
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.note } : told;
}
