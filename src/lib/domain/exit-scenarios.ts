// Five ways on with a system, year by year in öre: what it costs to stay and what it costs to go.
import { assumedRange, type Range, type StoredAssumption } from './assumption';
import { withoutPart, type ExitEstimate, type OpenRange } from './exit-estimate';

export const exitScenarios = ['nothing', 'extend', 'procure', 'leave', 'own'] as const;
export type ExitScenarioName = (typeof exitScenarios)[number];

export const scenarioYears = 5;

/** Shares, 0–1 and above. */
export interface ScenarioAssumptions {
	/** A year, if nothing is done. */
	priceRise: Range | null;
	/** A year, if the contract is extended by its price clause. */
	extensionRise: Range | null;
	/** Of today's yearly cost. */
	newSystem: Range | null;
	ownOperation: Range | null;
}

export interface ScenarioYear {
	/** 1 is the first year from today. */
	year: number;
	/** Öre, whole. */
	cost: OpenRange;
}

export interface ExitScenario {
	name: ExitScenarioName;
	years: ScenarioYear[];
	/** The sum of the years, öre. */
	total: OpenRange;
	/** Against doing nothing over all the years, öre: + costs more. Null for doing nothing itself. */
	difference: { low: number; likely: number | null; high: number | null } | null;
}

/** The assumptions that apply to a system. Of its price, what is said of the system wins over what is said of its supplier. */
export function scenarioAssumptions(
	stored: readonly StoredAssumption[],
	systemId: string,
	supplierKey: string | null
): ScenarioAssumptions {
	const system = { kind: 'system', key: systemId } as const;
	const supplier = supplierKey === null ? null : ({ kind: 'supplier', key: supplierKey } as const);
	const ownPrice = stored.findLast(
		({ key, subject }) => key === 'yearly_price_rise' && subject.kind === 'system' && subject.key === systemId
	);
	return {
		priceRise: assumedRange(stored, 'yearly_price_rise', ownPrice?.value || !supplier ? system : supplier),
		extensionRise: assumedRange(stored, 'extension_price_rise', system),
		newSystem: assumedRange(stored, 'new_system_cost', system),
		ownOperation: assumedRange(stored, 'own_operation_cost', system)
	};
}

type End = keyof Range;
const ends: readonly End[] = ['low', 'likely', 'high'];

/** One end of everything that is assumed. */
interface Point {
	rise: number;
	extension: number;
	newSystem: number;
	own: number;
	/** Öre of leaving, of leaving without a procurement, and of the procurement alone; null is open upwards. */
	exit: number | null;
	exitToOwn: number | null;
	procurement: number | null;
	/** The procurement ends in another supplier. */
	switches: boolean;
}

/**
 * The five scenarios over five years; null without a yearly cost above zero, or where an assumption lacks its value. A price
 * rises once a year, from the first. Who leaves pays for it in the first year; whoever procures anew pays today's supplier in
 * the first, and moves only at high.
 */
export function exitScenariosOf(
	yearlyCost: number | null,
	exit: ExitEstimate,
	assumed: ScenarioAssumptions
): ExitScenario[] | null {
	const { priceRise, extensionRise, newSystem, ownOperation } = assumed;
	if (yearlyCost === null || yearlyCost <= 0) return null;
	if (!priceRise || !extensionRise || !newSystem || !ownOperation) return null;
	const toOwn = withoutPart(exit, 'procurement');
	const procurement = exit.parts.find(({ name }) => name === 'procurement')?.cost ?? null;
	const at = (end: End, rise: number): Point => ({
		rise,
		extension: extensionRise[end],
		newSystem: newSystem[end],
		own: ownOperation[end],
		exit: exit.cost[end],
		exitToOwn: toOwn[end],
		procurement: procurement?.[end] ?? (end === 'low' ? 0 : null),
		switches: end === 'high'
	});
	return exitScenarios.map((name): ExitScenario => {
		const years = yearNumbers.map((year): ScenarioYear => {
			const [low, likely, high] = ends.map((end) => costOf(name, year, yearlyCost, at(end, priceRise[end])));
			return { year, cost: { low: low ?? 0, likely: likely ?? null, high: high ?? null } };
		});
		return {
			name,
			years,
			total: {
				low: years.reduce((sum, { cost }) => sum + cost.low, 0),
				likely: sumOrNull(years.map(({ cost }) => cost.likely)),
				high: sumOrNull(years.map(({ cost }) => cost.high))
			},
			difference: name === 'nothing' ? null : differenceOf(name, yearlyCost, at, priceRise)
		};
	});
}

const yearNumbers = Array.from({ length: scenarioYears }, (_, index) => index + 1);

/** Öre of one year; null is open upwards. */
function costOf(name: ExitScenarioName, year: number, yearlyCost: number, point: Point): number | null {
	const running = (share: number, rise: number) => Math.round(yearlyCost * share * (1 + rise) ** year);
	const first = year === 1;
	switch (name) {
		case 'nothing':
			return running(1, point.rise);
		case 'extend':
			return running(1, point.extension);
		case 'procure': {
			if (!first) return running(point.newSystem, point.rise);
			// Whoever keeps today's supplier has procured; whoever leaves it has also moved.
			const once = point.switches ? point.exit : point.procurement;
			return once === null
				? null
				: running(Math.max(1, point.switches ? point.newSystem : 1), point.rise) + once;
		}
		case 'leave':
			return first && point.exit === null
				? null
				: running(point.newSystem, point.rise) + (first ? (point.exit ?? 0) : 0);
		case 'own':
			return first && point.exitToOwn === null
				? null
				: running(point.own, point.rise) + (first ? (point.exitToOwn ?? 0) : 0);
	}
}

/** Both ways share the price rise, so the difference is held at each end of it, never low against high. */
function differenceOf(
	name: ExitScenarioName,
	yearlyCost: number,
	at: (end: End, rise: number) => Point,
	priceRise: Range
): OpenRange {
	const against = (end: End, rise: number) =>
		sumOrNull(
			yearNumbers.map((year) => {
				const cost = costOf(name, year, yearlyCost, at(end, rise));
				const stay = costOf('nothing', year, yearlyCost, at(end, rise));
				return cost === null || stay === null ? null : cost - stay;
			})
		);
	const rises = [priceRise.low, priceRise.likely, priceRise.high];
	const lows = rises.map((rise) => against('low', rise) ?? 0);
	const highs = rises.map((rise) => against('high', rise));
	return {
		low: Math.min(...lows),
		likely: against('likely', priceRise.likely),
		high: highs.includes(null) ? null : Math.max(...highs.map((high) => high ?? 0))
	};
}

function sumOrNull(amounts: readonly (number | null)[]): number | null {
	return amounts.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}
