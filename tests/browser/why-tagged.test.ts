// "Varför?" by keyboard alone: from a bar to what decided its kronor, to the rows of one rule, to one row.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('varfor');

async function openAs(
	visitor: 'controller' | 'reader' | 'member',
	path: string,
	width = 1440
): Promise<Page> {
	const page = await visits.open(path, { visitor, width });
	await page.waitForURL((url) => url.pathname !== '/logga-in');
	return page;
}

/** Presses Tab until the keyboard stands on a control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		if (name.test(await focusedText(page))) return;
	}
	throw new Error(`The keyboard does not reach ${String(name)}`);
}

const focusedText = (page: Page): Promise<string> =>
	page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

/** Kronor as a number of öre, from text such as `1 234,50`. */
const oreOf = (text: string): number =>
	Math.round(Number(text.replace(/[^\d,-]/g, '').replace(',', '.')) * 100);

const noFaults = async (page: Page): Promise<void> => {
	expect(await accessibilityFaults(page)).toEqual([]);
};

test('from a bar to its rules, to the rows of one and to one row, by keyboard', async () => {
	const page = await openAs('controller', '/kostnader?fran=2026-01&till=2026-08');
	const bar = page.getByRole('list', { name: 'Kostnadsslag' }).getByRole('button', { name: /^Konsult/ });
	await bar.focus();
	await page.keyboard.press('Shift+Enter');
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('button', { name: 'Varför räknas kronorna hit?' }).waitFor();
	await tabTo(page, /^Varför räknas kronorna hit/);
	await page.keyboard.press('Enter');
	const reasons = drawer.getByRole('region', { name: 'Vad som avgör att kronorna räknas hit' });
	await reasons.getByRole('row').filter({ hasText: 'Summa' }).waitFor();
	await noFaults(page);

	// The lines sum to the total, and that to the figure that was opened.
	const sums = (await reasons.getByRole('row').allInnerTexts())
		.slice(1)
		.map((line) => oreOf(line.split('\t')[2] ?? ''));
	const total = sums.pop() ?? 0;
	expect(sums.length).toBeGreaterThan(1);
	expect(sums.reduce((sum, ore) => sum + ore, 0)).toBe(total);
	const heading = await drawer.getByRole('heading', { level: 2 }).innerText();
	expect(oreOf(heading)).toBe(Math.round(total / 100) * 100);

	const rule = reasons.getByRole('row').filter({ hasText: '”Systemutveckling”' });
	const [, count = '', kronor = ''] = (await rule.innerText()).split('\t');
	await tabTo(page, new RegExp(`^${count.trim()}$`));
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => (url.searchParams.get('rader') ?? '').includes('regel='));
	await drawer.getByText(`${count.trim()}\u00a0rader`).first().waitFor();
	expect(oreOf(await drawer.getByRole('heading', { level: 2 }).innerText())).toBe(
		Math.round(oreOf(kronor) / 100) * 100
	);
	await page.waitForFunction(() =>
		document.activeElement?.textContent?.includes('Varför räknas kronorna hit?')
	);

	await tabTo(page, /^Varför\?$/);
	await page.keyboard.press('Enter');
	await drawer.getByText(/^Regel \d+ ”Systemutveckling” satte taggarna$/).waitFor();
	await drawer.getByText('Konto börjar med 74314.').waitFor();
	expect(await focusedText(page)).toBe('Varför?');
	const open = drawer.getByRole('link', { name: 'Öppna regeln' });
	expect(await open.getAttribute('href')).toMatch(/^\/taggning\?regel=\w+/);
	await noFaults(page);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
});

test('a row that its file has tagged names the rule that also matched, without a way to rules for a reader', async () => {
	const rows = encodeURIComponent('slag=Moln&fran=2026-01&till=2026-08&steg=It-kostnad&steg=Moln');
	const page = await openAs('reader', `/kostnader?rader=${rows}`, 390);
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('button', { name: 'Varför?', exact: true }).first().click();
	await drawer.getByText('Taggen står i filen', { exact: true }).waitFor();
	await drawer
		.getByText(/^Regel \d+ ”It-tjänster” träffade också, men filens egen tagg går först\.$/)
		.waitFor();
	const losers = drawer.getByRole('listitem').filter({ hasText: '”It-tjänster”' });
	expect(await losers.innerText()).toContain('Ville sätta Drift.');
	expect(await drawer.getByRole('link', { name: 'Öppna regeln' }).count()).toBe(0);
	await noFaults(page);
});

test.each([
	['controller', 1440, 1],
	['reader', 1440, 0],
	['reader', 390, 0]
] as const)(
	'the header tells %s at %i px what tagged the kronor, by keyboard',
	async (visitor, width, links) => {
		const page = await openAs(visitor, '/', width);
		const meter = page.getByRole('button', { name: /^Otaggat/ }).filter({ visible: true });
		await meter.focus();
		await page.keyboard.press('Enter');
		const told = page.getByRole('dialog', { name: 'Vad som taggat kronorna' });
		await told.getByText('Taggat av regel').waitFor();
		for (const line of [
			'Taggat i filen',
			'Taggat för hand',
			'Otaggat, möjlig it',
			'Konflikt mellan regler'
		]) {
			expect(await told.getByText(line, { exact: true }).count()).toBe(1);
		}
		expect(await told.getByRole('link', { name: 'Öppna Taggning' }).count()).toBe(links);
		await noFaults(page);
		await page.keyboard.press('Escape');
		await told.waitFor({ state: 'detached' });
		// Focus is given back a moment after the box is gone.
		await page.waitForFunction(() => document.activeElement?.textContent?.includes('Otaggat'));
		expect(await meter.evaluate((element) => element === document.activeElement)).toBe(true);
	}
);
