// Exitkostnad and exitmånader of a system: the parts of leaving it, each between a low and a high figure. A part that rests on
// something nobody knows is unknown, and the whole is then "at least" what is known; unknown is never zero.
import { assumedFigure, assumedRange, type Range, type StoredAssumption } from './assumption';
import type { ExitReadiness } from './exit-readiness';

/** The parts of leaving, in the order that they are told. */
export const exitParts = [
	'migration_fixed',
	'migration_users',
	'integrations',
	'parallel_run',
	'training',
	'termination',
	'procurement'
] as const;
export type ExitPartName = (typeof exitParts)[number];

/** What a part can lack. */
export type ExitFact = 'users' | 'integrations' | 'cost' | 'commitment' | 'assumption';

/** What is known of a system; null is unknown. */
export interface ExitSystemFacts {
	/** Öre a year by the ledger; at most zero says as little as nothing. */
	yearlyCost: number | null;
	users: number | null;
	/** How many other systems it is connected to. */
	integrations: number | null;
	/** Öre that the contracts bind even if the system is not used (contract-commitment.ts). */
	commitment: Range | null;
}

/** What is assumed: amounts in öre. */
export interface ExitAssumptions {
	migrationFixed: Range | null;
	migrationPerUser: Range | null;
	integration: Range | null;
	parallelMonths: Range | null;
	trainingHoursPerUser: Range | null;
	workingHour: number | null;
	procurement: Range | null;
}

/** From `low`; `likely` and `high` are null where something unknown can make it more than anybody can say. */
export interface OpenRange {
	low: number;
	likely: number | null;
	high: number | null;
}

export interface ExitPart {
	name: ExitPartName;
	/** Öre, whole; null where something is missing. */
	cost: Range | null;
	/** What is missing. */
	missing: ExitFact[];
}

export interface ExitEstimate {
	parts: ExitPart[];
	/** The sum of the parts that are known, öre. */
	known: Range;
	/** Exitkostnad, öre: open upwards while a part is unknown. */
	cost: OpenRange;
	/** Exitmånader: 12 × cost / yearly cost; null without a yearly cost. */
	months: OpenRange | null;
	/** What somebody could answer to make it narrower. */
	missing: ExitFact[];
}

/** The assumptions that apply to a system: its own, else the municipality's, else the standards. Null: the standards alone. */
export function exitAssumptions(
	stored: readonly StoredAssumption[],
	systemId: string | null
): ExitAssumptions {
	const of = systemId === null ? undefined : ({ kind: 'system', key: systemId } as const);
	return {
		migrationFixed: assumedRange(stored, 'migration_fixed', of),
		migrationPerUser: assumedRange(stored, 'migration_per_user', of),
		integration: assumedRange(stored, 'integration', of),
		parallelMonths: assumedRange(stored, 'parallel_months', of),
		trainingHoursPerUser: assumedRange(stored, 'training_hours_per_user', of),
		workingHour: assumedFigure(stored, 'working_hour', of),
		procurement: assumedRange(stored, 'procurement', of)
	};
}

/** What it costs to leave a system, and how many months of its own cost that is. */
export function exitEstimate(facts: ExitSystemFacts, assumed: ExitAssumptions): ExitEstimate {
	const { users, integrations, commitment } = facts;
	const yearly = facts.yearlyCost !== null && facts.yearlyCost > 0 ? facts.yearlyCost : null;
	const { workingHour } = assumed;
	const training =
		workingHour === null ? null : scaled(assumed.trainingHoursPerUser, (hours) => hours * workingHour);
	const parts: ExitPart[] = [
		part('migration_fixed', assumed.migrationFixed),
		counted('migration_users', assumed.migrationPerUser, users, 'users'),
		counted('integrations', assumed.integration, integrations, 'integrations'),
		counted('parallel_run', assumed.parallelMonths, yearly === null ? null : yearly / 12, 'cost'),
		counted('training', training, users, 'users'),
		commitment === null
			? { name: 'termination', cost: null, missing: ['commitment'] }
			: part('termination', commitment),
		part('procurement', assumed.procurement)
	];
	const cost = openSum(parts.map(({ cost: one }) => one));
	return {
		parts,
		known: sum(parts.map(({ cost: one }) => one)),
		cost,
		months: yearly === null ? null : scaledOpen(cost, (ore) => (12 * ore) / yearly),
		missing: [...new Set(parts.flatMap(({ missing }) => missing))]
	};
}

