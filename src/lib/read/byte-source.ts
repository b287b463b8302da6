// A file's bytes, wherever they lie. May be opened several times: evidence is gathered over the whole file before it is read.

export interface ByteSource {
	name: string;
	/** Bytes. */
	size: number;
	open(): AsyncIterable<Uint8Array>;
	/** The bytes from an offset, fewer at the end; where it is missing they are found by reading from the start. */
	read?(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array, chunkSize = 1 << 20): ByteSource {
	return {
		name,
		size: bytes.length,
		async *open() {
			for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
		},
		read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length))
	};
}

/** A source over a browser's File or Blob. */
export function blobSource(name: string, blob: Blob): ByteSource {
	return {
		name,
		size: blob.size,
		async *open() {
			const reader = blob.stream().getReader();
			try {
				for (;;) {
					const { done, value } = await reader.read();
					if (done) return;
					yield value;
				}
			} finally {
				await reader.cancel();
			}
		},
		async read(offset, length) {
			return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
		}
	};
}

/** The first bytes of a source. */
export async function firstBytes(source: ByteSource, count: number): Promise<Uint8Array> {
	const head = new Uint8Array(Math.min(count, source.size));
	let at = 0;
	for await (const chunk of source.open()) {
		const part = chunk.subarray(0, head.length - at);
		head.set(part, at);
		at += part.length;
		if (at >= head.length) break;
	}
	return head.subarray(0, at);
}

/** All bytes of a source. */
export async function allBytes(source: ByteSource): Promise<Uint8Array> {
	return firstBytes(source, source.size);
}

/** A part of a source: fewer bytes than asked for only at its end. */
export async function bytesAt(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
	if (source.read) return source.read(offset, length);
	const part = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
	let at = 0;
	let filled = 0;
	for await (const chunk of source.open()) {
		const piece = chunk.subarray(Math.max(0, offset - at), Math.max(0, offset + part.length - at));
		part.set(piece, filled);
		filled += piece.length;
		at += chunk.length;
		if (filled >= part.length) break;
	}
	return part.subarray(0, filled);
}
