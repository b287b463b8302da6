// Which character divides the columns. PapaParse guesses wrong when decimals use commas, so this is our own.
import { joinQuotedLines } from './quote';

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
	/** Columns on most lines; a quoted value that spans lines makes them one. */
	columns: number;
	/** Lines of the sample with that many columns. */
	agreeing: number;
	/** Lines of the sample that are not empty. */
	lines: number;
}

/** Counts the columns of one line, quotes respected: a doubled quote inside a quoted value is part of it. */
export function countColumns(line: string, delimiter: string): number {
	if (!line.includes('"')) return line.split(delimiter).length;
	let count = 1;
	let quoted = false;
	let fieldStart = true;
	for (let at = 0; at < line.length; at++) {
		const character = line[at];
		if (quoted) {
			if (character !== '"') continue;
			if (line[at + 1] === '"') at++;
			else quoted = false;
		} else if (character === '"' && fieldStart) {
			quoted = true;
		} else if (character === delimiter) {
			count++;
			fieldStart = true;
			continue;
		}
		fieldStart = false;
	}
	return count;
}

/** Excel's own first line, `sep=;`: it says the delimiter and is no row of the table. */
export function statedDelimiter(line: string): Delimiter | null {
	const said = /^\ufeff?"?sep=(.)"?\s*$/i.exec(line)?.[1];
	return delimiters.find((delimiter) => delimiter === said) ?? null;
}

/** How many columns most records have, and how many records that is. */
function agreement(records: readonly string[], delimiter: Delimiter) {
	const counts = records.map((record) => countColumns(record, delimiter));
	const tally = new Map<number, number>();
	for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
	tally.delete(1);
	let columns = 1;
	let agreeing = 0;
	for (const [count, times] of tally) if (times > agreeing) [columns, agreeing] = [count, times];
	return { counts, columns, agreeing };
}

/** The commas stand between digits only, once a line: they are the decimal signs of a file with one column. */
function isDecimalSign(lines: readonly string[], delimiter: Delimiter, columns: number): boolean {
	return delimiter === ',' && columns === 2 && !lines.some((line) => /(?<!\d),|,(?!\d)/.test(line));
}

/**
 * Picks the delimiter whose column count agrees over most lines; more columns win only between counts that agree
 * equally well, since decimal commas also repeat on every line but not in the header.
 */
export function detectDelimiter(sample: readonly string[]): DelimiterEvidence {
	const stated = statedDelimiter(sample[0] ?? '');
	const lines = sample
		.slice(stated ? 1 : 0)
		.filter((line) => line.trim() !== '')
		.slice(0, 200);
	let best: DelimiterEvidence & { score: number } = {
		delimiter: stated ?? ';',
		columns: 1,
		agreeing: lines.length,
		lines: lines.length,
		score: 0
	};
	for (const delimiter of stated ? [stated] : delimiters) {
		const records = joinQuotedLines(lines, delimiter);
		const { counts, columns, agreeing } = agreement(records, delimiter);
		if (!agreeing || isDecimalSign(records, delimiter, columns)) continue;
		// The header is the first line that has the agreed number of columns; a delimiter missing from all early
		// lines is a decimal sign or a comma in a name.
		const headed = counts.slice(0, 20).findIndex((count) => count === columns);
		const textHeader = headed >= 0 && !/\d[,.]\d/.test(records[headed] ?? '');
		const score = (agreeing / records.length) * (textHeader ? 1 : 0.5) * (1 + Math.log2(columns) / 20);
		if (score > best.score) best = { delimiter, columns, agreeing, lines: records.length, score };
	}
	return { delimiter: best.delimiter, columns: best.columns, agreeing: best.agreeing, lines: best.lines };
}
