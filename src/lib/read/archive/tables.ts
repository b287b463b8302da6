// The files of an archive as tables: each is opened as a file of its own, and what is no table is told and left.
import type { FileProblem } from '$lib/domain/problem';
import {
	UnderlyingFault,
	UnpackingAllowance,
	unpackedSource,
	type PackedFile,
	type RefusedPart
} from './archive';
import { gzippedFile } from './gzip';
import type { ByteSource } from '../byte-source';
import type { Opened, TableFile } from '../table-file';

type Unpacked = { path: string } & ({ source: ByteSource } | { problem: FileProblem });
type OpenPart = (source: ByteSource) => Promise<Opened>;

/** Unpacking is the slow part, so a source that is read again with other answers is not unpacked again. */
const unpackedBefore = new WeakMap<ByteSource, Promise<Unpacked[]>>();

function unpackedFiles(
	source: ByteSource,
	filesOf: (watched: ByteSource) => Promise<PackedFile[]> | PackedFile[]
): Promise<Unpacked[]> {
	const known = unpackedBefore.get(source);
	if (known) return known;
	const unpacking = unpackAll(source, filesOf);
	unpackedBefore.set(source, unpacking);
	// A fault of the disk may be gone at the next try.
	unpacking.catch(() => unpackedBefore.delete(source));
	return unpacking;
}

async function unpackAll(
	source: ByteSource,
	filesOf: (watched: ByteSource) => Promise<PackedFile[]> | PackedFile[]
): Promise<Unpacked[]> {
	const underlying = new UnderlyingFault();
	const allowance = new UnpackingAllowance();
	const unpacked: Unpacked[] = [];
	for (const file of await filesOf(underlying.watch(source))) {
		const part = await unpackedSource(file, allowance, underlying);
		unpacked.push({ path: file.path, ...('problem' in part ? part : { source: part }) });
	}
	return unpacked;
}

/** Opens a .gz file as the file inside it. */
export async function openGzip(source: ByteSource, openPart: OpenPart): Promise<Opened> {
	const [inside] = await unpackedFiles(source, (watched) => [gzippedFile(watched)]);
	if (!inside) throw new Error('A gzip file holds one file');
	if ('problem' in inside) return inside;
	return openPart(inside.source);
}

/** Opens the files of a .zip file. Tables are told apart by the path, and the sheet of a workbook after it. */
export async function openFiles(
	source: ByteSource,
	files: readonly PackedFile[],
	openPart: OpenPart
): Promise<Opened> {
	const merged: Required<TableFile> = { tables: [], controls: [], refused: [] };
	for (const part of await unpackedFiles(source, () => [...files])) {
		const opened = 'problem' in part ? part : await openPart(part.source);
		if ('problem' in opened) {
			merged.refused = [...merged.refused, { sheet: part.path, problem: opened.problem }];
			continue;
		}
		merged.controls = [...merged.controls, ...opened.controls];
		for (const table of opened.tables) {
			const sheet = table.sheet ? `${part.path}/${table.sheet}` : part.path;
			merged.tables.push({ ...table, sheet, fileName: part.path });
		}
	}
	return merged.tables.length || merged.controls.length ? merged : { problem: noTables(merged.refused) };
}

/** Damage is told before all else, since mending it may bring the tables. */
function noTables(refused: readonly RefusedPart[]): FileProblem {
	const told = refused.find(({ problem }) => problem.code === 'trasigt_arkiv') ?? refused[0];
	if (!told) return { code: 'arkiv', message: 'Arkivet är tomt. Kontrollera att rätt fil är vald.' };
	if (refused.length === 1 || told.problem.code === 'trasigt_arkiv') {
		const { code, message } = told.problem;
		return { code, message: message.includes(told.sheet) ? message : `${told.sheet} i arkivet: ${message}` };
	}
	return {
		code: 'arkiv',
		message: `Ingen av de ${refused.length} filerna i arkivet är en tabell. ${told.sheet}: ${told.problem.message}`
	};
}
