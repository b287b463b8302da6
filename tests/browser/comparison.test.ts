// What Kostnader is compared with: another nämnd, the budget, an earlier edition, and an earlier edition shown whole.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { taggingPage } from './tagging-page';

const city = taggingPage('comparison');

const lead = async (page: Page, words: RegExp) => {
	await page.locator('h1 + p').filter({ hasText: words }).waitFor({ timeout: 30_000 });
	return (await page.locator('h1 + p').innerText()).replaceAll('\u00a0', ' ');
};
const choose = async (page: Page, choice: string) => {
	await page.getByRole('button', { name: /^Jämför med/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Jämför med' });
	await dialog.getByRole('radio', { name: choice, exact: true }).check();
	await page.keyboard.press('Escape');
};
const lastHead = (page: Page) => page.getByRole('grid').getByRole('columnheader').last().innerText();

test('a nämnd stands beside another in the same months, and the address holds it', async () => {
	const page = await city.open('/kostnader?namnd=Utbildningsn%C3%A4mnden');
	await lead(page, /mer än samma tid i fjol/);
	await choose(page, 'En annan nämnd');
	const words = await lead(page, /mer än [A-ZÅÄÖ].*nämnden|mindre än [A-ZÅÄÖ].*nämnden/);
	const other = new URL(page.url()).searchParams.get('mot')?.replace('namnd:', '') ?? '';
	expect(words).toContain(other);
	expect(await lastHead(page)).toContain(other);
	await page.reload();
	await lead(page, new RegExp(`än ${other}`));
	await page.goBack();
});

test('the budget stands beside what it is divided by, and the page says why where it is not', async () => {
	const page = await city.open('/kostnader?mot=budget');
	await lead(page, /(mer|mindre) än budget/);
	await page.getByRole('columnheader', { name: 'Över budget' }).waitFor();
	await page
		.getByRole('list', { name: 'Leverantör' })
		.getByRole('button', { name: /^Nordvinge/ })
		.click();
	await page.getByText('Budgeten är inte uppdelad på det du har filtrerat på.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('an earlier edition is compared with, and shown whole with a way back to now', async () => {
	const page = await city.open('/kostnader');
	const before = await lead(page, /It kostar/);
	const edition = await page.evaluate(async () => {
		const response = await fetch('/utgavor');
		return ((await response.json()) as { edition: number }[])[0]?.edition ?? 0;
	});
	await city.publish();
	await page.goto(new URL(`/kostnader?mot=utgava:${edition}`, page.url()).href);
	// The same files by the same rules: nothing differs.
	await lead(page, new RegExp(`lika mycket som i utgåva ${edition}`));
	expect(await lastHead(page)).toContain(`utgåva ${edition}`);
	await page.goto(new URL(`/kostnader?utgava=${edition}`, page.url()).href);
	await page.getByText(`Du ser utgåva ${edition}`).waitFor();
	expect(await lead(page, /It kostar/)).toBe(before);
	await page.getByRole('link', { name: /^Visa nu/ }).click();
	await page.waitForURL((url) => !url.searchParams.has('utgava'));
	expect(await page.getByText(/Du ser utgåva/).count()).toBe(0);
});

test('an edition that is not there is said to be gone', async () => {
	const page = await city.open('/kostnader?utgava=999');
	await page.getByText('Den utgåvan går inte att visa längre.').waitFor();
	await lead(page, /It kostar/);
});

test('an edition that cannot be compared with takes nothing else down, and something else can be chosen', async () => {
	const page = await city.open('/kostnader?mot=utgava:999');
	await page.getByText('Utgåvan som du jämför med går inte att läsa.').first().waitFor();
	await choose(page, 'Samma månader året innan');
	await lead(page, /mer än samma tid i fjol/);
	// The engine was never lost: the rows of a figure are asked of it.
	await page.locator('h1 + p button').first().click();
	await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
});
