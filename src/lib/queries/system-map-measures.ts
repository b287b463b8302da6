// What the map is coloured by: contract ends, binding, exit readiness and years in use of each system, from the edition's rows.
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { monthsOf } from '$lib/domain/period';
import { verticalBindings } from '$lib/domain/system-parts';
import { wholeYears, type SystemMeasures } from '$lib/domain/system-map-measure';
import { systemStacks } from '$lib/domain/system-stack';
import type { Engine } from '$lib/engine/engine';
import { contractList } from './contract-list';
import { describeContracts } from './described-contract';
import { exitSystems, type ExitContract } from './exit-systems';
import { ask } from './query';
import { systemContractCosts } from './system-contract-costs';
import { systemExitFacts } from './system-exit-facts';
import type { MappedSystem } from './system-map';
import { systemSupplierCosts } from './system-supplier-costs';

/** A contract that a system stands on, in force. */
export interface MapContract {
	contractId: string;
	/** Null: the register of contracts does not have it, or has no title. */
	title: string | null;
	/** `open` runs until further notice; null is unknown. */
	end: Day | 'open' | null;
}

export interface KnownSystem {
	systemId: string;
	contracts: MapContract[];
	measures: Omit<SystemMeasures, 'age'>;
}

/** What is known of the systems of register and ledger. @param filters of the kronor, with the months to count */
export async function readKnownSystems(
	engine: Engine,
	filters: Filters & { period: Period },
	today: Day,
	signal?: AbortSignal
): Promise<KnownSystem[]> {
	const facts = await ask(engine, systemExitFacts, undefined, signal);
	const costs = await ask(engine, systemContractCosts, filters, signal);
	const contracts = await ask(engine, contractList, undefined, signal);
	const parts = await ask(engine, systemSupplierCosts, filters, signal);
	const bindings = verticalBindings(systemStacks(parts));
	const found = exitSystems({
		facts,
		costs,
		months: monthsOf(filters.period).length,
		contracts: describeContracts(contracts, today),
		// No estimate is shown, so what it would rest on is not asked for.
		stored: [],
		today
	});
	return found.map(({ systemId, contracts: own, readiness: { low, high, known } }) => {
		const listed = own.map(mapContract);
		return {
			systemId,
			contracts: listed,
			measures: {
				contractEnd: firstEnd(listed),
				lockIn: bindings.get(systemId) ?? null,
				exitReadiness: low === null || high === null || !known ? null : { low, high }
			}
		};
	});
}

/** The measures of each system, with its age on a day. */
export function systemMeasures(
	known: readonly KnownSystem[],
	systems: readonly Pick<MappedSystem, 'system_id' | 'in_use_from'>[],
	today: Day
): ReadonlyMap<string, SystemMeasures> {
	const since = new Map(systems.map(({ system_id: id, in_use_from: day }) => [id, day]));
	return new Map(
		known.map(({ systemId, measures }) => {
			const day = since.get(systemId) ?? null;
			return [systemId, { ...measures, age: day === null || day > today ? null : wholeYears(day, today) }];
		})
	);
}

function mapContract({ contractId, contract }: ExitContract): MapContract {
	const isOpen = contract?.facts.extensionKind === 'tillsvidare' && contract.facts.endDay === null;
	return {
		contractId,
		title: contract?.row.title ?? null,
		end: isOpen ? 'open' : (contract?.facts.endDay ?? null)
	};
}

/** The first of the days that are known; unknown where one contract's end is and no other's ends at all. */
function firstEnd(contracts: readonly MapContract[]): Day | 'open' | null {
	const days = contracts.flatMap(({ end }) => (end === null || end === 'open' ? [] : end)).sort();
	const [first] = days;
	if (first) return first;
	return contracts.length && contracts.every(({ end }) => end === 'open') ? 'open' : null;
}

/** "Today" of an edition. @throws when it does not say */
export function todayOf(meta: { today: string }): Day {
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error('The edition has no day of today');
	return today;
}
