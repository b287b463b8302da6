// What the table of a follow-up is divided by, whose only home is the address: `per=namnd,slag`.
import { budgetDimensions, type BudgetDimension } from './budget-leaf';
import type { BudgetBranch } from './budget-lines';

const words = {
	unit: 'namnd',
	costKind: 'slag',
	orientation: 'inriktning',
	system: 'system'
} as const satisfies Record<BudgetDimension, string>;

/** One level, or an outer one with what it is divided into. */
export type BudgetLevels = readonly [BudgetDimension] | readonly [BudgetDimension, BudgetDimension];

export const usualLevels: BudgetLevels = ['unit'];
const parameter = 'per';

/** Every choice of levels: each dimension alone, and each pair. */
export const levelChoices: readonly BudgetLevels[] = budgetDimensions.flatMap((outer) => [
	[outer] as const,
	...budgetDimensions.filter((inner) => inner !== outer).map((inner) => [outer, inner] as const)
]);

/** Levels as an address has them. */
export function levelsWord(levels: BudgetLevels): string {
	return levels.map((level) => words[level]).join(',');
}

/** The levels that an address asks for; null for what it names and there is not. */
export function levelsFromUrl(search: URLSearchParams): BudgetLevels | null {
	const asked = search.get(parameter);
	if (asked === null) return usualLevels;
	return levelChoices.find((levels) => levelsWord(levels) === asked) ?? null;
}

/** Where a line is: one value per level. */
export type LinePlace = Partial<Record<BudgetDimension, string | null>>;

export function placeOf({ values }: Pick<BudgetBranch, 'values'>, levels: BudgetLevels): LinePlace {
	return Object.fromEntries(values.map((value, index) => [levels[index], value]));
}

/** The largest overrun first at every level, then by what was spent; what is unknown comes last. */
export function worstFirst(lines: readonly BudgetBranch[]): BudgetBranch[] {
	return lines
		.map((line) => ({ ...line, parts: worstFirst(line.parts) }))
		.sort((a, b) => {
			if (a.deviationYear !== null && b.deviationYear !== null) return a.deviationYear - b.deviationYear;
			if ((a.deviationYear === null) !== (b.deviationYear === null)) return a.deviationYear === null ? 1 : -1;
			if (a.deviationToDate !== null && b.deviationToDate !== null)
				return a.deviationToDate - b.deviationToDate;
			return (b.outcome ?? 0) - (a.outcome ?? 0);
		});
}
