// Before the browser tests: builds once, starts one demo server on a free port with a data directory of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../../src/cli/build-if-needed';
import { findBrowser } from './find-browser';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the demo server, without a trailing slash. */
		origin: string;
		/** The demo server's DATA_DIR. */
		dataDirectory: string;
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

export default async function startDemoServer(project: TestProject) {
	const browserPath = findBrowser();
	const dataDirectory = await mkdtemp(join(tmpdir(), 'genomlys-browser-'));
	const environment: NodeJS.ProcessEnv = { ...process.env, PORT: String(firstPort), DATA_DIR: dataDirectory };
	for (const name of ['ORIGIN', 'HOST', 'NODE_ENV', 'VITEST', 'ADDRESS_HEADER', 'GENOMLYS_KOMMUN']) {
		delete environment[name];
	}
	const server = spawn(
		process.execPath,
		['--import', 'tsx', join(projectRoot, 'src', 'cli', 'start.ts'), '--demo'],
		{
			cwd: projectRoot,
			env: { ...environment, TSX_TSCONFIG_PATH: join(projectRoot, 'src', 'cli', 'tsconfig.json') },
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);

	project.provide('origin', await address(server));
	project.provide('dataDirectory', dataDirectory);
	project.provide('browserPath', browserPath);

	return async () => {
		const stopped = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGTERM');
		await stopped;
		await rm(dataDirectory, { recursive: true, force: true });
	};
}
