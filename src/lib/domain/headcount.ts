// Kronor per anställd and per användare: how many people stand behind a figure, and for whom nobody knows.
import type { DimensionCell } from './dimensions';
import type { PivotMeasure } from './pivot';

/** Employees of a nämnd, or users of a system. */
export interface Headcount {
	/** The nämnd, or system_id. */
	key: string;
	name: string;
	/** Null is unknown; never 0. */
	count: number | null;
}

/** The people that a figure is divided by. */
export interface Heads {
	/** Null when nothing is known. */
	count: number | null;
	known: Headcount[];
	unknown: Headcount[];
}

/** What heads are counted of for a measure; null for measures that divide by nobody. */
export function headedBy(measure: PivotMeasure): 'unit' | 'system' | null {
	return measure === 'perEmployee' ? 'unit' : measure === 'perUser' ? 'system' : null;
}

/** The heads of a cell. @param own which nämnder or systems the cell is of; null is all of them */
export function headsOf(counts: readonly Headcount[], own: DimensionCell | null): Heads {
	const within = counts.filter(({ key }) => {
		if (!own) return true;
		return 'value' in own ? own.value === key : !own.except.includes(key);
	});
	const known = within.filter(({ count }) => count !== null);
	const sum = known.reduce((total, { count }) => total + (count ?? 0), 0);
	return { count: sum > 0 ? sum : null, known, unknown: within.filter(({ count }) => count === null) };
}
