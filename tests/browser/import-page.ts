// The import page as a controller meets it, for browser tests: who signs in, which files are chosen, what was sent.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';

export interface ChosenFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

export interface ImportVisit {
	page: Page;
	/** Every request that could carry a file away, as `POST /importera/fil`. */
	sent: string[];
}

export const header = 'datum;namnd;konto;leverantor;belopp';

export function csv(name: string, ...lines: string[]): ChosenFile {
	return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

/** Starts a browser for the tests of a file, and gives what opens the page as the controller. */
export function visitImport(): (width?: number) => Promise<ImportVisit> {
	const origin = demoServer().origin;
	const newVisit = browserVisits();
	return async (width = 1280) => {
		const context = await newVisit({
			acceptDownloads: true,
			viewport: { width, height: 900 }
		});
		const page = await context.newPage();
		await page.goto(`${origin}/logga-in?till=/importera`);
		await signIn(page, 'maja.lindqvist');
		await page.waitForURL(`${origin}/importera`);
		const sent: string[] = [];
		page.on('request', (request) => {
			if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
		});
		return { page, sent };
	};
}

export async function choose(page: Page, ...files: ChosenFile[]): Promise<void> {
	await page.locator('input[type=file]').setInputFiles(files);
}

export const lead = (page: Page): Locator => page.locator('h1 + p');

export function fileNamed(page: Page, name: string): Locator {
	const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return page.getByRole('list', { name: 'Filer' }).getByRole('button', { name: new RegExp(`^${escaped}`) });
}

export async function expectAccessible(page: Page): Promise<void> {
	expect(await accessibilityFaults(page)).toEqual([]);
}

/** Nothing but the boxes that say so may be wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const [content, screen] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth
	]);
	expect(content).toBeLessThanOrEqual(screen ?? 0);
}
