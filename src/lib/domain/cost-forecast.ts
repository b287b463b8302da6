// What the year will have cost: the outcome so far, exactly, and for the months left a likely sum with a span, per nämnd and
// kostnadsslag, by the best method that what is known allows. Nothing after the cut is read. Öre throughout.
import type { Range } from './assumption';

/** A nämnd's kostnadsslag. */
export interface CostLine {
	unit: string;
	costKind: string;
}

/** Twelve months of one year, January first. Months that have not come are 0. */
export interface LineYear extends CostLine {
	year: number;
	months: readonly number[];
}

/** The budget of one year; a null kostnadsslag is one that is not divided so. */
export interface BudgetYear {
	unit: string;
	costKind: string | null;
	year: number;
	months: readonly number[];
}

/**
 * How the rest of the year was made. `season` the months of earlier years, at this year's level · `budget` the months of the
 * budget, at the level so far · `straight` the mean month so far · `none` nothing was known · `outcome` the year is over.
 */
export type ForecastMethod =
	| { kind: 'season'; years: readonly number[] }
	| { kind: 'budget' }
	| { kind: 'straight' }
	| { kind: 'none' }
	| { kind: 'outcome' };

export interface LineForecast extends CostLine {
	/** Of the months up to the cut. */
	outcome: number;
	/** Of the whole year; low ≤ likely ≤ high. */
	year: Range;
	/** What is likely in each month after the cut: together they are `year.likely − outcome`. */
	months: readonly number[];
	method: ForecastMethod;
}

export interface ForecastAsked {
	year: number;
	/** The last month that is known, 1–12. */
	cut: number;
	/** Of the year up to the cut, and of earlier years. Later months are not read. */
	outcomes: readonly LineYear[];
	/** Earlier years that the ledger holds whole. */
	wholeYears: readonly number[];
	/** The budget of the year. */
	budget: readonly BudgetYear[];
}

/** So many earlier years make the season. */
const mostYears = 3;
/** A level is never taken as more than twice the year before: a purchase of its own must not be carried on. */
const mostGrowth = 2;
/** The least that a span reaches from the likely rest, as a share of it, by how many earlier years are known. */
const seasonSpan = [0.15, 0.1, 0.08] as const;
const budgetSpan = 0.2;
/** Without a season nobody knows how much of a year comes late. */
const straightSpan = 0.5;
/** Errors of parts are neither the same nor unrelated: half of their variance is taken as shared. */
const sharedVariance = 0.5;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const nothing: readonly number[] = Array.from({ length: 12 }, () => 0);
const keyOf = (line: { unit: string; costKind: string | null }) => JSON.stringify([line.unit, line.costKind]);

/** The forecast of every line that has cost, a season or a budget, in the order that they are first named. */
export function forecastLines(asked: ForecastAsked): LineForecast[] {
	const { year, cut } = asked;
	const lines = new Map<string, { line: CostLine; years: Map<number, readonly number[]> }>();
	for (const { unit, costKind, year: ofYear, months } of asked.outcomes) {
		if (ofYear > year) continue;
		const key = keyOf({ unit, costKind });
		const found = lines.get(key) ?? { line: { unit, costKind }, years: new Map<number, readonly number[]>() };
		found.years.set(ofYear, ofYear === year ? months.map((ore, index) => (index < cut ? ore : 0)) : months);
		lines.set(key, found);
	}
	const budgets = new Map<string, readonly number[]>();
	for (const { unit, costKind, year: ofYear, months } of asked.budget) {
		if (ofYear !== year || costKind === null) continue;
		const key = keyOf({ unit, costKind });
		const before = budgets.get(key) ?? nothing;
		budgets.set(
			key,
			months.map((ore, index) => ore + (before[index] ?? 0))
		);
		if (!lines.has(key)) lines.set(key, { line: { unit, costKind }, years: new Map() });
	}
	const known = [...lines].map(([key, { line, years }]) => ({
		line,
		booked: years.get(year) ?? nothing,
		season: seasonOf(years, asked),
		budget: budgets.get(key) ?? nothing
	}));
	const levels = levelsOfKinds(known, cut);
	return known.map(({ line, booked, season, budget }) => {
		const outcome = sum(booked.slice(0, cut));
		const rest = restOf({ outcome, booked, season, budget, cut, kindLevel: levels.get(line.costKind) ?? 1 });
		const likely = sum(rest.months);
		return {
			...line,
			outcome,
			year: {
				low: outcome + Math.min(likely, Math.floor(rest.low)),
				likely: outcome + likely,
				high: outcome + Math.max(likely, Math.ceil(rest.high))
			},
			months: rest.months,
			method: rest.method
		};
	});
}

interface Season {
	years: readonly number[];
	/** The months of a year as the mean of them has it, at the latest one's level. */
	months: readonly number[];
	/** The same by each of the years alone. */
	each: readonly (readonly number[])[];
}

/** Earlier years in a row up to the last one, each with cost; null without any. */
function seasonOf(
	years: ReadonlyMap<number, readonly number[]>,
	{ year, wholeYears }: Pick<ForecastAsked, 'year' | 'wholeYears'>
): Season | null {
	const used: number[] = [];
	for (let earlier = year - 1; used.length < mostYears; earlier--) {
		if (!wholeYears.includes(earlier) || sum(years.get(earlier) ?? []) <= 0) break;
		used.unshift(earlier);
	}
	const last = used.at(-1);
	if (last === undefined) return null;
	const level = sum(years.get(last) ?? []);
	const each = used.map((earlier) => {
		const months = years.get(earlier) ?? nothing;
		return months.map((ore) => (ore / sum(months)) * level);
	});
	return {
		years: used,
		months: nothing.map((_, month) => sum(each.map((months) => months[month] ?? 0)) / each.length),
		each
	};
}

