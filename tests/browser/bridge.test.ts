// Förändring on the demo city: a controller reads the sentence, finds the largest increase, and opens its rows.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('bridge');

async function openPage(query = '', width = 1440): Promise<Page> {
	const page = await visits.open(`/kostnader/forandring${query}`, { width });
	return page;
}
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const settled = async (page: Page) => {
	await page.getByRole('heading', { name: 'Så räknas det' }).waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
};
const drawerSum = async (page: Page) => {
	await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
	return plain(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent());
};
const shut = async (page: Page) => {
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const kronor = (text: string | null) =>
	Number(
		plain(text)
			.replace('−', '-')
			.replace(/[^\d-]/g, '')
	);

test('the sentence tells T2 against T2, and the largest increase opens the rows of both years', async () => {
	const page = await openPage('?enhet=kr');
	await settled(page);
	expect(plain(await page.locator('main p.lead').textContent())).toMatch(
		/^It kostar [\d ]+ kr jan–aug 2026, [\d ]+ kr mer än samma tid i fjol\. /
	);
	const table = page.getByRole('region', { name: 'Största ökningarna' });
	expect(await table.getByRole('row').count()).toBe(11);
	const largest = table.getByRole('row').nth(1);
	const cells = await largest.getByRole('cell').allInnerTexts();
	const [before, now, change] = cells.slice(-4).map(kronor);
	for (const [place, amount] of [before, now].entries()) {
		await largest.getByRole('button').nth(place).click();
		expect(kronor(await drawerSum(page))).toBe(amount);
		await shut(page);
	}
	expect(Math.abs((now ?? 0) - (before ?? 0) - (change ?? 0))).toBeLessThanOrEqual(1);
	await largest.getByRole('link', { name: /^Filtrera/ }).click();
	await page.waitForURL(/\/kostnader\?leverantor=/);
});

test('the parts of the bridge sum to the change, and each shows its purchases with their rows', async () => {
	const page = await openPage('?enhet=kr');
	await settled(page);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /^CSV/ }).first().click()
	]);
	const [, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	const ores = lines.map((line) => Math.round(Number((line.split(';')[1] ?? '').replace(',', '.')) * 100));
	const [before = 0, ...rest] = ores;
	const now = rest.pop() ?? 0;
	expect(rest.length).toBeGreaterThan(2);
	expect(rest.reduce((sum, ore) => sum + ore, before)).toBe(now);

	await page.getByLabel('Visa köpen i').selectOption({ label: 'Nya avtal och system' });
	await page.waitForURL(/del=nya-avtal/);
	const first = page.getByRole('region', { name: 'Nya avtal och system' }).getByRole('row').nth(1);
	const figure = first.getByRole('button');
	const amount = kronor(await figure.textContent());
	await figure.click();
	expect(kronor(await drawerSum(page))).toBe(amount);
});

test('the chart is reached by keys, and a step shows its purchases', async () => {
	const page = await openPage();
	await settled(page);
	await page.getByRole('group', { name: /^Från [\d ,]+ mnkr till/ }).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForURL(/del=avslutade-avtal/);
	await page.getByRole('heading', { name: /^Avslutade avtal och system: −/ }).waitFor();
});

test('it compares with other months and with another nämnd, and the address keeps the choice', async () => {
	const page = await openPage('?namnd=Utbildningsn%C3%A4mnden');
	await settled(page);
	await page.getByRole('combobox', { name: 'Jämför med' }).selectOption({ label: 'Andra månader' });
	await page.waitForURL(/mot=20\d\d-\d\d/);
	await page.getByLabel('Från och med').selectOption({ label: 'Januari 2024' });
	await page.waitForURL(/mot=2024-01/);
	await page
		.getByText(/än jan–aug 2024\./)
		.first()
		.waitFor();
	await page.getByRole('combobox', { name: 'Jämför med' }).selectOption({ label: 'En annan nämnd' });
	await page.waitForURL(/mot=namnd%3A/);
	await page.getByLabel('Nämnd', { exact: true }).selectOption({ label: 'Kulturnämnden' });
	await page
		.getByText(/mer än Kulturnämnden\. .*som bara Utbildningsnämnden har/)
		.first()
		.waitFor();
});

test('months that are not loaded, a comparison it cannot make and an empty filter are said', async () => {
	const page = await openPage('?mot=2019-01');
	await page.getByText(/^jan–aug 2019 är inte inläst\./).waitFor();
	await page.getByRole('link', { name: 'Jämför med samma månader året innan' }).click();
	await settled(page);
	expect(new URL(page.url()).search).toBe('');
	await page.goto(`${origin}/kostnader/forandring?mot=budget`);
	await page.getByText(/kan inte dela upp skillnaden mot budget/).waitFor();
	await page.goto(`${origin}/kostnader/forandring?namnd=Finns%20inte`);
	await page.getByText('Inga rader passar filtret').waitFor();
});

test.each([
	[1440, 'light', ''],
	[1440, 'dark', '?namnd=Utbildningsn%C3%A4mnden&mot=namnd:Kulturn%C3%A4mnden'],
	[390, 'light', '?del=pris&per=namnd'],
	[390, 'dark', '?namnd=Kommunstyrelsen&del=flyttat&per=system']
])(
	'the page at %i px, %s, %s has no faults that axe finds and does not scroll sideways',
	async (width, theme, query) => {
		const page = await openPage(String(query), Number(width));
		await settled(page);
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		if (process.env.PICTURES)
			await page.screenshot({ path: `${process.env.PICTURES}/bridge-${width}-${theme}.png`, fullPage: true });
		if (process.env.PICTURES && width === 1440 && theme === 'light') {
			await page.emulateMedia({ media: 'print' });
			await page.screenshot({ path: `${process.env.PICTURES}/bridge-print.png`, fullPage: true });
			await page.emulateMedia({ media: 'screen' });
		}
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
