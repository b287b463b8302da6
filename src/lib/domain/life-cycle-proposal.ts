// What the registers say in favour of for a system: tolerera, investera, migrera or eliminera. A proposal with its reasons and what is
// missing, never a decision: people decide (`system-verdict.ts`).
//
// The four are those of the TIME model: how well a system serves (here its users' rating) against how well it stands (here its age and
// what its contracts say of leaving it).
import { assumedFigure, type StoredAssumption } from './assumption';
import { addMonths, type Day } from './day';
import type { LifeCycleChoice } from './system-verdict';

/** The thresholds that proposals rest on, each an assumption. */
export const lifeCycleAssumptions = [
	'life_cycle_rating',
	'life_cycle_age',
	'life_cycle_readiness',
	'life_cycle_small'
] as const;

export interface LifeCycleThresholds {
	/** From this rating, 1–5, a system serves its users. */
	rating: number;
	/** From this age in years it is old. */
	age: number;
	/** From this share, 0–1, of known yes to what makes it possible to leave, it stands free. */
	readiness: number;
	/** Below this cost, öre a year, more money in it is not proposed. */
	small: number;
}

/** Null where the municipality has taken one away. */
export function lifeCycleThresholds(stored: readonly StoredAssumption[]): LifeCycleThresholds | null {
	const [rating, age, readiness, small] = lifeCycleAssumptions.map((key) => assumedFigure(stored, key));
	if (rating == null || age == null || readiness == null || small == null) return null;
	return { rating, age, readiness, small };
}

/** What a proposal is read from. */
export interface LifeCycleFacts {
	lifeCycle: string | null;
	replacedBy: string | null;
	/** A day ahead that it is retired. */
	retiredFrom: Day | null;
	inUseFrom: Day | null;
	/** 1–5. */
	rating: number | null;
	/** Öre a year. */
	yearlyCost: number | null;
	/** Share of known yes, worst and best case, 0–1; null where nothing was asked. */
	readiness: { low: number | null; high: number | null };
}

/** Why, each with the figure that it rests on. */
export type LifeCycleReason =
	| { kind: 'retires'; day: Day | null; replacedBy: string | null }
	| { kind: 'introduced' }
	| { kind: 'serves' | 'serves-badly'; rating: number }
	| { kind: 'old' | 'not-old'; years: number }
	| { kind: 'free'; low: number }
	| { kind: 'bound'; high: number }
	| { kind: 'small'; yearlyCost: number };

export const lifeCycleMissing = ['rating', 'age', 'readiness', 'cost'] as const;
export type LifeCycleMissing = (typeof lifeCycleMissing)[number];

export interface LifeCycleProposal {
	/** Null where too much is unknown. */
	choice: LifeCycleChoice | null;
	reasons: LifeCycleReason[];
	/** What the proposal lacks; empty where there is one. */
	missing: LifeCycleMissing[];
}

/** Whole years from a day to another. */
export function yearsBetween(from: Day, to: Day): number {
	let years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
	if (addMonths(from, years * 12) > to) years -= 1;
	return Math.max(0, years);
}

/** What the facts speak for by the thresholds. What is unknown gives no proposal, and is named. */
export function lifeCycleProposal(
	facts: LifeCycleFacts,
	thresholds: LifeCycleThresholds,
	today: Day
): LifeCycleProposal {
	const retires = facts.retiredFrom !== null && facts.retiredFrom > today;
	if (facts.lifeCycle === 'avvecklas' || retires)
		return {
			choice: facts.replacedBy === null ? 'eliminera' : 'migrera',
			reasons: [{ kind: 'retires', day: facts.retiredFrom, replacedBy: facts.replacedBy }],
			missing: []
		};
	if (facts.lifeCycle === 'införs')
		return { choice: 'investera', reasons: [{ kind: 'introduced' }], missing: [] };
	const serving = servingOf(facts, thresholds);
	const standing = standingOf(facts, thresholds, today);
	const reasons = [...serving.reasons, ...standing.reasons];
	const missing = [...serving.missing, ...standing.missing];
	if (serving.good === null || standing.good === null) return { choice: null, reasons, missing };
	if (!serving.good) return { choice: standing.good ? 'tolerera' : 'eliminera', reasons, missing: [] };
	if (!standing.good) return { choice: 'migrera', reasons, missing: [] };
	if (facts.yearlyCost === null) return { choice: null, reasons, missing: ['cost'] };
	if (facts.yearlyCost >= thresholds.small) return { choice: 'investera', reasons, missing: [] };
	return {
		choice: 'tolerera',
		reasons: [...reasons, { kind: 'small', yearlyCost: facts.yearlyCost }],
		missing: []
	};
}

