// A plan of three years as a page has it: what it is made of, what is assumed and planned, and the plan that follows.
import { scenarioAssumptions } from '$lib/domain/exit-scenarios';
import type { Period } from '$lib/domain/period';
import { threeYearPlan, type ThreeYearPlan } from '$lib/domain/three-year-plan';
import { readPlanFacts, type PlanFacts } from '$lib/queries/plan-facts';
import type { Answer } from '$lib/state/answer.svelte';
import { createAssumptions, type Assumptions } from '$lib/state/assumptions.svelte';
import type { PageContext } from '$lib/state/page-context';
import { createPlannedChanges, type PlannedChanges } from '$lib/state/planned-changes.svelte';
import { createReading } from '$lib/state/reading.svelte';
import { planText as words } from '$lib/text/plan';

export interface AskedPlan {
	/** The months that it stands on. */
	base: Period;
	years: readonly number[];
	/** The nämnder that are shown; empty: all. */
	units: readonly string[];
}

export interface PlanReading {
	readonly answer: Answer<PlanFacts>;
	readonly assumptions: Assumptions;
	readonly changes: PlannedChanges;
	/** Of every nämnd; undefined until they have come. */
	readonly facts: PlanFacts | undefined;
	/** Of the nämnder that are shown; null until everything has come. */
	readonly plan: ThreeYearPlan | null;
	/** Why assumptions or changes could not be fetched; empty otherwise. */
	readonly failure: string;
	/** Fetches them anew. */
	retry(): void;
}

const none = { low: 0, likely: 0, high: 0 };
const same = { low: 1, likely: 1, high: 1 };

/** While a component starts. @param asking read as runes are */
export function createPlan(asking: () => AskedPlan, context: PageContext): PlanReading {
	const assumptions = createAssumptions();
	const changes = createPlannedChanges();
	const answer = createReading(() => {
		const { base } = asking();
		return {
			key: `plan ${base.from} ${base.to}`,
			read: (engine, signal) => readPlanFacts(engine, base, signal)
		};
	}, context.edition);
	const facts = $derived(answer.current.name === 'rows' ? answer.current.rows[0] : undefined);
	const plan = $derived.by(() => {
		if (!facts || !assumptions.loaded || !changes.loaded) return null;
		const { base, years, units } = asking();
		const isShown = (row: { unit: string }) => !units.length || units.includes(row.unit);
		const { stored } = assumptions;
		return threeYearPlan({
			base,
			years,
			costs: facts.costs.filter(isShown),
			contracts: facts.contracts,
			systems: facts.systems,
			licences: facts.licences.filter(isShown),
			changes: changes.standing.filter(isShown),
			priceRise: (system, supplier) => scenarioAssumptions(stored, system ?? '', supplier).priceRise ?? none,
			rates: {
				replacement: (system) => scenarioAssumptions(stored, system ?? '', null).newSystem ?? same,
				extension: (system) => scenarioAssumptions(stored, system ?? '', null).extensionRise ?? none
			}
		});
	});
	return {
		answer,
		assumptions,
		changes,
		get facts() {
			return facts;
		},
		get plan() {
			return plan;
		},
		get failure() {
			if (changes.failure) return `${words.changesFailed} ${changes.failure}`;
			return assumptions.failure;
		},
		retry() {
			if (assumptions.failure) assumptions.retry();
			if (changes.failure) changes.retry();
		}
	};
}
