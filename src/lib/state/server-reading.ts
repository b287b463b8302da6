// How far the server has come with a sent file, and a way to stop it before anything has changed.
import * as v from 'valibot';

const progressSchema = v.object({ rows: v.number(), bytes: v.number(), phase: v.string() });
export type ServerProgress = v.InferOutput<typeof progressSchema>;

const address = (key: string): string => `/importera/fil/${encodeURIComponent(key)}`;

/** Null while the server has nothing to say. */
export async function serverProgress(key: string, signal: AbortSignal): Promise<ServerProgress | null> {
	const response = await fetch(address(key), { signal });
	if (!response.ok) return null;
	const told = v.safeParse(progressSchema, await response.json());
	return told.success ? told.output : null;
}

/** Asks the server to let the file go. What came of it is told by the answer to the sending itself. */
export async function stopServerReading(key: string): Promise<void> {
	await fetch(address(key), { method: 'DELETE' });
}

const askEvery = 500;

/** Tells the rows read so far until the signal fires. A failed question is asked again; the sending tells the outcome. */
export async function followServerReading(
	key: string,
	signal: AbortSignal,
	onRows: (rows: number) => void
): Promise<void> {
	while (!signal.aborted) {
		await pause(askEvery, signal);
		if (signal.aborted) return;
		try {
			const progress = await serverProgress(key, signal);
			if (progress && progress.phase !== 'receiving') onRows(progress.rows);
		} catch {
			continue;
		}
	}
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const end = (): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener('abort', end);
	});
}
