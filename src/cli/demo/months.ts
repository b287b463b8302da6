// The demo city's calendar: its ledger runs from January 2023 to the as-of date.

export const asOf = '2026-08-31';
export const years = [2023, 2024, 2025, 2026] as const;

export interface Month {
	year: number;
	month: number;
}

/** Every month of the four years; the budget needs the months of 2026 that have not happened yet. */
export const calendar: Month[] = years.flatMap((year) =>
	Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }))
);

/** The months with a ledger. */
export const closedMonths = calendar.filter((month) => period(month) <= asOf.slice(0, 7));

/** YYYY-MM */
export function period({ year, month }: Month): string {
	return `${year}-${String(month).padStart(2, '0')}`;
}

/** YYYY-MM-DD */
export function dayOf(month: Month, day: number): string {
	return `${period(month)}-${String(day).padStart(2, '0')}`;
}

/** The factor from 2026 back to a year, at so many percent a year. */
export function growthFrom2026(year: number, percent: number): number {
	let factor = 1;
	for (let step = year; step < 2026; step += 1) factor /= 1 + percent / 100;
	return factor;
}
