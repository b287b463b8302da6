// Time in the trend of Kostnader: months chosen by dragging and by keys, the grain in the address, and what is not whole.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('tid');

async function openCosts(query = '', width = 1440): Promise<Page> {
	const page = await visits.open(`/kostnader${query}`, { width });
	await page.locator('.trend svg text').first().waitFor();
	await leadSays(page, 'mnkr');
	return page;
}

async function leadSays(page: Page, words: string): Promise<void> {
	await page.waitForFunction(
		(wanted) =>
			document
				.querySelector('h1 + p')
				?.textContent?.replace(/\u00a0/g, ' ')
				.includes(wanted),
		words
	);
}

/** The middle of a month of the axis, as the drawing labels it. */
async function middleOf(page: Page, month: string): Promise<number> {
	const label = page.locator('.trend svg text', { hasText: new RegExp(`^${month}$`) });
	const box = await label.boundingBox();
	if (!box) throw new Error(`The axis has no ${month}.`);
	return box.x + box.width / 2;
}

/** Presses over one place of the plot and moves to another one; the button stays down. */
async function drag(page: Page, from: number, to: number): Promise<void> {
	const plot = await page.locator('.trend .plot').boundingBox();
	const height = (plot?.y ?? 0) + 120;
	await page.mouse.move(from, height);
	await page.mouse.down();
	await page.mouse.move(to, height, { steps: 6 });
}

const group = (page: Page) => page.locator('.trend').getByRole('group', { name: /Piltangenter/ });
const search = (page: Page) => new URL(page.url()).search;

test('a drag over three months filters the page, lands in the address, and is drawn out by its edge', async () => {
	const page = await openCosts();
	await drag(page, await middleOf(page, 'mar'), await middleOf(page, 'maj'));
	// The page follows before the hand lets go, and the address when it does.
	await leadSays(page, 'mar–maj 2026');
	expect(search(page)).toBe('');
	await page.mouse.up();
	await page.waitForURL(/fran=2026-03&till=2026-05$/);
	const edge = await page.locator('.trend .edge').nth(1).boundingBox();
	await drag(page, (edge?.x ?? 0) + 1, await middleOf(page, 'jul'));
	await page.mouse.up();
	await page.waitForURL(/fran=2026-03&till=2026-07$/);
});

test('Escape during a drag gives back what was', async () => {
	const page = await openCosts();
	await leadSays(page, 'It kostar 162,1 mnkr');
	await drag(page, await middleOf(page, 'mar'), await middleOf(page, 'maj'));
	await leadSays(page, 'mar–maj 2026');
	await page.keyboard.press('Escape');
	await leadSays(page, 'It kostar 162,1 mnkr');
	await page.mouse.up();
	expect(search(page)).toBe('');
});

test('a click is still a click: it chooses its month, and a second one lets it go', async () => {
	const page = await openCosts();
	const place = await middleOf(page, 'apr');
	const plot = await page.locator('.trend .plot').boundingBox();
	await page.mouse.click(place, (plot?.y ?? 0) + 120);
	await page.waitForURL(/fran=2026-04&till=2026-04$/);
	await page
		.getByRole('button', { name: /apr 2026/ })
		.first()
		.waitFor();
	await page.mouse.click(place, (plot?.y ?? 0) + 120);
	await page.waitForURL((url) => url.search === '');
});

test('Shift and arrows choose a range, Enter applies it, Escape does not', async () => {
	const page = await openCosts();
	await group(page).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Shift+ArrowRight');
	await page.locator('.trend').getByText('jan–mar 2026. Enter väljer, Escape ångrar.').waitFor();
	await page.keyboard.press('Escape');
	expect(search(page)).toBe('');
	await page.keyboard.press('End');
	await page.keyboard.press('Shift+ArrowLeft');
	await page.keyboard.press('Enter');
	await page.waitForURL(/fran=2026-07&till=2026-08$/);
	await page.locator('.trend').getByText('Valt: jul–aug 2026.').waitFor();
});

test('tertials and years stand in the address, reach over all years, and say what is not whole', async () => {
	const page = await openCosts();
	const card = page.locator('.trend');
	await card.getByRole('button', { name: 'Tertial' }).click();
	await page.waitForURL(/korn=tertial$/);
	await card.getByText('Kostnad per tertial').first().waitFor();
	await card.getByRole('button', { name: 'Visa som tabell' }).click();
	await card.getByRole('rowheader', { name: 'Jan–apr 2026', exact: true }).waitFor();
	await card.getByRole('button', { name: 'År', exact: true }).click();
	await page.waitForURL(/korn=ar$/);
	await card.getByRole('rowheader', { name: '2026, ofullständig' }).waitFor();
	expect(await card.getByText(/2026 är ofullständig: saknar sep–dec/).count()).toBe(1);
	await card.getByRole('button', { name: 'Ackumulerat', exact: true }).click();
	await page.waitForURL(/korn=ar&ack=ja$/);
	const again = await openCosts('?korn=ar');
	expect(
		await again
			.locator('.trend')
			.getByRole('button', { name: 'År', exact: true })
			.getAttribute('aria-pressed')
	).toBe('true');
});

test('kronor per anställd open how they were counted, and per användare needs a system', async () => {
	const page = await openCosts();
	await page.goto(`${origin}/kostnader/pivot?matt=per_anstalld&kolumner=inga`);
	const row = page.getByRole('grid').getByRole('row', { name: /^Utbildningsnämnden/ });
	await row.getByRole('button').click();
	const drawer = page.getByRole('dialog');
	await drawer.getByText('Så räknades talet').waitFor();
	const words = (await drawer.innerText()).replace(/[\u00a0\s]+/g, ' ');
	const [, per = ''] = /([\d ]+) kr per anställd/.exec(words) ?? [];
	const [, kronor = ''] = /antal anställda ([\d ]+,\d\d) kr/.exec(words) ?? [];
	const number = (text: string) => Number(text.replace(/ /g, '').replace(',', '.'));
	// 3 900 people in the register.
	expect(words).toContain('Nämnare: anställda 3 900');
	expect(number(per)).toBe(Math.round(number(kronor) / 3_900));
	await drawer.getByRole('button', { name: /^Visa/ }).click();
	await page.getByText('Raderna summerar till siffran du klickade på.').waitFor();
	await page.goto(`${origin}/kostnader/pivot?matt=per_anvandare`);
	await page.getByText(/Kronor per användare kräver System/).waitFor();
	expect(await page.getByLabel('Visa', { exact: true }).inputValue()).toBe('amount');
});

test.each([
	[1440, 'light', '/kostnader?fran=2026-03&till=2026-05'],
	[390, 'dark', '/kostnader?korn=tertial'],
	[1440, 'dark', '/kostnader/pivot?matt=per_anstalld'],
	[390, 'light', '/kostnader/pivot?matt=per_anvandare&per=system&kolumner=inga']
])(
	'at %i px, %s, %s has no faults that axe finds and does not scroll sideways',
	async (width, theme, path) => {
		const page = await openCosts('', width);
		await page.goto(origin + path);
		await page.getByRole('grid').waitFor();
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
);