/**
 * This year against a plan of its months: what was seen of it, weighed by how much of the plan's year that is. Nothing seen
 * leaves the level where it was thought to be.
 */
function level(outcome: number, plan: readonly number[], cut: number, thought: number): number {
	const [planned, whole] = [sum(plan.slice(0, cut)), sum(plan)];
	if (planned <= 0 || whole <= 0) return thought;
	const seen = Math.min(mostGrowth, Math.max(0, outcome / planned));
	return thought + Math.min(1, planned / whole) * (seen - thought);
}

/** The level of each kostnadsslag in all nämnder together: what a line's own is drawn towards. */
function levelsOfKinds(
	lines: readonly { line: CostLine; booked: readonly number[]; season: Season | null }[],
	cut: number
): ReadonlyMap<string, number> {
	const kinds = new Map<string, { outcome: number; plan: number[] }>();
	for (const { line, booked, season } of lines) {
		if (!season) continue;
		const kind = kinds.get(line.costKind) ?? { outcome: 0, plan: [...nothing] };
		kind.outcome += sum(booked.slice(0, cut));
		kind.plan = kind.plan.map((ore, month) => ore + (season.months[month] ?? 0));
		kinds.set(line.costKind, kind);
	}
	return new Map([...kinds].map(([name, { outcome, plan }]) => [name, level(outcome, plan, cut, 1)]));
}

interface Rest {
	months: readonly number[];
	/** Of the months after the cut together. */
	low: number;
	high: number;
	method: ForecastMethod;
}

interface LineFacts {
	outcome: number;
	booked: readonly number[];
	season: Season | null;
	budget: readonly number[];
	cut: number;
	kindLevel: number;
}

function restOf({ outcome, booked, season, budget, cut, kindLevel }: LineFacts): Rest {
	if (cut >= 12) return { months: [], low: 0, high: 0, method: { kind: 'outcome' } };
	if (season) {
		const own = level(outcome, season.months, cut, kindLevel);
		const planned = sum(season.months.slice(0, cut));
		const undamped = planned > 0 ? Math.min(mostGrowth, Math.max(0, outcome / planned)) : own;
		const after = sum(season.months.slice(cut));
		const said = [
			...[own, undamped, kindLevel, 1].map((factor) => factor * after),
			...season.each.map((months) => own * sum(months.slice(cut)))
		];
		const least = seasonSpan[Math.min(season.years.length, seasonSpan.length) - 1] ?? seasonSpan[0];
		return spanned(season.months.slice(cut), own, said, least, { kind: 'season', years: season.years });
	}
	if (sum(budget.map(Math.abs)) > 0) {
		const own = level(outcome, budget, cut, 1);
		const after = sum(budget.slice(cut));
		const planned = sum(budget.slice(0, cut));
		const undamped = planned > 0 ? Math.min(mostGrowth, Math.max(0, outcome / planned)) : own;
		const said = [own * after, after, undamped * after];
		return spanned(budget.slice(cut), own, said, budgetSpan, { kind: 'budget' });
	}
	if (outcome === 0) return { months: nothing.slice(cut), low: 0, high: 0, method: { kind: 'none' } };
	const rest = straightRest(outcome, cut);
	// What was booked in a month or two may be once, or may come again: nobody knows.
	const once = booked.slice(0, cut).filter((ore) => ore !== 0).length <= Math.min(2, cut - 1);
	return spanned(
		nothing.slice(cut).map(() => 1),
		rest / (12 - cut),
		once ? [0, rest, 2 * rest] : [rest],
		straightSpan,
		{ kind: 'straight' }
	);
}

/** What is left of the year if every month is the mean of those so far; rounded once. */
export function straightRest(outcome: number, cut: number): number {
	return Math.round((outcome * (12 - cut)) / cut);
}

function spanned(
	plan: readonly number[],
	factor: number,
	said: readonly number[],
	least: number,
	method: ForecastMethod
): Rest {
	const months = wholeOre(plan.map((ore) => ore * factor));
	const likely = sum(months);
	const reach = Math.abs(likely) * least;
	return {
		months,
		low: Math.min(likely - reach, ...said),
		high: Math.max(likely + reach, ...said),
		method
	};
}

/** Whole öre by differences of cumulative sums, so that the parts are the rounded total. */
function wholeOre(parts: readonly number[]): number[] {
	let [exact, given] = [0, 0];
	return parts.map((part) => {
		exact += part;
		const ore = Math.round(exact) - given;
		given += ore;
		return ore;
	});
}

/**
 * Several lines as one. What is likely is their sum, exactly. The span is narrower than all low, or all high, together, since
 * errors partly even out, and wider than if they had nothing in common. Lines without a season err the same way: theirs add up.
 */
export function togetherRange(lines: readonly Pick<LineForecast, 'year' | 'method'>[]): Range {
	const likely = sum(lines.map(({ year }) => year.likely));
	const reach = (width: (range: Range) => number) => {
		const widthsOf = (straight: boolean) =>
			lines.filter(({ method }) => (method.kind === 'straight') === straight).map(({ year }) => width(year));
		const widths = widthsOf(false);
		const apart = sum(widths.map((value) => value ** 2));
		const together = Math.sqrt((1 - sharedVariance) * apart + sharedVariance * sum(widths) ** 2);
		return Math.ceil(together) + sum(widthsOf(true));
	};
	return {
		low: likely - reach((range) => range.likely - range.low),
		likely,
		high: likely + reach((range) => range.high - range.likely)
	};
}
