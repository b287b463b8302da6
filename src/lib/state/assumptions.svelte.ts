// The assumptions that estimates on a page rest on: fetched once a page, kept as they are stored.
import * as v from 'valibot';
import {
	assumedDay,
	assumedFigure,
	assumedRange,
	assumptionKeys,
	assumptionSubjects,
	municipality,
	standingAssumption,
	type AssumptionKey,
	type AssumptionSubject,
	type AssumptionValue,
	type Range,
	type StandingAssumption,
	type StoredAssumption
} from '$lib/domain/assumption';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { askServer, type Told } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const valueSchema = v.variant('kind', [
	v.object({
		kind: v.literal('range'),
		range: v.object({ low: v.number(), likely: v.number(), high: v.number() })
	}),
	v.object({ kind: v.literal('figure'), figure: v.number() }),
	v.object({
		kind: v.literal('day'),
		day: v.custom<Day>((day) => typeof day === 'string' && parseIsoDay(day) !== null)
	}),
	v.object({ kind: v.literal('text'), text: v.string() }),
	v.object({
		kind: v.literal('series'),
		series: v.object({
			name: v.string(),
			points: v.array(v.object({ year: v.number(), value: v.number() }))
		})
	})
]) satisfies v.GenericSchema<unknown, AssumptionValue>;
const storedSchema = v.object({
	id: v.number(),
	key: v.picklist(assumptionKeys),
	subject: v.object({ kind: v.picklist(assumptionSubjects), key: v.string() }),
	value: v.nullable(valueSchema),
	reason: v.string(),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, StoredAssumption>;
const listSchema = v.object({ assumptions: v.array(storedSchema) });
const outcomeSchema = v.object({ stored: v.nullable(storedSchema), standing: v.nullable(storedSchema) });

const path = '/beroende/antaganden/varden';

export interface AssumptionDraft {
	key: AssumptionKey;
	subject: AssumptionSubject;
	/** Null takes it back. */
	value: AssumptionValue | null;
	reason: string;
	/** What stood when the person began. */
	after: number | null;
}

/** `newer`: somebody was quicker, nothing was stored, and `standing` is what they wrote. */
export type Storing =
	{ outcome: 'stored' } | { outcome: 'newer' } | { outcome: 'failed'; message: string; lost: boolean };

export interface Assumptions {
	/** Until they have come, the standards would be shown as if they were what applies. */
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	/** Every one, in the order they were saved. */
	readonly stored: readonly StoredAssumption[];
	of(key: AssumptionKey, subject?: AssumptionSubject): StandingAssumption;
	range(key: AssumptionKey, subject?: AssumptionSubject): Range | null;
	figure(key: AssumptionKey, subject?: AssumptionSubject): number | null;
	day(key: AssumptionKey): Day | null;
	store(draft: AssumptionDraft): Promise<Storing>;
	retry(): void;
}

/** Fetches what is stored. */
export function createAssumptions(): Assumptions {
	const kept = createKeptRows(path, listSchema, ({ assumptions }): StoredAssumption[] => assumptions);
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
		of: (key, subject = municipality) => standingAssumption(kept.rows, key, subject),
		range: (key, subject = municipality) => assumedRange(kept.rows, key, subject),
		figure: (key, subject = municipality) => assumedFigure(kept.rows, key, subject),
		day: (key) => assumedDay(kept.rows, key),
		async store(draft) {
			const told = await send(draft);
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message, lost: told.lost };
			kept.take(told.value.standing);
			return { outcome: told.value.stored ? 'stored' : 'newer' };
		},
		retry: kept.retry
	};
}

function send({ value, ...draft }: AssumptionDraft): Promise<Told<v.InferOutput<typeof outcomeSchema>>> {
	const body = value === null ? { act: 'take_back', ...draft } : { act: 'save', ...draft, value };
	return askServer(path, outcomeSchema, { method: 'POST', body });
}
