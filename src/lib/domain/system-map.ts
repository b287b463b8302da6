// Systemkarta: what covers each förmåga at each nämnd, and what it costs there. Pure; the register and the ledger come as facts.
import {
	coverageOf,
	coverageStates,
	isLive,
	needOf,
	systemUsers,
	type CapabilityLine,
	type Coverage,
	type CoverageState,
	type CoveringSystem
} from './capability-coverage';
import type { Day } from './day';
import { listedWords } from './listed-words';

/** A nämnd of the register of nämnder. */
export interface MapUnit {
	unit: string;
	code: string | null;
	unit_type: string | null;
	valid_from: Day | null;
	valid_to: Day | null;
}

/** Öre of a nämnd on a system; a null nämnd is rows that name none. */
export interface SystemUnitCost {
	system_id: string;
	unit: string | null;
	amount: number;
	row_count: number;
}

/** What a map is made of. Systems come one line each, in the order of the register. */
export interface MapFacts<System extends CoveringSystem = CoveringSystem> {
	capabilities: readonly CapabilityLine[];
	systems: readonly System[];
	units: readonly MapUnit[];
	costs: readonly SystemUnitCost[];
}

/** Kronor with their rows. `amount` is öre, null where no row is joined: that is unknown, not free. */
export interface MapCost {
	amount: number | null;
	rowCount: number;
}

export interface MapCell extends MapCost {
	unit: string;
	coverage: Coverage;
}

export interface MapRow<System extends CoveringSystem = CoveringSystem> extends MapCost {
	capability: CapabilityLine;
	/** 0 for a förmåga on top. */
	level: number;
	/** Ids of the förmågor that are parts of this one, in order. */
	parts: string[];
	/**
	 * False for one that only gathers its parts: it has some, and nobody has said who needs it and no system names it. Then its
	 * cells are none, and it is in no count.
	 */
	counted: boolean;
	/** Live systems that name it. Kronor are of all that name it, so that what was paid before a system ended is here too. */
	live: System[];
	systems: System[];
	cells: MapCell[];
}

/** A word that systems have as förmåga and the tree lacks, or has under several ids. */
export interface UnlistedCapability extends MapCost {
	word: string;
	systems: string[];
}

export type StateCounts = Readonly<Record<CoverageState, number>>;

export interface SystemMap<System extends CoveringSystem = CoveringSystem> {
	/** Nämnder in the order of their register, then those that only needs, systems or kronor name. */
	units: MapUnit[];
	/** A förmåga before its parts. */
	rows: MapRow<System>[];
	counts: StateCounts;
	/** Every system once, however many förmågor it names: those on the map, and the two kinds that are not. */
	total: MapCost;
	placed: MapCost;
	/** Systems of the register on no row of the map. */
	unplaced: MapCost & { systems: System[] };
	/** Systems that the ledger names and the register lacks. */
	unregistered: MapCost & { systems: string[] };
	unlisted: UnlistedCapability[];
	/** What a system costs, all nämnder. */
	costOf: (systemIds: Iterable<string>, unit?: string) => MapCost;
}

interface MapOptions {
	/** The day that systems and nämnder are in use or not. */
	today: Day;
	/** The nämnder that are asked about. */
	sees?: (unit: string) => boolean;
}

const byIdOrder = new Intl.Collator('sv', { numeric: true });

/** Which förmågor of the tree words mean: by id exactly, else by name whatever its case, where only one has that name. */
export function capabilityFinder(
	lines: readonly Pick<CapabilityLine, 'capability_id' | 'name'>[]
): (word: string) => string | null {
	const ids = new Set(lines.map(({ capability_id: id }) => id));
	const byName = new Map<string, string | null>();
	for (const { capability_id: id, name } of lines) {
		const key = folded(name);
		byName.set(key, byName.has(key) ? null : id);
	}
	return (word) => (ids.has(word) ? word : (byName.get(folded(word)) ?? null));
}

const folded = (name: string) => name.trim().toLocaleLowerCase('sv');

