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
