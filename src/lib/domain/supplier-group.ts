// Koncern: suppliers that somebody has said belong together, counted as one. A supplier without a koncern counts alone.
import type { StoredAssumption } from './assumption';
import { standingAssumption } from './assumption';

export interface SupplierGroup {
	/** The same for the same name, however it is spaced and cased. */
	key: string;
	/** As it was first written. */
	name: string;
}

/** What tells one koncern from another: the name without regard to case and spaces. */
export function groupKey(name: string): string {
	return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv');
}

/** The koncern of each supplier that has one, by the supplier's key. */
export function supplierGroups(stored: readonly StoredAssumption[]): ReadonlyMap<string, SupplierGroup> {
	const groups = new Map<string, SupplierGroup>();
	const names = new Map<string, string>();
	for (const { key, subject } of stored) {
		if (key !== 'corporate_group' || subject.kind !== 'supplier' || groups.has(subject.key)) continue;
		const { value } = standingAssumption(stored, 'corporate_group', subject);
		if (value?.kind !== 'text') continue;
		const group = groupKey(value.text);
		if (!group) continue;
		const name = names.get(group) ?? value.text.trim();
		names.set(group, name);
		groups.set(subject.key, { key: group, name });
	}
	return groups;
}

/** Who a supplier is counted as: its koncern, else itself. */
export interface CountedSupplier {
	/** Unique among suppliers and koncerner. */
	key: string;
	/** Null where the supplier counts alone. */
	group: SupplierGroup | null;
	/** The keys of the suppliers, largest first. */
	members: readonly string[];
	/** Öre: net per supplier, floored at 0, then added. Netting within a koncern would hide what one of its companies takes. */
	amount: number;
}

/** What a koncern is called among keys of suppliers. */
export const groupedKey = (group: string) => `koncern:${group}`;

/** Adds up suppliers by koncern, largest first. @param costs net öre per supplier */
export function countByGroup(
	costs: readonly { key: string; amount: number }[],
	groups: ReadonlyMap<string, SupplierGroup>
): CountedSupplier[] {
	const counted = new Map<string, { group: SupplierGroup | null; members: string[]; amount: number }>();
	for (const { key, amount } of costs.toSorted((a, b) => b.amount - a.amount)) {
		const group = groups.get(key) ?? null;
		const name = group ? groupedKey(group.key) : key;
		const found = counted.get(name) ?? { group, members: [], amount: 0 };
		found.members.push(key);
		found.amount += Math.max(0, amount);
		counted.set(name, found);
	}
	return [...counted]
		.map(([key, one]) => ({ key, ...one }))
		.sort((a, b) => b.amount - a.amount || a.key.localeCompare(b.key, 'sv'));
}
