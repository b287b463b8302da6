// A system as it is set beside others: its line of the register, how doubles are looked for, and what it takes to leave it.
import { doubledSystem, type DoubledSystem } from '$lib/domain/system-doubles';
import type { ComparedSystemLine } from '$lib/queries/compared-systems';
import type { ExitSystem } from '$lib/queries/exit-systems';

export interface ComparedSystem {
	line: ComparedSystemLine;
	doubled: DoubledSystem;
	exit: ExitSystem;
}

/** Those of the register, by system_id. @param find from `capabilityFinder` */
export function comparedSystemsById(
	lines: readonly ComparedSystemLine[],
	exits: readonly ExitSystem[],
	find: (word: string) => string | null
): ReadonlyMap<string, ComparedSystem> {
	const exitOf = new Map(exits.map((exit) => [exit.systemId, exit]));
	return new Map(
		lines.flatMap((line): [string, ComparedSystem][] => {
			const exit = exitOf.get(line.system_id);
			return exit ? [[line.system_id, { line, doubled: doubledSystem(line, exit.amount, find), exit }]] : [];
		})
	);
}

export const capabilityNamesById = (
	lines: readonly { capability_id: string; name: string }[]
): ReadonlyMap<string, string> => new Map(lines.map(({ capability_id: id, name }) => [id, name]));
