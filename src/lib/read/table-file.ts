// Opens a file as tables, whatever its form; or says in Swedish why it is none.
import type { FileProblem } from '$lib/domain/problem';
import { firstBytes, type ByteSource } from './byte-source';
import { openCsv } from './csv-table';
import { fileKindOf, type FileKind } from './file-kind';
import { openSie } from './sie';
import type { ControlStatement, ReadingChoices, SourceTable } from './source-table';
import { openWorkbook } from './xlsx';

export interface TableFile {
	/** Empty only for a file that holds nothing but totals. */
	tables: SourceTable[];
	/** Totals that the file states about a period, for other files to agree with. */
	controls: readonly ControlStatement[];
}

export type Opened = TableFile | { problem: FileProblem };

/** Larger text files are refused before they are read. */
const largestTextFile = 2 * 1024 * 1024 * 1024;
/** A workbook is unpacked in memory; beyond this the advice is to save it as CSV. */
const largestWorkbook = 80 * 1024 * 1024;

/** How many bytes a file of this kind may have; 0 for what is refused whatever its size. */
export function largestBytes(kind: FileKind): number {
	if (kind === 'text' || kind === 'sie') return largestTextFile;
	return kind === 'zip' ? largestWorkbook : 0;
}

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
	old_excel: {
		code: 'inte_en_tabell',
		message: 'Filen är en äldre Excelfil (.xls). Öppna den i Excel och spara som XLSX eller CSV.'
	},
	binary: {
		code: 'inte_en_tabell',
		message: 'Filen innehåller inte text och är ingen XLSX-fil. Välj en CSV- eller XLSX-fil.'
	}
};

/** Opens a file. What it is, is decided by its bytes and never by its name. */
export async function openTableFile(source: ByteSource, choices: ReadingChoices = {}): Promise<Opened> {
	const kind = fileKindOf(await firstBytes(source, 16_384));
	const refusal = refusals[kind] ?? tooLarge(source, kind);
	if (refusal) return { problem: refusal };
	if (kind === 'zip') return openWorkbook(source);
	if (kind === 'sie') return openSie(source, choices);
	return { tables: [await openCsv(source, choices)], controls: [] };
}

function tooLarge(source: ByteSource, kind: FileKind): FileProblem | null {
	if (source.size <= largestBytes(kind)) return null;
	return {
		code: 'for_stor',
		message:
			kind === 'zip'
				? 'Arbetsboken är större än 80 MB. Spara bladet som CSV och läs in den filen i stället.'
				: 'Filen är större än 2 GB. Dela den per år eller månad och läs in delarna.'
	};
}
