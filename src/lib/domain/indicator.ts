// An indicator is a value with what it was made of. Unknown is null, never 0.

export interface Indicator {
	/** Name in files, as `nyckeltal.csv` has it. */
	name: string;
	/** `kr` values are öre; shares are 0–1. */
	unit: 'kr' | 'andel' | 'index' | 'antal';
	value: number | null;
	/** Öre or count, as the unit of the base is. */
	numerator: number | null;
	denominator: number | null;
	/** What numerator and denominator are counted in. */
	parts: 'kr' | 'antal' | null;
	/** Share of the base that is known, 0–1. */
	known: number | null;
}

/** A share of two figures; null where the denominator is not above zero. */
export function shareOf(numerator: number | null, denominator: number | null): number | null {
	if (numerator === null || denominator === null || denominator <= 0) return null;
	return numerator / denominator;
}
