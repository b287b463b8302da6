// What the page shows of a contract: its description, what it costs a year, and where it lies in time.
import { dayOrNull, type ContractTerm } from '$lib/components/contract-timeline';
import { optionsLeft } from '$lib/domain/contract-clock';
import { stepGroups, type StepGroup } from '$lib/domain/contract-step';
import { addMonths } from '$lib/domain/day';
import type { DescribedContract } from '$lib/queries/described-contract';

export interface ListedContract extends DescribedContract {
	/** Invoiced in the latest twelve months, öre; null when no cost is loaded. */
	yearly: number | null;
	/** Of that, on rows that do not name the contract. */
	yearlyAssumed: number;
	/** Invoiced in the same months on other contracts called off under this one, öre. */
	yearlyCalled: number;
	term: ContractTerm;
}

export interface YearlyCost {
	contract_id: string;
	amount: number;
	assumed: number;
}

/** More options than this are one drawn span; a register that says 40 has misread something. */
const mostOptions = 12;

function termOf({ facts, row }: DescribedContract): ContractTerm {
	const { endDay, extensionMonths, extensionKind } = facts;
	const left = extensionKind === 'tillsvidare' ? 0 : Math.min(mostOptions, optionsLeft(facts) ?? 0);
	const options =
		endDay && extensionMonths
			? Array.from({ length: left }, (_, index) => ({
					from: addMonths(endDay, index * extensionMonths),
					to: addMonths(endDay, (index + 1) * extensionMonths)
				}))
			: [];
	return {
		start: facts.startDay,
		end: extensionKind === 'tillsvidare' ? null : endDay,
		options,
		notice: dayOrNull(row.notice_day),
		optionCall: facts.optionCallDay === facts.noticeDay ? null : facts.optionCallDay,
		lastSafeStart: dayOrNull(row.last_safe_start)
	};
}

/** Adds the yearly cost and the drawing's days. @param hasCost whether any cost is loaded */
export function listContracts(
	contracts: readonly DescribedContract[],
	costs: readonly YearlyCost[],
	hasCost: boolean
): ListedContract[] {
	const costOf = new Map(costs.map((cost) => [cost.contract_id, cost]));
	const called = new Map<string, number>();
	const calledOff = new Map(contracts.map(({ row }) => [row.contract_id, row.framework_ref]));
	for (const [id, framework] of calledOff) {
		if (framework && framework !== id)
			called.set(framework, (called.get(framework) ?? 0) + (costOf.get(id)?.amount ?? 0));
	}
	return contracts.map((contract) => {
		const cost = costOf.get(contract.row.contract_id);
		return {
			...contract,
			yearly: hasCost ? (cost?.amount ?? 0) : null,
			yearlyAssumed: cost?.assumed ?? 0,
			yearlyCalled: called.get(contract.row.contract_id) ?? 0,
			term: termOf(contract)
		};
	});
}

export interface ContractGroup {
	group: StepGroup;
	contracts: ListedContract[];
	/** Öre a year; null when no cost is loaded. A contract on several lines counts once. */
	yearly: number | null;
	/** Contracts, each counted once. */
	count: number;
}

/** The list's groups in their order: nearest day first, then the most kronor. */
export function groupContracts(contracts: readonly ListedContract[]): ContractGroup[] {
	return stepGroups
		.map((group) => {
			const members = contracts
				.filter(({ step }) => step.group === group)
				.sort(
					(a, b) =>
						(a.step.day ?? '9999').localeCompare(b.step.day ?? '9999') || (b.yearly ?? 0) - (a.yearly ?? 0)
				);
			const once = new Map(members.map((contract) => [contract.row.contract_id, contract.yearly]));
			const known = [...once.values()].filter((amount) => amount !== null);
			return {
				group,
				contracts: members,
				yearly: known.length ? known.reduce((sum, amount) => sum + amount, 0) : null,
				count: once.size
			};
		})
		.filter(({ contracts: members }) => members.length > 0);
}

/** Öre a year by any key, largest first. */
export function yearlyBy(
	contracts: readonly ListedContract[],
	keyOf: (contract: ListedContract) => string
): { key: string; ore: number }[] {
	const sums = new Map<string, number>();
	for (const contract of contracts)
		sums.set(keyOf(contract), (sums.get(keyOf(contract)) ?? 0) + (contract.yearly ?? 0));
	return [...sums].map(([key, ore]) => ({ key, ore })).sort((a, b) => b.ore - a.ore);
}
