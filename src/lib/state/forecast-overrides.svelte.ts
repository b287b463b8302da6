// The forecasts that have been set for a follow-up: fetched once a page, kept as they are stored.
import * as v from 'valibot';
import type { ForecastOverride } from '$lib/domain/forecast-override';
import { askServer } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const overrideSchema = v.object({
	id: v.number(),
	unit: v.string(),
	costKind: v.string(),
	amount: v.nullable(v.number()),
	reason: v.string(),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, ForecastOverride>;
const listSchema = v.object({ overrides: v.array(overrideSchema) });
const outcomeSchema = v.object({
	stored: v.nullable(overrideSchema),
	standing: v.nullable(overrideSchema)
});

export interface OverrideDraft {
	unit: string;
	/** Empty: the whole nämnd. */
	costKind: string;
	/** Öre; null takes back. */
	amount: number | null;
	reason: string;
	/** What was last said of the place when the person began. */
	after: number | null;
}

/** `newer`: somebody was quicker, nothing was stored, and what they wrote has come. */
export type OverrideStoring =
	| { outcome: 'stored'; id: number }
	| { outcome: 'newer' }
	| { outcome: 'failed'; message: string; lost: boolean };

export interface ForecastOverrides {
	/** Until they have come, nobody knows which forecast holds. */
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	/** Every one that was ever set, in the order they were saved. */
	readonly stored: readonly ForecastOverride[];
	store(draft: OverrideDraft): Promise<OverrideStoring>;
	retry(): void;
}

/** @param path of the follow-up's values: /budget/2026/t2/prognos/varden */
export function createForecastOverrides(path: string): ForecastOverrides {
	const kept = createKeptRows(path, listSchema, ({ overrides }): ForecastOverride[] => overrides);
	return {
		get loaded() {
			return kept.loaded;
		},
		get failure() {
			return kept.failure;
		},
		get stored() {
			return kept.rows;
		},
		async store(draft) {
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: draft });
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message, lost: told.lost };
			const { stored, standing } = told.value;
			kept.take(standing);
			return stored ? { outcome: 'stored', id: stored.id } : { outcome: 'newer' };
		},
		retry: kept.retry
	};
}
