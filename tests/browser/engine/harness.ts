// A page with the browser's engine and nothing else, served as the app serves it: same files, same policies.
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { engineFile } from '../../../src/lib/server/engine-files';
import { browserArguments, findBrowser } from '../find-browser';

const pagePolicy =
	"default-src 'none'; script-src 'self'; connect-src 'self' ws:; worker-src 'self'; img-src data:; style-src 'self'";

export interface Harness {
	/** What `/utgavor/...` answers with, by URL; a number is a status. */
	editions: Map<string, string | number>;
	/** The URLs of editions that were asked for. */
	asked: string[];
	/** A page in a browser profile of its own. */
	newPage(beforeLoad?: () => void): Promise<Page>;
	close(): Promise<void>;
}

export async function startHarness(): Promise<Harness> {
	const editions: Harness['editions'] = new Map();
	const asked: string[] = [];
	const server = await startServer(editions, asked);
	const browser = await startBrowser();
	return {
		editions,
		asked,
		async newPage(beforeLoad) {
			const context = await browser.newContext();
			const page = await context.newPage();
			page.setDefaultTimeout(30_000);
			if (beforeLoad) await page.addInitScript(beforeLoad);
			await page.goto(server.resolvedUrls?.local[0] ?? '');
			await page.waitForFunction(() => 'steps' in window);
			return page;
		},
		async close() {
			await browser.close();
			await server.close();
		}
	};
}

async function startServer(editions: Harness['editions'], asked: string[]): Promise<ViteDevServer> {
	const server = await createServer({
		configFile: false,
		root: fileURLToPath(new URL('.', import.meta.url)),
		cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-engine-test', import.meta.url)),
		logLevel: 'error',
		plugins: [svelte({ configFile: false }), ownRoutes(editions, asked)],
		resolve: { alias: { $lib: fileURLToPath(new URL('../../../src/lib', import.meta.url)) } },
		optimizeDeps: { include: ['@duckdb/duckdb-wasm', 'valibot'] },
		server: {
			port: 0,
			host: '127.0.0.1',
			fs: { allow: ['../../..'] },
			headers: { 'Content-Security-Policy': pagePolicy }
		}
	});
	return server.listen();
}

function ownRoutes(editions: Harness['editions'], asked: string[]): Plugin {
	return {
		name: 'engine-test-routes',
		configureServer({ middlewares }) {
			middlewares.use('/motor', async (request, response, next) => {
				const [, version = '', name = ''] = (request.url ?? '').split('/');
				const file = await engineFile(
					version,
					name,
					/\bbr\b/.test(String(request.headers['accept-encoding']))
				);
				if (!file) return next();
				response.writeHead(200, file.headers).end(file.body);
			});
			middlewares.use('/utgavor', (request, response) => {
				const url = `/utgavor${request.url}`;
				asked.push(url);
				const answer = editions.get(url) ?? 404;
				if (typeof answer === 'number') response.writeHead(answer).end();
				else createReadStream(answer).pipe(response.writeHead(200));
			});
			middlewares.use('/ext', (_, response) => response.writeHead(404).end());
		}
	};
}

function startBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: findBrowser(), args: browserArguments });
}
