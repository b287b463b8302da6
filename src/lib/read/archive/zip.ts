// A .zip file: its files by its directory, each unpacked on demand and checked against its checksum by zip.js.
import { configure, Reader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { FileProblem } from '$lib/domain/problem';
import { baseName, chunksFrom, type PackedFile } from './archive';
import { bytesAt, type ByteSource } from '../byte-source';

// The content security policy refuses workers made from text, and a reading runs in a worker of its own already.
configure({ useWebWorkers: false });

/** More files than this in one archive are refused. */
export const mostFiles = 1000;

/** What a zip file turned out to be. */
export type ZipContents =
	| { holds: 'workbook'; files: PackedFile[] }
	| { holds: 'files'; files: PackedFile[] }
	| { problem: FileProblem };

class SourceReader extends Reader<ByteSource> {
	constructor(private readonly source: ByteSource) {
		super(source);
		this.size = source.size;
	}

	override readUint8Array(index: number, length: number): Promise<Uint8Array> {
		return bytesAt(this.source, index, length);
	}
}

/** Reads the directory of a zip file. Folders and what file systems hide are left aside. */
export async function openZip(source: ByteSource): Promise<ZipContents> {
	let entries: FileEntry[];
	try {
		const found = await new ZipReader(new SourceReader(source), { checkSignature: true }).getEntries();
		entries = found.filter((entry) => !entry.directory);
	} catch {
		return { problem: await withoutDirectory(source) };
	}
	const names = new Set<string>();
	const files = entries.map((entry) => packedFile(entry, uniquePath(pathOf(entry), names)));
	const has = (path: string): boolean => files.some((file) => file.path.toLowerCase() === path);
	const below = (folder: string): boolean => files.some((file) => file.path.startsWith(folder));
	if (has('[content_types].xml') && below('xl/')) {
		return has('xl/workbook.bin') ? { problem: binaryWorkbook } : { holds: 'workbook', files };
	}
	if (has('[content_types].xml') && (below('word/') || below('ppt/'))) return { problem: officeDocument };
	if (has('mimetype') && has('content.xml')) return { problem: openDocument };
	const shown = files.filter((file) => !isHidden(file.path));
	if (!shown.length) return { problem: emptyArchive };
	if (shown.length > mostFiles) return { problem: tooManyFiles };
	return { holds: 'files', files: shown };
}

function packedFile(entry: FileEntry, path: string): PackedFile {
	return {
		path,
		packedSize: entry.compressedSize,
		...(entry.encrypted && { problem: encrypted(path) }),
		unpack: () => unpack(entry)
	};
}

async function* unpack(entry: FileEntry): AsyncGenerator<Uint8Array> {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const reader = readable.getReader();
	// The checksum is known only after the last byte, so the outcome is awaited after the stream has ended. A file that
	// fails before its first byte leaves the stream open, which is then ended here.
	const outcome = entry
		.getData(writable, { checkSignature: true, checkOverlappingEntry: true, useWebWorkers: false })
		.then(
			() => null,
			async (error: unknown) => {
				await reader.cancel().catch(() => undefined);
				return { error };
			}
		);
	let size = 0;
	for await (const chunk of chunksFrom(reader)) {
		size += chunk.length;
		// A directory that says less than the file unpacks to is no honest one.
		if (size > entry.uncompressedSize) throw new Error(`Larger than its directory says: ${entry.filename}`);
		yield chunk;
	}
	const failed = await outcome;
	if (failed) throw new Error(`Damaged: ${entry.filename}`, { cause: failed.error });
	if (size !== entry.uncompressedSize) throw new Error(`Shorter than its directory says: ${entry.filename}`);
}

/** Names are UTF-8 where they can be, whatever the archive says of them; else the DOS characters that zip began with. */
function pathOf(entry: FileEntry): string {
	if (entry.filenameUTF8) return entry.filename;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(entry.rawFilename).replaceAll('\\', '/');
	} catch {
		return entry.filename.replaceAll('\\', '/');
	}
}

function uniquePath(path: string, taken: Set<string>): string {
	let unique = path;
	for (let n = 2; taken.has(unique); n++) unique = `${path} (${n})`;
	taken.add(unique);
	return unique;
}

function isHidden(path: string): boolean {
	return (
		path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
		/^(?:thumbs\.db|desktop\.ini)$/i.test(baseName(path))
	);
}

/** A zip file that was cut has lost its directory, which stands last. Its first name still says what it was. */
async function withoutDirectory(source: ByteSource): Promise<FileProblem> {
	const head = new TextDecoder('windows-1252').decode(await bytesAt(source, 0, 600));
	if (/^PK\u0003\u0004.{26}(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/s.test(head)) {
		return {
			code: 'trasig_arbetsbok',
			message:
				'Arbetsboken är skadad eller avklippt: slutet av filen saknas. Hämta den igen, eller öppna den i Excel och spara om den som XLSX.'
		};
	}
	return {
		code: 'trasigt_arkiv',
		message:
			'Arkivet är skadat eller avklippt: innehållsförteckningen sist i filen går inte att läsa. Hämta arkivet igen, eller packa upp det och läs in filerna var för sig.'
	};
}

function encrypted(path: string): FileProblem {
	return {
		code: 'arkiv',
		message: `${path} är låst med lösenord. Packa upp arkivet med lösenordet och läs in filen.`
	};
}

const emptyArchive: FileProblem = {
	code: 'arkiv',
	message: 'Arkivet är tomt. Kontrollera att rätt fil är vald.'
};

const tooManyFiles: FileProblem = {
	code: 'arkiv',
	message: `Arkivet har fler än ${mostFiles.toLocaleString('sv-SE')} filer. Packa upp det och läs in de filer som behövs.`
};

const binaryWorkbook: FileProblem = {
	code: 'inte_en_tabell',
	message: 'Filen är en binär arbetsbok (.xlsb). Öppna den i Excel och spara som XLSX eller CSV.'
};

const officeDocument: FileProblem = {
	code: 'inte_en_tabell',
	message:
		'Filen är ett dokument eller en presentation, inte en tabell. Be om samma uppgifter som CSV eller XLSX.'
};

const openDocument: FileProblem = {
	code: 'inte_en_tabell',
	message: 'Filen är ett OpenDocument-kalkylark (.ods). Öppna den och spara som XLSX eller CSV.'
};
