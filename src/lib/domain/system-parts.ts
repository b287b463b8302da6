// The parts that a system is bought in, and how much money lies in systems where one supplier holds them all.
import { shareOf } from './indicator';

/** Öre to a supplier for one kostnadsslag of a system; null where the ledger does not say. */
export interface SystemPart {
	systemId: string | null;
	supplierKey: string | null;
	costKind: string | null;
	amount: number;
}

const parts: Readonly<Record<string, string>> = {
	'Licens/SaaS': 'licens',
	Systemunderhåll: 'licens',
	Drift: 'drift',
	Moln: 'drift',
	Infrastruktur: 'drift',
	Konsult: 'konsult',
	Hårdvara: 'hårdvara'
};

export interface HeldWhole {
	/** Systems bought in at least two parts. */
	systems: number;
	/** Öre on them, and of that where one supplier holds every part. */
	divisible: number;
	whole: number;
	/** Share of the öre, by size, that names a system. */
	known: number | null;
}

/** Per system, the suppliers with net öre above zero of each part; a supplier without a name is empty. */
function heldParts(
	costs: readonly SystemPart[]
): Map<string, (readonly [supplier: string, amount: number])[][]> {
	const systems = new Map<string, Map<string, Map<string, number>>>();
	for (const { systemId, supplierKey, costKind, amount } of costs) {
		const part = parts[costKind ?? ''];
		if (systemId === null || part === undefined) continue;
		const held = systems.get(systemId) ?? new Map<string, Map<string, number>>();
		systems.set(systemId, held);
		const paid = held.get(part) ?? new Map<string, number>();
		held.set(part, paid);
		paid.set(supplierKey ?? '', (paid.get(supplierKey ?? '') ?? 0) + amount);
	}
	return new Map(
		[...systems].map(([id, held]) => [
			id,
			[...held.values()]
				.map((paid) => [...paid].filter(([, amount]) => amount > 0))
				.filter((paid) => paid.length > 0)
		])
	);
}

/** The most parts that one named supplier holds, of a system's parts. */
function mostHeld(present: readonly (readonly (readonly [string, number])[])[]): number {
	const held = new Map<string, number>();
	for (const paid of present)
		for (const [supplier] of paid) if (supplier !== '') held.set(supplier, (held.get(supplier) ?? 0) + 1);
	return Math.max(0, ...held.values());
}

/** Vertikal bindning of each system that is bought in any part, 0–1. */
export function verticalBindings(costs: readonly SystemPart[]): ReadonlyMap<string, number> {
	return new Map(
		[...heldParts(costs)].flatMap(([id, present]) =>
			present.length ? [[id, mostHeld(present) / present.length] as const] : []
		)
	);
}

/** Vertikal bindning by kronor, over systems that are bought in at least two parts: in one part there is nothing to bind. */
export function systemsHeldWhole(costs: readonly SystemPart[]): HeldWhole {
	const size = (list: readonly SystemPart[]) => list.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
	const known = shareOf(size(costs.filter(({ systemId }) => systemId !== null)), size(costs));
	const found: HeldWhole = { systems: 0, divisible: 0, whole: 0, known };
	for (const present of heldParts(costs).values()) {
		if (present.length < 2) continue;
		const amount = present.flat().reduce((sum, [, ore]) => sum + ore, 0);
		found.systems += 1;
		found.divisible += amount;
		if (mostHeld(present) === present.length) found.whole += amount;
	}
	return found;
}
