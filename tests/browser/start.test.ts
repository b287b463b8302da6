// Översikt on the demo city: the answers that Maja, Karin and Emil see, and the rows behind them.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('start');

async function openAs(
	visitor: 'controller' | 'reader' | 'member',
	path: string,
	width = 1440
): Promise<Page> {
	const page = await visits.open(path, { visitor, width });
	await page.getByRole('heading', { level: 1 }).waitFor();
	return page;
}

const main = (page: Page) => page.getByRole('main');

test('the five questions are answered in sentences', async () => {
	const page = await openAs('member', '/');
	const text = (await main(page).innerText()).replace(/\u00a0/g, ' ');
	for (const sentence of [
		'It kostar 162,1 mnkr hittills i år. Helåret väntas bli 3,1 mnkr dyrare än budget, och tre avtal behöver beslut före 31 mars.',
		'4,2 % mer än samma tid 2025',
		'Nej. Nämndernas prognos är 3,1 mnkr över årets budget. Utbildningsnämnden står för 2,4 mnkr.',
		'Tre avtal behöver beslut före 31 mars.',
		'45,0 mnkr ligger i avtal där bara en leverantör lämnade anbud.',
		'2 489 av 49 120 licenser är oanvända, försiktigt räknat.',
		'Inget känt avtal'
	]) {
		expect(text).toContain(sentence);
	}
});

test('a figure opens its rows, which sum to it; Escape closes and gives focus back', async () => {
	const page = await openAs('controller', '/');
	const figure = page.getByRole('button', { name: /^17,7.mnkr/ }).first();
	await figure.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('heading', { name: /^17.748.913.kr$/ }).waitFor();
	await drawer.getByText('514\u00a0rader').first().waitFor();
	expect(new URL(page.url()).searchParams.get('rader')).toContain('tackning=saknas');
	await drawer.getByRole('button', { name: 'Varför?' }).first().click();
	await drawer.getByText(/^Källa: kostnader_2026.csv/).waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(new URL(page.url()).searchParams.has('rader')).toBe(false);
	expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a link to rows opens them, without free text for a member, and hands out every row', async () => {
	const path = `/?rader=${encodeURIComponent('slag=Konsult&fran=2026-01&till=2026-08&steg=It-kostnad&steg=Konsult')}`;
	const page = await openAs('member', path);
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('heading', { name: /^12.190.036.kr$/ }).waitFor();
	expect(await drawer.getByRole('columnheader', { name: 'Text' }).count()).toBe(0);
	await drawer.getByText('Fakturatext visas inte för din roll.').waitFor();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		drawer.getByRole('button', { name: 'CSV' }).click()
	]);
	const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	expect(lines).toHaveLength(1 + 231);
	expect(lines[0]).toMatch(/^\ufeffdatum;namnd;.*;utgava;regelversion;avstamd$/);
	expect(lines[0]).not.toContain(';text;');
	expect(file.suggestedFilename()).toBe('rader_konsult_konsult_2026-01_2026-08.csv');
});

test('another period is counted anew in the browser', async () => {
	const page = await openAs('controller', '/?fran=2025-01&till=2025-12');
	await main(page)
		.getByText(/It kostade/)
		.waitFor();
	await page.waitForFunction(() => document.querySelector('h1 + p')?.textContent?.includes('jan–dec 2025'));
	expect(await main(page).innerText()).toContain('samma tid 2024');
});

test.each([
	[1440, 'light'],
	[390, 'dark']
])(
	'the page at %i px, %s, has no faults that axe finds and does not scroll sideways',
	async (width, theme) => {
		const page = await openAs('controller', '/', Number(width));
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
