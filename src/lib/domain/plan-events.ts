// What registers know of the years of a plan: contracts that end, systems that are retired, licences whose number moves. What an event
// does is counted where it is known, widens the span where only its size is assumed, and is told with its kronor either way.
import type { Range } from './assumption';
import { contractClock, type ContractTerms } from './contract-clock';
import { licenceKind } from './cost-bridge';
import type { Day } from './day';
import { monthFrom, monthOf, monthsBetween, type Period } from './period';
import type { PlanPlace } from './plan-entry';
import { monthsToYear, type BaseCost } from './plan-base';

/**
 * `ends` without an option · `option` ends unless the buyer calls it · `renews` by itself · `ends_unsaid` the register does not say
 * whether it can be prolonged · `retired` a system with nothing in its place · `replaced` a system that another takes the place of ·
 * `licences` the number of a nämnd's licences has moved.
 */
export type PlanEventKind =
	'ends' | 'option' | 'renews' | 'ends_unsaid' | 'retired' | 'replaced' | 'licences';

/** What an event does to one place in one year, öre: low ≤ likely ≤ high. */
export interface PlanEffect extends PlanPlace {
	year: number;
	range: Range;
}

export interface PlanEvent {
	key: string;
	kind: PlanEventKind;
	/** The register's own id, for its page; null for licences. */
	subject: { kind: 'contract' | 'system'; id: string } | null;
	/** The contract's or system's name; the nämnd's for licences. */
	title: string;
	/** Null for licences. */
	day: Day | null;
	/** The last day that options reach to, where the plan's years reach beyond it. */
	latestEnd: Day | null;
	/** What takes the place of a system. */
	replacedBy: string | null;
	/** Öre a year in the base. */
	concerned: number;
	effects: readonly PlanEffect[];
}

export interface PlanContract extends ContractTerms {
	contractId: string;
	title: string;
}

export interface PlanSystem {
	systemId: string;
	name: string;
	retiredFrom: Day | null;
	/** The name of what replaces it; null where the register names nothing. */
	replacedBy: string | null;
}

/** Bought licences of a nämnd and system, at the price of now, öre a month. */
export interface LicenceGrowth {
	unit: string;
	system: string | null;
	now: number;
	/** The same month a year before. */
	before: number;
}

export interface PlanRates {
	/** Share of today's cost that what comes after a contract costs. */
	replacement: (system: string | null) => Range;
	/** Share that the price rises when an option is called. */
	extension: (system: string | null) => Range;
}

