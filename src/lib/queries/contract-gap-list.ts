// The gaps between ledger and register, from the edition's own rows.
import { contractGapsOf, type ContractGap, type RegisterContract } from '$lib/domain/contract-gap';
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { TwinCandidate } from '$lib/domain/framework-twin';
import type { Filters } from '$lib/domain/filters';
import type { Engine } from '$lib/engine/engine';
import { contractList } from './contract-list';
import { dataPeriod } from './default-period';
import { describeContracts, type ContractRow } from './described-contract';
import type { EditionMeta } from './edition-meta';
import { lateCost } from './late-cost';
import { ask } from './query';
import { uncoveredCost } from './uncovered-cost';

/**
 * Every gap, by kind and then by kronor. The filters narrow the cost without contract; the register is always whole.
 * @throws Error when the edition does not say what "today" is
 */
export async function contractGapList(
	engine: Engine,
	filters: Filters,
	meta: Pick<EditionMeta, 'dataFrom' | 'dataTo' | 'today'>,
	signal?: AbortSignal
): Promise<ContractGap[]> {
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error('The edition has no day of today');
	const uncovered = await ask(engine, uncoveredCost, filters, signal);
	const late = await ask(engine, lateCost, undefined, signal);
	const contracts = await ask(engine, contractList, undefined, signal);
	return contractGapsOf(uncovered, late, registerContracts(contracts, today), dataPeriod(meta));
}

/** The rows of contract-list as twins of frameworks are looked for among them. */
export function twinCandidates(rows: readonly ContractRow[], today: Day): TwinCandidate[] {
	return describeContracts(rows, today).map(({ row, facts }) => ({
		contractId: row.contract_id,
		title: row.title,
		supplier: row.supplier,
		supplierKey: row.supplier_key,
		unit: row.unit,
		contractType: row.contract_type,
		procedure: row.procedure,
		bids: row.bids,
		cpv: row.cpv,
		frameworkRef: row.framework_ref,
		facts,
		invoiced: row.invoiced,
		invoicedRows: row.invoiced_rows
	}));
}

/** The rows of contract-list as gaps look at them. */
export function registerContracts(rows: readonly ContractRow[], today: Day): RegisterContract[] {
	return describeContracts(rows, today).map(({ row, facts }) => ({
		contractId: row.contract_id,
		title: row.title,
		supplier: row.supplier,
		supplierKey: row.supplier_key,
		organisationNumber: row.organisation_number,
		unit: row.unit,
		facts,
		ceiling: row.ceiling,
		ceilingUsed: row.ceiling_used,
		invoicedRows: row.invoiced_rows
	}));
}
