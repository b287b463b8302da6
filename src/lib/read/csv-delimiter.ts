// Which character divides the columns. PapaParse guesses wrong when decimals use commas, so this is our own.

export const delimiters = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export const delimiterNames: Readonly<Record<Delimiter, string>> = {
	';': 'semikolon',
	'\t': 'tabb',
	',': 'komma',
	'|': 'lodstreck'
};

export interface DelimiterEvidence {
	delimiter: Delimiter;
	/** Columns on most lines. */
	columns: number;
	/** Lines of the sample with that many columns. */
	agreeing: number;
	/** Lines of the sample that are not empty. */
	lines: number;
}

/** Counts the columns of one line, quotes respected. */
export function countColumns(line: string, delimiter: string): number {
	let count = 1;
	let quoted = false;
	let fieldStart = true;
	for (const character of line) {
		if (quoted) {
			if (character === '"') quoted = false;
		} else if (character === '"' && fieldStart) quoted = true;
		else if (character === delimiter) {
			count++;
			fieldStart = true;
			continue;
		}
		fieldStart = character === '"' ? quoted : false;
	}
	return count;
}

/**
 * Picks the delimiter whose column count agrees over most lines; more columns win only between counts that agree
 * equally well, since decimal commas also repeat on every line but not in the header.
 */
export function detectDelimiter(sample: readonly string[]): DelimiterEvidence {
	const lines = sample.filter((line) => line.trim() !== '').slice(0, 200);
	let best: DelimiterEvidence & { score: number } = {
		delimiter: ';',
		columns: 1,
		agreeing: lines.length,
		lines: lines.length,
		score: 0
	};
	for (const delimiter of delimiters) {
		const counts = lines.map((line) => countColumns(line, delimiter));
		const tally = new Map<number, number>();
		for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
		tally.delete(1);
		let columns = 1;
		let agreeing = 0;
		for (const [count, times] of tally) if (times > agreeing) [columns, agreeing] = [count, times];
		if (!agreeing) continue;
		// The header is the first line that has the agreed number of columns; a delimiter missing from all early
		// lines is a decimal sign or a comma in a name.
		const headed = counts.slice(0, 20).findIndex((count) => count === columns);
		const textHeader = headed >= 0 && !/\d[,.]\d/.test(lines[headed] ?? '');
		const score = (agreeing / lines.length) * (textHeader ? 1 : 0.5) * (1 + Math.log2(columns) / 20);
		if (score > best.score) best = { delimiter, columns, agreeing, lines: lines.length, score };
	}
	return { delimiter: best.delimiter, columns: best.columns, agreeing: best.agreeing, lines: best.lines };
}
