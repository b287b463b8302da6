// What people hold about systems: fetched once a page, kept as it is stored.
import * as v from 'valibot';
import {
	doubleVerdicts,
	lifeCycleChoices,
	standingVerdicts,
	systemVerdictKinds,
	verdictSubject,
	type SystemVerdict
} from '$lib/domain/system-verdict';
import { askServer } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const verdictSchema = v.object({
	id: v.number(),
	kind: v.picklist(systemVerdictKinds),
	systems: v.array(v.string()),
	name: v.string(),
	verdict: v.nullable(v.picklist([...doubleVerdicts, ...lifeCycleChoices])),
	replaced: v.nullable(v.string()),
	reason: v.string(),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, SystemVerdict>;
const listSchema = v.object({ verdicts: v.array(verdictSchema) });
const outcomeSchema = v.object({ stored: v.nullable(verdictSchema), standing: verdictSchema });

const path = '/systemkarta/bedomningar';

export interface SystemVerdictDraft extends Omit<SystemVerdict, 'id' | 'author' | 'created'> {
	edition: number | null;
	/** The latest of the subject when the person began; null where nothing was said. */
	after: number | null;
}

/** `newer`: somebody was quicker, nothing was stored, and what they wrote has come. */
export type SystemVerdictStoring =
	| { outcome: 'stored'; stored: SystemVerdict }
	| { outcome: 'newer'; standing: SystemVerdict }
	| { outcome: 'failed'; message: string; lost: boolean };

export interface SystemVerdicts {
	/** Until they have come, nobody knows what stands. */
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	/** What stands, by {@link verdictSubject}. */
	readonly standing: ReadonlyMap<string, SystemVerdict>;
	/** All that was said of a subject, in order. */
	historyOf(subject: string): readonly SystemVerdict[];
	store(draft: SystemVerdictDraft): Promise<SystemVerdictStoring>;
	retry(): void;
}

export function createSystemVerdicts(): SystemVerdicts {
	const kept = createKeptRows(path, listSchema, ({ verdicts }): SystemVerdict[] => verdicts);
	const standing = $derived(standingVerdicts(kept.rows));
	return {
		get loaded() {
			return kept.loaded;
		},
		get failure() {
			return kept.failure;
		},
		get standing() {
			return standing;
		},
		historyOf: (subject) => kept.rows.filter((one) => verdictSubject(one) === subject),
		async store(draft) {
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: draft });
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message, lost: told.lost };
			const { stored, standing: now } = told.value;
			kept.take(now);
			return stored ? { outcome: 'stored', stored } : { outcome: 'newer', standing: now };
		},
		retry: kept.retry
	};
}
