// Opens a file as tables: one for CSV, one per sheet for a workbook; or says in Swedish why it is none.
import type { FileProblem } from '$lib/domain/problem';
import { firstBytes, type ByteSource } from './byte-source';
import { readCsv, type CsvDialect } from './csv';
import { detectDelimiter, type DelimiterEvidence } from './csv-delimiter';
import { detectLineEnd } from './csv-lines';
import { decodeText, detectEncoding, type Encoding, type EncodingEvidence } from './encoding';
import { fileKindOf, type FileKind } from './file-kind';
import type { SourceRecord } from './record';
import { readXlsx } from './xlsx';

export interface SourceTable {
	/** Name of the sheet; empty for CSV. */
	sheet: string;
	/** Batches of records; may be read several times. */
	records(): AsyncGenerator<SourceRecord[]>;
}

export interface TableFile {
	format: 'csv' | 'xlsx';
	/** What was found about a text file; null for a workbook. */
	text: { encoding: EncodingEvidence; delimiter: DelimiterEvidence; dialect: CsvDialect } | null;
	tables: SourceTable[];
}

/** What a person may decide instead of the evidence. */
export interface ReadingChoices {
	encoding?: Encoding;
	delimiter?: CsvDialect['delimiter'];
}

/** A workbook is unpacked in memory; beyond this the advice is to save it as CSV. */
export const largestWorkbook = 80 * 1024 * 1024;
/** Characters looked at for line ends and delimiter. */
const sampleLength = 200_000;
/** Larger text files are refused before they are read. */
export const largestTextFile = 2 * 1024 * 1024 * 1024;

const refusals: Partial<Record<FileKind, FileProblem>> = {
	empty: { code: 'tom_fil', message: 'Filen är tom. Exportera den på nytt från källsystemet.' },
	gzip: { code: 'arkiv', message: 'Filen är ett gzip-arkiv. Packa upp den och läs in innehållet.' },
	image: {
		code: 'inte_en_tabell',
		message: 'Filen är en bild, inte en tabell. Välj en CSV- eller XLSX-fil.'
	},
	pdf: {
		code: 'inte_en_tabell',
		message: 'Filen är en PDF, inte en tabell. Be om samma uppgifter som CSV eller XLSX.'
	},
	html: {
		code: 'inte_en_tabell',
		message:
			'Filen är en webbsida, inte en tabell. Ofta är det ett felmeddelande som sparats: hämta filen igen.'
	},
	json: { code: 'inte_en_tabell', message: 'Filen är JSON. Den här versionen läser CSV och XLSX.' },
	sie: { code: 'inte_en_tabell', message: 'Filen är en SIE-fil. Den här versionen läser CSV och XLSX.' },
	old_excel: {
		code: 'inte_en_tabell',
		message: 'Filen är en äldre Excelfil (.xls). Öppna den i Excel och spara som XLSX eller CSV.'
	},
	binary: {
		code: 'inte_en_tabell',
		message: 'Filen innehåller inte text och är ingen XLSX-fil. Välj en CSV- eller XLSX-fil.'
	}
};

/** Opens a file. The encoding is decided over all its bytes, the delimiter over its first lines. */
export async function openTableFile(
	source: ByteSource,
	choices: ReadingChoices = {}
): Promise<TableFile | { problem: FileProblem }> {
	const kind = fileKindOf(await firstBytes(source, 16_384));
	const refusal = refusals[kind];
	if (refusal) return { problem: refusal };
	if (kind === 'zip') return openWorkbook(source);
	if (source.size > largestTextFile) {
		return {
			problem: {
				code: 'for_stor',
				message: 'Filen är större än 2 GB. Dela den per år eller månad och läs in delarna.'
			}
		};
	}
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
		format: 'csv',
		text: { encoding: { ...evidence, encoding }, delimiter, dialect },
		tables: [{ sheet: '', records: () => readCsv(source, dialect) }]
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

async function openWorkbook(source: ByteSource): Promise<TableFile | { problem: FileProblem }> {
	if (source.size > largestWorkbook) {
		return {
			problem: {
				code: 'for_stor',
				message: 'Arbetsboken är större än 80 MB. Spara bladet som CSV och läs in den filen i stället.'
			}
		};
	}
	try {
		const sheets = await readXlsx(source);
		const filled = sheets.filter((sheet) => sheet.records.length > 0);
		if (!filled.length) {
			return {
				problem: {
					code: 'ingen_tabell_i_arbetsboken',
					message: 'Arbetsboken har inga ifyllda blad. Kontrollera att rätt fil är vald.'
				}
			};
		}
		return {
			format: 'xlsx',
			text: null,
			tables: filled.map((sheet) => ({
				sheet: sheet.name,
				async *records() {
					yield sheet.records;
				}
			}))
		};
	} catch {
		return {
			problem: {
				code: 'trasig_arbetsbok',
				message:
					'Filen ser ut som en arbetsbok eller ett zip-arkiv men går inte att läsa. Öppna den i Excel och spara om den som XLSX, eller packa upp arkivet.'
			}
		};
	}
}
