// What a person with a browser waits for, on a real server and in a real Chromium.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { demoPassword } from '$lib/server/accounts/demo-accounts';
import { browserArguments, findBrowser } from '../../../tests/browser/find-browser';
import { projectRoot } from '../build-if-needed';
import { watchEngine, type AskedQuestion } from './watch-engine';

export interface Interaction {
	what: string;
	milliseconds: number;
	asked: AskedQuestion[];
}

export interface BrowserTimes {
	/** From following a link to the first figures of Översikt, which need no engine. */
	firstFigures: number;
	/** First visit to Kostnader: engine and edition fetched, every chart drawn. */
	firstVisit: number;
	/** The same in a new tab, with the edition kept in the browser. */
	repeatVisit: number;
	interactions: Interaction[];
	/** Memory of the page's scripts after it all, MB. */
	heap: number;
}

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

async function visit(
	context: BrowserContext,
	address: string
): Promise<{ page: Page; milliseconds: number }> {
	const page = await context.newPage();
	// The compiler names functions through a helper that a page does not have.
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.addInitScript(watchEngine);
	await page.goto(address);
	await page.waitForFunction(() => (window.engineWatch?.asked.length ?? 0) > 0, undefined, {
		timeout: 120_000
	});
	return { page, milliseconds: await drawn(page) };
}

async function interact(
	page: Page,
	what: string,
	press: (page: Page) => Promise<void>
): Promise<Interaction> {
	await page.evaluate(() => {
		window.engineWatch?.begin();
		// The clock starts with the press itself, not with the command that travels to the browser.
		addEventListener('pointerdown', () => Object.assign(window, { pressed: performance.now() }), {
			once: true,
			capture: true
		});
	});
	await press(page);
	await page.waitForFunction(() => (window.engineWatch?.asked.length ?? 0) > 0, undefined, {
		timeout: 30_000
	});
	const painted = await drawn(page);
	const pressed = await page.evaluate(() => ('pressed' in window ? Number(window.pressed) : NaN));
	const asked = await page.evaluate(() => window.engineWatch?.asked ?? []);
	return { what, milliseconds: painted - pressed, asked };
}

const barOf = (card: string) => (page: Page) =>
	page
		.locator('section, article, [role="region"]')
		.filter({ has: page.getByRole('heading', { name: card, exact: true }) })
		.last()
		.getByRole('button', { pressed: false })
		.first()
		.click();

/** Measures everything on one server. */
export async function measureInBrowser(origin: string): Promise<BrowserTimes> {
	const browser: Browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await signIn(context, origin);
		const start = await context.newPage();
		await start.goto(`${origin}/`);
		await start.getByText(/mnkr/).first().waitFor();
		const firstFigures = await start.evaluate(() => performance.now());
		await start.close();
		const first = await visit(context, `${origin}/kostnader`);
		await first.page.close();
		const { page, milliseconds: repeatVisit } = await visit(context, `${origin}/kostnader`);
		const interactions = [
			await interact(page, 'choose a nämnd', barOf('Nämnd')),
			await interact(page, 'choose a leverantör', barOf('Leverantör')),
			await interact(page, 'choose a kostnadsslag', barOf('Kostnadsslag')),
			await interact(page, 'leave internal rows out', (shown) =>
				shown.getByRole('button', { name: 'Utan interna rader' }).click()
			),
			await interact(page, 'clear all filters', (shown) =>
				shown.getByRole('button', { name: /Rensa/ }).first().click()
			)
		];
		const heap = await page.evaluate(() => {
			const memory: unknown = 'memory' in performance ? performance.memory : undefined;
			return typeof memory === 'object' && memory !== null && 'usedJSHeapSize' in memory
				? Number(memory.usedJSHeapSize) / 1e6
				: NaN;
		});
		return { firstFigures, firstVisit: first.milliseconds, repeatVisit, interactions, heap };
	} finally {
		await browser.close();
	}
}
