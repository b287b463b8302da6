// What is planned to change the cost of the years ahead: a development with the running cost it leaves, or a saving.
import type { CostKind } from './cost-kind';

/** The ways on that a plan compares. */
export const planScenarios = ['fornyelse', 'fortsatt_forvaltning', 'bada'] as const;
export type PlanScenario = (typeof planScenarios)[number];

export interface PlannedChange {
	name: string;
	/** Förändring is money for a time; drift stays. */
	kind: 'forandring' | 'drift';
	/** Scenarios that it belongs to. */
	scenarios: readonly PlanScenario[];
	/** The system it concerns; null for none. */
	systemId: string | null;
	costKind: CostKind | null;
	/** Öre per year; a saving is below zero. */
	years: readonly { year: number; ore: number }[];
}

/** One that was ever stored, also what takes another out of the plan. */
export interface StoredChange {
	/** Ascending in the order they were saved. */
	id: number;
	/** The id of the change's first row; its own in that one. */
	change: number;
	unit: string;
	/** Null takes it out of the plan. */
	content: PlannedChange | null;
	/** Empty where it was first put in. */
	reason: string;
	/** The name of who wrote it. */
	author: string;
	/** ISO instant. */
	created: string;
}

/** A change that stands in the plan. */
export interface StandingChange extends StoredChange {
	content: PlannedChange;
}

/** What stands of each change, in the order that they were first put in. */
export function standingChanges(stored: readonly StoredChange[]): StandingChange[] {
	const latest = new Map<number, StoredChange>();
	for (const one of stored) latest.set(one.change, one);
	return [...latest.values()].flatMap((one) => (one.content ? [{ ...one, content: one.content }] : []));
}

/** The scenarios that count a change: those it names, and both ways together has everything. */
export function scenariosOf({ scenarios }: Pick<PlannedChange, 'scenarios'>): PlanScenario[] {
	return planScenarios.filter((scenario) => scenario === 'bada' || scenarios.includes(scenario));
}

/** What a person chooses of a change: one way, either of them, or only where both are taken. */
export const changeWays = ['fornyelse', 'fortsatt_forvaltning', 'bagge', 'bara_bada'] as const;
export type ChangeWay = (typeof changeWays)[number];

/** The way that a change's scenarios come from. */
export function wayOf({ scenarios }: Pick<PlannedChange, 'scenarios'>): ChangeWay {
	const [renewed, kept] = [scenarios.includes('fornyelse'), scenarios.includes('fortsatt_forvaltning')];
	if (renewed && kept) return 'bagge';
	return renewed ? 'fornyelse' : kept ? 'fortsatt_forvaltning' : 'bara_bada';
}

/** The scenarios of a way. */
export function scenariosOfWay(way: ChangeWay): PlanScenario[] {
	return scenariosOf({
		scenarios:
			way === 'bagge' ? ['fornyelse', 'fortsatt_forvaltning'] : way === 'bara_bada' ? ['bada'] : [way]
	});
}
