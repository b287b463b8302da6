// The systems of the register set side by side as the pages of Systemkarta ask for them: the register with what people have filled in,
// what each costs in the latest year, its contracts, and what it takes to leave it.
import { page } from '$app/state';
import { completedRow } from '$lib/domain/completed-contract';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { monthsOf, type Period } from '$lib/domain/period';
import { capabilityFinder } from '$lib/domain/system-map';
import { capabilityTree } from '$lib/queries/capability-tree';
import { comparedSystems } from '$lib/queries/compared-systems';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { exitSystems } from '$lib/queries/exit-systems';
import { latestYear } from '$lib/queries/latest-year';
import { systemContractCosts } from '$lib/queries/system-contract-costs';
import { systemExitFacts } from '$lib/queries/system-exit-facts';
import { createAnswer, type Answer } from '$lib/state/answer.svelte';
import { createAssumptions, type Assumptions } from '$lib/state/assumptions.svelte';
import { createCompletions } from '$lib/state/completions.svelte';
import type { PageContext } from '$lib/state/page-context';
import { createSystemCompletions } from '$lib/state/system-completions.svelte';
import { capabilityNamesById, comparedSystemsById, type ComparedSystem } from './compared-system';

export interface SystemReading {
	/** The latest twelve months with data, or all there are. */
	readonly period: Period;
	readonly today: Day | null;
	/** By system_id; null until everything has come. */
	readonly systems: ReadonlyMap<string, ComparedSystem> | null;
	/** The name of a förmåga; its id where the register has none. */
	capability(id: string): string;
	/** The name of a system; its id where the register has none. */
	name(id: string): string;
	readonly assumptions: Assumptions;
	readonly answers: readonly Answer<unknown>[];
	readonly failed: boolean;
	retry(): void;
}

/** While a page starts. */
export function createSystemReading(context: PageContext): SystemReading {
	const { edition } = context;
	const meta = $derived(context.answers.meta);
	const period = $derived(latestYear(meta) ?? context.filters.period);
	const today = $derived(parseIsoDay(meta.today));
	const register = createAnswer(
		() => ({ query: comparedSystems, input: { classified: context.freeText } }),
		edition
	);
	const facts = createAnswer(() => ({ query: systemExitFacts, input: undefined }), edition);
	const costs = createAnswer(
		() => ({ query: systemContractCosts, input: { ...noFilters, period } }),
		edition
	);
	const contracts = createAnswer(() => ({ query: contractList, input: undefined }), edition);
	const capabilities = createAnswer(() => ({ query: capabilityTree, input: undefined }), edition);
	const answers = [register, facts, costs, contracts, capabilities];
	const assumptions = createAssumptions();
	// An earlier edition is shown as it was.
	const completions = createCompletions(() => page.data.now === null);
	const inventory = createSystemCompletions();

	const names = $derived(
		capabilityNamesById(capabilities.current.name === 'rows' ? capabilities.current.rows : [])
	);
	const systems = $derived.by((): ReadonlyMap<string, ComparedSystem> | null => {
		const [lines, known, spent, list] = [register.current, facts.current, costs.current, contracts.current];
		if (!today || !assumptions.loaded || capabilities.current.name !== 'rows') return null;
		if (lines.name !== 'rows' || known.name !== 'rows' || spent.name !== 'rows' || list.name !== 'rows')
			return null;
		const rows = completions.all
			? list.rows.map((row) => completedRow(row, completions.standing.get(row.contract_id) ?? []).row)
			: list.rows;
		const exits = exitSystems({
			facts: known.rows.map((line) => inventory.filled(line).row),
			costs: spent.rows,
			months: monthsOf(period).length,
			contracts: describeContracts(rows, today),
			stored: assumptions.stored,
			today
		});
		const find = capabilityFinder(capabilities.current.rows);
		return comparedSystemsById(
			lines.rows.map((line) => inventory.filled(line).row),
			exits,
			find
		);
	});
	return {
		get period() {
			return period;
		},
		get today() {
			return today;
		},
		get systems() {
			return systems;
		},
		capability: (id) => names.get(id) ?? id,
		name: (id) => systems?.get(id)?.line.name ?? id,
		assumptions,
		answers,
		get failed() {
			return assumptions.failure !== '' || answers.some(({ current }) => current.name === 'error');
		},
		retry() {
			if (assumptions.failure) assumptions.retry();
			for (const answer of answers) if (answer.current.name === 'error') answer.retry();
		}
	};
}
