// Notes on deviations and the limit that asks for them: fetched once a page, kept as they are stored.
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { standardDeviationLimit, type DeviationLimit } from '$lib/domain/deviation-limit';
import { notesOf, type DeviationNote, type NoteVersion, type NoteWords } from '$lib/domain/deviation-note';
import { askServer } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const versionSchema = v.object({
	id: v.number(),
	note: v.number(),
	year: v.number(),
	followUp: v.string(),
	unit: v.string(),
	costKind: v.nullable(v.string()),
	cause: v.string(),
	measure: v.string(),
	effect: v.string(),
	responsible: v.string(),
	due: v.nullable(v.custom<Day>((day) => typeof day === 'string' && parseIsoDay(day) !== null)),
	closed: v.nullable(v.string()),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, NoteVersion>;
const limitSchema = v.object({ percent: v.number(), amount: v.number(), better: v.boolean() });
const listSchema = v.object({ versions: v.array(versionSchema), limit: limitSchema });
const outcomeSchema = v.object({ stored: v.nullable(versionSchema), standing: versionSchema });

const path = '/budget/kommentarer';

export interface NoteDraft extends NoteWords {
	note: number | null;
	/** The latest version when the person began. */
	after: number | null;
	year: number;
	followUp: string;
	unit: string;
	costKind: string | null;
	closed: string | null;
}

/** `newer`: somebody was quicker, nothing was stored, and `standing` is what they wrote. */
export type NoteStoring =
	| { outcome: 'stored' }
	| { outcome: 'newer'; standing: NoteVersion }
	| { outcome: 'failed'; message: string; lost: boolean };

export interface DeviationNotes {
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	readonly notes: readonly DeviationNote[];
	readonly limit: DeviationLimit;
	store(draft: NoteDraft): Promise<NoteStoring>;
	/** The answer is what went wrong; empty when it is stored. */
	storeLimit(limit: DeviationLimit): Promise<string>;
	retry(): void;
}

/** Fetches what is stored. */
export function createDeviationNotes(): DeviationNotes {
	const kept = createKeptRows(path, listSchema, ({ versions }): NoteVersion[] => versions);
	let changed = $state.raw<DeviationLimit | null>(null);
	const notes = $derived(notesOf(kept.rows));
	const limit = $derived(changed ?? kept.answer?.limit ?? standardDeviationLimit);
	return {
		get loaded() {
			return kept.loaded;
		},
		get failure() {
			return kept.failure;
		},
		get notes() {
			return notes;
		},
		get limit() {
			return limit;
		},
		async store(draft) {
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: draft });
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message, lost: told.lost };
			const { stored, standing } = told.value;
			kept.take(standing);
			return stored ? { outcome: 'stored' } : { outcome: 'newer', standing };
		},
		async storeLimit(next) {
			const told = await askServer(`${path}/grans`, v.object({ limit: limitSchema }), {
				method: 'PUT',
				body: next
			});
			if (told.outcome === 'failed') return told.message;
			changed = told.value.limit;
			return '';
		},
		retry: kept.retry
	};
}
