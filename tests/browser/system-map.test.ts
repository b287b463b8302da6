// The map of systems: what covers each förmåga at each nämnd, read and opened by keyboard.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('systemkarta');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const grid = (page: Page) => page.getByRole('grid', { name: 'Förmågor och nämnder' });
const focused = (page: Page) =>
	page.evaluate(
		() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim()
	);

test('a member reads where the holes are, goes to a cell by keyboard, and finds its systems and their rows', async () => {
	const page = await visits.open('/systemkarta?fran=2025-09&till=2026-08');
	await grid(page).waitFor();
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^\d+ av \d+ behov är täckta av ett system\. \d+ är dubbla, \d+ saknar system och \d+ vet vi inte\.$/
	);
	// The planted black hole: most nämnder need an e-arkiv, and nobody's covers them.
	await page.getByRole('button', { name: 'E-arkiv', exact: true }).waitFor();
	await page.getByRole('gridcell', { name: /^E-arkiv, Kulturnämnden: hål, behovet är uttalat/ }).waitFor();
	await grid(page)
		.getByRole('button', { name: /^Bokning av lokaler, Kommunstyrelsen/ })
		.focus();
	for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
	expect(await focused(page)).toMatch(/^Bokning av lokaler, Kulturnämnden: överlapp, 4\ssystem: /);
	await page.keyboard.press('Enter');
	await page.waitForURL(/formaga=F-0402/);
	await page.getByRole('heading', { name: 'Fyra system gör samma sak' }).waitFor();
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
	await page.getByRole('button', { name: /raderna för Fritidsbokning/ }).click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.textContent())).toContain('Kulturnämnden');
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	await page
		.getByRole('gridcell', { name: /^Bokning av lokaler, Kulturnämnden/ })
		.getByRole('button')
		.focus();
	await page.keyboard.press('Home');
	expect(await focused(page)).toMatch(/^Bokning av lokaler/);
	await page.keyboard.press('Control+End');
	expect(await focused(page)).toMatch(/raderna för Behörighet|inga rader/);
});

test('a closed förmåga counts its parts, a search finds by system, and the map is a table and a file', async () => {
	const page = await visits.open('/systemkarta?visa=exitberedskap&namnd=Kulturn%C3%A4mnden', {
		visitor: 'reader'
	});
	await grid(page).waitFor();
	await page.getByText('Säkra ja av exitfrågorna').waitFor();
	await page.getByRole('button', { name: 'Täckning' }).click();
	await page.getByRole('button', { name: 'Visa bara överst' }).click();
	await page
		.getByRole('gridcell', { name: /^Kontor och samarbete, Kulturnämnden: av delarna är \d+ täckt/ })
		.waitFor();
	await page.getByLabel('Sök förmåga eller system').fill('arkivlåd');
	await page
		.getByRole('button', { name: /^E-arkiv/ })
		.first()
		.waitFor();
	expect(await grid(page).getByRole('row').count()).toBe(3);
	await page.getByLabel('Sök förmåga eller system').fill('');
	await page.getByRole('button', { name: 'Visa som tabell' }).click();
	await page.getByRole('columnheader', { name: 'Läge' }).waitFor();
	await page.getByRole('button', { name: 'Exportera', exact: true }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'CSV', exact: true }).first().click()
	]);
	const [head, first] = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(head).toBe(
		'\ufeffformaga;formaga_namn;namnd;lage;antal_system;system;kostnad;utgava;regelversion;avstamd'
	);
	expect(first).toMatch(/^F-0101;Kontorsarbete och e-post;Kulturnämnden;täckt;1;S-003;\d+,\d\d;/);
});
