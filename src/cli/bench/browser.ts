// A real server for the bench, a person signed in to it, and when what that person waits for is on screen.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '$lib/server/accounts/demo-accounts';
import { projectRoot } from '../build-if-needed';

/** Starts the demo server on a data directory and answers with its address. */
export async function startServer(dataDirectory: string): Promise<{ origin: string; stop(): void }> {
	const server: ChildProcess = spawn(
		process.execPath,
		['--import', 'tsx', join(projectRoot, 'src', 'cli', 'start.ts'), '--demo'],
		{
			cwd: projectRoot,
			env: {
				...process.env,
				PORT: '43900',
				DATA_DIR: dataDirectory,
				TSX_TSCONFIG_PATH: join(projectRoot, 'src', 'cli', 'tsconfig.json')
			},
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const origin = await new Promise<string>((resolve, reject) => {
		let output = '';
		server.stdout?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			const found = /: (http:\/\/localhost:\d+)\n/.exec(output)?.[1];
			if (found) resolve(found);
		});
		server.once('exit', (code) => reject(new Error(`The server stopped (${code}):\n${output}`)));
	});
	return { origin, stop: () => void server.kill('SIGTERM') };
}

export async function signIn(context: BrowserContext, origin: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${origin}/logga-in`);
	await page.locator('input[autocomplete="username"]').fill('maja.lindqvist');
	await page.locator('input[type="password"]').fill(demoPassword);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.waitForURL((url) => url.pathname === '/');
	await page.close();
}

/** Milliseconds since the page's navigation began until every answer was on screen, none awaited for 300 ms. */
export async function drawn(page: Page): Promise<number> {
	const handle = await page.waitForFunction(
		() => {
			const watch = window.engineWatch;
			return watch && watch.painted > 0 && performance.now() - watch.painted > 300 ? watch.painted : 0;
		},
		undefined,
		{ timeout: 120_000, polling: 20 }
	);
	return handle.jsonValue();
}
