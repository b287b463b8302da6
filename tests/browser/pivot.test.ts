// The pivot on the demo city: its state in the address, figures that open their rows, keys, and files as seen.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('pivot');

async function openPage(path: string, width = 1440): Promise<Page> {
	const page = await visits.open(path, { width });
	return page;
}

const grid = (page: Page) => page.getByRole('grid');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const settled = async (page: Page) => {
	await grid(page).waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
};
const search = (page: Page) => new URL(page.url()).searchParams;
const drawerSum = async (page: Page) =>
	plain(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent());

test('a filter follows from Kostnader to the pivot and back', async () => {
	const page = await openPage('/kostnader?namnd=Utbildningsn%C3%A4mnden');
	await page.getByRole('button', { name: 'Fler sätt' }).click();
	await page.getByRole('link', { name: 'Pivot' }).click();
	await settled(page);
	expect(new URL(page.url()).pathname).toBe('/kostnader/pivot');
	expect(search(page).get('namnd')).toBe('Utbildningsnämnden');
	await page
		.getByText(/^It-kostnaden i urvalet jan–aug 2026 är/)
		.first()
		.waitFor();
	await page.getByRole('link', { name: 'Till Kostnader' }).click();
	await page.waitForURL(/\/kostnader\?namnd=Utbildningsn%C3%A4mnden$/);
});

test('rows, columns, measure and order are chosen, stand in the address, and a link restores them', async () => {
	const page = await openPage('/kostnader/pivot');
	await settled(page);
	await page.getByLabel('Rader', { exact: true }).selectOption({ label: 'Leverantör' });
	await page.getByLabel('Kolumner', { exact: true }).selectOption({ label: 'Tertial (fyra månader)' });
	await page.getByLabel('Hur många').selectOption({ label: '10 största' });
	await page.waitForURL(/topp=10/);
	await settled(page);
	await page
		.getByRole('columnheader', { name: /^Tertial 2 2026/ })
		.getByRole('button')
		.click();
	await page.waitForURL(/ordning=kolumn/);
	expect([...search(page).keys()].sort()).toEqual(['kolumner', 'ordning', 'per', 'riktning', 'topp']);
	expect(await page.getByRole('columnheader', { name: /^Tertial 2/ }).getAttribute('aria-sort')).toBe(
		'descending'
	);
	const seen = plain(await grid(page).textContent());
	const again = await openPage(new URL(page.url()).pathname + new URL(page.url()).search);
	await settled(again);
	expect(plain(await grid(again).textContent())).toBe(seen);
});

test('each figure, each sum and Övriga open rows that sum to it', async () => {
	const page = await openPage(
		'/kostnader/pivot?per=leverantor&kolumner=ar&topp=10&fran=2025-01&till=2026-08&enhet=kr'
	);
	await settled(page);
	for (const row of [/^Nordvinge Data AB/, /^Övriga \d+ leverantörer/, /^Summa/]) {
		const line = grid(page).getByRole('row', { name: row });
		for (const cell of [0, 2]) {
			const figure = line.getByRole('button').nth(cell);
			const amount = plain(await figure.textContent());
			await figure.click();
			await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
			expect(await drawerSum(page)).toBe(`${amount} kr`);
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		}
	}
});

test('the grid is one tab stop: arrows move, Enter sorts by a heading and opens a figure', async () => {
	const page = await openPage('/kostnader/pivot');
	await settled(page);
	expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
	await grid(page).locator('[tabindex="0"]').focus();
	await page.keyboard.press('Home');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('rowheader');
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await page.waitForURL(/ordning=summa/);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
});

