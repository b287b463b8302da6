// Starts the built server: the environment, the database, the first accounts, then Node's http server around build/handler.js.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoAccounts, demoPassword } from '$lib/server/accounts/demo-accounts';
import { firstAdminHours, inviteFirstAdmin } from '$lib/server/accounts/invitation';
import { configuration, readConfiguration, type Configuration } from '$lib/server/configuration';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { claimForMode } from '$lib/server/database/mode';
import { publishDemoIfMissing } from '$lib/server/demo';
import { renewOutdatedEdition } from '$lib/server/editions/renew-edition';
import { securityHeaders } from '$lib/server/hooks/security-headers';
import { roleNames } from '$lib/text/accounts';
import { buildIfNeeded, projectRoot } from './build-if-needed';
import { firstFreePort } from './free-port';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Half an hour, for a large file over a slow line; Node's own limit is five minutes. */
const requestTimeout = 30 * 60 * 1000;
/** How long requests under way may go on after the signal to stop. */
const shutdownTime = 5000;

/** Settles what is not given. The built server is bundled by itself and reads the same environment. */
async function settleEnvironment(mode: Configuration['mode']): Promise<void> {
	process.env.GENOMLYS_MODE = mode;
	const asked = readConfiguration(process.env);
	const port = mode === 'demo' ? await firstFreePort(asked.port, asked.host) : asked.port;
	if (port !== asked.port) console.log(`Port ${asked.port} är upptagen. Demon tar ${port} i stället.`);
	process.env.PORT = String(port);
	process.env.ORIGIN = asked.origin ?? `http://localhost:${port}`;
	process.env.DATA_DIR = asked.dataDirectory;
	process.env.NODE_ENV = 'production';
	// Uploads stream to disk and have a limit of their own; the permission hook limits everything else.
	process.env.BODY_SIZE_LIMIT = 'Infinity';
}

async function builtHandler(): Promise<Handler> {
	const built: unknown = await import(pathToFileURL(join(projectRoot, 'build', 'handler.js')).href);
	if (
		typeof built === 'object' &&
		built !== null &&
		'handler' in built &&
		typeof built.handler === 'function'
	) {
		const { handler } = built;
		return (request, response, next) => handler(request, response, next);
	}
	throw new Error('build/handler.js saknar sin handler. Ta bort mappen build och starta igen.');
}

/** People who type 127.0.0.1 are led to the address the server knows itself by; signing in would fail on the other. */
function otherNameForOrigin(request: IncomingMessage, origin: URL): boolean {
	const loopback = [`127.0.0.1:${origin.port}`, `[::1]:${origin.port}`];
	return (
		origin.hostname === 'localhost' &&
		loopback.includes(request.headers.host ?? '') &&
		request.method === 'GET' &&
		(request.headers.accept?.includes('text/html') ?? false)
	);
}

function httpServer(handler: Handler, origin: URL): Server {
	const headers = new Map(Object.entries(securityHeaders(origin.protocol === 'https:')));
	const server = createServer((request, response) => {
		// Here too, for the static files, which never reach the hook.
		response.setHeaders(headers);
		if (otherNameForOrigin(request, origin)) {
			response.writeHead(307, { Location: origin.origin + (request.url ?? '/') }).end();
			return;
		}
		handler(request, response, () => response.writeHead(404).end());
	});
	server.requestTimeout = requestTimeout;
	return server;
}

function listen(server: Server, { port, host }: Configuration): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (cause: NodeJS.ErrnoException) => {
			reject(
				cause.code === 'EADDRINUSE'
					? new Error(`Port ${port} är upptagen. Välj en annan med PORT.`, { cause })
					: cause
			);
		});
		server.listen({ port, host }, resolve);
	});
}

function stopOnSignal(server: Server): void {
	const stop = () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), shutdownTime).unref();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function printAddress({ mode, origin, municipality }: Configuration, firstAdminToken: string | null): void {
	console.log(`\nGenomlys för ${municipality}${mode === 'demo' ? ' (påhittad demo)' : ''}: ${origin}\n`);
	if (mode === 'demo') {
		console.log(`Demokonton, alla med lösenordet ${demoPassword}:`);
		for (const { username, name, role } of demoAccounts) {
			console.log(`  ${username.padEnd(16)} ${name}, ${roleNames[role].toLowerCase()}`);
		}
		console.log('');
	}
	if (firstAdminToken) {
		console.log(
			`Inget konto finns än. Skapa administratören här, länken gäller en gång i ${firstAdminHours} timmar:`
		);
		console.log(`  ${origin}/valkommen/${firstAdminToken}\n`);
	}
	console.log('Avsluta med Ctrl+C.');
}

async function renewEdition(): Promise<void> {
	const renewal = await renewOutdatedEdition();
	if (renewal.outcome === 'renewed') {
		console.log(`Siffrorna är ombyggda för den nya versionen, som utgåva ${renewal.edition}.`);
	} else if (renewal.outcome === 'failed') {
		console.log(renewal.message);
	}
}

export async function serve(mode: Configuration['mode']): Promise<void> {
	buildIfNeeded();
	await settleEnvironment(mode);
	const settled = configuration();

	await migrate(database());
	await claimForMode(database(), mode);
	if (mode === 'demo') await publishDemoIfMissing();
	await renewEdition();
	const firstAdminToken = mode === 'real' ? await inviteFirstAdmin(database()) : null;

	const server = httpServer(await builtHandler(), new URL(settled.origin ?? 'http://localhost'));
	await listen(server, settled);
	stopOnSignal(server);
	printAddress(settled, firstAdminToken);
}
