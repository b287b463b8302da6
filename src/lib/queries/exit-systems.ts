// What it takes to leave each system: the register, the contracts and the ledger put together, the same on the page and in
// the batch command.
import type { StoredAssumption } from '$lib/domain/assumption';
import { commitment, firstExitDay } from '$lib/domain/contract-commitment';
import type { Day } from '$lib/domain/day';
import { exitAssumptions, exitEstimate, type ExitEstimate } from '$lib/domain/exit-estimate';
import { exitReadiness, type ExitReadiness } from '$lib/domain/exit-readiness';
import type * as v from 'valibot';
import { exitFactsOf, type DescribedContract } from './described-contract';
import type { systemContractCosts } from './system-contract-costs';
import type { systemExitFacts } from './system-exit-facts';

export type SystemContractCost = v.InferOutput<typeof systemContractCosts.row>;
export type SystemExitFact = v.InferOutput<typeof systemExitFacts.row>;

/** A contract of a system that is in force, or that the register names without having it. */
export interface ExitContract {
	contractId: string;
	/** Null: the register of contracts does not have it. */
	contract: DescribedContract | null;
	/** The first day that it can be left, with notice given today; null is unknown. */
	until: Day | null;
	/** Öre a month for the system on this contract. */
	monthlyCost: number;
}

export interface ExitSystem {
	systemId: string;
	name: string | null;
	unit: string | null;
	/** Systemägare. */
	owner: string | null;
	operatingForm: string | null;
	users: number | null;
	integrations: number | null;
	/** The register's suppliers. */
	supplierKeys: string[];
	supplier: string | null;
	/** Öre in the months asked about; null where no row is joined to the system. */
	amount: number | null;
	rowCount: number;
	/** Öre a year: what was asked about, or twelve times its monthly mean where it is shorter. */
	yearlyCost: number | null;
	/** Kostnadsslag with cost above zero. */
	costKinds: string[];
	contracts: ExitContract[];
	estimate: ExitEstimate;
	/** Over the contracts in force; nothing asked where none is known. */
	readiness: ExitReadiness;
}

interface Sources {
	facts: readonly SystemExitFact[];
	/** Of the months asked about. */
	costs: readonly SystemContractCost[];
	/** How many months those are, from 1. */
	months: number;
	contracts: readonly DescribedContract[];
	stored: readonly StoredAssumption[];
	today: Day;
}

/** Every system of the register and of the ledger, those that cost most first; unknown cost last. */
export function exitSystems({ facts, costs, months, contracts, stored, today }: Sources): ExitSystem[] {
	const costsOf = new Map<string, SystemContractCost[]>();
	for (const cost of costs) {
		const rows = costsOf.get(cost.system_id);
		if (rows) rows.push(cost);
		else costsOf.set(cost.system_id, [cost]);
	}
	const factOf = new Map(facts.map((fact) => [fact.system_id, fact]));
	const contractOf = new Map<string, DescribedContract>();
	// Of several lines of the register the first in force.
	for (const contract of contracts) {
		const before = contractOf.get(contract.row.contract_id);
		if (!before || (!before.inForce && contract.inForce)) contractOf.set(contract.row.contract_id, contract);
	}
	const ids = [...new Set([...factOf.keys(), ...costsOf.keys()])];
	return ids
		.map((id) => exitSystem(id, factOf.get(id), costsOf.get(id) ?? []))
		.sort((a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity) || (a.systemId < b.systemId ? -1 : 1));

	function exitSystem(
		systemId: string,
		fact: SystemExitFact | undefined,
		rows: readonly SystemContractCost[]
	): ExitSystem {
		const sum = (some: readonly SystemContractCost[]) => some.reduce((ore, { amount }) => ore + amount, 0);
		const amount = rows.length ? sum(rows) : null;
		const yearlyCost = amount === null ? null : Math.round((amount * 12) / months);
		const named = (fact?.contract_ids ?? '')
			.split('|')
			.map((id) => id.trim())
			.filter(Boolean);
		const known = [...new Set([...named, ...rows.flatMap(({ contract_id: id }) => id ?? [])])].sort();
		const bound = known.flatMap((contractId): ExitContract[] => {
			const contract = contractOf.get(contractId) ?? null;
			if (contract && !contract.inForce) return [];
			const monthlyCost = sum(rows.filter(({ contract_id: id }) => id === contractId)) / months;
			return [{ contractId, contract, until: contract && firstExitDay(contract.facts, today), monthlyCost }];
		});
		const covered = bound.reduce((ore, { monthlyCost }) => ore + monthlyCost, 0);
		const users = fact?.users ?? null;
		const integrations = fact?.integrations ?? null;
		return {
			systemId,
			name: fact?.name ?? null,
			unit: fact?.unit ?? null,
			owner: fact?.system_owner ?? null,
			operatingForm: fact?.operating_form ?? null,
			users,
			integrations,
			supplierKeys: fact?.supplier_keys ? fact.supplier_keys.split('\u001f') : [],
			supplier: fact?.supplier ?? null,
			amount,
			rowCount: rows.reduce((count, row) => count + row.row_count, 0),
			yearlyCost,
			costKinds: [...new Set(rows.flatMap(({ cost_kind: kind }) => kind ?? []))].filter(
				(kind) => sum(rows.filter(({ cost_kind: one }) => one === kind)) > 0
			),
			contracts: bound,
			estimate: exitEstimate(
				{
					yearlyCost,
					users,
					integrations,
					commitment: commitment(bound, (amount ?? 0) / months - covered, today)
				},
				exitAssumptions(stored, systemId)
			),
			readiness: exitReadiness(bound.flatMap(({ contract }) => (contract ? [exitFactsOf(contract.row)] : [])))
		};
	}
}