interface Judged {
	/** Null is unknown. */
	good: boolean | null;
	reasons: LifeCycleReason[];
	missing: LifeCycleMissing[];
}

function servingOf({ rating }: LifeCycleFacts, thresholds: LifeCycleThresholds): Judged {
	if (rating === null) return { good: null, reasons: [], missing: ['rating'] };
	const good = rating >= thresholds.rating;
	return { good, reasons: [{ kind: good ? 'serves' : 'serves-badly', rating }], missing: [] };
}

/** Old or bound is enough to stand badly; to stand well it must be known to be neither. */
function standingOf(
	{ inUseFrom, readiness }: LifeCycleFacts,
	thresholds: LifeCycleThresholds,
	today: Day
): Judged {
	const reasons: LifeCycleReason[] = [];
	const missing: LifeCycleMissing[] = [];
	let bad = false;
	if (inUseFrom === null) missing.push('age');
	else {
		const years = yearsBetween(inUseFrom, today);
		const old = years >= thresholds.age;
		bad ||= old;
		reasons.push({ kind: old ? 'old' : 'not-old', years });
	}
	const { low, high } = readiness;
	if (high !== null && high < thresholds.readiness) {
		bad = true;
		reasons.push({ kind: 'bound', high });
	} else if (low !== null && low >= thresholds.readiness) reasons.push({ kind: 'free', low });
	else missing.push('readiness');
	if (bad) return { good: false, reasons, missing: [] };
	return { good: missing.length ? null : true, reasons, missing };
}

export const dueKinds = ['uppsagning', 'avtalsslut', 'avveckling'] as const;

/** Something about a system that has to be decided by a day. */
export interface DueDecision {
	systemId: string;
	kind: (typeof dueKinds)[number];
	day: Day;
	contractId: string | null;
	/** Öre a year of the system; null is unknown. */
	yearlyCost: number | null;
}

/** How far ahead decisions are listed, in months. */
export const dueMonths = 24;

interface DuePlan {
	systemId: string;
	yearlyCost: number | null;
	retiredFrom: Day | null;
	contracts: readonly { contractId: string; noticeDay: Day | null; endDay: Day | null }[];
}

/** What falls due from today and two years on, by kronor, then by day. A contract counts once: by its notice while that is ahead. */
export function dueDecisions(systems: readonly DuePlan[], today: Day): DueDecision[] {
	const last = addMonths(today, dueMonths);
	const isDue = (day: Day | null): day is Day => day !== null && day >= today && day <= last;
	return systems
		.flatMap(({ systemId, yearlyCost, retiredFrom, contracts }): DueDecision[] => [
			...contracts.flatMap(({ contractId, noticeDay, endDay }): DueDecision[] => {
				if (isDue(noticeDay))
					return [{ systemId, kind: 'uppsagning', day: noticeDay, contractId, yearlyCost }];
				return isDue(endDay) ? [{ systemId, kind: 'avtalsslut', day: endDay, contractId, yearlyCost }] : [];
			}),
			...(isDue(retiredFrom)
				? [{ systemId, kind: 'avveckling' as const, day: retiredFrom, contractId: null, yearlyCost }]
				: [])
		])
		.sort(
			(a, b) =>
				(b.yearlyCost ?? -Infinity) - (a.yearlyCost ?? -Infinity) ||
				(a.systemId === b.systemId ? 0 : a.systemId < b.systemId ? -1 : 1) ||
				(a.day < b.day ? -1 : 1)
		);
}
