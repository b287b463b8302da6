// Which line of a table each note stands on, so that a file of the table has every note once.
import { placeOf, type BudgetLevels } from './budget-levels';
import type { BudgetBranch } from './budget-lines';
import type { ShownNote } from './deviation-note';

/** How much a reader must be told of what a note is about: nothing, the kostnadsslag or whole nämnd, or the nämnd too. */
type Named = 'line' | 'part' | 'unit';

export interface PlacedNote {
	note: ShownNote;
	named: Named;
}

/**
 * Every note on one line: the one that is what it is about, else the first line of its nämnd, else the total.
 * @param lines innermost lines in the order shown
 */
export function notesOnLines(
	notes: readonly ShownNote[],
	lines: readonly BudgetBranch[],
	total: BudgetBranch,
	levels: BudgetLevels
): ReadonlyMap<BudgetBranch, readonly PlacedNote[]> {
	const placed = new Map<BudgetBranch, PlacedNote[]>();
	for (const note of notes) {
		const [line, named] = lineOf(note);
		placed.set(line, [...(placed.get(line) ?? []), { note, named }]);
	}
	return placed;

	function lineOf({ unit, costKind }: ShownNote): [BudgetBranch, Named] {
		const own = lines.filter((line) => placeOf(line, levels).unit === unit);
		const exact = own.find((line) => isAbout(line, costKind));
		if (exact) return [exact, 'line'];
		const [first] = own;
		return first ? [first, 'part'] : [total, 'unit'];
	}

	/** A line divided by nämnd and kostnadsslag is one of them; one by nämnd alone is the whole nämnd. */
	function isAbout(line: BudgetBranch, costKind: string | null): boolean {
		if (levels.length === 1) return costKind === null;
		return costKind !== null && placeOf(line, levels).costKind === costKind;
	}
}
