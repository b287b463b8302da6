// The grid pattern: arrows move one cell, Home and End to the ends of the line, with Ctrl to the corners. Row 0 is the headings.

export interface GridPlace {
	row: number;
	column: number;
}

/** Where a key leads from a place; null for keys that do not move. @param last the last row and column */
export function gridMove(
	event: KeyboardEvent,
	{ row, column }: GridPlace,
	last: GridPlace
): GridPlace | null {
	if (event.altKey) return null;
	if (event.ctrlKey || event.metaKey) {
		if (event.key === 'Home') return { row: 1, column: 0 };
		return event.key === 'End' ? last : null;
	}
	switch (event.key) {
		case 'ArrowRight':
			return { row, column: Math.min(last.column, column + 1) };
		case 'ArrowLeft':
			return { row, column: Math.max(0, column - 1) };
		case 'ArrowDown':
			return { row: Math.min(last.row, row + 1), column };
		case 'ArrowUp':
			return { row: Math.max(0, row - 1), column };
		case 'Home':
			return { row, column: 0 };
		case 'End':
			return { row, column: last.column };
		default:
			return null;
	}
}
