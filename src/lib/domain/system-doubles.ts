// Which systems may do the same thing, and why one thinks so. A finding is a reason to look, never a verdict.
import { isAvailableToAll, isLive, systemUsers } from './capability-coverage';
import { parseIsoDay, type Day } from './day';
import { listedWords } from './listed-words';
import { isSimilarName, nameStems } from './similar-name';

export const doubleReasons = ['förmåga', 'namn', 'produkt'] as const;
export type DoubleReason = (typeof doubleReasons)[number];

/** What is asked of a system of the register. Lists are words between `|`. */
export interface DoubledSystem {
	system_id: string;
	name: string | null;
	unit: string | null;
	used_by: string | null;
	shared: string | null;
	capabilities: string | null;
	supplier_key: string | null;
	/** Products of the licence table that are the system's. */
	products: string | null;
	life_cycle: string | null;
	in_use_from: Day | null;
	retired_from: Day | null;
	/** Öre in the latest twelve months; null where no row is joined to the system. */
	amount: number | null;
}

/** A line of the register as doubles are looked for: its days read, its förmågor by their ids. @param find from `capabilityFinder` */
export function doubledSystem<
	Line extends Omit<DoubledSystem, 'amount' | 'in_use_from' | 'retired_from'> & {
		in_use_from: string | null;
		retired_from: string | null;
	}
>(line: Line, amount: number | null, find: (word: string) => string | null): DoubledSystem {
	const dayOf = (text: string | null) => (text === null ? null : parseIsoDay(text));
	const capabilities = listedWords(line.capabilities).map((word) => find(word) ?? word);
	return {
		...line,
		capabilities: [...new Set(capabilities)].join('|') || null,
		in_use_from: dayOf(line.in_use_from),
		retired_from: dayOf(line.retired_from),
		amount
	};
}

export interface DoublePair {
	/** The two ids in order, joined by `|`: the same pair has the same key in every edition. */
	key: string;
	/** The shared system first where one is shared, else the one that costs most. */
	first: DoubledSystem;
	second: DoubledSystem;
	/** At least one. */
	reasons: DoubleReason[];
	/** Ids of the förmågor that both are said to have. */
	capabilities: string[];
	/** Nämnder that use both, or one beside a shared one that they could use. */
	units: string[];
	/** A local system beside one that is for all. */
	localBesideShared: boolean;
	/** Öre a year of the one that costs less; null while either is unknown. */
	smaller: number | null;
}

