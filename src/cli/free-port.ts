// Finds a port that nobody listens on.
import { createServer } from 'node:net';

function isFree(port: number, host: string): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen({ port, host }, () => probe.close(() => resolve(true)));
	});
}

/** The first free port from `from` and up. Throws after 100 taken ones. */
export async function firstFreePort(from: number, host: string): Promise<number> {
	for (let port = from; port < Math.min(from + 100, 65536); port += 1) {
		if (await isFree(port, host)) return port;
	}
	throw new Error(`Ingen ledig port mellan ${from} och ${from + 99}. Välj en annan med PORT.`);
}
