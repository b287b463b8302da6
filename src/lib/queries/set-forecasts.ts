// Leaves of the forecasts that controllers have set, with the calculated forecast asked for where one is needed to place them.
import { needsCalculated, setForecastLeaves } from '$lib/domain/set-forecast';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import type { EventRates } from '$lib/domain/forecast-events';
import type { ForecastOverride } from '$lib/domain/forecast-override';
import type { Engine } from '$lib/engine/engine';
import { costForecast, readForecastFacts, type AskedForecast } from './cost-forecast';

export interface AskedSetForecasts extends AskedForecast {
	/** Those of the nämnder, as the edition has them. */
	leaves: readonly BudgetLeaf[];
	/** Every forecast that was set, in order. */
	stored: readonly ForecastOverride[];
	rates: EventRates;
}

/** The leaves that move the forecasts of a follow-up; none where nothing is set. Öre. */
export async function readSetForecastLeaves(
	engine: Engine,
	{ leaves, stored, rates, ...asked }: AskedSetForecasts,
	signal?: AbortSignal
): Promise<BudgetLeaf[]> {
	const lines = needsCalculated(leaves, stored)
		? costForecast(await readForecastFacts(engine, asked, signal), rates).lines
		: [];
	return setForecastLeaves(
		leaves,
		stored,
		(unit, costKind) =>
			lines.find((line) => line.unit === unit && line.costKind === costKind)?.year.likely ?? null
	);
}
