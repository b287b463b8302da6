// The map of systems, from the edition's own rows: the same on the page and in the batch command.
import { parseIsoDay, type Day } from '$lib/domain/day';
import { keepsWord, type Filters } from '$lib/domain/filters';
import { systemMap, type MapFacts, type SystemMap } from '$lib/domain/system-map';
import type * as v from 'valibot';
import type { Engine } from '$lib/engine/engine';
import { capabilityNeeds } from './capability-needs';
import { coveringSystems } from './covering-systems';
import { mapUnits } from './map-units';
import { ask } from './query';
import { systemUnitCosts } from './system-unit-costs';

const dayOrNull = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text));

/** A system of the register as the map reads it. */
export type MappedSystem = Omit<v.InferOutput<typeof coveringSystems.row>, 'in_use_from' | 'retired_from'> & {
	in_use_from: Day | null;
	retired_from: Day | null;
};

/** Asks what the map is made of. @param filters of the kronor; the registers are always whole */
export async function readMapFacts(
	engine: Engine,
	filters: Filters,
	signal?: AbortSignal
): Promise<MapFacts<MappedSystem>> {
	const capabilities = await ask(engine, capabilityNeeds, undefined, signal);
	const systems = await ask(engine, coveringSystems, undefined, signal);
	const units = await ask(engine, mapUnits, undefined, signal);
	const costs = await ask(engine, systemUnitCosts, filters, signal);
	return {
		capabilities,
		systems: systems.map((row) => ({
			...row,
			in_use_from: dayOrNull(row.in_use_from),
			retired_from: dayOrNull(row.retired_from)
		})),
		units: units.map((row) => ({
			...row,
			valid_from: dayOrNull(row.valid_from),
			valid_to: dayOrNull(row.valid_to)
		})),
		costs
	};
}

/** The nämnder that a map shows: those of the filter, all where it names none. @param own those that the reader sees, null is all */
export function seenUnits(filters: Filters, own: readonly string[] | null = null): (unit: string) => boolean {
	return (unit) => (own === null || own.includes(unit)) && keepsWord(filters, 'units', unit);
}

/** The whole map as it stands on a day. @param today of the edition (`meta.today`) */
export async function readSystemMap(
	engine: Engine,
	filters: Filters,
	today: Day,
	signal?: AbortSignal
): Promise<SystemMap<MappedSystem>> {
	const facts = await readMapFacts(engine, filters, signal);
	return systemMap(facts, { today, sees: seenUnits(filters) });
}
