// The lines of the grid: förmågor in the order of the map, those with parts open or closed.
import { stateCounts, withParts, type MapCost, type MapRow, type StateCounts } from '$lib/domain/system-map';
import type { MappedSystem } from '$lib/queries/system-map';
import type { SystemMap } from '$lib/domain/system-map';

export type Row = MapRow<MappedSystem>;
export type MappedMap = SystemMap<MappedSystem>;

/** A förmåga with parts, at one nämnd: never one state, but how many parts are in each. */
export interface GatheredCell extends MapCost {
	unit: string;
	counts: StateCounts;
	/** Ids of the systems that the parts' states are counted by. */
	systems: string[];
}

export type MapLine =
	| {
			kind: 'group';
			key: string;
			row: Row;
			level: number;
			open: boolean;
			cells: GatheredCell[];
			cost: MapCost;
	  }
	| { kind: 'single'; key: string; row: Row; level: number };

/** Whether any förmåga has parts. */
export const hasParts = (map: MappedMap): boolean => map.rows.some(({ parts }) => parts.length > 0);

/** @param closed ids of the förmågor whose parts are hidden @param search words of a förmåga or system; all is open while there are any */
export function mapLines(map: MappedMap, closed: ReadonlySet<string>, search: string): MapLine[] {
	const wanted = search.trim().toLocaleLowerCase('sv');
	const found = wanted === '' ? null : foundRows(map, wanted);
	const lines: MapLine[] = [];
	let hiddenBelow: number | null = null;
	for (const row of map.rows) {
		const id = row.capability.capability_id;
		if (hiddenBelow !== null && row.level > hiddenBelow) continue;
		hiddenBelow = null;
		if (found && !found.has(id)) continue;
		if (!row.parts.length) {
			lines.push({ kind: 'single', key: id, row, level: row.level });
			continue;
		}
		const open = found !== null || !closed.has(id);
		lines.push({ kind: 'group', key: id, row, level: row.level, open, ...gathered(map, id) });
		if (!open) hiddenBelow = row.level;
		// What is said of the whole, and not of a part, stands first among them.
		else if (row.counted) lines.push({ kind: 'single', key: `${id} `, row, level: row.level + 1 });
	}
	return lines;
}

function foundRows(map: MappedMap, wanted: string): Set<string> {
	const parents = new Map(
		map.rows.flatMap(({ capability: { capability_id: id }, parts }) =>
			parts.map((part) => [part, id] as const)
		)
	);
	const found = new Set<string>();
	for (const { capability, systems } of map.rows) {
		const words = [capability.capability_id, capability.name, ...systems.map(({ name }) => name)];
		if (!words.some((word) => word.toLocaleLowerCase('sv').includes(wanted))) continue;
		for (let id: string | undefined = capability.capability_id; id && !found.has(id); id = parents.get(id))
			found.add(id);
	}
	return found;
}

function gathered(map: MappedMap, id: string): { cells: GatheredCell[]; cost: MapCost } {
	const rows = withParts(map.rows, id);
	const systems = rows.flatMap((row) => row.systems.map(({ system_id }) => system_id));
	const at = new Map(map.units.map(({ unit }) => [unit, [] as Row['cells']]));
	for (const cell of rows.flatMap((row) => row.cells)) at.get(cell.unit)?.push(cell);
	return {
		cost: map.costOf(systems),
		cells: map.units.map(({ unit }) => {
			const cells = at.get(unit) ?? [];
			return {
				unit,
				counts: stateCounts(cells),
				systems: [...new Set(cells.flatMap(({ coverage }) => coverage.counted))],
				...map.costOf(systems, unit)
			};
		})
	};
}
