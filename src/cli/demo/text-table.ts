// Reads the hand-written tables of the demo city: one line a row, cells between semicolons.

/** Throws on a line with the wrong number of cells, so a slip shows at once. */
export function textTable<Column extends string>(
	columns: readonly Column[],
	text: string
): Record<Column, string>[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const cells = line.split(';').map((cell) => cell.trim());
			if (cells.length !== columns.length) {
				throw new Error(`${cells.length} cells where ${columns.length} are expected: ${line}`);
			}
			return Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Record<
				Column,
				string
			>;
		});
}
