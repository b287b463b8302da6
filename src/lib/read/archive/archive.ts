// Archives (.zip and .gz) → the files inside, each a source of its own. An archive is unpacked once to its end before
// anything in it is used, so that every checksum is verified and its true size is known.
import type { FileProblem } from '$lib/domain/problem';
import { bytesSource, type ByteSource } from '../byte-source';

/** A file inside an archive. */
export interface PackedFile {
	/** Path inside the archive. */
	path: string;
	/** Bytes in the archive. */
	packedSize: number;
	/** Set when it cannot be unpacked at all, such as a file behind a password. */
	problem?: FileProblem;
	/** Unpacks it anew. @throws Error when it is damaged or its checksum differs */
	unpack(): AsyncIterable<Uint8Array>;
}

/** A part of an archive that gives no table, and why. */
export interface RefusedPart {
	/** Path inside the archive. */
	sheet: string;
	problem: FileProblem;
}

/** How much an archive may unpack to, in bytes. */
export const largestUnpacked = 2 * 1024 * 1024 * 1024;
/** An honest table may be packed to a few hundredths of its size; a file made to fill a disk is packed far tighter. */
const largestRatio = 400;
const ratioCountsFrom = 64 * 1024 * 1024;
/** Files up to this many bytes are kept unpacked between readings; larger ones are unpacked anew. */
const keptInMemory = 24 * 1024 * 1024;

/** What is left of the bytes that one archive may unpack to. */
export class UnpackingAllowance {
	constructor(
		public bytes = largestUnpacked,
		public memory = 3 * keptInMemory
	) {}
}

/** A fault of what lies under the archive, such as a disk, which must not be taken for a damaged archive. */
export class UnderlyingFault {
	fault: { error: unknown } | null = null;

	/** The same source, remembering its faults. */
	watch(source: ByteSource): ByteSource {
		const note = (error: unknown): never => {
			this.fault = { error };
			throw error;
		};
		const { read } = source;
		return {
			name: source.name,
			size: source.size,
			open: async function* () {
				try {
					yield* source.open();
				} catch (error) {
					note(error);
				}
			},
			read: read && ((offset, length) => read(offset, length).catch(note))
		};
	}

	/** @throws the fault, where there was one */
	rethrow(): void {
		if (this.fault) throw this.fault.error;
	}
}

/** Unpacks a file to its end and gives it as a source, or says why it is not taken. */
export async function unpackedSource(
	file: PackedFile,
	allowance: UnpackingAllowance,
	underlying: UnderlyingFault
): Promise<ByteSource | { problem: FileProblem }> {
	if (file.problem) return { problem: file.problem };
	const keep = Math.min(keptInMemory, allowance.memory);
	let kept: Uint8Array[] | null = [];
	let size = 0;
	try {
		for await (const chunk of file.unpack()) {
			size += chunk.length;
			if (size > allowance.bytes || isBomb(size, file.packedSize)) return { problem: tooLarge(file.path) };
			if (size > keep) kept = null;
			kept?.push(chunk);
		}
	} catch {
		underlying.rethrow();
		return { problem: damaged(file.path, size) };
	}
	allowance.bytes -= size;
	if (!kept) return { name: baseName(file.path), size, open: () => file.unpack() };
	allowance.memory -= size;
	return bytesSource(baseName(file.path), joined(kept, size));
}

function isBomb(size: number, packedSize: number): boolean {
	return size > ratioCountsFrom && size > packedSize * largestRatio;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** The last part of a path. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function tooLarge(path: string): FileProblem {
	return {
		code: 'for_stor',
		message: `Arkivet blir för stort när ${path} packas upp: mer än 2 GB, eller orimligt mycket för sin storlek. Packa upp det, dela filen per år eller månad och läs in delarna.`
	};
}

/** Damage, told by where it was met. */
export function damaged(path: string, unpacked: number): FileProblem {
	return {
		code: 'trasigt_arkiv',
		message: `Arkivet är skadat eller avklippt: ${path} går inte att packa upp längre än ${unpacked.toLocaleString('sv-SE')} byte, eller så stämmer inte kontrollsumman. Hämta arkivet igen, eller packa upp det och läs in filerna var för sig.`
	};
}

/** A stream as chunks; left early, it stops what feeds it. */
export async function* chunksFrom(
	reader: ReadableStreamDefaultReader<Uint8Array>
): AsyncGenerator<Uint8Array> {
	let ended = false;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			ended = done;
			if (done) return;
			yield value;
		}
	} finally {
		// What is left early needs no more bytes, and what has failed has already said so.
		if (!ended) await reader.cancel().catch(() => undefined);
	}
}
