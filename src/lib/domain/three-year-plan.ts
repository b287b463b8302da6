// Three years ahead: what runs today, what its price rises by, what registers know of, and what is planned. Nothing is carried on that is
// not running, and every sum is the sum of its parts to the öre.
import type { Range } from './assumption';
import type { PlanEntry, PlanPlace } from './plan-entry';
import { monthsToYear, type BaseCost } from './plan-base';
import { planEvents, retiredShare, type EventsAsked, type PlanEvent } from './plan-events';
import { scenariosOf, type StandingChange } from './planned-change';

export interface PlanAsked extends EventsAsked {
	changes: readonly Pick<StandingChange, 'unit' | 'content'>[];
	/** Share that a system's, or its supplier's, price rises in a year. */
	priceRise: (system: string | null, supplierKey: string | null) => Range;
}

export interface ThreeYearPlan {
	entries: readonly PlanEntry[];
	/** What may change the cost most first. */
	events: readonly PlanEvent[];
}

/** Cost that goes on by itself: running, or of unknown inriktning. */
export const isCarriedOn = ({ part }: Pick<BaseCost, 'part'>) => part === 'running' || part === 'unknown';

/** The plan of the years asked for. @param asked its costs may hold development: only what is carried on is read */
export function threeYearPlan(asked: PlanAsked): ThreeYearPlan {
	const costs = asked.costs.filter(isCarriedOn);
	const events = planEvents({ ...asked, costs });
	const { years } = asked;
	return {
		events,
		entries: [
			...years.flatMap((year) => runningOf(costs, year)),
			...years.flatMap((year) => priceOf(asked, costs, year)),
			...events.flatMap(({ effects }) =>
				effects.map(({ range, ...place }): PlanEntry => ({
					...place,
					line: 'events',
					range,
					scenarios: null
				}))
			),
			...asked.changes.flatMap((change) => plannedOf(change, years))
		]
	};
}

const certain = (ore: number): Range => ({ low: ore, likely: ore, high: ore });

function runningOf(costs: readonly BaseCost[], year: number): PlanEntry[] {
	return byPlace(costs, ({ amount }) => certain(amount)).map(([place, range]): PlanEntry => ({
		...place,
		year,
		line: 'running',
		range,
		scenarios: null
	}));
}

/** A price rises from the middle of the base to the middle of the year; what a retired system no longer costs does not rise. */
function priceOf(
	{ base, systems, priceRise }: PlanAsked,
	costs: readonly BaseCost[],
	year: number
): PlanEntry[] {
	const years = monthsToYear(base, year) / 12;
	const retired = new Map(
		systems
			.filter(({ replacedBy }) => replacedBy === null)
			.map((system) => [system.systemId, retiredShare(system, year)])
	);
	return byPlace(costs, ({ amount, system, supplierKey }) => {
		const left = amount * (1 - (retired.get(system ?? '') ?? 0));
		const rise = priceRise(system, supplierKey);
		const at = (share: number) => Math.round(left * ((1 + share) ** years - 1));
		// A credit grows downwards.
		return {
			low: Math.min(at(rise.low), at(rise.high)),
			likely: at(rise.likely),
			high: Math.max(at(rise.low), at(rise.high))
		};
	}).map(([place, range]): PlanEntry => ({ ...place, year, line: 'price', range, scenarios: null }));
}

function byPlace(costs: readonly BaseCost[], value: (cost: BaseCost) => Range): [PlanPlace, Range][] {
	const places = new Map<string, [PlanPlace, Range]>();
	for (const cost of costs) {
		const { unit, costKind, system } = cost;
		const key = JSON.stringify([unit, costKind, system]);
		const { low, likely, high } = value(cost);
		const found = places.get(key);
		if (!found)
			places.set(key, [
				{ unit, costKind, system },
				{ low, likely, high }
			]);
		else {
			found[1].low += low;
			found[1].likely += likely;
			found[1].high += high;
		}
	}
	return [...places.values()];
}

function plannedOf(
	{ unit, content }: Pick<StandingChange, 'unit' | 'content'>,
	years: readonly number[]
): PlanEntry[] {
	return content.years
		.filter(({ year }) => years.includes(year))
		.map(({ year, ore }): PlanEntry => ({
			unit,
			costKind: content.costKind,
			system: content.systemId,
			year,
			line: content.kind === 'drift' ? 'planned_running' : 'planned_change',
			range: certain(ore),
			scenarios: scenariosOf(content)
		}));
}
