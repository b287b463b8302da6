// How sure a calculated forecast is: made again for a year that is over, with nothing known after the cut, and set against what the
// year came to, beside the two forecasts that anybody can make by hand.
import { forecastLines, straightRest, togetherRange, type BudgetYear, type LineYear } from './cost-forecast';
import type { Range } from './assumption';

/** What one nämnd was forecast, and what it came to. Öre. */
export interface RolledUnit {
	unit: string;
	range: Range;
	/** The year so far, and the months left as they were the year before; null where the ledger has no such year. */
	lastYear: number | null;
	/** The year so far / months so far × 12. */
	straight: number;
	outcome: number;
}

export interface Rollback {
	year: number;
	cut: number;
	units: readonly RolledUnit[];
	/** Of the whole municipality, or of what is seen of it. */
	total: RolledUnit;
}

export interface RollbackAsked {
	year: number;
	cut: number;
	/** Every year, whole: what lies after the cut is used for the outcome alone. */
	outcomes: readonly LineYear[];
	wholeYears: readonly number[];
	budget: readonly BudgetYear[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** @param asked a year that the ledger holds whole */
export function rollBack({ year, cut, outcomes, wholeYears, budget }: RollbackAsked): Rollback {
	const upToCut = outcomes
		.filter((row) => row.year <= year)
		.map((row) =>
			row.year < year ? row : { ...row, months: row.months.map((ore, month) => (month < cut ? ore : 0)) }
		);
	const lines = forecastLines({ year, cut, outcomes: upToCut, wholeYears, budget });
	const hasYearBefore = wholeYears.includes(year - 1);
	const rolled = (unit: string | null): RolledUnit => {
		const mine = ({ unit: whose }: { unit: string }) => unit === null || whose === unit;
		const rows = outcomes.filter(mine);
		const ofYear = rows.filter((row) => row.year === year);
		const before = rows.filter((row) => row.year === year - 1);
		const soFar = sum(ofYear.map(({ months }) => sum(months.slice(0, cut))));
		return {
			unit: unit ?? '',
			range: togetherRange(lines.filter(mine)),
			lastYear: hasYearBefore ? soFar + sum(before.map(({ months }) => sum(months.slice(cut)))) : null,
			straight: soFar + sum(ofYear.map(({ months }) => straightRest(sum(months.slice(0, cut)), cut))),
			outcome: sum(ofYear.map(({ months }) => sum(months)))
		};
	};
	const units = [
		...new Set([...lines, ...outcomes.filter((row) => row.year === year)].map(({ unit }) => unit))
	];
	return { year, cut, units: units.map(rolled), total: rolled(null) };
}

/** Öre: each nämnd's error whatever its sign, together; and the total's. */
export interface ForecastErrors {
	units: number;
	total: number;
}

/** The errors of one way to forecast; null where it could not be made. */
export function errorsOf(
	{ units, total }: Rollback,
	forecast: (unit: RolledUnit) => number | null
): ForecastErrors | null {
	const error = (unit: RolledUnit) => {
		const said = forecast(unit);
		return said === null ? null : Math.abs(said - unit.outcome);
	};
	const each = units.map(error);
	const whole = error(total);
	if (whole === null || each.includes(null)) return null;
	return { units: sum(each.map((ore) => ore ?? 0)), total: whole };
}

/** How many nämnder came to something within their span. */
export function withinSpan({ units }: Rollback): number {
	return units.filter(({ range, outcome }) => range.low <= outcome && outcome <= range.high).length;
}