/** Whether the register says that there is such a nämnd on a day. Its last day is one of its days. */
export function isValidUnit({ valid_from, valid_to }: MapUnit, today: Day): boolean {
	return (valid_from === null || valid_from <= today) && (valid_to === null || valid_to >= today);
}

/** Counts cells by state. */
export function stateCounts(cells: readonly MapCell[]): StateCounts {
	const counts = Object.fromEntries(coverageStates.map((state) => [state, 0])) as Record<
		CoverageState,
		number
	>;
	for (const { coverage } of cells) counts[coverage.state] += 1;
	return counts;
}

/** Behov: cells that are not without need. */
export const needCount = (counts: StateCounts): number =>
	counts.täckt + counts.överlapp + counts.hål + counts.okänt;

/** The whole map. Money is summed from öre; a system of several förmågor is in the row of each, and once in the total. */
export function systemMap<System extends CoveringSystem>(
	facts: MapFacts<System>,
	{ today, sees = () => true }: MapOptions
): SystemMap<System> {
	const lines = firstOfEach(facts.capabilities);
	const costs = facts.costs.filter(({ unit }) => unit === null || sees(unit));
	const costOf = costIndex(costs);
	const find = capabilityFinder([...lines.values()]);
	const named = new Map<string, System[]>();
	const unlisted = new Map<string, string[]>();
	const unplaced: System[] = [];
	for (const system of facts.systems) {
		const words = listedWords(system.capabilities);
		const ids = new Set(words.flatMap((word) => find(word) ?? []));
		for (const id of ids) named.set(id, [...(named.get(id) ?? []), system]);
		for (const word of words.filter((one) => find(one) === null))
			unlisted.set(word, [...(unlisted.get(word) ?? []), system.system_id]);
		if (ids.size === 0) unplaced.push(system);
	}
	const live = new Set(facts.systems.filter((system) => isLive(system, today)));
	const units = mapUnits(facts, costs, live, today).filter(({ unit }) => sees(unit));
	const rows = inTreeOrder(lines).map(({ line, level, parts, upwards }): MapRow<System> => {
		const systems = named.get(line.capability_id) ?? [];
		const used = systems.filter((system) => live.has(system));
		const counted = parts.length === 0 || systems.length > 0 || listedWords(line.needed_by).length > 0;
		const ids = systems.map(({ system_id }) => system_id);
		return {
			capability: line,
			level,
			parts,
			counted,
			live: used,
			systems,
			...costOf(ids),
			cells: counted
				? units.map(({ unit }) => ({
						unit,
						coverage: coverageOf(unit, needOf(unit, upwards), used),
						...costOf(ids, unit)
					}))
				: []
		};
	});
	const registered = new Set(facts.systems.map(({ system_id }) => system_id));
	const strangers = [...new Set(costs.map(({ system_id }) => system_id))].filter((id) => !registered.has(id));
	const placed = new Set([...named.values()].flat().map(({ system_id }) => system_id));
	return {
		units,
		rows,
		counts: stateCounts(rows.flatMap(({ cells }) => cells)),
		total: costOf([...registered, ...strangers]),
		placed: costOf(placed),
		unplaced: { systems: unplaced, ...costOf(unplaced.map(({ system_id }) => system_id)) },
		unregistered: { systems: strangers, ...costOf(strangers) },
		unlisted: [...unlisted]
			.map(([word, systems]) => ({ word, systems, ...costOf(systems) }))
			.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || byIdOrder.compare(a.word, b.word)),
		costOf
	};
}

/** A förmåga and everything below it, in the order of the map. */
export function withParts<System extends CoveringSystem>(
	rows: readonly MapRow<System>[],
	capabilityId: string
): MapRow<System>[] {
	const start = rows.findIndex(({ capability }) => capability.capability_id === capabilityId);
	const top = rows[start];
	if (!top) return [];
	const after = rows.findIndex((row, place) => place > start && row.level <= top.level);
	return rows.slice(start, after === -1 ? undefined : after);
}