test('a change says how it was counted, with the rows of both years', async () => {
	const page = await openPage('/kostnader/pivot?matt=forandring&kolumner=inga');
	await settled(page);
	await grid(page)
		.getByRole('row', { name: /^Utbildningsnämnden/ })
		.getByRole('button')
		.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByText('Så räknades talet').waitFor();
	const words = plain(await drawer.textContent());
	const [now, before] = [...words.matchAll(/2026?5? ?([\d ]+,\d\d) kr/g)].map(([, amount = '']) => amount);
	expect(now).toBeDefined();
	await drawer.getByRole('button', { name: /Samma period året före/ }).click();
	await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
	expect(await drawerSum(page)).toMatch(/^[\d ]+ kr$/);
	const kronor = Number(before?.replace(/ /g, '').replace(',', '.'));
	expect(Number((await drawerSum(page)).replace(/[^\d]/g, ''))).toBe(Math.round(kronor));
});

test('accumulated periods have no sum, and the page says why', async () => {
	const page = await openPage('/kostnader/pivot?kolumner=ackumulerat');
	await settled(page);
	expect(await page.getByRole('columnheader').allInnerTexts()).toHaveLength(3);
	await page.getByText(/De har därför ingen summa/).waitFor();
});

test('the files are the table as it is seen, and the workbook tells what it is', async () => {
	const page = await openPage(
		'/kostnader/pivot?namnd=Utbildningsn%C3%A4mnden&per=slag,leverantor&kolumner=tertial'
	);
	await settled(page);
	const lines = await grid(page).getByRole('row').count();
	const take = async (name: string) => {
		await page.getByRole('button', { name: 'Exportera' }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click()
		]);
		return { name: file.suggestedFilename(), path: await file.path() };
	};
	const csv = await take('CSV');
	expect(csv.name).toBe(
		'pivot_per_kostnadsslag_leverantör_och_tertial_kronor_utbildningsnämnden_2026-01_2026-08.csv'
	);
	const [head = '', ...rows] = (await readFile(csv.path, 'utf8')).trimEnd().split('\r\n');
	expect(head).toMatch(/kostnadsslag;leverantor;fran;till;.*;summa;utgava;regelversion;avstamd$/);
	expect(rows).toHaveLength(lines - 1);
	const ore = (text = '') => Math.round(Number(text.replace(',', '.')) * 100);
	const at = head.split(';').indexOf('summa');
	const total = ore(rows.at(-1)?.split(';')[at]);
	const groups = rows.map((row) => row.split(';')).filter(([, second]) => second === 'Summa');
	expect(groups.reduce((sum, row) => sum + ore(row[at]), 0)).toBe(total);

	const xlsx = await take('Excel (XLSX)');
	const sheets = await readWorkbook(xlsx.path);
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Pivot', 'Om uttaget']);
	const [pivot, about] = sheets.map(({ data }) => data);
	expect(pivot).toHaveLength(lines);
	const last = pivot?.at(-1)?.at(-1);
	expect(typeof last === 'number' && Math.round(last * 100)).toBe(total);
	const told = new Map(about?.map(([name, value]) => [name, value]));
	expect(told.get('Filter')).toBe('Nämnd: Utbildningsnämnden');
	expect([...told.keys()]).toEqual(expect.arrayContaining(['Utgåva', 'Regelversion', 'Avstämd', 'Period']));
});

test('a filter that leaves nothing says so', async () => {
	const page = await openPage('/kostnader/pivot?namnd=Finns%20inte');
	await page.getByText('Inga rader passar filtret').waitFor();
});

test.each([
	[1440, 'light', ''],
	[1440, 'dark', '?per=namnd,slag&kolumner=tertial&matt=forandring&slag=Drift&slag=Moln&topp=10'],
	[390, 'light', '?per=leverantor&kolumner=ackumulerat&matt=kolumnandel'],
	[390, 'dark', '?namnd=Utbildningsn%C3%A4mnden&per=konto&matt=procent&kolumner=ar']
])(
	'the page at %i px, %s, %s has no faults that axe finds and does not scroll sideways',
	async (width, theme, query) => {
		const page = await openPage(`/kostnader/pivot${query}`, Number(width));
		await settled(page);
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		if (process.env.PICTURES)
			await page.screenshot({ path: `${process.env.PICTURES}/pivot-${width}-${theme}.png`, fullPage: true });
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
