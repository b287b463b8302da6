// The shared services: which systems each is made of, and what would move between nämnder if those who use a system carried what it
// costs. Öre throughout; what moves sums to zero.
import { allocate } from './allocation';

export interface ServiceSystem {
	systemId: string;
	name: string;
	/** The nämnder that use it; empty where the register says nothing. */
	usedBy: readonly string[];
}

export interface Service {
	/** A förmåga's id, or the system's own where it has none. */
	key: string;
	name: string;
	systems: readonly ServiceSystem[];
}

export interface Capability {
	capabilityId: string;
	name: string;
	/** The förmåga that it is a part of; null for those on top. */
	parent: string | null;
}

/** The systems by the förmåga on top of the first one that each names, in the order of the systems. */
export function servicesOf(
	systems: readonly (ServiceSystem & { capabilities: readonly string[] })[],
	capabilities: readonly Capability[]
): Service[] {
	const known = new Map(capabilities.map((one) => [one.capabilityId, one]));
	const services = new Map<string, { key: string; name: string; systems: ServiceSystem[] }>();
	for (const { capabilities: named, ...system } of systems) {
		const first = named.flatMap((id) => known.get(id) ?? [])[0];
		const top = first && topOf(first, known);
		const key = top?.capabilityId ?? system.systemId;
		const service = services.get(key) ?? { key, name: top?.name ?? system.name, systems: [] };
		service.systems.push(system);
		services.set(key, service);
	}
	return [...services.values()];
}

function topOf(start: Capability, known: ReadonlyMap<string, Capability>): Capability {
	const seen = new Set<string>();
	let top = start;
	for (;;) {
		const above = top.parent === null ? undefined : known.get(top.parent);
		// A register that goes round has no top: the last one that is new is taken.
		if (!above || seen.has(above.capabilityId)) return top;
		seen.add(top.capabilityId);
		top = above;
	}
}

/** What a system's cost is divided by: the employees of those who use it, or alike. */
export const serviceKeys = ['employees', 'equal'] as const;
export type ServiceKey = (typeof serviceKeys)[number];

/** What a nämnd carries of a system today, and would if those who use it carried it. */
export interface SystemShare {
	unit: string;
	carried: number;
	proposed: number;
}

export interface SystemShift {
	systemId: string;
	/** Nämnder that carry it or use it; both columns have the same sum. */
	shares: readonly SystemShare[];
	/** Öre that stays where it is, as the key of some who use it is unknown. */
	staying: number;
	/** Those who use it and whose key is unknown. */
	unknown: readonly string[];
	/** Why nothing moves: nobody says who uses it, the key knows none of them, or it costs nothing. */
	still: 'no_users' | 'no_key' | 'no_cost' | null;
}

/**
 * Divides what a system costs among those who use it. A user whose key is unknown is counted as one of them all: that part of the cost stays
 * where it is.
 * @param carried öre per nämnd that has it in the ledger
 * @param weights the key of each nämnd; null or missing is unknown
 */
export function systemShift(
	{ systemId, usedBy }: Pick<ServiceSystem, 'systemId' | 'usedBy'>,
	carried: ReadonlyMap<string, number>,
	weights: ReadonlyMap<string, number | null>
): SystemShift {
	const users = [...new Set(usedBy)];
	const known = users.filter((unit) => (weights.get(unit) ?? 0) > 0);
	const unknown = users.filter((unit) => !known.includes(unit));
	const total = [...carried.values()].reduce((sum, ore) => sum + ore, 0);
	const units = [...new Set([...carried.keys(), ...users])];
	const still = total <= 0 ? 'no_cost' : !users.length ? 'no_users' : !known.length ? 'no_key' : null;
	const today = (unit: string) => carried.get(unit) ?? 0;
	if (still !== null)
		return {
			systemId,
			shares: units.map((unit) => ({ unit, carried: today(unit), proposed: today(unit) })),
			staying: total,
			unknown,
			still
		};
	const [moving = 0, staying = 0] = allocate(total, [known.length, unknown.length]) ?? [];
	const kept = allocate(staying, units.map(today)) ?? [];
	const given =
		allocate(
			moving,
			units.map((unit) => (known.includes(unit) ? (weights.get(unit) ?? 0) : 0))
		) ?? [];
	return {
		systemId,
		shares: units.map((unit, index) => ({
			unit,
			carried: today(unit),
			proposed: (kept[index] ?? 0) + (given[index] ?? 0)
		})),
		staying,
		unknown,
		still
	};
}

/** What a nämnd would get and give of kommunbidrag over all systems, öre. */
export interface UnitShift {
	unit: string;
	carried: number;
	proposed: number;
	/** Of systems that it would carry more of. */
	gets: number;
	/** Of systems that it would carry less of. */
	gives: number;
	/** Gets less gives; all nämnder together are zero. */
	net: number;
}

/** The shifts of all systems, per nämnd, those who get most first. */
export function unitShifts(shifts: readonly Pick<SystemShift, 'shares'>[]): UnitShift[] {
	const units = new Map<string, UnitShift>();
	for (const { shares } of shifts)
		for (const { unit, carried, proposed } of shares) {
			const line = units.get(unit) ?? { unit, carried: 0, proposed: 0, gets: 0, gives: 0, net: 0 };
			const moved = proposed - carried;
			units.set(unit, {
				unit,
				carried: line.carried + carried,
				proposed: line.proposed + proposed,
				gets: line.gets + Math.max(0, moved),
				gives: line.gives + Math.max(0, -moved),
				net: line.net + moved
			});
		}
	return [...units.values()].toSorted(
		(one, other) => other.net - one.net || one.unit.localeCompare(other.unit, 'sv')
	);
}
