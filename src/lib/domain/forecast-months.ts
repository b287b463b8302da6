// The year added up month by month: what is known, and the span of what is not.
import type { Range } from './assumption';
import { togetherRange, type BudgetYear, type LineForecast, type LineYear } from './cost-forecast';
import { monthFrom, type Month } from './period';

/** Öre from January to the end of the month. */
export interface ForecastMonth {
	month: Month;
	/** Null after the last month that is known. */
	outcome: number | null;
	/** Null where the outcome is known. */
	forecast: Range | null;
	/** Null where some of the budget is for the whole year, or there is none. */
	budget: number | null;
}

export interface MonthsAsked {
	year: number;
	/** The last month that is known, 1–12. */
	cut: number;
	/** Of what is shown. */
	lines: readonly LineForecast[];
	outcomes: readonly LineYear[];
	budget: readonly BudgetYear[];
	/** Öre of the whole budget; null where it is not known. */
	budgetYear: number | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The span grows as what is likely does: nothing is unsure of the last known month, and all of it of December. */
export function forecastMonths(asked: MonthsAsked): ForecastMonth[] {
	const { year, cut, lines, outcomes, budget, budgetYear } = asked;
	const booked = outcomes.filter((row) => row.year === year);
	const planned = budget.filter((row) => row.year === year);
	const divided = planned.length > 0 && sum(planned.flatMap(({ months }) => months)) === budgetYear;
	const range = togetherRange(lines);
	const outcome = sum(lines.map((line) => line.outcome));
	const rest = range.likely - outcome;
	return Array.from({ length: 12 }, (_, index): ForecastMonth => {
		const month = index + 1;
		const upTo = (rows: readonly { months: readonly number[] }[]) =>
			sum(rows.flatMap(({ months }) => months.slice(0, month)));
		const ahead = sum(lines.flatMap(({ months }) => months.slice(0, month - cut)));
		const part = rest > 0 && ahead >= 0 ? Math.min(1, ahead / rest) : (month - cut) / (12 - cut);
		const likely = outcome + ahead;
		return {
			month: monthFrom(year, month),
			outcome: month <= cut ? upTo(booked) : null,
			forecast:
				month <= cut
					? null
					: {
							low: Math.round(likely - (range.likely - range.low) * part),
							likely,
							high: Math.round(likely + (range.high - range.likely) * part)
						},
			budget: divided ? upTo(planned) : null
		};
	});
}
