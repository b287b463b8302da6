// The year's forecast as one table: each nämnd with its kostnadsslag, the calculated span, what the nämnd has left itself, what a
// controller has set, and which of them holds.
import type { Range } from './assumption';
import { togetherRange, type ForecastMethod, type LineForecast } from './cost-forecast';
import {
	holdingOfLine,
	holdingOfUnit,
	standingOverride,
	type ForecastOverride,
	type HoldingForecast
} from './forecast-override';

/** A forecast that a nämnd has left, öre for the year; a null kostnadsslag is one that is not divided so. */
export interface LeftForecast {
	unit: string;
	costKind: string | null;
	amount: number;
}

export interface ForecastRow {
	/** Empty in the total. */
	unit: string;
	/** Null: the whole nämnd. */
	costKind: string | null;
	/** Up to the cut. */
	outcome: number;
	calculated: Range;
	/** How the rest was made, each way once, that of most kronor first. */
	methods: readonly ForecastMethod[];
	/** What the nämnd has left; null where it has left none, or not divided so. */
	left: number | null;
	/** What a controller has set for exactly this. */
	set: ForecastOverride | null;
	holding: HoldingForecast;
	/** What holds, less what is calculated: plus is when more cost is expected than the calculation says. */
	difference: number;
	parts: readonly ForecastRow[];
}

export interface ForecastTable {
	/** The largest calculated forecast first. */
	rows: readonly ForecastRow[];
	total: ForecastRow;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** @param lines with what is known of the months to come @param stored every override of the follow-up, in order */
export function forecastTable(
	lines: readonly LineForecast[],
	left: readonly LeftForecast[],
	stored: readonly ForecastOverride[]
): ForecastTable {
	const units = [...new Set([...lines, ...left].map(({ unit }) => unit))];
	const rows = units
		.map((unit) => rowOfUnit(unit, lines, left, stored))
		.toSorted((one, other) => other.calculated.likely - one.calculated.likely);
	const amount = sum(rows.map(({ holding }) => holding.amount));
	const calculated = togetherRange(lines);
	const sources = new Set(rows.map(({ holding }) => holding.source));
	const [first] = rows;
	const total: ForecastRow = {
		unit: '',
		costKind: null,
		outcome: sum(rows.map(({ outcome }) => outcome)),
		calculated,
		methods: methodsOf(lines),
		left:
			rows.length && rows.every((row) => row.left !== null) ? sum(rows.map((row) => row.left ?? 0)) : null,
		set: null,
		holding: { amount, source: sources.size === 1 && first ? first.holding.source : 'partly' },
		difference: amount - calculated.likely,
		parts: []
	};
	return { rows, total };
}

function rowOfUnit(
	unit: string,
	lines: readonly LineForecast[],
	left: readonly LeftForecast[],
	stored: readonly ForecastOverride[]
): ForecastRow {
	const own = lines.filter((line) => line.unit === unit);
	const leftOf = (costKind: string | null) => {
		const rows = left.filter((one) => one.unit === unit && (costKind === null || one.costKind === costKind));
		return rows.length ? sum(rows.map(({ amount }) => amount)) : null;
	};
	const parts = own
		.map((line): ForecastRow => {
			const set = standingOverride(stored, unit, line.costKind);
			const said = leftOf(line.costKind);
			const holding = holdingOfLine(set?.amount ?? null, said, line.year);
			return {
				unit,
				costKind: line.costKind,
				outcome: line.outcome,
				calculated: line.year,
				methods: [line.method],
				left: said,
				set,
				holding,
				difference: holding.amount - line.year.likely,
				parts: []
			};
		})
		.toSorted((one, other) => other.calculated.likely - one.calculated.likely);
	const moved = parts.flatMap((part) =>
		part.set === null ? [] : [part.holding.amount - holdingOfLine(null, part.left, part.calculated).amount]
	);
	const set = standingOverride(stored, unit, '');
	const said = leftOf(null);
	const calculated = togetherRange(own);
	const holding = holdingOfUnit(set?.amount ?? null, said, calculated, moved);
	return {
		unit,
		costKind: null,
		outcome: sum(own.map(({ outcome }) => outcome)),
		calculated,
		methods: methodsOf(own),
		left: said,
		set,
		holding,
		difference: holding.amount - calculated.likely,
		parts
	};
}

/** Each way that was used, that of most kronor left first. */
function methodsOf(lines: readonly LineForecast[]): ForecastMethod[] {
	const ways = new Map<string, { method: ForecastMethod; rest: number }>();
	for (const { method, year, outcome } of lines) {
		const key = JSON.stringify(method);
		const way = ways.get(key) ?? { method, rest: 0 };
		way.rest += Math.abs(year.likely - outcome);
		ways.set(key, way);
	}
	return [...ways.values()].toSorted((one, other) => other.rest - one.rest).map(({ method }) => method);
}
