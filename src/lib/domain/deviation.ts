// How far an outcome or a forecast lies from its plan. Plus is better than planned, on every page. Unknown is null.

/** Budget minus what was spent, or is expected to be (öre). */
export function deviation(budget: number | null, spent: number | null): number | null {
	return budget === null || spent === null ? null : budget - spent;
}

/** A deviation as a share of what was planned; null where nothing above zero was planned. */
export function shareOfPlan(deviationOre: number | null, planned: number | null): number | null {
	if (deviationOre === null || planned === null || planned <= 0) return null;
	return deviationOre / planned;
}

/** Forecast minus outcome as a share of the forecast: plus when it cost less than the forecast said. */
export function forecastError(forecast: number | null, outcome: number | null): number | null {
	return shareOfPlan(deviation(forecast, outcome), forecast);
}

/** The sum of all parts; null when one of them is unknown or there are none: half a set has no total. */
export function totalOfKnown(parts: readonly (number | null)[]): number | null {
	if (!parts.length) return null;
	let total = 0;
	for (const part of parts) {
		if (part === null) return null;
		total += part;
	}
	return total;
}

/**
 * How few of the worst deviations add up to more than the whole overrun; null when there is no overrun.
 * @param deviations öre, minus is worse than planned
 */
export function fewestBehindOverrun(deviations: readonly number[]): number | null {
	const total = deviations.reduce((sum, value) => sum + value, 0);
	if (total >= 0) return null;
	let sum = 0;
	let count = 0;
	for (const value of [...deviations].sort((first, second) => first - second)) {
		sum += value;
		count += 1;
		if (sum <= total) return count;
	}
	return null;
}
