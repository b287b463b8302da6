// Crossfiltering on Kostnader: what is left out, more filters, steps to undo, and a total, a whole and a rest that add up.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('filter');

async function openCosts(query = '', width = 1440): Promise<Page> {
	const page = await visits.open(`/kostnader${query}`, { visitor: 'controller', width });
	await settled(page);
	return page;
}

async function settled(page: Page): Promise<void> {
	await page.getByRole('grid').waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
}

const search = (page: Page) => new URL(page.url()).searchParams;
const bars = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const bar = (page: Page, list: string, name: string) =>
	bars(page, list).getByRole('button', { name: new RegExp(`^${name}: `) });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** Kronor of the line under the filters: shown, whole and rest. */
async function line(page: Page): Promise<{ shown: number; whole: number; rest: number }> {
	const text = plain(
		await page
			.getByText(/^Visar/)
			.locator('..')
			.innerText()
	);
	const [shown = NaN, whole = NaN, rest = NaN] = [
		/Visar ([−\d ]+) kr/,
		/av ([−\d ]+) kr/,
		/resten ([−\d ]+) kr/
	].map((pattern) => Number(pattern.exec(text)?.[1]?.replace(/ /g, '').replace('−', '-')));
	return { shown, whole, rest };
}

/** The line once it shows another sum than before; it adds up to the krona that rounding can take. */
async function nextLine(page: Page, before: number | null): Promise<number> {
	await expect
		.poll(async () => ((await page.getByText(/^Visar/).count()) ? (await line(page)).shown : before))
		.not.toBe(before);
	const { shown, whole, rest } = await line(page);
	expect(Math.abs(shown + rest - whole)).toBeLessThanOrEqual(1);
	return shown;
}

test('a supplier is left out from its bar, stays as a ghost, and comes back', async () => {
	const page = await openCosts('?enhet=kr');
	const row = bars(page, 'Leverantör').getByRole('listitem').first();
	await row.hover();
	await row.locator('.lane').hover();
	await row.getByRole('button', { name: 'Utom Nordvinge Data AB' }).click();
	await page.waitForURL(/leverantor=559900-0014&utom=leverantor/);
	const without = await nextLine(page, null);
	const left = bar(page, 'Leverantör', 'Nordvinge Data AB');
	expect(await left.getAttribute('aria-pressed')).toBe('false');
	expect(await bar(page, 'Leverantör', 'Kvistrona Licens AB').getAttribute('aria-pressed')).toBe('true');
	const amount = Number(
		/: ([\d ]+) kr/.exec(plain((await left.getAttribute('aria-label')) ?? ''))?.[1]?.replace(/ /g, '')
	);
	const { whole } = await line(page);
	expect(Math.abs(without + amount - whole)).toBeLessThanOrEqual(1);
	await page.getByText(/^Utelämnat: Nordvinge Data AB/).waitFor();

	// The same by keys, on the bar after it.
	await left.focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Delete');
	await page.waitForURL((url) => url.searchParams.getAll('leverantor').length === 2);
	await nextLine(page, without);
	await page.keyboard.press('Alt+Enter');
	await page.waitForURL((url) => url.searchParams.getAll('leverantor').length === 1);
	expect(search(page).getAll('leverantor')).toEqual(['559900-0014']);
});

test('a click on any part of a bar filters and never takes a way beside it', async () => {
	const page = await openCosts();
	const one = bar(page, 'Nämnd', 'Socialnämnden');
	for (const part of [0.05, 0.5, 0.97]) {
		// The line and the chip that a filter brings move the bars.
		await settled(page);
		const box = await one.boundingBox();
		if (!box) throw new Error('The bar is not drawn');
		const before = search(page).getAll('namnd').length;
		await page.mouse.move(box.x - 30, box.y - 30);
		await page.mouse.click(box.x + box.width * part, box.y + box.height / 2);
		await page.waitForURL((url) => url.searchParams.getAll('namnd').length !== before);
		expect(new URL(page.url()).pathname).toBe('/kostnader');
		expect(search(page).has('rader')).toBe(false);
	}
});

test('more filters come by the menu, an account by number and text, and a list in use keeps its chip', async () => {
	const page = await openCosts('?enhet=kr');
	await page.getByRole('button', { name: 'System', exact: true }).first().click();
	await page.getByRole('option', { name: /^Utan system/ }).click();
	await page.keyboard.press('Escape');
	await page.waitForURL(/system=-/);
	const bySystem = await nextLine(page, null);
	await page.getByRole('button', { name: 'Fler filter' }).click();
	await page.getByRole('dialog', { name: 'Fler filter' }).getByRole('button', { name: 'Konto' }).click();
	await page.getByRole('combobox', { name: 'Sök konto' }).fill('licenser');
	const option = page.getByRole('option').first();
	expect(await option.innerText()).toMatch(/^\d{5} Licenser/);
	await option.click();
	await page.keyboard.press('Escape');
	await page.waitForURL(/konto=\d{5}/);
	await nextLine(page, bySystem);
	await page.reload();
	await settled(page);
	await page.getByRole('button', { name: /^Konto: \d{5} Licenser/ }).waitFor();
});

