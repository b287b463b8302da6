// Forecasts that have met their outcome: how far off they were.
import { totalOfKnown } from './deviation';

/** What a nämnd forecast for a year that has ended, and what the year became (öre). */
export interface MetForecast {
	unit: string;
	forecast: number;
	outcome: number;
}

/** The same of all nämnder that left one; null when one of the shown nämnder did not, or none did. */
export function metTotal(forecasts: readonly MetForecast[], shown: readonly string[]): MetForecast | null {
	const own = shown.map((unit) => forecasts.find((met) => met.unit === unit));
	const forecast = totalOfKnown(own.map((met) => met?.forecast ?? null));
	const outcome = totalOfKnown(own.map((met) => met?.outcome ?? null));
	return forecast === null || outcome === null ? null : { unit: '', forecast, outcome };
}
