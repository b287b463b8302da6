// Opens a file as tables, whatever its form; or says in Swedish why it is none.
import type { FileProblem } from '$lib/domain/problem';
import type { RefusedPart } from './archive/archive';
import { openFiles, openGzip } from './archive/tables';
import { openZip } from './archive/zip';
import { firstBytes, type ByteSource } from './byte-source';
import { openCsv } from './csv/table';
import { fileKindOf, type FileKind } from './file-kind';
import { openJson } from './json/tables';
import { openSie } from './sie/sie';
import type { ControlStatement, ReadingChoices, SourceTable } from './source-table';
import { openWorkbook } from './xlsx/workbook';

export interface TableFile {
	/** Empty only for a file that holds nothing but totals. */
	tables: SourceTable[];
	/** Totals that the file states about a period, for other files to agree with. */
	controls: readonly ControlStatement[];
	/** The files of an archive that are no tables. */
	refused?: readonly RefusedPart[];
}

export type Opened = TableFile | { problem: FileProblem };

/** Larger text files are refused before they are read. */
const largestTextFile = 2 * 1024 * 1024 * 1024;

/** How many bytes a file of this kind may have; 0 for what is refused whatever its size. */
export function largestBytes(kind: FileKind): number {
	return ['text', 'json', 'sie', 'zip', 'gzip'].includes(kind) ? largestTextFile : 0;
}

const refusals: Partial<Record<FileKind, FileProblem>> = {
	empty: { code: 'tom_fil', message: 'Filen är tom. Exportera den på nytt från källsystemet.' },
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
	if (kind === 'gzip') return openGzip(source, (inside) => openPart(inside, choices));
	if (kind !== 'zip') return openPart(source, choices);
	const contents = await openZip(source);
	if ('problem' in contents) return contents;
	if (contents.holds === 'workbook') return openWorkbook(source, contents.files);
	return openFiles(source, contents.files, (inside) => openPart(inside, choices));
}

/** Opens what is no archive of files. Archives inside archives are refused: one level is what people make. */
async function openPart(source: ByteSource, choices: ReadingChoices): Promise<Opened> {
	const kind = fileKindOf(await firstBytes(source, 16_384));
	const refusal = refusals[kind] ?? tooLarge(source, kind);
	if (refusal) return { problem: refusal };
	if (kind === 'json') return openJson(source, choices);
	if (kind === 'sie') return openSie(source, choices);
	if (kind === 'gzip') return { problem: nestedArchive };
	if (kind === 'zip') {
		const contents = await openZip(source);
		if ('problem' in contents) return contents;
		return contents.holds === 'workbook' ? openWorkbook(source, contents.files) : { problem: nestedArchive };
	}
	return { tables: [await openCsv(source, choices)], controls: [] };
}

const nestedArchive: FileProblem = {
	code: 'arkiv',
	message: 'Filen är ett arkiv inuti ett arkiv. Packa upp det yttersta och läs in filerna var för sig.'
};

function tooLarge(source: ByteSource, kind: FileKind): FileProblem | null {
	if (source.size <= largestBytes(kind)) return null;
	return {
		code: 'for_stor',
		message: 'Filen är större än 2 GB. Dela den per år eller månad och läs in delarna.'
	};
}
