// A text file as a table: its encoding by evidence from all its bytes, its delimiter and line ends from the first lines.
import type { ByteSource } from '../byte-source';
import { readCsv, type CsvDialect } from './records';
import { detectDelimiter } from './delimiter';
import { detectLineEnd } from './lines';
import { decodeText, detectEncoding, type Encoding } from '../encoding/encoding';
import type { ReadingChoices, SourceTable } from '../source-table';

/** Characters looked at for line ends and delimiter. */
const sampleLength = 200_000;

/** Opens a CSV file. Never refuses: text without any table has records too. */
export async function openCsv(source: ByteSource, choices: ReadingChoices): Promise<SourceTable> {
	const evidence = await detectEncoding(source);
	const encoding = choices.encoding ?? evidence.encoding;
	const sample = await sampleText(source, encoding);
	const lineEnd = detectLineEnd(sample);
	const lines = sample.split(lineEnd === '\r' ? '\r' : /\r?\n/);
	// The sample may end inside a line.
	if (lines.length > 1 && sample.length === sampleLength) lines.pop();
	const delimiter = detectDelimiter(lines);
	const dialect: CsvDialect = { encoding, delimiter: choices.delimiter ?? delimiter.delimiter, lineEnd };
	return {
		sheet: '',
		format: 'csv',
		text: { encoding: { ...evidence, encoding }, delimiter, dialect },
		known: null,
		records: () => readCsv(source, dialect)
	};
}

async function sampleText(source: ByteSource, encoding: Encoding): Promise<string> {
	let sample = '';
	for await (const piece of decodeText(source, encoding)) {
		sample += piece;
		if (sample.length > sampleLength) break;
	}
	return sample.slice(0, sampleLength);
}
