// Before the browser tests: builds once, starts the demo servers, each on a free port with a data directory of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildIfNeeded, projectRoot } from '../../src/cli/build-if-needed';
import type { DemoServer } from './demo-server';
import { findBrowser } from './find-browser';

declare module 'vitest' {
	interface ProvidedContext {
		/** One for each test file that runs at once. */
		servers: DemoServer[];
		/** Path of the browser. */
		browserPath: string;
	}
}

/** Well above what people use, so that a demo running beside the tests is left alone. */
const firstPort = 43_100;

/** The address that the server prints when it is ready. Rejects with its output when it stops before that. */
function address(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = '';
		const read = (chunk: Buffer) => {
			output += chunk.toString();
			const found = /: (http:\/\/localhost:\d+)\n/.exec(output)?.[1];
			if (found) resolve(found);
		};
		server.stdout?.on('data', read);
		server.stderr?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			process.stderr.write(chunk);
		});
		server.once('exit', (code) =>
			reject(new Error(`The server stopped (${code}) before it was ready:\n${output}`))
		);
	});
}

/** The environment without what would change the build or the demo. */
function plainEnvironment(): NodeJS.ProcessEnv {
	const environment = { ...process.env };
	for (const name of ['ORIGIN', 'HOST', 'NODE_ENV', 'VITEST', 'ADDRESS_HEADER', 'GENOMLYS_KOMMUN']) {
		delete environment[name];
	}
	return environment;
}

interface StartedServer extends DemoServer {
	stop(): Promise<void>;
}

async function startServer(port: number): Promise<StartedServer> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'genomlys-browser-'));
	const server = spawn(
		process.execPath,
		['--import', 'tsx', join(projectRoot, 'src', 'cli', 'start.ts'), '--demo'],
		{
			cwd: projectRoot,
			env: {
				...plainEnvironment(),
				PORT: String(port),
				DATA_DIR: dataDirectory,
				TSX_TSCONFIG_PATH: join(projectRoot, 'src', 'cli', 'tsconfig.json')
			},
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	const stop = async () => {
		const stopped = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGTERM');
		await stopped;
		await rm(dataDirectory, { recursive: true, force: true });
	};
	return { origin: await address(server), dataDirectory, stop };
}

export default async function startDemoServers(project: TestProject) {
	const browserPath = findBrowser();
	buildIfNeeded(plainEnvironment());
	// Ports apart, so that two that start at once do not both find the same one free.
	const count = Math.max(1, project.config.maxWorkers);
	const servers = await Promise.all(
		Array.from({ length: count }, (_, index) => startServer(firstPort + 100 * index))
	);
	project.provide(
		'servers',
		servers.map(({ origin, dataDirectory }) => ({ origin, dataDirectory }))
	);
	project.provide('browserPath', browserPath);
	return async () => {
		await Promise.all(servers.map(({ stop }) => stop()));
	};
}
