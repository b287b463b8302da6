// Web streams, as requests and responses carry them, to and from files.
import { open } from 'node:fs/promises';

const chunkSize = 256 * 1024;

/** The chunks of a request's body; none where there is no body. */
export async function* chunksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
	if (!stream) return;
	const reader = stream.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		yield value;
	}
}

/** The first bytes of a body, and what follows them; fewer bytes than asked for when the body ends before. */
export async function splitBody(
	chunks: AsyncGenerator<Uint8Array>,
	count: number
): Promise<{ first: Uint8Array; rest: AsyncGenerator<Uint8Array> }> {
	const first = new Uint8Array(count);
	let filled = 0;
	let over = new Uint8Array();
	while (filled < count) {
		const { done, value } = await chunks.next();
		if (done) break;
		const taken = Math.min(value.length, count - filled);
		first.set(value.subarray(0, taken), filled);
		filled += taken;
		over = value.slice(taken);
	}
	async function* rest(): AsyncGenerator<Uint8Array> {
		if (over.length) yield over;
		yield* chunks;
	}
	return { first: first.subarray(0, filled), rest: rest() };
}

/** A file as a response's body. It is opened at once, so that a file that is not there is a fault before the headers. */
export async function fileStream(path: string): Promise<ReadableStream<Uint8Array>> {
	const handle = await open(path, 'r');
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { bytesRead, buffer } = await handle.read(new Uint8Array(chunkSize), 0, chunkSize);
			if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
			await handle.close();
			controller.close();
		},
		cancel: () => handle.close()
	});
}
