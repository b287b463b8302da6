// A file's bytes, wherever they lie. May be opened several times: evidence is gathered over the whole file before it is read.

export interface ByteSource {
	name: string;
	/** Bytes. */
	size: number;
	open(): AsyncIterable<Uint8Array>;
}

/** A source over bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array, chunkSize = 1 << 20): ByteSource {
	return {
		name,
		size: bytes.length,
		async *open() {
			for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
		}
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
