// CSV in the forms that municipalities publish → records. Lines are put together to whole records here, so that one
// unclosed quote costs one row and not the rest of the file; PapaParse splits the whole records.
import Papa from 'papaparse';
import type { ByteSource } from '../byte-source';
import type { Delimiter } from './delimiter';
import { longestValueLines, quoteOpenAfter } from './quote';
import { linesOf, type LineEnd } from './lines';
import { decodeText, type Encoding } from '../encoding/encoding';
import type { SourceRecord } from '../record';

export interface CsvDialect {
	encoding: Encoding;
	delimiter: Delimiter;
	lineEnd: LineEnd;
}

const batchSize = 4000;

interface Pending {
	row: number;
	lines: string[];
}

/** Reads a CSV source as batches of records; nothing is left out, blank lines are records with one empty cell. */
export async function* readCsv(source: ByteSource, dialect: CsvDialect): AsyncGenerator<SourceRecord[]> {
	const { delimiter } = dialect;
	let row = 0;
	let pending: Pending | null = null;
	let whole: Pending[] = [];
	const done: SourceRecord[] = [];
	let lastPlain = '';

	const flush = (): void => {
		if (whole.length) done.push(...splitRecords(whole, delimiter));
		whole = [];
	};
	const giveUp = (broken: Pending): void => {
		flush();
		const [first = '', ...rest] = broken.lines;
		done.push({
			row: broken.row,
			cells: first.split(delimiter),
			broken: 'Raden har ett citattecken som aldrig stängs. Ta bort eller stäng citattecknet i filen.'
		});
		rest.forEach((line, i) => take(line, broken.row + 1 + i));
	};
	/** `"Kalas" i Lund AB;…` has a quote that nobody escaped: what was put together are whole rows of their own. */
	const takeApart = (wrong: Pending): void => {
		flush();
		const [first = '', ...rest] = wrong.lines;
		done.push({ row: wrong.row, cells: first.split(delimiter) });
		rest.forEach((line, i) => take(line, wrong.row + 1 + i));
	};
	const take = (line: string, lineNumber: number): void => {
		if (pending) {
			const current: Pending = pending;
			current.lines.push(line);
			const stillOpen = quoteOpenAfter(line, delimiter, true);
			if (!stillOpen) {
				pending = null;
				if (areRows(current.lines, lastPlain, delimiter)) takeApart(current);
				else whole.push(current);
			} else if (current.lines.length > longestValueLines) {
				pending = null;
				giveUp(current);
			}
			return;
		}
		if (line.includes('"') && quoteOpenAfter(line, delimiter, false)) {
			pending = { row: lineNumber, lines: [line] };
		} else {
			whole.push({ row: lineNumber, lines: [line] });
			if (line !== '' && !line.includes('"')) lastPlain = line;
		}
		if (whole.length >= batchSize) flush();
	};

	for await (const lines of linesOf(decodeText(source, dialect.encoding), dialect.lineEnd)) {
		for (const line of lines) take(line, ++row);
		flush();
		if (done.length) yield done.splice(0);
	}
	while (pending) {
		const last: Pending = pending;
		pending = null;
		giveUp(last);
	}
	flush();
	if (done.length) yield done;
}

/** Columns that lines must have to be told from the parts of a text with delimiters in it. */
const fewestColumns = 3;

/** Whether each of some lines has, quotes or not, just as many columns as an ordinary line of the file. */
function areRows(lines: readonly string[], ordinary: string, delimiter: Delimiter): boolean {
	const columns = ordinary.split(delimiter).length;
	return columns >= fewestColumns && lines.every((line) => line.split(delimiter).length === columns);
}

/** Splits whole records into cells: by PapaParse where there are quotes, else at the delimiters. */
function splitRecords(whole: readonly Pending[], delimiter: Delimiter): SourceRecord[] {
	return whole.map(({ row, lines }) => {
		const text = lines.length === 1 ? (lines[0] ?? '') : lines.join('\n');
		if (!text.includes('"')) return { row, cells: text.split(delimiter) };
		const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
		const cells = parsed.data[0];
		if (!cells || parsed.data.length !== 1) return { row, cells: text.split(delimiter) };
		return { row, cells };
	});
}
