// How large a contract is said to be, in bands that a committee thinks in.

/** Each band holds its lower bound: 10 mnkr is in 10–50. */
export const valueBands = ['over-50', '10-50', '1-10', 'under-1', 'unknown'] as const;
export type ValueBand = (typeof valueBands)[number];

const million = 100_000_000;

/** By avtalsvärde, else by takvolym, öre: a framework seldom has a value of its own, and its ceiling is the most it can come to. */
export function valueBand(value: number | null, ceiling: number | null): ValueBand {
	const ore = value ?? ceiling;
	if (ore === null) return 'unknown';
	if (ore < million) return 'under-1';
	if (ore < 10 * million) return '1-10';
	return ore < 50 * million ? '10-50' : 'over-50';
}
