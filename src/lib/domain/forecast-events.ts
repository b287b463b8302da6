// What registers already know of the months after the cut: contracts that end, renew themselves, begin or change their price, and
// licences whose number is moving. Each is told in kronor, and whether it is in what is likely or only in the span.
import type { Range } from './assumption';
import { optionsLeft } from './contract-clock';
import type { CostLine, ForecastMethod, LineForecast } from './cost-forecast';
import { addMonths, type Day } from './day';
import { forecastYear, sumRanges } from './licence-forecast';
import { monthEnd, monthFrom, type Month } from './period';

/**
 * `ends` without an option · `option` ends unless the buyer calls an option · `renews` by itself · `ends_unsaid` the register does
 * not say if it can be prolonged · `begins` · `index` the price follows an index · `list_price` the supplier sets it ·
 * `licences` the number of licences moves with the year.
 */
export const forecastEventKinds = [
	'ends',
	'option',
	'renews',
	'ends_unsaid',
	'begins',
	'index',
	'list_price',
	'licences'
] as const;
export type ForecastEventKind = (typeof forecastEventKinds)[number];

/**
 * `likely` it is added to what is likely · `within` what is likely has it already, as the year before had the like · `span` only
 * the span has it · `beside` it is not counted, as nothing says which cost it is.
 */
export type EventPlace = 'likely' | 'within' | 'span' | 'beside';

/** What an event does to one line, öre: `low` at most 0, `high` at least 0, both beside what is likely. */
export interface EventEffect extends CostLine {
	/** Cost in the months that it concerns. */
	concerned: number;
	low: number;
	likely: number;
	high: number;
}

export interface ForecastEvent {
	kind: ForecastEventKind;
	/** Null for licences, which are a nämnd's. */
	contractId: string | null;
	/** The contract's name; the nämnd's for licences. */
	title: string;
	supplier: string | null;
	/** The day that it happens; null for licences. */
	day: Day | null;
	place: EventPlace;
	effects: readonly EventEffect[];
	/** The effects together. */
	concerned: number;
	low: number;
	likely: number;
	high: number;
}

/** A contract, as the register has it, with what it cost per line: öre, months January first. */
export interface ForecastContract {
	contractId: string;
	title: string;
	supplier: string | null;
	supplierKey: string | null;
	startDay: Day | null;
	endDay: Day | null;
	extensionKind: string | null;
	extensionCount: number | null;
	extensionsUsed: number | null;
	priceAdjustment: string | null;
	/** Öre over the whole term. */
	value: number | null;
	costs: readonly (CostLine & { thisYear: readonly number[]; yearBefore: readonly number[] })[];
}

export interface EventRates {
	/** Share that a supplier's prices rise in a year; null is a supplier without a key. */
	yearly: (supplierKey: string | null) => Range;
	/** Share that the price rises when an option is called. */
	extension: Range;
}

