// Avtalskort on the demo city: one contract in five answers, each with its rows; on paper, on a telephone, and unknown.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('avtalskort');
const path = '/avtal/A-2021-114';

const openPage = (address: string, width = 1440, visitor: 'member' | 'scoped' = 'member') =>
	visits.open(address, { visitor, width });
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name });

test('a member comes from the list to the card and reads the five answers', async () => {
	const page = await openPage('/avtal?avtal=A-2021-114');
	await page.getByRole('link', { name: 'Öppna avtalskortet' }).click();
	await page.getByRole('heading', { level: 1, name: 'Lärstigen, lärplattform' }).waitFor();
	expect(new URL(page.url()).pathname).toBe(path);
	await page
		.getByText(/Säger ingen upp avtalet senast 31\sdecember 2026 förlängs det ett år\./)
		.first()
		.waitFor();
	await heading(page, /köpt i .* förfarande med .* anbud/).waitFor();
	await heading(page, /Utbildningsnämnden äger/).waitFor();
	await heading(page, /^Exitberedskapen är \d+–\d+\s%/).waitFor();
	await heading(page, /^Senast 31\sdecember 2026, om 122\sdagar/).waitFor();
	await heading(page, /^Avtalet förlängs av sig självt/).waitFor();
});

test('the year’s figure opens rows that sum to it, by keyboard, and gives the focus back', async () => {
	const page = await openPage(`${path}?enhet=kr`);
	const figure = page.locator('h1 + p').getByRole('button').first();
	const amount = plain(await figure.textContent()).replace(/ kr.*/, '');
	await figure.focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer
		.getByText(new RegExp(`${amount.replaceAll(' ', '\\s')}(,\\d\\d)?\\skr`))
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(await figure.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a contract that is not in the register says so and leads to the list', async () => {
	const page = await openPage('/avtal/finns-inte');
	await page.getByText('Avtalet finns inte i registret som du ser').waitFor();
	await page.getByRole('link', { name: 'Till avtalen' }).click();
	await page.getByRole('group', { name: 'Visa avtalen som' }).waitFor();
});

test('it prints on one A4', async () => {
	const page = await openPage(path);
	await heading(page, /^Exitberedskapen/).waitFor();
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.each([
	[1440, 'light'],
	[390, 'dark']
])(
	'the card at %i px, %s, has no faults that axe finds and does not scroll sideways',
	async (width, theme) => {
		const page = await openPage(path, Number(width));
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		await heading(page, /^Exitberedskapen/).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
