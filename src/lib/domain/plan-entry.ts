// What a plan of years is made of: the smallest parts, each in öre with a span, and the sums that every view takes of them.
import type { Range } from './assumption';
import { sumRanges } from './licence-forecast';
import type { PlanScenario } from './planned-change';

/**
 * `running` what runs today · `price` what it rises by · `events` what registers know of its contracts, systems and licences ·
 * `planned_running` changes that stay · `planned_change` money for a time.
 */
export const planLines = ['running', 'price', 'events', 'planned_running', 'planned_change'] as const;
export type PlanLine = (typeof planLines)[number];

/** Where a part of the plan belongs. */
export interface PlanPlace {
	unit: string;
	/** Null: not divided by kostnadsslag. */
	costKind: string | null;
	/** A system_id; null for none. */
	system: string | null;
}

export interface PlanEntry extends PlanPlace {
	year: number;
	line: PlanLine;
	/** Öre; low ≤ likely ≤ high. */
	range: Range;
	/** The scenarios that count it; null is every one. */
	scenarios: readonly PlanScenario[] | null;
}

/** Which entries are summed; what is not said is not asked. */
export interface PlanPart {
	scenario: PlanScenario;
	year?: number;
	line?: PlanLine;
}

/** Öre of the entries that a part counts: low ends together, likely ones together, high ends together. */
export function planSum(entries: readonly PlanEntry[], { scenario, year, line }: PlanPart): Range {
	return sumRanges(
		entries
			.filter(
				(entry) =>
					(year === undefined || entry.year === year) &&
					(line === undefined || entry.line === line) &&
					(entry.scenarios === null || entry.scenarios.includes(scenario))
			)
			.map(({ range }) => range)
	);
}

/** The dimensions that a plan can be divided by. */
export type PlanLevel = 'unit' | 'costKind';

/** A part of the plan with the parts under it; its entries are theirs together. */
export interface PlanBranch {
	key: string;
	/** The value of each level down to here; a null kostnadsslag is not divided so. */
	values: readonly (string | null)[];
	entries: readonly PlanEntry[];
	parts: readonly PlanBranch[];
}

/** The entries divided by the levels in order, in the order that their values are first named. */
export function planBranches(
	entries: readonly PlanEntry[],
	levels: readonly PlanLevel[],
	above: readonly (string | null)[] = []
): PlanBranch[] {
	const [level, ...rest] = levels;
	if (!level) return [];
	const groups = new Map<string | null, PlanEntry[]>();
	for (const entry of entries) {
		const group = groups.get(entry[level]);
		if (group) group.push(entry);
		else groups.set(entry[level], [entry]);
	}
	return [...groups].map(([value, own]) => {
		const values = [...above, value];
		return { key: JSON.stringify(values), values, entries: own, parts: planBranches(own, rest, values) };
	});
}
