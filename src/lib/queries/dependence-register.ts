// What the registers say of dependence, whatever the filters: asked once for an edition.
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { DependenceContract } from '$lib/domain/supplier-dependence';
import type { Engine } from '$lib/engine/engine';
import { contractTerms } from './contract-terms';
import { describeContracts, exitFactsOf, type DescribedContract } from './described-contract';
import type { EditionMeta } from './edition-meta';
import type { SystemExitFact } from './exit-systems';
import { ask } from './query';
import { systemExitFacts } from './system-exit-facts';

export interface DependenceRegister {
	lines: readonly DependenceContract[];
	/** The same lines in full, and the systems of the register. */
	contracts: readonly DescribedContract[];
	systems: readonly SystemExitFact[];
	/** The suppliers of each system; only null where the register names none. */
	suppliersOf: ReadonlyMap<string, readonly (string | null)[]>;
	today: Day;
}

/** Reads the registers. @throws Error when the edition does not say what "today" is */
export async function dependenceRegister(
	engine: Engine,
	meta: Pick<EditionMeta, 'today'>,
	signal?: AbortSignal
): Promise<DependenceRegister> {
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error('The edition has no day of today');
	const contracts = describeContracts(await ask(engine, contractTerms, undefined, signal), today);
	const systems = await ask(engine, systemExitFacts, undefined, signal);
	return {
		lines: contracts.map(({ row, facts, inForce }) => ({
			contractId: row.contract_id,
			supplierKey: row.supplier_key,
			inForce,
			start: facts.startDay,
			bids: row.bids,
			direct: row.procedure?.toLocaleLowerCase('sv').startsWith('direktupphandling') ?? false,
			exit: exitFactsOf(row)
		})),
		contracts,
		systems,
		suppliersOf: new Map(
			systems.map(({ system_id: id, supplier_keys: keys }) => [id, keys?.split('\u001f') ?? [null]])
		),
		today
	};
}