function firstOfEach(capabilities: readonly CapabilityLine[]): Map<string, CapabilityLine> {
	const lines = new Map<string, CapabilityLine>();
	for (const line of capabilities) if (!lines.has(line.capability_id)) lines.set(line.capability_id, line);
	return lines;
}

interface PlacedLine {
	line: CapabilityLine;
	level: number;
	parts: string[];
	/** From the förmåga up to its root. */
	upwards: CapabilityLine[];
}

/** A förmåga whose parent the tree lacks, or that would be its own, stands on top. */
function inTreeOrder(lines: ReadonlyMap<string, CapabilityLine>): PlacedLine[] {
	const children = new Map<string | null, string[]>();
	for (const [id, line] of lines) {
		const parent = parentOf(line, lines);
		children.set(parent, [...(children.get(parent) ?? []), id]);
	}
	for (const ids of children.values()) ids.sort(byIdOrder.compare);
	const placed: PlacedLine[] = [];
	const visit = (ids: readonly string[], above: readonly CapabilityLine[]) => {
		for (const id of ids) {
			const line = lines.get(id);
			if (!line) continue;
			const parts = children.get(id) ?? [];
			const upwards = [line, ...above];
			placed.push({ line, level: above.length, parts, upwards });
			visit(parts, upwards);
		}
	};
	visit(children.get(null) ?? [], []);
	return placed;
}

function parentOf(line: CapabilityLine, lines: ReadonlyMap<string, CapabilityLine>): string | null {
	const parent = line.parent === null ? undefined : lines.get(line.parent);
	if (!parent) return null;
	const seen = new Set([line.capability_id]);
	// In a ring each would hang under the other, and none would be seen: all of a ring stand on top.
	for (
		let at: CapabilityLine | undefined = parent;
		at;
		at = at.parent === null ? undefined : lines.get(at.parent)
	) {
		if (at.capability_id === line.capability_id) return null;
		if (seen.has(at.capability_id)) break;
		seen.add(at.capability_id);
	}
	return parent.capability_id;
}

function costIndex(costs: readonly SystemUnitCost[]): SystemMap['costOf'] {
	const bySystem = new Map<string, SystemUnitCost[]>();
	for (const cost of costs) {
		const rows = bySystem.get(cost.system_id);
		if (rows) rows.push(cost);
		else bySystem.set(cost.system_id, [cost]);
	}
	return (systemIds, unit) => {
		const own = [...new Set(systemIds)]
			.flatMap((id) => bySystem.get(id) ?? [])
			.filter((cost) => unit === undefined || cost.unit === unit);
		const rowCount = own.reduce((sum, { row_count }) => sum + row_count, 0);
		return { amount: rowCount ? own.reduce((sum, { amount }) => sum + amount, 0) : null, rowCount };
	};
}

/** Nämnder that are valid; companies and others only where a need or a live system names them, or kronor one that is no company. */
function mapUnits<System extends CoveringSystem>(
	{ capabilities, units }: MapFacts<System>,
	costs: readonly SystemUnitCost[],
	live: ReadonlySet<System>,
	today: Day
): MapUnit[] {
	const companies = new Set(units.flatMap((one) => (one.unit_type === 'bolag' ? one.unit : [])));
	const named = new Set([
		...capabilities.flatMap(({ needed_by }) => listedWords(needed_by)),
		...[...live].flatMap((system) => [...systemUsers(system), ...(system.unit ? [system.unit] : [])]),
		...costs.flatMap(({ unit }) => (unit === null || companies.has(unit) ? [] : unit))
	]);
	const shown = new Map<string, MapUnit>();
	for (const one of units) {
		const usual = one.unit_type !== 'bolag' && isValidUnit(one, today);
		if ((usual || named.has(one.unit)) && !shown.has(one.unit)) shown.set(one.unit, one);
	}
	const others = [...named].filter((unit) => !shown.has(unit)).sort(byIdOrder.compare);
	for (const unit of others)
		shown.set(unit, { unit, code: null, unit_type: null, valid_from: null, valid_to: null });
	return [...shown.values()];
}
