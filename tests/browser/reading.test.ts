// Läsläge and Ordlista: a committee member reads a contract on a tablet and asks what a word means.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('lasning');
const contract = '/avtal/A-2021-114';

test('a member reads a contract in one column of larger text, and the choice is kept', async () => {
	const page = await visits.open(contract, { width: 1024 });
	const rootSize = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
	const columns = () =>
		page.evaluate(
			() => getComputedStyle(document.querySelector('.contract-card') ?? document.body).gridTemplateColumns
		);
	await page.getByRole('heading', { name: /^Exitberedskapen är/ }).waitFor();
	const before = await rootSize();
	expect((await columns()).split(' ')).toHaveLength(2);

	const reading = page.getByRole('button', { name: 'Läsläge' });
	await reading.focus();
	await page.keyboard.press('Enter');
	expect(await reading.getAttribute('aria-pressed')).toBe('true');
	expect(await rootSize()).toBeGreaterThan(before * 1.15);
	expect((await columns()).split(' ')).toHaveLength(1);
	expect(await page.getByRole('complementary', { name: 'Meny' }).isVisible()).toBe(false);
	expect(await page.getByRole('button', { name: 'Öppna menyn' }).isVisible()).toBe(true);
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.reload();
	await page.getByRole('heading', { name: /^Exitberedskapen är/ }).waitFor();
	expect(await rootSize()).toBeGreaterThan(before * 1.15);
	for (const width of [390, 768]) {
		await page.setViewportSize({ width, height: 900 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
	await page.getByRole('button', { name: 'Läsläge' }).click();
	expect(await rootSize()).toBe(before);
});

test('a word with dots under it says what it means, once a page, and leads to Ordlista', async () => {
	const page = await visits.open(contract);
	const word = page.getByRole('button', { name: 'Öppen källkod' });
	await word.focus();
	await page.keyboard.press('Enter');
	const meaning = page.getByRole('dialog', { name: 'Öppen källkod' });
	await meaning.getByText(/vem som helst får läsa, använda och ändra/).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await meaning.waitFor({ state: 'detached' });
	expect(await word.evaluate((button) => button === document.activeElement)).toBe(true);

	const marked = await page.locator('.glossary-word').allTextContents();
	expect(marked.length).toBeGreaterThan(3);
	expect(new Set(marked).size).toBe(marked.length);

	await word.click();
	await meaning.getByRole('link', { name: 'Läs i ordlistan' }).click();
	await page.waitForURL(/\/ordlista#oppen-kallkod$/);
	await page.getByRole('searchbox', { name: 'Sök ett ord' }).fill('anbud');
	await page.getByText('Anbud', { exact: true }).waitFor();
	expect(await page.getByText('Takvolym', { exact: true }).count()).toBe(0);
	await page.getByRole('searchbox', { name: 'Sök ett ord' }).fill('finns inte');
	await page.getByRole('button', { name: 'Visa alla ord' }).click();
	await page.getByText('Takvolym', { exact: true }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});
