// What is planned for the years ahead: fetched once a page, kept as it is stored.
import * as v from 'valibot';
import { costKinds } from '$lib/domain/cost-kind';
import {
	planScenarios,
	standingChanges,
	type PlannedChange,
	type StandingChange,
	type StoredChange
} from '$lib/domain/planned-change';
import { askServer } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const changeSchema = v.object({
	id: v.number(),
	change: v.number(),
	unit: v.string(),
	content: v.nullable(
		v.object({
			name: v.string(),
			kind: v.picklist(['forandring', 'drift']),
			scenarios: v.array(v.picklist(planScenarios)),
			systemId: v.nullable(v.string()),
			costKind: v.nullable(v.picklist(costKinds)),
			years: v.array(v.object({ year: v.number(), ore: v.number() }))
		})
	),
	reason: v.string(),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, StoredChange>;
const listSchema = v.object({ changes: v.array(changeSchema) });
const outcomeSchema = v.object({ stored: v.nullable(changeSchema), standing: v.nullable(changeSchema) });

const path = '/budget/plan/andringar';

export interface ChangeDraft {
	/** The id of the change's first row; null puts a new one in. */
	change: number | null;
	unit: string;
	/** Null takes it out of the plan. */
	content: PlannedChange | null;
	reason: string;
	/** Its latest row when the person began; null for a new one. */
	after: number | null;
}

/** `newer`: somebody was quicker, nothing was stored, and what they wrote has come. */
export type ChangeStoring =
	| { outcome: 'stored'; stored: StoredChange }
	| { outcome: 'newer' }
	| { outcome: 'failed'; message: string; lost: boolean };

export interface PlannedChanges {
	/** Until they have come, nobody knows what is planned. */
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	/** What stands in the plan. */
	readonly standing: readonly StandingChange[];
	/** Everything that was ever said of a change, in order. */
	historyOf(change: number): readonly StoredChange[];
	store(draft: ChangeDraft): Promise<ChangeStoring>;
	retry(): void;
}

export function createPlannedChanges(): PlannedChanges {
	const kept = createKeptRows(path, listSchema, ({ changes }): StoredChange[] => changes);
	const standing = $derived(standingChanges(kept.rows));
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
		historyOf: (change) => kept.rows.filter((one) => one.change === change),
		async store(draft) {
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: draft });
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message, lost: told.lost };
			const { stored, standing: now } = told.value;
			kept.take(now);
			return stored ? { outcome: 'stored', stored } : { outcome: 'newer' };
		},
		retry: kept.retry
	};
}
