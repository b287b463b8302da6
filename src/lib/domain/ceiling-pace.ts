// When a ceiling is reached if the cost goes on as it has: a calculation, not a forecast.
import { monthOf, monthPlus, type Month } from './period';
import type { Day } from './day';

/** Longer than this says nothing. */
const mostMonths = 120;

/**
 * The month in which the ceiling is reached at the pace of the latest twelve months; null when it already is, when
 * nothing is known or paid, or when it lies more than ten years ahead. All amounts in öre.
 */
export function ceilingReached(
	{ used, ceiling, yearly }: { used: number | null; ceiling: number | null; yearly: number | null },
	today: Day
): Month | null {
	if (used === null || ceiling === null || yearly === null || used >= ceiling || yearly <= 0) return null;
	const months = Math.ceil(((ceiling - used) * 12) / yearly);
	if (months > mostMonths) return null;
	return monthPlus(monthOf(today), months);
}
