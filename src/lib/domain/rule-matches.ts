// Which rules match a row, as numbers that the engine counts in: bit b of the k:th number is the rule at position 48·k + b.

/** Bits of one number: a sum of them is exact as a plain number. */
export const matchesPerColumn = 48;

/** How many `match_…` columns a set of so many rules has. */
export function matchColumns(rules: number): number {
	return Math.ceil(rules / matchesPerColumn);
}

/** The positions of the rules that matched, first the one that won, from the `match_…` values of a row. */
export function matchedPositions(matches: readonly number[]): number[] {
	return matches.flatMap((match, column) => {
		const positions: number[] = [];
		for (let bit = 0, rest = match; rest > 0; bit++, rest = Math.floor(rest / 2)) {
			if (rest % 2 === 1) positions.push(column * matchesPerColumn + bit);
		}
		return positions;
	});
}
