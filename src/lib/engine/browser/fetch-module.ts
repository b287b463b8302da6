// Fetches the engine's module before the worker asks for it, where it may be far away: what has been received is told, and
// the worker then finds it in the browser's own store.
import { EngineError } from '../engine';

/** Says that this version has been fetched; a browser that has dropped it since is found out by the worker's silence. */
const mark = 'genomlys.motor';

/**
 * @param heard called for each received part
 * @throws EngineError, marked lost, when the server does not hand it out
 */
export async function fetchModule(url: string, heard: () => void): Promise<void> {
	if (kept() === url) return;
	try {
		const response = await fetch(url, { credentials: 'same-origin' });
		if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`);
		const reader = response.body.getReader();
		while (!(await reader.read()).done) heard();
	} catch (error) {
		throw new EngineError('The engine could not be fetched', true, { cause: error });
	}
	keep(url);
}

/** The next start fetches it anew. */
export function forgetModule(): void {
	keep(null);
}

function kept(): string | null {
	try {
		return localStorage.getItem(mark);
	} catch {
		return null; // Storage is switched off: it is fetched, from the browser's store where it is there.
	}
}

function keep(url: string | null): void {
	try {
		if (url === null) localStorage.removeItem(mark);
		else localStorage.setItem(mark, url);
	} catch {
		// Not vital.
	}
}
