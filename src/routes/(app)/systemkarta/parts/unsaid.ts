// What nobody has said of a system that the map is read by.
import type { MappedSystem } from '$lib/queries/system-map';
import type { KnownSystem } from '$lib/queries/system-map-measures';
import { systemMapWords } from '$lib/text/system-map';

const words = systemMapWords.panel;

/** In words, those that decide what the map shows first. */
export function unsaidOf(system: MappedSystem, known: KnownSystem | null): string[] {
	const contracts = known?.contracts ?? [];
	return [
		...(system.used_by === null ? [words.users] : []),
		...(system.shared === null ? [words.sharedUnsaid] : []),
		...(system.life_cycle === null ? [words.lifeCycle] : []),
		...(system.supplier === null ? [words.supplier] : []),
		...(contracts.length === 0
			? [words.contract]
			: contracts.some(({ end }) => end === null)
				? [words.contractEnd]
				: [])
	];
}
