// Summary rows among the rows of a table: they repeat what stands above them and must not be counted again.
import type { Cell } from '$lib/read/record';
import { textOf } from './read-cell';

const summaryCell = /^(?:del|slut|total)?summa(?:\s.*|:)?$|^totalt?:?$|^total(?:t|summa)\s.*$|^grand total$/i;

/** The column that says `Summa` in a mostly empty row of a table of so many columns; −1 when none does. */
export function summaryColumn(cells: readonly Cell[], width: number): number {
	const filled = cells.filter((cell) => textOf(cell) !== '').length;
	if (filled > Math.max(3, Math.ceil(width / 2))) return -1;
	return cells.findIndex(
		(cell) => typeof cell === 'string' && cell.length < 60 && summaryCell.test(cell.trim())
	);
}
