// The tagging page of the demo city, and its rules: what a test changes is brought back after it.
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { edition as editions, importedFile } from '$lib/server/database/schema';
import { manifestSchema } from '$lib/server/editions/manifest';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

interface KeptRules {
	version: number;
	regler: { id: string; namn: string; satt: Record<string, string> }[];
	handtaggar: { anteckning?: string }[];
}

export interface TaggingPage {
	/** The version that the test began with. */
	readonly first: number;
	/** A request in a controller's name. */
	ask: (path: string, method?: string, body?: unknown) => Promise<Response>;
	rules: () => Promise<KeptRules>;
	publish: () => Promise<void>;
	/** Signs a controller in. */
	open: (path?: string, width?: number) => Promise<Page>;
	/** Kronor of IT in a span of months, as Kostnader says them. */
	itCost: (page: Page, from: string, to: string) => Promise<number>;
}

/** The edition that everybody reads. */
async function currentEditionNumber({ database }: Visitors): Promise<number> {
	const [row] = await database
		.select({ id: editions.id })
		.from(editions)
		.where(eq(editions.status, 'current'));
	return row?.id ?? 0;
}

/** Loaded files that the edition that everybody reads was not built from. */
async function unpublishedImports({ database }: Visitors): Promise<number[]> {
	const [row] = await database.select().from(editions).where(eq(editions.status, 'current'));
	const published = new Set(v.parse(manifestSchema, row?.manifest).files.map((file) => file.import));
	const active = await database.select().from(importedFile).where(eq(importedFile.status, 'active'));
	return active.filter(({ id, corrects }) => !published.has(id) && corrects === null).map(({ id }) => id);
}

/** Registers the hooks of a file whose tests change the rules. `prefix` keeps its accounts apart. */
export function taggingPage(prefix: string): TaggingPage {
	const origin = demoServer().origin;
	const newVisit = browserVisits();
	let people: Visitors;
	let first: number;
	/** The edition that the tests began with. */
	let edition: number;

	const ask: TaggingPage['ask'] = (path, method = 'GET', body) =>
		people.request('controller', path, {
			method,
			headers: { Origin: origin, 'Content-Type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
	const rules: TaggingPage['rules'] = async () =>
		(await (await ask('/taggning/regler?allt=ja')).json()) as KeptRules;

	async function phase(): Promise<string> {
		return ((await (await ask('/avstamning/publicera')).json()) as { phase: string }).phase;
	}
	async function publish(): Promise<void> {
		expect((await ask('/avstamning/publicera', 'POST')).status).toBe(202);
		await expect.poll(phase, { timeout: 50_000, interval: 300 }).toBe('done');
	}

	beforeAll(async () => {
		people = await bringVisitors(prefix);
		first = (await rules()).version;
		edition = await currentEditionNumber(people);
		// What other files have loaded and not published would come into the figures with the first edition made here.
		for (const id of await unpublishedImports(people)) {
			expect((await ask(`/importera/${id}`, 'DELETE')).status).toBeLessThan(300);
		}
	});
	afterEach(async () => {
		const { version } = await rules();
		if (version !== first) {
			const restored = await ask('/taggning/regler', 'POST', { basedOn: version, restore: first });
			expect(restored.status).toBe(200);
			first = (await rules()).version;
		}
		// What other files have loaded and not published must not stay in the city's figures: the edition from before returns.
		await expect.poll(phase, { timeout: 50_000, interval: 300 }).toMatch(/^(idle|done|failed)$/);
		for (let last; (last = await currentEditionNumber(people)) > edition;) {
			expect((await ask(`/avstamning/${last}/aterkalla`, 'POST')).status).toBe(204);
		}
	}, 90_000);
	afterAll(() => people.close());

	return {
		get first() {
			return first;
		},
		ask,
		rules,
		publish,
		async open(path = '/taggning', width = 1440) {
			const context = await newVisit({ viewport: { width, height: 1000 } });
			const page = await context.newPage();
			await page.goto(`${origin}/logga-in?till=${encodeURIComponent(path)}`);
			await signIn(page, 'maja.lindqvist');
			await page.waitForURL(origin + path);
			return page;
		},
		async itCost(page, from, to) {
			await page.goto(`${origin}/kostnader?fran=${from}&till=${to}&enhet=kr`);
			const figure = page.locator('.lead button.figure').first();
			await figure.waitFor({ timeout: 45_000 });
			return kronor(await figure.textContent());
		}
	};
}

/** The ledger is judged, and the page says what is untagged. */
export const judged = (page: Page) => page.getByText(/är otaggade/).waitFor({ timeout: 45_000 });

export function kronor(text: string | null): number {
	const digits = /[\d\s\u00a0\u202f]+/.exec(text ?? '')?.[0].replace(/\D/g, '');
	return digits ? Number(digits) : Number.NaN;
}

/** Writes "konto börjar med 745 → it, Konsult" as a new rule. */
export async function writeConsultants(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Ny regel' }).click();
	const editor = page.locator('#regel-editor');
	await editor.getByLabel('Namn', { exact: true }).fill(name);
	const values = editor.getByPlaceholder('Skriv och tryck Enter');
	await values.fill('745');
	await values.press('Enter');
	await editor.getByLabel('It-kostnad').selectOption('ja');
	await editor.getByLabel('Kostnadsslag').selectOption('Konsult');
	await editor.getByText(/^Om du sparar flyttas/).waitFor({ timeout: 30_000 });
}
