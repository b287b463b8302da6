// A request's body as JSON, where it must fit in memory.
import { chunksOf } from './editions/byte-stream';

export type SmallJson =
	| { outcome: 'read'; value: unknown }
	| { outcome: 'too_large' }
	/** No JSON. */
	| { outcome: 'broken' };

/** Reads a body of at most so many bytes. Counts what comes, whatever the request says about its length. */
export async function readSmallJson(request: Request, largestBytes: number): Promise<SmallJson> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunksOf(request.body)) {
		bytes += chunk.length;
		if (bytes > largestBytes) return { outcome: 'too_large' };
		parts.push(chunk);
	}
	try {
		const text = Buffer.concat(parts).toString('utf8');
		return { outcome: 'read', value: JSON.parse(text.replace(/^\ufeff/, '')) };
	} catch {
		return { outcome: 'broken' };
	}
}
