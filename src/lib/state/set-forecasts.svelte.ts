// The forecasts that controllers have set for a follow-up, as leaves beside those of the nämnder.
import { assumedEventRates } from '$lib/domain/event-rates';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { followUpPath, forecastVersion, type YearFollowUp } from '$lib/domain/follow-up';
import type { Period } from '$lib/domain/period';
import { needsCalculated, standingOverrides } from '$lib/domain/set-forecast';
import { readSetForecastLeaves } from '$lib/queries/set-forecasts';
import { createAssumptions } from './assumptions.svelte';
import type { EditionState } from './edition.svelte';
import { createForecastOverrides } from './forecast-overrides.svelte';
import { createReading } from './reading.svelte';

export interface SetForecasts {
	/** Until then the forecasts of the follow-up are not known. */
	readonly known: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	readonly leaves: readonly BudgetLeaf[];
	/** What stands, each with who set it and why. */
	readonly standing: ReturnType<typeof standingOverrides>;
	retry(): void;
}

/**
 * Fetches them, while a page starts.
 * @param leaves of the edition; null until they are known
 */
export function createSetForecasts(
	chosen: YearFollowUp,
	ledger: Period | null,
	leaves: () => readonly BudgetLeaf[] | null,
	edition: EditionState
): SetForecasts {
	// At the year's end the outcome stands in place of forecasts.
	const asks = forecastVersion(chosen) !== null && ledger !== null;
	const overrides = createForecastOverrides(`${followUpPath(chosen)}/prognos/varden`);
	const assumptions = createAssumptions();
	const stored = $derived(asks ? overrides.stored : []);
	const awaited = $derived(needsCalculated(leaves() ?? [], stored) && !assumptions.loaded);
	const answer = createReading(() => {
		const own = leaves();
		if (!own || !ledger || !stored.length || awaited) return null;
		const asked = {
			year: chosen.year,
			cut: chosen.cut,
			ledger,
			leaves: own,
			stored,
			rates: assumedEventRates(assumptions.stored)
		};
		const ids = [stored.at(-1)?.id, assumptions.stored.at(-1)?.id];
		return {
			key: `set ${chosen.year} ${chosen.cut} ${ids.join()} ${own.length}`,
			read: (engine, signal) => readSetForecastLeaves(engine, asked, signal)
		};
	}, edition);
	const failed = $derived(answer.current.name === 'error' ? answer.current.error.message : '');
	const failure = $derived(asks ? overrides.failure || (awaited ? assumptions.failure : '') || failed : '');
	const placed = $derived(
		stored.length && answer.current.name === 'rows' ? answer.current.rows[0] : undefined
	);
	const known = $derived(
		!asks || failure !== '' || (overrides.loaded && (!stored.length || placed !== undefined))
	);
	const standing = $derived(standingOverrides(stored));
	return {
		get known() {
			return known;
		},
		get failure() {
			return failure;
		},
		get leaves() {
			return placed ?? [];
		},
		get standing() {
			return standing;
		},
		retry() {
			if (overrides.failure) overrides.retry();
			if (assumptions.failure) assumptions.retry();
			if (failed) answer.retry();
		}
	};
}
