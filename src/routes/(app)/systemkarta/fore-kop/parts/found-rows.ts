// What Före köp found, as rows: live systems, contracts in force, licence products and the needs of nämnder.
import { coverageOf, isLive, needOf, type CapabilityLine } from '$lib/domain/capability-coverage';
import type { Day } from '$lib/domain/day';
import { listedWords } from '$lib/domain/listed-words';
import { foundOf, type FoundSubject, type NeedHit, type NeedWord } from '$lib/domain/need-words';
import type { DescribedContract } from '$lib/queries/described-contract';
import type { ComparedSystem } from '../../parts/compared-system';

export interface FoundSystem {
	found: FoundSubject;
	system: ComparedSystem;
}
export interface FoundContract {
	/** Null: it belongs to a system that was found. */
	found: FoundSubject | null;
	contract: DescribedContract;
}
export interface FoundLicence<Licence> {
	found: FoundSubject | null;
	licence: Licence;
}
export interface FoundNeed {
	line: CapabilityLine;
	needing: string[];
	/** Of those, the ones that no live system covers. */
	holes: string[];
}

interface Sources<Licence> {
	hits: readonly NeedHit[];
	words: readonly NeedWord[];
	/** The förmåga that was chosen. */
	capability: string | null;
	systems: ReadonlyMap<string, ComparedSystem>;
	contracts: readonly DescribedContract[];
	licences: readonly Licence[];
	capabilities: readonly CapabilityLine[];
	today: Day;
}

export interface Found<Licence> {
	systems: FoundSystem[];
	contracts: FoundContract[];
	licences: FoundLicence<Licence>[];
	needs: FoundNeed[];
}

/** Puts together what was found. What is planned or ended, and contracts that are not in force, are left out. */
export function foundRows<Licence extends { product: string }>(sources: Sources<Licence>): Found<Licence> {
	const { hits, words, capability, today } = sources;
	const all = [...sources.systems.values()].filter(({ doubled }) => isLive(doubled, today));
	const named = (id: string) => all.filter(({ doubled }) => listedWords(doubled.capabilities).includes(id));
	const chosen = capability === null ? [] : named(capability).map(({ line }) => line.system_id);
	const live = new Map(all.map((system) => [system.line.system_id, system]));
	const systems = foundOf('system', hits, words, chosen).flatMap((found): FoundSystem[] => {
		const system = live.get(found.id);
		return system ? [{ found, system }] : [];
	});
	const ofSystems = new Set(
		systems.flatMap(({ system }) => system.exit.contracts.map(({ contractId }) => contractId))
	);
	const products = new Set(systems.flatMap(({ system }) => listedWords(system.line.products)));
	const contractHits = new Map(foundOf('avtal', hits, words).map((found) => [found.id, found]));
	const licenceHits = new Map(foundOf('licens', hits, words).map((found) => [found.id, found]));
	const rank = (found: FoundSubject | null) => found?.count ?? 0;
	return {
		systems,
		contracts: sources.contracts
			.filter(
				({ row, inForce }) => inForce && (contractHits.has(row.contract_id) || ofSystems.has(row.contract_id))
			)
			.map((contract): FoundContract => ({
				found: contractHits.get(contract.row.contract_id) ?? null,
				contract
			}))
			.sort((a, b) => rank(b.found) - rank(a.found)),
		licences: sources.licences
			.filter(({ product }) => licenceHits.has(product) || products.has(product))
			.map((licence): FoundLicence<Licence> => ({ found: licenceHits.get(licence.product) ?? null, licence }))
			.sort((a, b) => rank(b.found) - rank(a.found)),
		needs: foundOf('förmåga', hits, words, capability === null ? [] : [capability]).flatMap(
			({ id }): FoundNeed[] => {
				const line = sources.capabilities.find(({ capability_id: one }) => one === id);
				if (!line) return [];
				const needing = listedWords(line.needed_by);
				const own = named(id).map(({ doubled }) => doubled);
				const holes = needing.filter((unit) => coverageOf(unit, needOf(unit, [line]), own).state === 'hål');
				return [{ line, needing, holes }];
			}
		)
	};
}
