// What the page shows of a contract: its description, what it costs a year, and where it lies in time.
import { contractTerm, type ContractTerm } from '$lib/components/contract-timeline';
import { stepGroups, type StepGroup } from '$lib/domain/contract-step';
import { contractStatusesOf, type ContractStatus } from '$lib/domain/contract-status';
import { valueBand, type ValueBand } from '$lib/domain/contract-value';
import { missingFields, type FieldThatMatters } from '$lib/domain/completion';
import type { Day } from '$lib/domain/day';
import type { DescribedContract } from '$lib/queries/described-contract';

export interface ListedContract extends DescribedContract {
	/** Invoiced in the latest twelve months, öre; null when no cost is loaded. */
	yearly: number | null;
	/** Of that, on rows that do not name the contract. */
	yearlyAssumed: number;
	/** Invoiced in the same months on other contracts called off under this one, öre. */
	yearlyCalled: number;
	/** Those contracts. */
	calledOff: string[];
	term: ContractTerm;
	statuses: ContractStatus[];
	band: ValueBand;
	/** What the register does not say of it; what the reader's slice leaves out is not missing. */
	missing: FieldThatMatters[];
}

export interface YearlyCost {
	contract_id: string;
	amount: number;
	assumed: number;
}

/**
 * Adds the yearly cost, the drawing's days, and what the list is filtered by.
 * @param seen the nämnder that the reader sees; null is the whole municipality
 * @param hasCost whether any cost is loaded
 */
export function listContracts(
	contracts: readonly DescribedContract[],
	costs: readonly YearlyCost[],
	{ today, seen, hasCost }: { today: Day; seen: readonly string[] | null; hasCost: boolean }
): ListedContract[] {
	const costOf = new Map(costs.map((cost) => [cost.contract_id, cost]));
	const called = new Map<string, { ids: string[]; amount: number }>();
	const calledOff = new Map(contracts.map(({ row }) => [row.contract_id, row.framework_ref]));
	for (const [id, framework] of calledOff) {
		if (!framework || framework === id) continue;
		const before = called.get(framework) ?? { ids: [], amount: 0 };
		called.set(framework, {
			ids: [...before.ids, id],
			amount: before.amount + (costOf.get(id)?.amount ?? 0)
		});
	}
	return contracts.map((contract) => {
		const cost = costOf.get(contract.row.contract_id);
		return {
			...contract,
			yearly: hasCost ? (cost?.amount ?? 0) : null,
			yearlyAssumed: cost?.assumed ?? 0,
			yearlyCalled: called.get(contract.row.contract_id)?.amount ?? 0,
			calledOff: called.get(contract.row.contract_id)?.ids ?? [],
			term: contractTerm(contract),
			statuses: contractStatusesOf(contract.facts, contract.inForce, today),
			band: valueBand(contract.row.value, contract.row.ceiling),
			missing: missingFields(contract.row, seen).filter((field) => contract.row[field] !== undefined)
		};
	});
}

/** What the list can be ordered by; by its next step it is divided into groups. */
export const contractOrders = ['step', 'cost', 'end', 'supplier'] as const;
export type ContractOrder = (typeof contractOrders)[number];

export interface ContractGroup {
	group: StepGroup | Exclude<ContractOrder, 'step'>;
	contracts: ListedContract[];
	/** Öre a year; null when no cost is loaded. A contract on several lines counts once. */
	yearly: number | null;
	/** Contracts, each counted once. */
	count: number;
}

/** Öre a year and number of contracts, each counted once. */
export function yearlyOf(contracts: readonly ListedContract[]): Pick<ContractGroup, 'yearly' | 'count'> {
	const once = new Map(contracts.map((contract) => [contract.row.contract_id, contract.yearly]));
	const known = [...once.values()].filter((amount) => amount !== null);
	return {
		yearly: known.length ? known.reduce((sum, amount) => sum + amount, 0) : null,
		count: once.size
	};
}

const byCost = (one: ListedContract, other: ListedContract) => (other.yearly ?? 0) - (one.yearly ?? 0);
/** What has no day comes last. */
const byDay = (one: Day | null, other: Day | null) => (one ?? '9999').localeCompare(other ?? '9999');

const comparisons: Readonly<Record<ContractOrder, (one: ListedContract, other: ListedContract) => number>> = {
	step: (one, other) => byDay(one.step.day, other.step.day) || byCost(one, other),
	cost: (one, other) => byCost(one, other) || one.row.title.localeCompare(other.row.title, 'sv'),
	end: (one, other) => byDay(one.term.end, other.term.end) || byCost(one, other),
	supplier: (one, other) =>
		Number(one.row.supplier === null) - Number(other.row.supplier === null) ||
		(one.row.supplier ?? '').localeCompare(other.row.supplier ?? '', 'sv') ||
		byCost(one, other)
};

/** The list's groups in their order, each ordered within: by its next step nearest day first, then the most kronor. */
export function groupContracts(
	contracts: readonly ListedContract[],
	order: ContractOrder = 'step'
): ContractGroup[] {
	const groupOf = (group: ContractGroup['group'], members: readonly ListedContract[]): ContractGroup => ({
		group,
		contracts: members.toSorted(comparisons[order]),
		...yearlyOf(members)
	});
	const groups =
		order === 'step'
			? stepGroups.map((group) =>
					groupOf(
						group,
						contracts.filter(({ step }) => step.group === group)
					)
				)
			: [groupOf(order, contracts)];
	return groups.filter(({ contracts: members }) => members.length > 0);
}