test('steps are undone and redone by the buttons, by keys, and by the browser itself', async () => {
	const page = await openCosts('?enhet=kr');
	expect(await page.getByRole('button', { name: 'Ångra' }).count()).toBe(0);
	await bar(page, 'Nämnd', 'Socialnämnden').click();
	const one = await nextLine(page, null);
	await bar(page, 'Nämnd', 'Kulturnämnden').click();
	const two = await nextLine(page, one);

	await page.getByRole('button', { name: 'Ångra' }).click();
	expect(await nextLine(page, two)).toBe(one);
	await page.getByRole('button', { name: 'Gör om' }).click();
	expect(await nextLine(page, one)).toBe(two);
	await page.keyboard.press('Control+z');
	expect(await nextLine(page, two)).toBe(one);
	await page.keyboard.press('Control+z');
	await page.waitForURL((url) => !url.searchParams.has('namnd'));
	expect(await page.getByRole('button', { name: 'Ångra' }).count()).toBe(0);
	await page.goForward();
	expect(await nextLine(page, null)).toBe(one);
	await page.goForward();
	expect(await nextLine(page, one)).toBe(two);
	expect(await page.getByRole('button', { name: 'Gör om' }).count()).toBe(0);
	await page.goBack();
	expect(await nextLine(page, two)).toBe(one);

	// A new step lets go of those that were undone.
	await page.getByRole('button', { name: 'Rensa filter' }).click();
	await page.waitForURL((url) => !url.searchParams.has('namnd'));
	expect(await page.getByRole('button', { name: 'Gör om' }).count()).toBe(0);
	await page.getByRole('button', { name: 'Ångra' }).click();
	expect(await nextLine(page, null)).toBe(one);
});

test('Ctrl+Z in a field is for its words', async () => {
	const page = await openCosts();
	await bar(page, 'Nämnd', 'Socialnämnden').click();
	await page.waitForURL(/namnd=/);
	await page.getByRole('button', { name: 'Leverantör', exact: true }).first().click();
	await page.getByRole('combobox', { name: 'Sök leverantör' }).fill('nord');
	await page.keyboard.press('Control+z');
	await page.waitForTimeout(300);
	expect(search(page).get('namnd')).toBe('Socialnämnden');
});

test('the names of the table filter by row and by column, and of orientation too', async () => {
	const page = await openCosts('?enhet=kr');
	const table = page.getByRole('grid');
	await table.getByRole('button', { name: 'Socialnämnden', exact: true }).click();
	await page.waitForURL(/namnd=Socialn/);
	const one = await nextLine(page, null);
	await table.getByRole('button', { name: 'Drift', exact: true }).click();
	await page.waitForURL(/slag=Drift/);
	const two = await nextLine(page, one);
	await page.getByRole('button', { name: 'Förvaltning', exact: true }).click();
	await page.waitForURL(/inriktning=f%C3%B6rvaltning/);
	await page.getByRole('button', { name: /^Inriktning: Förvaltning/ }).waitFor();
	await page.getByRole('button', { name: 'Förvaltning', exact: true }).click();
	await page.waitForURL((url) => !url.searchParams.has('inriktning'));
	expect((await line(page)).shown).toBe(two);
	await table.getByRole('button', { name: 'Socialnämnden', exact: true }).click();
	await page.waitForURL((url) => !url.searchParams.has('namnd'));
});

test('the names of the table are reached by arrows, and Delete leaves one out', async () => {
	const page = await openCosts();
	const table = page.getByRole('grid');
	await table.locator('[tabindex="0"]').focus();
	await page.keyboard.press('ArrowLeft');
	const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
	expect(name).toBe('Utbildningsnämnden');
	await page.keyboard.press('Delete');
	await page.waitForURL((url) => url.searchParams.get('utom') === 'namnd');
	expect(search(page).getAll('namnd')).toEqual(['Utbildningsnämnden']);
});

test('the other ways to look at the cost are in one menu, with the filters kept', async () => {
	const page = await openCosts('?namnd=Kulturn%C3%A4mnden');
	await page.getByRole('button', { name: 'Fler sätt' }).click();
	const menu = page.getByRole('dialog', { name: 'Fler sätt' });
	await menu.getByRole('link').first().waitFor();
	expect(await menu.getByRole('link').allInnerTexts()).toEqual(['Förändring', 'Pivot', 'Frågor', 'SQL']);
	await menu.getByRole('link', { name: 'Förändring' }).click();
	await page.waitForURL(/\/kostnader\/forandring\?namnd=Kulturn%C3%A4mnden/);
});

test.each([
	[1440, 'light'],
	[390, 'dark']
])('with suppliers left out the page at %i px, %s, has no faults that axe finds', async (width, theme) => {
	const page = await openCosts('?leverantor=559900-0014&utom=leverantor&system=-', Number(width));
	await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
	await bars(page, 'Leverantör').getByRole('listitem').nth(1).locator('.lane').hover();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Fler filter' }).click();
	await page.getByRole('dialog', { name: 'Fler filter' }).waitFor();
	expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(Number(width));
});
