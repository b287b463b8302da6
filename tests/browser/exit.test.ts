import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('exit');

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const settled = (page: Page) =>
	page.waitForFunction(
		() => document.querySelector('main section.card') && !document.querySelector('main [aria-busy=true]')
	);
const card = (page: Page, heading: RegExp) =>
	page
		.getByRole('main')
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: heading }) });

test('a controller changes what a system’s integrations cost, sees leaving it get dearer, and takes it back', async () => {
	const page = await visits.open('/beroende/exit?valt=S-007', { visitor: 'controller' });
	await settled(page);
	const parts = card(page, /^Att lämna Omsorgsjournalen kostar/);
	const heading = parts.getByRole('heading', { level: 2 });
	const before = plain(await heading.textContent());
	expect(before).toMatch(/kostar 33,4–67,8 mnkr, troligt 42,9 mnkr$/);

	const change = parts.getByRole('button', { name: 'Ändra En integration, Omsorgsjournalen' });
	await change.click();
	const dialog = page.getByRole('dialog');
	const high = dialog.getByLabel('Högt, kronor');
	await high.fill('100');
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.getByText('Lågt får inte vara över troligt').waitFor();
	expect(await high.getAttribute('aria-invalid')).toBe('true');

	await dialog.getByLabel('Lågt, kronor').fill('1 000 000');
	await dialog.getByLabel('Troligt, kronor').fill('1 000 000');
	await high.fill('1 000 000');
	const reason = 'Offert från integratören';
	await dialog.getByLabel(/^Varför/).fill(reason);
	// A lost connection loses nothing that was written.
	await page.context().setOffline(true);
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.getByText(/Ingen kontakt med servern/).waitFor();
	await page.context().setOffline(false);
	expect(await dialog.getByLabel(/^Varför/).inputValue()).toBe(reason);
	expect(await accessibilityFaults(page)).toEqual([]);
	// A colleague is quicker: nothing is written over unseen.
	const quicker = await page.evaluate(async () => {
		const range = { low: 1, likely: 2, high: 3 };
		const body = {
			act: 'save',
			key: 'integration',
			subject: { kind: 'system', key: 'S-007' },
			value: { kind: 'range', range },
			reason: 'Kollegans gissning',
			after: null
		};
		const headers = { 'Content-Type': 'application/json' };
		const response = await fetch('/beroende/antaganden/varden', {
			method: 'POST',
			headers,
			body: JSON.stringify(body)
		});
		return response.status;
	});
	expect(quicker).toBe(201);
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.getByText(/hann före.*Kollegans gissning.*ligger kvar/).waitFor();
	expect(await dialog.getByLabel(/^Varför/).inputValue()).toBe(reason);
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.waitFor({ state: 'detached' });
	await parts.getByText(/^En integration är nu 1\s000\s000\skr/).waitFor();
	// 17 integrations at a million each instead of 60 000, 150 000 and 350 000.
	expect(plain(await heading.textContent())).toMatch(/kostar 49,4–78,8 mnkr, troligt 57,4 mnkr$/);

	await change.click();
	await page.getByRole('dialog').getByText(new RegExp(reason)).waitFor();
	await page
		.getByRole('dialog')
		.getByLabel(/^Varför/)
		.fill('Offerten drogs tillbaka');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Ta tillbaka/ })
		.click();
	await parts.getByText(/^Antagandet ”En integration” är tillbakataget/).waitFor();
	expect(plain(await heading.textContent())).toBe(before);
}, 60_000);

test('a member chooses a system, reads its ways on, and takes the list with its stamp', async () => {
	const page = await visits.open('/beroende/exit');
	await settled(page);
	await page.getByRole('link', { name: 'Lärstigen', exact: true }).click();
	await page.getByRole('heading', { name: 'Om vi lämnar Lärstigen' }).waitFor();
	const ways = card(page, /på fem år|fem år$/);
	const leave = ways.getByRole('img', { name: /^Lämna:/ });
	// Integrations are sent to controllers only, so that nobody else knows the most that leaving may cost.
	expect(plain(await leave.getAttribute('aria-label'))).toMatch(/^Lämna: minst [\d,]+ mnkr$/);
	await page.getByText(/^Antal integrationer visas inte för din roll\./).waitFor();
	await ways.getByRole('button', { name: 'Visa som tabell' }).click();
	await ways.getByRole('columnheader', { name: 'Mot att göra ingenting' }).waitFor();
	expect(await ways.getByRole('row').count()).toBeGreaterThanOrEqual(20);
	await page.getByText(/Från 12\sjanuari 2027 får leverantören inte ta betalt för bytet/).waitFor();
	await page.getByRole('button', { name: 'Visa En integration, Lärstigen' }).click();
	await page
		.getByRole('dialog')
		.getByText('Controllers som ser hela kommunen kan ändra antaganden.')
		.waitFor();
	await page.keyboard.press('Escape');

	const list = card(page, /system med kostnad/);
	await list.getByRole('button', { name: 'Visa som tabell' }).click();
	await list.getByRole('button', { name: /^Avfärda Elevregistret/ }).waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		list.getByRole('button', { name: /^CSV/ }).click()
	]);
	const [header = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(header).toMatch(/exitmanader_lag;.*;utgava;regelversion;avstamd$/);
	expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

test('a member finds the suppliers’ own consultants, and every assumption behind the figures, also on a phone', async () => {
	const page = await visits.open('/beroende/egen-regi', { width: 390 });
	await settled(page);
	const list = card(page, /till konsulter på/);
	await list.getByRole('button', { name: 'Visa som tabell' }).click();
	const journal = list.getByRole('row', { name: /^Omsorgsjournalen/ });
	expect(plain(await journal.textContent())).toContain('Leverantörens egna konsulter');
	const lessons = list.getByRole('row', { name: /^Lärstigen/ });
	await lessons.getByRole('button', { name: /så räknades talet/ }).click();
	await page.getByText('enligt registret').waitFor();
	await page.keyboard.press('Escape');
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.getByRole('link', { name: 'Antaganden', exact: true }).click();
	await page.getByRole('heading', { name: 'Data Act' }).waitFor();
	expect(await page.getByRole('button', { name: /^Visa / }).count()).toBeGreaterThanOrEqual(17);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window ?? 0);
	expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);