export interface EventsAsked {
	base: Period;
	years: readonly number[];
	/** What is carried on. */
	costs: readonly BaseCost[];
	contracts: readonly PlanContract[];
	systems: readonly PlanSystem[];
	licences: readonly LicenceGrowth[];
	rates: PlanRates;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Months of a year that come after a day's month: none before it, all twelve in later years. */
export function monthsAfter(day: Day | null, year: number): number {
	return day === null ? 0 : Math.min(12, Math.max(0, monthsBetween(monthOf(day), monthFrom(year, 12))));
}

/** What happens in the years of the plan, what may change the cost most first. */
export function planEvents(asked: EventsAsked): PlanEvent[] {
	return [...contractEnds(asked), ...retirements(asked), ...licenceGrowth(asked)].toSorted(
		(one, other) =>
			reachOf(other) - reachOf(one) ||
			other.concerned - one.concerned ||
			one.title.localeCompare(other.title, 'sv')
	);
}

/** How far from today's cost an event may lead in the years together, öre. */
function reachOf({ effects }: PlanEvent): number {
	return sum(effects.map(({ range }) => Math.max(0 - range.low, range.high)));
}

/** How much of a system's yearly cost a year is without, 0–1. */
export function retiredShare({ retiredFrom }: Pick<PlanSystem, 'retiredFrom'>, year: number): number {
	return monthsAfter(retiredFrom, year) / 12;
}

interface Concerned extends PlanPlace {
	amount: number;
}

/** The places that a register's record concerns, with their öre a year; credits concern nothing. */
function placesOf(costs: readonly BaseCost[], belongs: (cost: BaseCost) => boolean): Concerned[] {
	const places = new Map<string, Concerned>();
	for (const cost of costs) {
		if (!belongs(cost)) continue;
		const { unit, costKind, system, amount } = cost;
		const key = JSON.stringify([unit, costKind, system]);
		const found = places.get(key);
		if (found) found.amount += amount;
		else places.set(key, { unit, costKind, system, amount });
	}
	return [...places.values()].filter(({ amount }) => amount > 0);
}

const effectsOf = (
	places: readonly Concerned[],
	years: readonly number[],
	effect: (place: Concerned, year: number) => Range
): PlanEffect[] =>
	places.flatMap((place) =>
		years.flatMap((year): PlanEffect[] => {
			const range = effect(place, year);
			if (range.low === 0 && range.likely === 0 && range.high === 0) return [];
			const { unit, costKind, system } = place;
			return [{ unit, costKind, system, year, range }];
		})
	);

/** The need seldom ends with its contract: what is likely is that it goes on, and the span is what comes after it. */
function contractEnds({ base, years, costs, contracts, systems, rates }: EventsAsked): PlanEvent[] {
	const last = monthFrom(years.at(-1) ?? 0, 12);
	const retired = new Map(systems.map((system) => [system.systemId, system]));
	return contracts.flatMap((contract): PlanEvent[] => {
		const { contractId, title, endDay } = contract;
		if (endDay === null || contract.extensionKind === 'tillsvidare') return [];
		if (monthOf(endDay) <= base.to || monthOf(endDay) >= last) return [];
		const places = placesOf(costs, (cost) => cost.contractId === contractId);
		if (!places.length) return [];
		const kind = endingKind(contract);
		const options = kind === 'option' || kind === 'renews' ? contractClock(contract).latestEnd : null;
		const latestEnd = options !== null && options > endDay && monthOf(options) < last ? options : null;
		return [
			{
				key: `avtal ${contractId}`,
				kind,
				subject: { kind: 'contract', id: contractId },
				title,
				day: endDay,
				latestEnd,
				replacedBy: null,
				concerned: sum(places.map(({ amount }) => amount)),
				effects: effectsOf(places, years, ({ amount, system }, year) => {
					const gone = monthsAfter(retired.get(system ?? '')?.retiredFrom ?? null, year);
					// After a system is retired there is no cost left for its contract to change.
					const months = (day: Day | null) => Math.max(0, monthsAfter(day, year) - gone);
					const after = kind === 'ends' || kind === 'ends_unsaid' ? months(endDay) : months(latestEnd);
					const prolonged = kind === 'option' ? months(endDay) - after : 0;
					const replacement = rates.replacement(system);
					const part = (share: number, over: number) => (amount * share * over) / 12;
					return {
						low: Math.round(Math.min(0, part(replacement.low - 1, after + prolonged))),
						likely: 0,
						high: Math.round(
							Math.max(0, part(replacement.high - 1, after) + part(rates.extension(system).high, prolonged))
						)
					};
				})
			}
		];
	});
}

function endingKind(contract: ContractTerms): 'ends' | 'option' | 'renews' | 'ends_unsaid' {
	const { extensionKind, extensionCount, extensionsUsed } = contract;
	if (extensionKind === 'ingen' || extensionCount === 0) return 'ends';
	if (extensionCount !== null && extensionsUsed !== null && extensionsUsed >= extensionCount) return 'ends';
	if (extensionKind === 'automatisk') return 'renews';
	return extensionKind === 'option' ? 'option' : 'ends_unsaid';
}

/** A system with nothing in its place stops costing; where another replaces it, nobody knows what that will cost. */
function retirements({ base, years, costs, systems }: EventsAsked): PlanEvent[] {
	const last = monthFrom(years.at(-1) ?? 0, 12);
	return systems.flatMap((system): PlanEvent[] => {
		const { systemId, name, retiredFrom, replacedBy } = system;
		if (retiredFrom === null || monthOf(retiredFrom) <= base.to || monthOf(retiredFrom) >= last) return [];
		const places = placesOf(costs, (cost) => cost.system === systemId);
		if (!places.length) return [];
		return [
			{
				key: `system ${systemId}`,
				kind: replacedBy === null ? 'retired' : 'replaced',
				subject: { kind: 'system', id: systemId },
				title: name,
				day: retiredFrom,
				latestEnd: null,
				replacedBy,
				concerned: sum(places.map(({ amount }) => amount)),
				effects: effectsOf(places, years, ({ amount }, year) => {
					const gone = 0 - Math.round(amount * retiredShare(system, year));
					return { low: gone, likely: replacedBy === null ? gone : 0, high: 0 };
				})
			}
		];
	});
}

/** A number of licences that goes on moving as in the last year: nobody has decided that it will, so only the span has it. */
function licenceGrowth({ base, years, costs, licences }: EventsAsked): PlanEvent[] {
	const units = new Map<string, LicenceGrowth[]>();
	for (const growth of licences) units.set(growth.unit, [...(units.get(growth.unit) ?? []), growth]);
	return [...units].flatMap(([unit, own]): PlanEvent[] => {
		const counted = costs.some((cost) => cost.unit === unit && cost.costKind === licenceKind);
		const moving = own.filter(({ now, before }) => now !== before);
		if (!counted || !moving.length) return [];
		return [
			{
				key: `licenser ${unit}`,
				kind: 'licences',
				subject: null,
				title: unit,
				day: null,
				latestEnd: null,
				replacedBy: null,
				concerned: sum(moving.map(({ now }) => now * 12)),
				effects: moving.flatMap(({ system, now, before }) =>
					effectsOf(
						[{ unit, costKind: licenceKind, system, amount: now * 12 }],
						years,
						({ amount }, year) => {
							const moved = Math.round((now - before) * monthsToYear(base, year));
							return { low: Math.max(-amount, Math.min(0, moved)), likely: 0, high: Math.max(0, moved) };
						}
					)
				)
			}
		];
	});
}