export interface DoubleGroup {
	/** `formaga:F-0501`, or `par:S-003|S-004` for two that share no förmåga. */
	key: string;
	capability: string | null;
	/** Those that cost most first, unknown last. */
	systems: DoubledSystem[];
	/** In the order of {@link byImportance}. */
	pairs: DoublePair[];
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

const byCost = (a: DoubledSystem, b: DoubledSystem) =>
	(b.amount ?? -Infinity) - (a.amount ?? -Infinity) || (a.system_id < b.system_id ? -1 : 1);

/** Local beside shared first, then the smaller side's kronor, unknown last. */
function byImportance(a: DoublePair, b: DoublePair): number {
	return (
		Number(b.localBesideShared) - Number(a.localBesideShared) ||
		(b.smaller ?? -Infinity) - (a.smaller ?? -Infinity) ||
		(a.key < b.key ? -1 : 1)
	);
}

/** The pair, or null where nothing says that the two do the same. */
function pairOf(a: DoubledSystem, b: DoubledSystem): DoublePair | null {
	const capabilities = listedWords(a.capabilities).filter((id) => listedWords(b.capabilities).includes(id));
	const products = listedWords(a.products);
	const reasons: DoubleReason[] = [];
	if (capabilities.length) reasons.push('förmåga');
	if (a.name && b.name && isSimilarName(a.name, b.name)) reasons.push('namn');
	const sameSupplier = a.supplier_key !== null && a.supplier_key === b.supplier_key;
	if (
		listedWords(b.products).some((product) => products.includes(product)) ||
		(sameSupplier && reasons.length)
	)
		reasons.push('produkt');
	if (!reasons.length) return null;
	const [first = a, second = b] = [a, b].sort(
		(x, y) => Number(isAvailableToAll(y)) - Number(isAvailableToAll(x)) || byCost(x, y)
	);
	const firstShared = isAvailableToAll(first);
	const secondShared = isAvailableToAll(second);
	const ofFirst = systemUsers(first);
	const ofSecond = systemUsers(second);
	const units = [
		...new Set([
			...ofFirst.filter((unit) => secondShared || ofSecond.includes(unit)),
			...ofSecond.filter((unit) => firstShared || ofFirst.includes(unit))
		])
	].sort((x, y) => x.localeCompare(y, 'sv'));
	return {
		key: pairKey(a.system_id, b.system_id),
		first,
		second,
		reasons,
		capabilities,
		units:
			firstShared && secondShared
				? units.filter((unit) => ofFirst.includes(unit) && ofSecond.includes(unit))
				: units,
		localBesideShared: firstShared && second.shared !== 'ja',
		smaller: a.amount === null || b.amount === null ? null : Math.min(a.amount, b.amount)
	};
}

/**
 * Groups of live systems that may do the same thing: one a förmåga that at least two have, at the same nämnder or not, and one a
 * pair that only names or products join. Two that share several förmågor stand in the group of each.
 */
export function systemDoubles(systems: readonly DoubledSystem[], today: Day): DoubleGroup[] {
	const live = systems.filter((system) => isLive(system, today));
	const groups = [...byWords(live, ({ capabilities }) => listedWords(capabilities))].flatMap(
		([capability, members]) =>
			members.length > 1 ? [groupOf(`formaga:${capability}`, capability, members)] : []
	);
	const loose = new Map<string, DoubleGroup>();
	const alike = (system: DoubledSystem) => [
		...nameStems(system.name ?? '').map((stem) => `namn ${stem}`),
		...listedWords(system.products).map((product) => `produkt ${product}`)
	];
	for (const members of byWords(live, alike).values()) {
		for (const [index, a] of members.entries()) {
			for (const b of members.slice(index + 1)) {
				const pair = pairOf(a, b);
				if (!pair || pair.capabilities.length) continue;
				loose.set(pair.key, {
					key: `par:${pair.key}`,
					capability: null,
					systems: [a, b].sort(byCost),
					pairs: [pair]
				});
			}
		}
	}
	return [...groups, ...loose.values()].sort((a, b) => {
		const [first, second] = [a.pairs[0], b.pairs[0]];
		return first && second ? byImportance(first, second) || (a.key < b.key ? -1 : 1) : 0;
	});
}

function groupOf(key: string, capability: string, members: readonly DoubledSystem[]): DoubleGroup {
	const pairs = members.flatMap((a, index) => members.slice(index + 1).flatMap((b) => pairOf(a, b) ?? []));
	return { key, capability, systems: members.toSorted(byCost), pairs: pairs.sort(byImportance) };
}

function byWords(
	systems: readonly DoubledSystem[],
	words: (system: DoubledSystem) => readonly string[]
): Map<string, DoubledSystem[]> {
	const found = new Map<string, DoubledSystem[]>();
	for (const system of systems) {
		for (const word of words(system)) {
			const before = found.get(word);
			if (before) before.push(system);
			else found.set(word, [system]);
		}
	}
	return found;
}

/**
 * Öre a year of every system of a group but the one that costs most: what the doubles cost at most. Where some are unknown the sum is
 * the least it can be; null where all are.
 */
export function costBesideLargest({ systems }: DoubleGroup): { ore: number | null; partly: boolean } {
	const known = systems.slice(1).flatMap(({ amount }) => amount ?? []);
	return {
		ore: known.length ? known.reduce((sum, amount) => sum + amount, 0) : null,
		partly: systems.some(({ amount }) => amount === null)
	};
}

/** The one of a pair that costs less; null while either cost is unknown. */
export function smallerOf({ first, second, smaller }: DoublePair): DoubledSystem | null {
	if (smaller === null) return null;
	return second.amount === smaller ? second : first;
}
