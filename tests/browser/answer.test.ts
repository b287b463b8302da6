import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EditionFile } from '$lib/engine/browser';
import { openNative } from '$lib/server/engine/native-engine';
import { type Harness, startHarness } from './engine/harness';

let folder: string;
let path: string;
let harness: Harness;
let page: Page;
let file: EditionFile;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-answer-'));
	path = join(folder, 'edition.duckdb');
	const builder = await openNative({ threads: 1 });
	await builder.execute(`ATTACH '${path}' AS e (STORAGE_VERSION 'v1.4.0');
		CREATE TABLE e.cost AS SELECT range AS n FROM range(300000); DETACH e`);
	await builder.close();
	harness = await startHarness();
});

beforeEach(async () => {
	await page?.context().close();
	page = await harness.newPage();
	harness.editions.set('/utgavor/7/data/hash', path);
	file = {
		edition: 7,
		hash: 'hash',
		account: 'anna',
		url: '/utgavor/7/data/hash',
		bytes: (await stat(path)).size
	};
});

afterAll(async () => {
	await harness.close();
	await rm(folder, { recursive: true });
});

const open = () => page.evaluate((wanted) => window.answer.open(wanted), file);
const phase = () => page.evaluate(() => window.answer.phase());
const states = () => page.evaluate(() => window.answer.states());
const ask = (sql: string, values: number[] = []) =>
	page.evaluate(([text, bound]) => window.answer.ask(text, bound), [sql, values] as const);
const reaches = (state: string) => page.waitForFunction((wanted) => window.answer.latest() === wanted, state);

test('the phases lead to an answer, and the old rows stay until the new ones come', async () => {
	await open();
	await reaches('1');
	expect(await page.evaluate(() => window.answer.phases())).toEqual([
		'idle',
		'starting',
		'downloading',
		'ready'
	]);
	expect(await phase()).toMatchObject({ name: 'ready', edition: 7 });
	expect(await states()).toEqual(['waiting', '1']);
	await ask('SELECT count(*) AS n FROM cost WHERE n < ?', [5]);
	await reaches('5');
	expect(await states()).toEqual(['1 stale', '5']);
	// The same question in a new object is not asked again.
	await ask('SELECT count(*) AS n FROM cost WHERE n < ?', [5]);
	await ask('SELECT count(*) AS n FROM cost WHERE n < ?', [6]);
	await reaches('6');
	expect(await states()).toEqual(['5 stale', '6']);
});

test('a new question stops the one before', async () => {
	await open();
	await reaches('1');
	await ask('SELECT count(*) AS n FROM cost a, cost b, cost c WHERE hash(a.n, b.n, c.n) = ?', [3]);
	await ask('SELECT ?::INTEGER AS n', [2]);
	await reaches('2');
	expect(await states()).not.toContain('error');
});

test('a question that fails is told, and can be asked again', async () => {
	await open();
	await ask('SELECT n FROM no_such_table');
	await reaches('error');
	await page.evaluate(() => window.answer.retry());
	await reaches('error');
	await ask("SELECT 'text' AS n");
	await reaches('error');
	await ask('SELECT 3 AS n');
	await reaches('3');
});

test('an edition that is replaced while it is fetched is let go', async () => {
	const never = new Promise<void>(() => undefined);
	await page.route('**/utgavor/7/data/slow', () => never);
	const first = page.evaluate((wanted) => window.answer.open(wanted), {
		...file,
		hash: 'slow',
		url: '/utgavor/7/data/slow'
	});
	await page.waitForRequest('**/utgavor/7/data/slow');
	await open();
	await first;
	await reaches('1');
	expect(await page.evaluate(() => window.steps.stored())).toEqual(['anna-hash.duckdb']);
});

test('an unreachable edition can be opened again', async () => {
	harness.editions.set(file.url, 503);
	await open();
	expect(await phase()).toEqual({
		name: 'failed',
		message: 'Siffrorna kunde inte hämtas. Kontrollera anslutningen och försök igen.'
	});
	await reaches('error');
	harness.editions.set(file.url, path);
	await page.evaluate(() => window.answer.retryEdition());
	await reaches('1');
});

test('a withdrawn edition is deleted and told', async () => {
	await open();
	await reaches('1');
	harness.editions.set('/utgavor/7/data/withdrawn', 404);
	file = { ...file, hash: 'withdrawn', url: '/utgavor/7/data/withdrawn' };
	await open();
	expect(await phase()).toMatchObject({
		name: 'failed',
		message: expect.stringContaining('gäller inte längre')
	});
	expect(await page.evaluate(() => window.steps.stored())).toEqual([]);
});

test('whoever is signed out is led to sign in, with nothing left behind', async () => {
	await open();
	await reaches('1');
	harness.editions.set('/utgavor/7/data/next', 401);
	file = { ...file, hash: 'next', url: '/utgavor/7/data/next' };
	const left = page.waitForURL('**/logga-in');
	// The page leaves while it answers.
	await Promise.all([left, open().catch(() => undefined)]);
	await page.waitForFunction(() => 'steps' in window);
	expect(await page.evaluate(() => window.steps.stored())).toEqual([]);
});
