// The main job, end to end: a controller's file becomes figures that a reader sees and takes home.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { csvSource, importRows } from '../support/sources';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';

const origin = demoServer().origin;
const newVisit = browserVisits();

async function openAs(username: string, path: string): Promise<Page> {
	const context = await newVisit({ acceptDownloads: true });
	const page = await context.newPage();
	await page.goto(origin + path);
	await signIn(page, username);
	await page.waitForURL((url) => url.pathname !== '/logga-in');
	return page;
}

/** The figures of a page as a person reads them, with common spaces. */
async function leadOf(page: Page, containing: string): Promise<string> {
	await page.waitForFunction(
		(wanted) =>
			document
				.querySelector('h1 + p')
				?.textContent?.replace(/\u00a0/g, ' ')
				.includes(wanted),
		containing
	);
	return ((await page.locator('h1 + p').textContent()) ?? '').replace(/\u00a0/g, ' ').trim();
}

// 12 rows of one nämnd: 11 IT rows that sum to 7 260,55 kr and one that is not IT.
const amounts = [100, 250.5, 333.33, 410, 512.25, 640, 725.47, 808, 950, 1101, 1430];
const lines = [
	'datum;namnd;konto;leverantor;organisationsnummer;text;belopp',
	...amounts.map(
		(amount, i) =>
			`2026-0${1 + (i % 8)}-1${i % 10};Provnämnden;7431${1 + (i % 3)};${i % 2 ? 'Provia AB' : 'Andra AB'};;Hemlig fakturatext ${i};${amount.toFixed(2).replace('.', ',')}`
	),
	'2026-03-03;Provnämnden;50110;;;Löner;99999,00'
];

test('sign in, import, publish, filter, open the rows behind a bar, export and read back equal', async () => {
	const page = await openAs('maja.lindqvist', '/importera');
	await page
		.locator('input[type=file]')
		.setInputFiles([
			{ name: 'prov.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n') + '\r\n') }
		]);
	await page.getByLabel('Kontrollsumma, kr').fill('107 259,55');
	await page.getByRole('button', { name: 'Läs in', exact: true }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	await page.getByRole('link', { name: 'Publicera ny utgåva' }).click();
	await page.getByRole('button', { name: 'Publicera ny utgåva' }).click();
	const done = page.getByText(/^Utgåva \d+ gäller nu\.$/);
	await done.waitFor();
	const edition = Number(/\d+/.exec((await done.textContent()) ?? '')?.[0]);
	try {
		await page.goto(`${origin}/kostnader?enhet=kr`);
		await page
			.getByRole('button', { name: /^Nämnd/ })
			.first()
			.click();
		await page.getByRole('option', { name: /^Provnämnden/ }).click();
		await page.keyboard.press('Escape');
		const lead = await leadOf(page, 'Provnämndens it kostar');
		expect(lead).toContain('7 261 kr');
		const address = page.url();

		const bar = page.getByRole('list', { name: 'Leverantör' }).getByRole('button', { name: /^Andra AB/ });
		await bar.focus();
		await page.keyboard.press('Shift+Enter');
		const drawer = page.getByRole('dialog');
		// Every second amount, from the first: 100 + 333,33 + 512,25 + 725,47 + 950 + 1 430.
		await drawer.getByRole('heading', { name: /4\s051\s*kr/ }).waitFor();
		await drawer
			.getByRole('row')
			.filter({ hasText: /Summa.*4\s051,05/s })
			.waitFor();
		// The total stands there before the rows are fetched.
		await expect.poll(() => drawer.getByRole('row').filter({ hasText: '2026-' }).count()).toBe(6);
		await page.keyboard.press('Escape');

		await page.getByRole('button', { name: 'Exportera CSV' }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: /^Alla rader bakom/ }).click()
		]);
		const text = await readFile(await file.path(), 'utf8');
		const { accepted, result } = await importRows(csvSource('kostnader.csv', text));
		expect(result.totals).toMatchObject({ accepted: amounts.length, rejected: 0, sum: 726_055 });
		const written = accepted.map(({ by }) => [by.datum, by.konto, by.leverantor, by.text, by.belopp]);
		const { accepted: sent } = await importRows(csvSource('prov.csv', lines.slice(0, -1)));
		const original = sent.map(({ by }) => [by.datum, by.konto, by.leverantor, by.text, by.belopp]);
		expect(written.map(String).sort()).toEqual(original.map(String).sort());
		expect(text).toContain(`;${edition};`);

		// Another person, another role, the same address: the same figures, and no free text anywhere.
		const reader = await openAs('emil.norberg', address.slice(origin.length));
		expect(await leadOf(reader, 'Provnämndens it kostar')).toBe(lead);
		await reader
			.getByRole('list', { name: 'Leverantör' })
			.getByRole('button', { name: /^Andra AB/ })
			.focus();
		await reader.keyboard.press('Shift+Enter');
		await reader
			.getByRole('dialog')
			.getByRole('heading', { name: /4\s051\s*kr/ })
			.waitFor();
		expect(await reader.getByText('Hemlig fakturatext').count()).toBe(0);
	} finally {
		await page.goto(`${origin}/avstamning`);
		await page.getByRole('button', { name: 'Ta bort prov.csv' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort' }).click();
		await page.getByText('prov.csv är borttagen.').waitFor();
		await page.getByRole('button', { name: `Återkalla utgåva ${edition}` }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Återkalla' }).click();
		await page.getByText(`Utgåva ${edition} är återkallad.`).waitFor();
	}
});
