// A comparison in the address: `?version=3&mot=7&manader=2026-01_2026-08`.
import { parseMonth, type Period } from '$lib/domain/period';

/** Two versions of the rules over a period. */
export interface Compared {
	left: number;
	right: number;
	/** Null for every month. */
	period: Period | null;
}

/** The comparison that an address asks for; null when it asks for none, or names a version that is not there. */
export function comparedIn(search: URLSearchParams, versions: ReadonlySet<number>): Compared | null {
	const [left, right] = [Number(search.get('version')), Number(search.get('mot'))];
	if (left === right || !versions.has(left) || !versions.has(right)) return null;
	const months = (search.get('manader') ?? '').split('_').map((text) => parseMonth(text));
	const [from, to] = months;
	return { left, right, period: from && to && from <= to ? { from, to } : null };
}

/** The query string of a comparison, without the question mark. */
export function comparisonQuery({ left, right, period }: Compared): string {
	const query = new URLSearchParams({ version: String(left), mot: String(right) });
	if (period) query.set('manader', `${period.from}_${period.to}`);
	return query.toString();
}
