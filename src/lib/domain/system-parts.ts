// How much money lies in systems where one supplier holds every part that is bought.
import { shareOf } from './indicator';
import { boundParts, type SystemStack } from './system-stack';

export interface HeldWhole {
	/** Systems bought in at least two parts. */
	systems: number;
	/** Öre on those parts, and of that where one supplier holds every part. */
	divisible: number;
	whole: number;
	/** Share of the öre that is joined to a system. */
	known: number | null;
}

/** Vertikal bindning by kronor, over systems that are bought in at least two parts: in one part there is nothing to bind. */
export function systemsHeldWhole(stacks: readonly SystemStack[]): HeldWhole {
	const size = (some: readonly SystemStack[]) => some.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
	const joined = stacks.filter(({ systemId }) => systemId !== null);
	const found: HeldWhole = { systems: 0, divisible: 0, whole: 0, known: shareOf(size(joined), size(stacks)) };
	for (const { parts, binding } of joined) {
		const present = boundParts
			.map((part) => parts[part].filter(({ amount }) => amount > 0))
			.filter((cells) => cells.length > 0);
		if (present.length < 2) continue;
		const amount = present.flat().reduce((sum, cell) => sum + cell.amount, 0);
		found.systems += 1;
		found.divisible += amount;
		if (binding?.held === present.length) found.whole += amount;
	}
	return found;
}

/** Vertikal bindning of each system that a named supplier holds a part of, 0–1. */
export function verticalBindings(stacks: readonly SystemStack[]): ReadonlyMap<string, number> {
	return new Map(
		stacks.flatMap(({ systemId, binding }) =>
			systemId !== null && binding ? [[systemId, binding.held / binding.present] as const] : []
		)
	);
}
