// A forecast that somebody has set instead of the calculated one, and which forecast holds: one that is set before the nämnd's own,
// and that before the calculated one.
import type { Range } from './assumption';

/** One that was ever stored, also what takes another back. */
export interface ForecastOverride {
	/** Ascending in the order they were saved. */
	id: number;
	unit: string;
	/** Empty: the whole nämnd. */
	costKind: string;
	/** Öre for the whole year; null takes back. */
	amount: number | null;
	reason: string;
	/** The name of who set it. */
	author: string;
	/** ISO instant. */
	created: string;
}

/** What was last said of a place, also that it was taken back. */
export function latestOverride(
	stored: readonly ForecastOverride[],
	unit: string,
	costKind: string
): ForecastOverride | null {
	return stored.findLast((one) => one.unit === unit && one.costKind === costKind) ?? null;
}

/** What stands of a place; null where nothing is set. */
export function standingOverride(
	stored: readonly ForecastOverride[],
	unit: string,
	costKind: string
): (ForecastOverride & { amount: number }) | null {
	const latest = latestOverride(stored, unit, costKind);
	return latest?.amount == null ? null : { ...latest, amount: latest.amount };
}

/**
 * `set` by a controller for exactly this · `partly` a controller has set some of its kostnadsslag · `left` the nämnd's own, from the
 * budget file · `calculated`.
 */
export type ForecastSource = 'set' | 'partly' | 'left' | 'calculated';

export interface HoldingForecast {
	/** Öre for the whole year. */
	amount: number;
	source: ForecastSource;
}

/** The forecast of one kostnadsslag of a nämnd. */
export function holdingOfLine(set: number | null, left: number | null, calculated: Range): HoldingForecast {
	if (set !== null) return { amount: set, source: 'set' };
	return left !== null
		? { amount: left, source: 'left' }
		: { amount: calculated.likely, source: 'calculated' };
}

/**
 * The forecast of a whole nämnd. What a controller has set for some of its kostnadsslag moves the nämnd's own or the calculated one
 * by the difference that it makes.
 * @param moved for each kostnadsslag that is set: the öre that it differs from what stood there before
 */
export function holdingOfUnit(
	set: number | null,
	left: number | null,
	calculated: Range,
	moved: readonly number[]
): HoldingForecast {
	const whole = holdingOfLine(set, left, calculated);
	if (whole.source === 'set' || !moved.length) return whole;
	return { amount: whole.amount + moved.reduce((sum, ore) => sum + ore, 0), source: 'partly' };
}
