// What the table says of the notes on its lines.
import { tick } from 'svelte';
import { placeOf, type BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch } from '$lib/domain/budget-lines';
import { noteState, type DeviationLimit, type NoteState } from '$lib/domain/deviation-limit';
import type { ShownNote } from '$lib/domain/deviation-note';
import type { YearFollowUp } from '$lib/domain/follow-up';
import { chooseNoteUnit } from './note-choice';

interface LineComment {
	state: NoteState;
	/** The follow-up that a carried note comes from. */
	from: Pick<YearFollowUp, 'year' | 'followUp'> | null;
	unit: string;
	onOpen: () => void;
}

export interface TableComments {
	/** Null for a line that is no nämnd and has no note of its own. */
	of(line: BudgetBranch, levels: BudgetLevels): LineComment | null;
}

/** @param shown the notes that the follow-up shows */
export function tableComments(shown: readonly ShownNote[], limit: DeviationLimit): TableComments {
	return {
		of(line, levels) {
			const place = placeOf(line, levels);
			const { unit } = place;
			if (!unit) return null;
			const whole = line.values.length === 1;
			const own = shown.filter(
				(note) => note.unit === unit && (whole || note.costKind === (place.costKind ?? null))
			);
			if (!whole && (!own.length || !place.costKind)) return null;
			return {
				state: noteState(line, own, limit),
				from: own.find(({ from }) => from)?.from ?? null,
				unit,
				onOpen: () => void showCard(unit)
			};
		}
	};
}

/** The card may be far below the table. */
async function showCard(unit: string): Promise<void> {
	await chooseNoteUnit(unit);
	await tick();
	document.getElementById('kommentar')?.scrollIntoView({ block: 'nearest' });
}