export interface EventsAsked {
	year: number;
	/** The last month that is known, 1–12. */
	cut: number;
	contracts: readonly ForecastContract[];
	/** How each line's rest was made; a line that is not here has no forecast, and its events none either. */
	methodOf: (line: CostLine) => ForecastMethod['kind'] | null;
	rates: EventRates;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What happens to contracts between the cut and the end of the year, the most kronor first. */
export function contractEvents(asked: EventsAsked): ForecastEvent[] {
	const { year, cut, contracts } = asked;
	if (cut >= 12) return [];
	const [known, last] = [monthEnd(monthFrom(year, cut)), monthEnd(monthFrom(year, 12))];
	const within = (day: Day | null): day is Day => day !== null && day > known && day <= last;
	const events = contracts.flatMap((contract): ForecastEvent[] => [
		...(within(contract.endDay) && contract.extensionKind !== 'tillsvidare'
			? [ending(contract, contract.endDay, asked)]
			: []),
		...(within(contract.startDay) ? [beginning(contract, contract.startDay)] : []),
		...priceChange(contract, asked)
	]);
	return inOrder(events);
}

/** The most kronor first, and by name where they are alike. */
export function inOrder(events: readonly ForecastEvent[]): ForecastEvent[] {
	const reach = ({ low, likely, high }: ForecastEvent) => Math.max(-low, high, Math.abs(likely));
	return events.toSorted(
		(one, other) =>
			reach(other) - reach(one) ||
			other.concerned - one.concerned ||
			one.title.localeCompare(other.title, 'sv')
	);
}

function ending(contract: ForecastContract, day: Day, asked: EventsAsked): ForecastEvent {
	const { extensionKind } = contract;
	const left = optionsLeft(contract);
	const kind: ForecastEventKind =
		extensionKind === 'automatisk'
			? 'renews'
			: left === 0
				? 'ends'
				: extensionKind === 'option'
					? 'option'
					: 'ends_unsaid';
	// The need seldom ends with the contract: what is likely is that it goes on, and the low end that it does not.
	return told(contract, kind, day, 'span', asked, Number(day.slice(5, 7)) + 1, (concerned) => ({
		low: kind === 'renews' ? 0 : -concerned,
		likely: 0,
		high: Math.round(
			concerned *
				(kind === 'renews' ? asked.rates.yearly(contract.supplierKey).high : asked.rates.extension.high)
		)
	}));
}

/** A new contract may stand for a new cost or take the place of another, and nothing says whose: it is told beside the forecast. */
function beginning(contract: ForecastContract, day: Day): ForecastEvent {
	const { value, endDay } = contract;
	const months = 13 - Number(day.slice(5, 7));
	const term = endDay && endDay > day ? monthsOfTerm(day, endDay) : null;
	const concerned = value !== null && term ? Math.round((value / term) * Math.min(months, term)) : 0;
	return {
		...named(contract, 'begins', day, 'beside'),
		effects: [],
		concerned,
		low: 0,
		likely: 0,
		high: 0
	};
}

/** Whole months from one day to the other, at least one. */
function monthsOfTerm(from: Day, to: Day): number {
	let months = 1;
	while (addMonths(from, months + 1) <= to) months++;
	return months;
}

/** An index changes the price on the contract's own day of the year; other rules are read as far as they say something. */
function priceChange(contract: ForecastContract, asked: EventsAsked): ForecastEvent[] {
	const { priceAdjustment, startDay, endDay } = contract;
	const kind = priceRule(priceAdjustment);
	if (!kind || !startDay) return [];
	const month = Number(startDay.slice(5, 7));
	const day = `${asked.year}-${startDay.slice(5)}` as Day;
	// In its first year the price is new, and after its end there is none.
	if (month <= asked.cut || startDay >= day || (endDay !== null && endDay <= day)) return [];
	const { low, likely, high } = asked.rates.yearly(contract.supplierKey);
	// A mean of the months so far knows nothing of a price that rises after them; a season and a budget do.
	const unaware = (line: CostLine) => asked.methodOf(line) === 'straight';
	const added = kind === 'index' && contract.costs.some(unaware);
	const place: EventPlace = kind === 'list_price' ? 'span' : added ? 'likely' : 'within';
	const event = told(contract, kind, day, place, asked, month, (concerned, line) => {
		const of = (share: number) => Math.round(concerned * share);
		if (kind === 'list_price') return { low: 0, likely: 0, high: of(high) };
		return { low: of(low) - of(likely), likely: unaware(line) ? of(likely) : 0, high: of(high) - of(likely) };
	});
	return event.concerned === 0 ? [] : [event];
}

function priceRule(text: string | null): 'index' | 'list_price' | null {
	if (text === null) return null;
	if (/index|kpi/i.test(text)) return 'index';
	return /prislista/i.test(text) ? 'list_price' : null;
}

const named = (
	{ contractId, title, supplier }: ForecastContract,
	kind: ForecastEventKind,
	day: Day,
	place: EventPlace
) => ({ kind, contractId, title, supplier, day, place });

/** @param from the first month that it concerns, 1–13 */
function told(
	contract: ForecastContract,
	kind: ForecastEventKind,
	day: Day,
	place: EventPlace,
	{ cut, methodOf }: EventsAsked,
	from: number,
	effect: (concerned: number, line: CostLine) => { low: number; likely: number; high: number }
): ForecastEvent {
	const effects = contract.costs
		.filter((line) => methodOf(line) !== null)
		.map(({ unit, costKind, thisYear, yearBefore }) => {
			const concerned = Math.max(0, expected(thisYear, yearBefore, cut, from));
			return { unit, costKind, concerned, ...effect(concerned, { unit, costKind }) };
		})
		.filter(({ concerned }) => concerned > 0);
	const total = (value: (one: EventEffect) => number) => sum(effects.map(value));
	return {
		...named(contract, kind, day, place),
		effects,
		concerned: total((one) => one.concerned),
		low: total((one) => one.low),
		likely: total((one) => one.likely),
		high: total((one) => one.high)
	};
}

/** Öre from a month to the end of the year: as the year before had it, else as the mean month so far. */
function expected(
	thisYear: readonly number[],
	yearBefore: readonly number[],
	cut: number,
	from: number
): number {
	const before = sum(yearBefore.slice(from - 1));
	if (sum(yearBefore) > 0) return before;
	return Math.round((sum(thisYear.slice(0, cut)) / cut) * Math.max(0, 13 - from));
}

/**
 * What the number of licences does to a nämnd's Licens/SaaS: the months left against the level of the last known one, in the
 * licence table's own kronor. The ledger's season has it where it has a season, so it is only in the span.
 * @param amounts öre per nämnd and month, purchased × price
 */
export function licenceEvents(
	amounts: ReadonlyMap<string, ReadonlyMap<Month, number>>,
	last: Month,
	methodOf: EventsAsked['methodOf']
): ForecastEvent[] {
	return inOrder(
		[...amounts].flatMap(([unit, ofUnit]): ForecastEvent[] => {
			const line = { unit, costKind: 'Licens/SaaS' };
			const method = methodOf(line);
			const forecast = method === null ? null : forecastYear(ofUnit, last);
			if (!forecast || !forecast.earlierYears.length) return [];
			const rest = forecast.months.filter(({ known }) => known === null);
			const flat = (ofUnit.get(last) ?? 0) * rest.length;
			const range = sumRanges(rest.map((month) => month.range));
			const effect = {
				concerned: flat,
				low: Math.min(0, range.low - flat),
				likely: 0,
				high: Math.max(0, range.high - flat)
			};
			if (effect.low === 0 && effect.high === 0) return [];
			return [
				{
					kind: 'licences',
					contractId: null,
					title: unit,
					supplier: null,
					day: null,
					place: method === 'season' ? 'within' : 'span',
					effects: [{ ...line, ...effect }],
					...effect
				}
			];
		})
	);
}

/** Lines with what is known of them: likely ones moved, and spans made wider, never below what has been booked. */
export function withEvents(lines: readonly LineForecast[], events: readonly ForecastEvent[]): LineForecast[] {
	return lines.map((line) => {
		const own = events
			.flatMap(({ effects }) => effects)
			.filter(({ unit, costKind }) => unit === line.unit && costKind === line.costKind);
		if (!own.length) return line;
		const moved = sum(own.map((effect) => effect.likely));
		const likely = line.year.likely + moved;
		const low = line.year.low + moved + sum(own.map((effect) => effect.low));
		const high = line.year.high + moved + sum(own.map((effect) => effect.high));
		// What goes out in credits has no floor.
		const floor = Math.min(line.outcome, line.year.low);
		return {
			...line,
			year: { low: Math.min(likely, Math.max(floor, low)), likely, high: Math.max(likely, high) },
			months: spread(line.months, moved)
		};
	});
}

/** What is added lies evenly over the months left, the rest of the division in the first ones. */
function spread(months: readonly number[], added: number): readonly number[] {
	if (!months.length || added === 0) return months;
	const each = Math.trunc(added / months.length);
	return months.map((ore, index) => ore + each + (index === 0 ? added - each * months.length : 0));
}
