// How near forecasts have come: what nämnder left, and what would have been calculated then, against what the year became.
import type { BudgetYear, LineYear } from './cost-forecast';
import { deviation, totalOfKnown } from './deviation';
import { rollBack } from './forecast-rollback';
import type { LeftForecast } from './forecast-table';

/** One year of one nämnd. Öre; an error is forecast less outcome: plus is when it cost less than the forecast. */
export interface YearAccuracy {
	year: number;
	outcome: number;
	/** Null where none was left. */
	left: number | null;
	leftError: number | null;
	calculated: number;
	calculatedError: number;
}

export interface UnitAccuracy {
	/** Empty in the total. */
	unit: string;
	years: readonly YearAccuracy[];
}

export interface ForecastAccuracy {
	/** Years that are over, in order. */
	years: readonly number[];
	units: readonly UnitAccuracy[];
	/** Its errors are those of the total: what nämnder miss each way evens out. */
	total: UnitAccuracy;
	/** The errors of nämnder whatever their sign, a mean year; null for `left` where some nämnd left none some year. */
	meanLeft: number | null;
	meanCalculated: number;
}

export interface AccuracyAsked {
	/** The last month of the follow-up, 1–11. */
	cut: number;
	/** The version that holds what the nämnder left: `T2-prognos`. */
	version: string;
	outcomes: readonly LineYear[];
	wholeYears: readonly number[];
	budget: readonly BudgetYear[];
	left: readonly (LeftForecast & { year: number; version: string })[];
	/** Nämnder that are counted; empty is all. */
	units: readonly string[];
}

/** Null before any year is over. */
export function forecastAccuracyOf(asked: AccuracyAsked): ForecastAccuracy | null {
	const { cut, version, wholeYears, units } = asked;
	if (!wholeYears.length || cut >= 12) return null;
	const seen = <Row extends { unit: string }>(rows: readonly Row[]) =>
		units.length ? rows.filter(({ unit }) => units.includes(unit)) : rows;
	// Its level is drawn towards what the kostnadsslag has in every nämnd that is seen, so all are rolled back and then chosen.
	const rolled = wholeYears.map((year) => ({ year, back: rollBack({ ...asked, year }) }));
	const leftOf = (unit: string, year: number) =>
		totalOfKnown(
			asked.left
				.filter((row) => row.unit === unit && row.year === year && row.version === version)
				.map(({ amount }) => amount)
		);
	const names = [...new Set(rolled.flatMap(({ back }) => seen(back.units).map(({ unit }) => unit)))].sort(
		(one, other) => one.localeCompare(other, 'sv')
	);
	const rows = names.map((unit): UnitAccuracy => ({
		unit,
		years: rolled.flatMap(({ year, back }) => {
			const found = back.units.find((one) => one.unit === unit);
			return found ? [yearOf(year, leftOf(unit, year), found.range.likely, found.outcome)] : [];
		})
	}));
	const all = rows.flatMap(({ years }) => years);
	const mean = (errors: readonly (number | null)[]) => {
		const known = totalOfKnown(errors.map((error) => (error === null ? null : Math.abs(error))));
		return known === null ? null : known / wholeYears.length;
	};
	return {
		years: wholeYears,
		units: rows,
		total: {
			unit: '',
			years: wholeYears.map((year) => {
				const ofYear = all.filter((one) => one.year === year);
				const sum = (value: (one: YearAccuracy) => number) =>
					ofYear.reduce((total, one) => total + value(one), 0);
				return yearOf(
					year,
					totalOfKnown(ofYear.map(({ left }) => left)),
					sum((one) => one.calculated),
					sum((one) => one.outcome)
				);
			})
		},
		meanLeft: mean(all.map(({ leftError }) => leftError)),
		meanCalculated: mean(all.map(({ calculatedError }) => calculatedError)) ?? 0
	};
}

function yearOf(year: number, left: number | null, calculated: number, outcome: number): YearAccuracy {
	return {
		year,
		outcome,
		left,
		leftError: deviation(left, outcome),
		calculated,
		calculatedError: calculated - outcome
	};
}
