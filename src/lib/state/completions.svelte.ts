// What people have filled in where a register says nothing: asked of the server, and saved there.
import * as v from 'valibot';
import { standingByRecord, type StandingByRecord } from '$lib/domain/completed-contract';
import { completedKinds, type CompletedKind, type Completion } from '$lib/domain/completion';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { askServer, type Told } from './ask-server';

const day = v.pipe(
	v.string(),
	v.transform(parseIsoDay),
	v.custom<Day>((value) => value !== null)
);
const completionSchema = v.object({
	id: v.number(),
	kind: v.picklist(completedKinds),
	recordId: v.string(),
	field: v.string(),
	value: v.nullable(v.string()),
	source: v.string(),
	sourceDay: day,
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, Completion>;
const listSchema = v.object({ completions: v.array(completionSchema) });
const oneSchema = v.object({ completion: completionSchema });

/** What is filled in, as it is typed. */
export interface TypedCompletion {
	kind: CompletedKind;
	recordId: string;
	field: string;
	value: string;
	source: string;
	/** ISO. */
	sourceDay: string;
	/** The standing completion that it replaces; null for none. */
	after: number | null;
}

export function saveCompletion({ kind, recordId, ...typed }: TypedCompletion): Promise<Told<Completion>> {
	return post({ act: 'save', [kind]: recordId, ...typed });
}

/** @param standing what is taken back */
export function takeBackCompletion({ kind, recordId, field, id }: Completion): Promise<Told<Completion>> {
	return post({ act: 'take_back', [kind]: recordId, field, after: id });
}

async function post(body: unknown): Promise<Told<Completion>> {
	const told = await askServer('/kompletteringar', oneSchema, { method: 'POST', body });
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.completion } : told;
}

export interface Completions {
	/** Of which register. */
	readonly kind: CompletedKind;
	/** All that has been saved, oldest first; null until the server has answered. */
	readonly all: readonly Completion[] | null;
	readonly standing: StandingByRecord;
	/** Why they could not be fetched; empty when they could. */
	readonly failure: string;
	/** Asks the server again. */
	reload(): Promise<void>;
}

/**
 * Fetches what the person sees. Call while a component starts.
 * @param wanted false while an earlier edition is shown, which has its own
 * @param kind of which register
 */
export function createCompletions(wanted: () => boolean, kind: CompletedKind = 'contract'): Completions {
	let all = $state.raw<readonly Completion[] | null>(null);
	let failure = $state('');
	const shown = $derived(wanted() ? (all?.filter((known) => known.kind === kind) ?? null) : null);
	const standing = $derived(standingByRecord(shown ?? [], kind));

	async function reload() {
		const told = await askServer('/kompletteringar', listSchema);
		if (told.outcome === 'failed') failure = told.message;
		else [all, failure] = [told.value.completions, ''];
	}
	void reload();

	return {
		kind,
		get all() {
			return shown;
		},
		get standing() {
			return standing;
		},
		get failure() {
			return failure;
		},
		reload
	};
}
