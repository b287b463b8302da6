// The demo server that a test file talks to: as many files run at once as there are servers, each with one of its own.
import { inject } from 'vitest';

export interface DemoServer {
	/** Address, without a trailing slash. */
	origin: string;
	/** Its DATA_DIR. */
	dataDirectory: string;
}

/** The server of this file's worker. */
export function demoServer(): DemoServer {
	const servers = inject('servers');
	const worker = Number(process.env.VITEST_POOL_ID ?? 1);
	const server = servers[(worker - 1) % servers.length];
	if (!server) throw new Error('No demo server has been started.');
	return server;
}
