// Fråga ägaren and Olistade system on the demo city: questions to an owner and their answers back; a system that no list names.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';

const origin = demoServer().origin;
const newVisit = browserVisits();
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(path: string): Promise<Page> {
	const context = await newVisit({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.goto(origin + path);
	await signIn(page, 'maja.lindqvist');
	return page;
}

test('the questions to an owner go out as a file and paper, and the answers come back by the same file', async () => {
	const page = await open('/system/fraga-agaren');
	await page.getByText(/saknar svar\. De kostar/).waitFor();
	await page.getByRole('table').first().getByRole('link', { name: 'Bibliotekschef' }).click();
	const card = page.getByRole('region', { name: 'Bibliotekschef, Kulturnämnden' });
	await card.waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Frågorna som CSV' }).click()
	]);
	expect(download.suggestedFilename()).toBe('fraga-agaren_bibliotekschef_kulturnämnden.csv');
	const lines = (await readFile(await download.path(), 'utf8')).replace('\ufeff', '').trim().split('\r\n');
	const cells = (lines[1] ?? '').split(';');
	expect((lines[0] ?? '').split(';').slice(0, 8).join(';')).toBe(
		'system_id;namn;falt;fraga;mojliga_svar;svar;kalla;kalldatum'
	);
	const file = (text: string) => ({
		name: 'svar.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(`system_id;falt;svar;kalla;kalldatum\r\n${text}\r\n`)
	});
	const answer = `${cells[0] ?? ''};${cells[2] ?? ''};nej;Frågeblad;2026-08-30`;
	await page
		.locator('input[type=file]')
		.setInputFiles(file(`${answer}\r\nS-999;driftform;egen;Möte;2026-08-30`));
	await page.getByText('1 svar fylls i, 1 avvisas.').waitFor();
	await page.getByText('Systemet finns inte i listan du ser. Rätta system_id.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: 'Skriv ut frågorna' }).click();
	await page.waitForURL((url) => url.pathname.endsWith('/utskrift'));
	await page.getByRole('heading', { name: 'Bibliotekschef, Kulturnämnden' }).waitFor();
	expect(
		(await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
	).toHaveLength(1);
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('the system that no list names is found, added, and its rule waits in Taggning', async () => {
	const page = await open('/system/olistade?enhet=tkr');
	await page.getByText(/leverantör(er)? har fått .+ för något som liknar system/).waitFor();
	const row = page.getByRole('row').filter({ hasText: 'Lyktstigen Digital AB' });
	expect(plain(await row.textContent())).toMatch(
		/Jobbspåret\s*Licens\/SaaS\s*Arbetsmarknadsnämnden\s*12 av 12, även året före/
	);
	expect(await accessibilityFaults(page)).toEqual([]);
	await row.getByRole('button', { name: 'Lägg till Jobbspåret som system' }).click();
	const dialog = page.getByRole('dialog', { name: 'Lägg till systemet' });
	await expect.poll(() => dialog.getByLabel('Nämnd som äger det').inputValue()).toBe('Arbetsmarknadsnämnden');
	await dialog.getByLabel('Varför är det ett system?').fill('Abonnemang varje månad');
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Lägg till och öppna taggregeln' }).click();
	await page.waitForURL(/\/taggning\?regel=/);
	await page.getByText('Jobbspåret är ett system').first().waitFor();

	await page.goto(`${origin}/system/olistade`);
	await page.getByText('Kommer med nästa utgåva').waitFor();
	await page.getByRole('button', { name: 'Ta tillbaka Jobbspåret' }).click();
	await page.getByText(/Jobbspåret är tillbakataget/).waitFor();
});