/** What most of an estimate comes from. */
export const exitDrivers = ['users', 'integrations', 'cost', 'commitment', 'fixed'] as const;
export type ExitDriver = (typeof exitDrivers)[number];

const driverOf: Readonly<Record<ExitPartName, ExitDriver>> = {
	migration_fixed: 'fixed',
	migration_users: 'users',
	integrations: 'integrations',
	parallel_run: 'cost',
	training: 'users',
	termination: 'commitment',
	procurement: 'fixed'
};

/** The largest source of what is likely, and its share of the known parts, 0–1; null while nothing is known. */
export function exitDriver({
	parts,
	known
}: Pick<ExitEstimate, 'parts' | 'known'>): { driver: ExitDriver; share: number } | null {
	if (known.likely <= 0) return null;
	const [most] = exitDrivers
		.map((driver) => ({
			driver,
			share:
				parts.reduce(
					(total, { name, cost }) => total + (driverOf[name] === driver ? (cost?.likely ?? 0) : 0),
					0
				) / known.likely
		}))
		.toSorted((a, b) => b.share - a.share);
	return most ?? null;
}

/** The share of the likely cost that is counted per user, where that is at least half of it; null elsewhere. */
export function exitByUsers(estimate: Pick<ExitEstimate, 'parts' | 'known'>): number | null {
	const most = exitDriver(estimate);
	return most?.driver === 'users' && most.share >= 0.5 ? most.share : null;
}

/** At least so many months of its own cost, also at low, and at most so large a share of the answers yes. */
export const hardToLeaveRule = { months: 12, readiness: 0.5 } as const;

/** What is not known raises no flag: it holds whatever the missing answers are. */
export function isHardToLeave(
	{ months }: Pick<ExitEstimate, 'months'>,
	readiness: Pick<ExitReadiness, 'high'>
): boolean {
	if (months === null || readiness.high === null) return false;
	return months.low >= hardToLeaveRule.months && readiness.high <= hardToLeaveRule.readiness;
}

/** The parts that somebody who runs the system alone pays: nothing is procured. */
export function withoutPart(estimate: ExitEstimate, left: ExitPartName): OpenRange {
	return openSum(estimate.parts.filter(({ name }) => name !== left).map(({ cost }) => cost));
}

function part(name: ExitPartName, cost: Range | null): ExitPart {
	return cost === null
		? { name, cost: null, missing: ['assumption'] }
		: { name, cost: scaled(cost, Math.round), missing: [] };
}

function counted(
	name: ExitPartName,
	each: Range | null,
	count: number | null,
	fact: 'users' | 'integrations' | 'cost'
): ExitPart {
	const missing: ExitFact[] = [
		...(count === null ? [fact] : []),
		...(each === null ? (['assumption'] as const) : [])
	];
	return {
		name,
		cost: count === null ? null : scaled(each, (one) => Math.round(one * count)),
		missing
	};
}

/** Null stays null. */
function scaled<Known extends Range | null>(range: Known, scale: (value: number) => number): Known {
	return (range && { low: scale(range.low), likely: scale(range.likely), high: scale(range.high) }) as Known;
}

function scaledOpen({ low, likely, high }: OpenRange, scale: (value: number) => number): OpenRange {
	return {
		low: scale(low),
		likely: likely === null ? null : scale(likely),
		high: high === null ? null : scale(high)
	};
}

/** The sum of what is known. */
function sum(ranges: readonly (Range | null)[]): Range {
	const of = (end: keyof Range) => ranges.reduce((total, range) => total + (range?.[end] ?? 0), 0);
	return { low: of('low'), likely: of('likely'), high: of('high') };
}

function openSum(ranges: readonly (Range | null)[]): OpenRange {
	const { low, likely, high } = sum(ranges);
	return ranges.includes(null) ? { low, likely: null, high: null } : { low, likely, high };
}
