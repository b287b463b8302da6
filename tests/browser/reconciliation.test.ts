// Avstämning: a file is removed, comes back by Ångra or from the list, by mouse and by keyboard.
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipe as recipes } from '$lib/server/database/schema';
import { accessibilityFaults } from './accessibility';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

const origin = demoServer().origin;
const newVisit = browserVisits();
let people: Visitors;

beforeAll(async () => {
	people = await bringVisitors('avstamning');
});
afterAll(() => people.close());

async function openPage(): Promise<Page> {
	const context = await newVisit({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(`${origin}/logga-in?till=/avstamning`);
	await signIn(page, 'maja.lindqvist');
	await page.waitForURL(`${origin}/avstamning`);
	return page;
}

const header = 'datum;namnd;konto;text;belopp';

/** Sends a file as the page does, and answers with what the server says. */
async function send(query: Record<string, string>, ...lines: string[]) {
	const response = await people.request('controller', `/importera/fil?${new URLSearchParams(query)}`, {
		method: 'POST',
		headers: { Origin: origin, 'Content-Type': 'application/octet-stream' },
		body: lines.length ? `${lines.join('\r\n')}\r\n` : undefined
	});
	return { status: response.status, body: await response.json() };
}

/** An address of the server asked as the controller. */
const ask = (path: string, method = 'GET', body?: string) =>
	people.request('controller', path, { method, headers: { Origin: origin }, body });

const removeButton = (page: Page, name: string) => page.getByRole('button', { name: `Ta bort ${name}` });

test('a removed file and its mended rows come back by Ångra, and again from the list, by keyboard', async () => {
	const parent = await send(
		{ namn: 'angras.csv', kontrollsumma: '30000', kontrollrader: '2' },
		header,
		'2026-02-01;Kulturnämnden;74310;Drift;100,00',
		'saknas;Kulturnämnden;74310;Drift;200,00'
	);
	expect(parent.status).toBe(201);
	const mended = await send(
		{ namn: 'rattade_rader_angras.csv', rattar: String(parent.body.import.id) },
		header,
		'2026-02-02;Kulturnämnden;74310;Drift;200,00'
	);
	expect(mended.status).toBe(201);

	const page = await openPage();
	const child = page.getByRole('row', { name: /^rattade_rader_angras\.csv/ });
	await expect.poll(() => child.textContent()).toContain('rättade rader till angras.csv');
	const line = page.getByRole('row', { name: /^angras\.csv/ });
	expect(await line.textContent()).toContain('Avstämd');
	expect(await child.textContent()).toContain('Avstämd');

	await removeButton(page, 'angras.csv').first().focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('alertdialog');
	await dialog.waitFor();
	expect(await dialog.textContent()).toContain(
		'De rättade raderna i rattade_rader_angras.csv räknas inte heller med.'
	);
	await dialog.getByRole('button', { name: 'Ta bort' }).click();
	const undo = page.getByRole('button', { name: 'Ångra borttagningen av angras.csv' });
	await undo.waitFor();
	await expect.poll(() => undo.evaluate((button) => document.activeElement === button)).toBe(true);
	await expect.poll(() => page.getByRole('row', { name: /angras\.csv/ }).count()).toBe(0);
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.keyboard.press('Enter');
	await page.getByText('angras.csv är återställd och räknas med från nästa utgåva.').waitFor();
	await expect.poll(() => page.getByRole('row', { name: /angras\.csv/ }).count()).toBe(2);

	await removeButton(page, 'angras.csv').first().click();
	await dialog.getByRole('button', { name: 'Ta bort' }).click();
	await undo.waitFor();
	await page.reload();
	await page.getByText(/^Borttagna och ersatta/).click();
	await page
		.getByRole('button', { name: /^Återställ rattade_rader_angras\.csv/ })
		.first()
		.click();
	await page
		.getByText(
			'rattade_rader_angras.csv rättar rader i en fil som inte räknas med. Återställ den filen först. Inget är ändrat.'
		)
		.waitFor();
	await page
		.getByRole('button', { name: /^Återställ angras\.csv/ })
		.first()
		.click();
	await page.getByText('De rättade raderna i rattade_rader_angras.csv är också tillbaka.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 390, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

	expect((await ask(`/importera/${parent.body.import.id}`, 'DELETE')).status).toBe(204);
});

test('an original is sent to controllers as it came, to be kept and not shown', async () => {
	const sent = await send({ namn: 'Åtgärder (1).csv' }, header, '2026-02-01;Kulturnämnden;74310;Drift;1,00');
	const { id } = sent.body.import;
	const response = await ask(`/importera/${id}/original`);
	expect(await response.text()).toBe(`${header}\r\n2026-02-01;Kulturnämnden;74310;Drift;1,00\r\n`);
	expect(response.headers.get('Content-Disposition')).toBe(
		"attachment; filename*=UTF-8''%C3%85tg%C3%A4rder%20%281%29.csv"
	);
	expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
	expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
	expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
	expect((await people.request('reader', `/importera/${id}/original`)).status).toBe(403);

	const again = await send({ namn: 'annan.csv', original: sent.body.sha256 });
	expect(again).toMatchObject({ status: 200, body: { outcome: 'unchanged', import: { id } } });
	expect(await send({ namn: 'annan.csv', original: '0'.repeat(64) })).toMatchObject({
		status: 404,
		body: { message: expect.stringContaining('Skicka filen igen.') }
	});
	await ask(`/importera/${id}`, 'DELETE');
});

test('recipes are taken in, downloaded and removed, and what is no recipe is told where', async () => {
	const recipe = { format: 1, recept: [{ fil: 'a*.csv', namn: 'Prov', rubriker: ['A', 'B'], svar: {} }] };
	const post = (body: string) => ask('/importera/recept', 'POST', body);
	expect(await (await post(JSON.stringify(recipe))).json()).toEqual({ saved: 1, replaced: 0 });
	expect(await (await post(`\ufeff${JSON.stringify(recipe)}`)).json()).toEqual({ saved: 1, replaced: 1 });
	const file = await ask('/importera/recept');
	expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="recept.json"');
	expect((await file.json()).recept).toContainEqual(recipe.recept[0]);

	const kept = await people.database.select().from(recipes).where(eq(recipes.name, 'Prov'));
	const address = `/importera/recept/${kept[0]?.id}`;
	expect([(await ask(address, 'DELETE')).status, (await ask(address, 'DELETE')).status]).toEqual([204, 404]);

	for (const [body, status, words] of [
		['inte json', 400, /inte giltig JSON/],
		['{"format":2,"recept":[]}', 422, /Felet finns vid format\. Inget är sparat\.$/],
		['{"format":1,"recept":[{"fil":"a","svar":{"tecken":"x"}}]}', 422, /vid recept\.0\.svar\.tecken/],
		['[]', 422, /Inget är sparat\.$/],
		[' '.repeat((1 << 20) + 1), 413, /för stor/]
	] as const) {
		const response = await post(body);
		expect([response.status, (await response.json()).message]).toEqual([
			status,
			expect.stringMatching(words)
		]);
	}
});

test('an upload that the sender breaks off leaves nothing, and can be asked about only by the sender', async () => {
	const stopper = new AbortController();
	const key = `avbryts-${Date.now()}`;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(new TextEncoder().encode(`${header}\r\n`));
		}
	});
	const sending = people
		.request('controller', `/importera/fil?namn=avbruten.csv&nyckel=${key}`, {
			method: 'POST',
			headers: { Origin: origin, 'Content-Type': 'application/octet-stream' },
			body,
			signal: stopper.signal,
			// Streams go one way at a time.
			...{ duplex: 'half' }
		})
		.catch(() => 'broken off');
	await expect.poll(async () => (await ask(`/importera/fil/${key}`)).status).toBe(200);
	expect(await (await ask(`/importera/fil/${key}`)).json()).toMatchObject({ rows: 0, phase: 'receiving' });
	expect((await people.request('admin', `/importera/fil/${key}`)).status).toBe(403);
	stopper.abort();
	expect(await sending).toBe('broken off');
	await expect
		.poll(async () => (await (await ask(`/importera/fil/${key}`)).json()).phase, { timeout: 5000 })
		.toBe('done');
	const page = await ask('/importera/__data.json');
	expect(await page.text()).not.toContain('avbruten.csv');
});
