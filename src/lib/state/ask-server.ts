// Asks our own server about something that people have saved, and says in Swedish why it could not be done.
import * as v from 'valibot';
import { savingWords } from '$lib/text/views';

export type Told<Value> =
	| { outcome: 'done'; value: Value }
	/** `gone`: it is not there any more; `lost`: the server could not be reached. */
	| { outcome: 'failed'; message: string; gone: boolean; lost: boolean };

const messageSchema = v.object({ message: v.string() });

/** @param schema of the answer; null where nothing is answered */
export async function askServer<Schema extends v.GenericSchema>(
	path: string,
	schema: Schema,
	request: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown } = { method: 'GET' }
): Promise<Told<v.InferOutput<Schema>>> {
	const { method, body } = request;
	try {
		const response = await fetch(path, {
			method,
			...(body === undefined
				? {}
				: { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
		});
		const answer: unknown = response.status === 204 ? null : await response.json();
		if (!response.ok) {
			const told = v.safeParse(messageSchema, answer);
			return failed(
				told.success ? told.output.message : savingWords.refused(response.status),
				response.status
			);
		}
		const read = v.safeParse(schema, answer);
		return read.success
			? { outcome: 'done', value: read.output }
			: failed(savingWords.refused(response.status), response.status);
	} catch {
		return failed(savingWords.unreachable, 0);
	}
}

function failed(message: string, status: number): Extract<Told<never>, { outcome: 'failed' }> {
	return { outcome: 'failed', message, gone: status === 404, lost: status === 0 };
}
