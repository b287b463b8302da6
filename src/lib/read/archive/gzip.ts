// A .gz file: one packed file. The platform unpacks it and verifies its checksum.
import { chunksFrom, type PackedFile } from './archive';
import type { ByteSource } from '../byte-source';

/** What a gzip file holds; its name is the file's own without `.gz`. */
export function gzippedFile(source: ByteSource): PackedFile {
	return {
		path: source.name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, ''),
		packedSize: source.size,
		unpack: () => chunksFrom(streamOf(source).pipeThrough(new DecompressionStream('gzip')).getReader())
	};
}

function streamOf(source: ByteSource): ReadableStream<Uint8Array<ArrayBuffer>> {
	const chunks = source.open()[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await chunks.next();
			if (done) controller.close();
			else controller.enqueue(new Uint8Array(value));
		},
		async cancel() {
			await chunks.return?.();
		}
	});
}
