// What the drawer of rows shows: which rows, of which ledger, and what they are called.
import type { JudgedSelection } from '$lib/queries/tagging-rows';

export interface OpenedRows {
	selection: JudgedSelection;
	/** How one came here: "Otaggat", "Vindrosa Teknik AB". */
	path: string[];
	/** The figure that was clicked counts credits as minus; else every amount counts without its sign. */
	isNet?: boolean;
	/** Counted by the saved rules alone; else with the draft over them. */
	isSaved: boolean;
}
