import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('inlasning');

async function openPage(path: string, width = 1440): Promise<Page> {
	const page = await visits.open(path, { width });
	await page.getByRole('heading', { name: /Kostnaden fördelas som på/ }).waitFor();
	await page.getByRole('heading', { name: /(saknar känt|känt eller möjligt) avtal/ }).waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
	return page;
}

const card = (page: Page, heading: RegExp) =>
	page
		.getByRole('main')
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: heading }) });

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a member sees who gets most, how that was counted, and the rows behind it', async () => {
	const page = await openPage('/beroende');
	const lead = page
		.getByRole('main')
		.getByText(/av it-kostnaden,/)
		.first();
	expect(plain(await lead.textContent())).toMatch(/mnkr, går till Nordvinge Data AB\./);

	const concentration = card(page, /Kostnaden fördelas som på/);
	await concentration.getByRole('button', { name: /^[\d\s]+, så räknades talet$/ }).click();
	const explanation = page.getByLabel(/^Så räknades/);
	expect(plain(await explanation.textContent())).toMatch(
		/Täljare Σ \(andel i %\)².*Nämnare.*Känd del.*Period/
	);
	await page.keyboard.press('Escape');

	const figure = card(page, /saknar känt avtal/).getByRole('button', { name: /mnkr, raderna$/ });
	const amount = plain(await figure.textContent());
	await figure.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.textContent())).toContain('It-kostnad utan känt avtal');
	const kronor = plain(await drawer.getByRole('heading').first().textContent());
	const millions = Number(kronor.replace(/[^\d,]/g, '').replace(',', '.')) / 1_000_000;
	expect(`${millions.toFixed(1).replace('.', ',')} mnkr`).toBe(amount);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
});

test('choosing a supplier by keyboard filters the page and keeps the others in sight', async () => {
	const page = await openPage('/beroende');
	const bar = card(page, /Kostnaden fördelas som på/).getByRole('button', {
		name: /^Skolbjörk Lärteknik AB:/
	});
	await bar.focus();
	await page.keyboard.press('Space');
	await page.waitForFunction(() => new URL(location.href).searchParams.has('leverantor'));
	await page.getByText(/Visar/).first().waitFor();
	expect(await bar.getAttribute('aria-pressed')).toBe('true');
	await page.getByText(/går till Skolbjörk Lärteknik AB\./).waitFor();
	await card(page, /har känd exitplan/)
		.getByRole('link', { name: 'Lärstigen, lärplattform' })
		.waitFor();
});

test('exit readiness is an interval, and single bids stand beside the national figures', async () => {
	const page = await openPage('/beroende');
	const exit = plain(await card(page, /har känd exitplan/).textContent());
	expect(exit).toMatch(/\d+–\d+ %/);
	expect(exit).toMatch(/\d+ av \d+ svar är okända/);
	const bids = plain(await card(page, /enda anbud/).textContent());
	for (const figure of ['25,3 % (n 968)', '28,5 % (n 186)', '20,3 % (n 11 395)'])
		expect(bids).toContain(figure);
});

test('every card has its table and its file', async () => {
	const page = await openPage('/beroende');
	const headings = [/Kostnaden fördelas som på/, /enda anbud/, /har känd exitplan/, /saknar känt avtal/];
	for (const heading of headings) {
		const part = card(page, heading);
		await part.getByRole('button', { name: 'Visa som tabell' }).click();
		expect(await part.getByRole('table').getByRole('row').count()).toBeGreaterThan(3);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			part.getByRole('button', { name: /^CSV/ }).click()
		]);
		const [header = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
		expect(header).toMatch(/;utgava;regelversion;avstamd$/);
	}
	expect(await accessibilityFaults(page)).toEqual([]);
}, 120_000);

test.each([1440, 390])('the page has no fault that axe knows of at %i px', async (width) => {
	const page = await openPage('/beroende?leverantor=559900-0014', width);
	expect(await accessibilityFaults(page)).toEqual([]);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window ?? 0);
});
