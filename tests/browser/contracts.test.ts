import { readFile } from 'node:fs/promises';
import readWorkbook from 'read-excel-file/node';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('avtal');

/** Opens a page as a committee member, and waits until its contracts are there. */
async function openPage(path: string, width = 1440): Promise<Page> {
	const page = await visits.open(path, { width });
	await page.getByRole('group', { name: 'Visa avtalen som' }).waitFor();
	return page;
}

/** Nothing that axe finds, and nothing to scroll sideways. */
async function expectSound(page: Page) {
	expect(await accessibilityFaults(page)).toEqual([]);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window ?? 0);
}

const group = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('a member finds what must be decided, reads why, and comes to the rows, by keyboard', async () => {
	const page = await openPage('/avtal');
	const main = page.getByRole('main');
	await main
		.getByText(/Tre av \d+ avtal behöver beslut före 31\smars, och ett har nått sitt tak\./)
		.waitFor();
	expect(
		await group(page, /^Takvolymen är nådd/)
			.getByRole('listitem')
			.count()
	).toBe(1);
	const soon = group(page, /^Beslut före 31\smars 2027/);
	expect(await soon.getByRole('button', { expanded: false }).allTextContents()).toEqual([
		'Lärstigen, lärplattform',
		'Serverdrift och arbetsplats',
		'Kartvy, geodata'
	]);

	await soon.getByRole('button', { name: 'Lärstigen, lärplattform', exact: true }).focus();
	await page.keyboard.press('Enter');
	await soon.getByText(/Säger ingen upp avtalet senast 31\sdecember 2026 förlängs det ett år\./).waitFor();
	expect(new URL(page.url()).searchParams.get('avtal')).toBe('A-2021-114');
	await soon.getByText('A-2021-114', { exact: true }).waitFor();

	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(await drawer.textContent()).toContain('Lärstigen, lärplattform');
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	await expectSound(page);
});

test('the address holds the search, and an empty list says which filter to take away', async () => {
	const page = await openPage('/avtal');
	await page.getByRole('searchbox').fill('Tellunda');
	await page.waitForFunction(() => new URL(location.href).searchParams.get('sok') === 'Tellunda');
	await page.getByRole('button', { name: 'Nät och telefoni', exact: true }).waitFor();
	expect(await page.getByRole('main').getByRole('button', { expanded: false }).count()).toBeGreaterThan(0);

	await page.goto(`${origin}/avtal?namnd=Kulturn%C3%A4mnden&sok=Tellunda`);
	await page.getByText('Inga avtal passar filtret').waitFor();
	await page.getByRole('button', { name: 'Ta bort filtret Nämnd' }).click();
	await page.getByRole('button', { name: 'Nät och telefoni', exact: true }).waitFor();
	expect(new URL(page.url()).searchParams.has('namnd')).toBe(false);
});

test('more filters and another order are chosen by keyboard, stand in the address, and say what they would show', async () => {
	const page = await openPage('/avtal');
	const filters = page.getByRole('search', { name: 'Filtrera avtalen' });
	await filters.getByRole('button', { name: 'Fler filter' }).focus();
	await page.keyboard.press('Enter');
	const more = page.getByRole('dialog', { name: 'Fler filter' });
	await more.getByRole('button', { name: 'Uppgifter saknas' }).focus();
	await page.keyboard.press('Enter');
	// The list opens with its search in focus; the arrows go through it.
	const list = page.getByRole('listbox', { name: 'Uppgifter saknas' });
	await list.waitFor();
	await page.keyboard.type('exitplan');
	const option = list.getByRole('option', { name: /^Svar om exitplan\s\d+\savtal/ });
	const count = Number(/(\d+)\savtal/.exec((await option.textContent()) ?? '')?.[1]);
	expect(count).toBeGreaterThan(0);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await page.getByLabel('Ordna efter').selectOption('Efter kronor');
	const all = group(page, /^Mest kronor om året först/);
	await all.getByText(new RegExp(`^${count} avtal, `)).waitFor();
	const { searchParams } = new URL(page.url());
	expect([...searchParams]).toEqual([
		['saknas', 'exitplan'],
		['ordning', 'kronor']
	]);

	await page.goto(`${origin}/avtal?status=utganget&saknas=anbud`);
	await page.getByText('Inga avtal passar filtret').waitFor();
	await page.getByRole('button', { name: 'Rensa alla filter' }).click();
	await group(page, /^Takvolymen är nådd/).waitFor();
	expect(new URL(page.url()).search).toBe('');
});

test('contracts that have ended are shown when asked for', async () => {
	const page = await openPage('/avtal?galler=alla');
	const ended = group(page, /^Utgånget/);
	await ended.getByRole('button', { name: 'Säkerhetsskydd, tidigare', exact: true }).waitFor();
	await page.getByRole('button', { name: /^Gäller i dag/ }).click();
	await ended.waitFor({ state: 'detached' });
});

test('the table has every day, sorts, and the file has the computed columns and the stamp', async () => {
	const page = await openPage('/avtal');
	await page.getByRole('button', { name: 'Tabell', exact: true }).click();
	const head = page.getByRole('columnheader', { name: 'Sista dag att säga upp' });
	await head.getByRole('button').click();
	expect(await head.getAttribute('aria-sort')).toBe('ascending');
	const first = page.getByRole('row').nth(1);
	expect(await first.textContent()).toContain('2026-06-30');

	await expectSound(page);

	const takeOut = async (kind: string) => {
		await page.getByRole('button', { name: 'Exportera', exact: true }).click();
		await page.getByRole('button', { name: kind, exact: true }).click();
	};
	const [download] = await Promise.all([page.waitForEvent('download'), takeOut('CSV')]);
	const text = await readFile(await download.path(), 'utf8');
	const [header = '', ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
	expect(header).toMatch(/^avtals_id;diarienummer;benamning;leverantor;/);
	expect(header).toMatch(
		/;sista_uppsagningsdag;sista_forlangningsdag;senaste_slut;sista_upphandlingsstart;fakturerat;takvolym_uttag;utgava;regelversion;avstamd$/
	);
	expect(lines.find((line) => line.startsWith('A-2021-114;'))).toContain(
		';2026-12-31;;2029-06-30;2025-12-31;'
	);

	const [book] = await Promise.all([page.waitForEvent('download'), takeOut('Excel (XLSX)')]);
	expect(book.suggestedFilename()).toBe('avtal_gäller_i_dag_2026-08-31.xlsx');
	const sheets = await readWorkbook(await readFile(await book.path()));
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Avtal', 'Om uttaget']);
	expect(sheets[0]?.data).toHaveLength(lines.length + 1);
	const about = new Map(sheets[1]?.data.map(([what, said]) => [what, said]));
	expect(about.get('Filter')).toBe('Gäller i dag');
	expect(about.get('Räknat per')).toBe('2026-08-31');
	expect(about.get('Avstämd')).toMatch(/^(?:ja|nej)$/);
	expect(about.has('Utgåva') && about.has('Regelversion')).toBe(true);
});

test('a calendar subscribes at an address of one’s own until it is closed, and a card gives its days as a file', async () => {
	const page = await openPage('/avtal');
	await page.getByRole('button', { name: 'Kalender', exact: true }).click();
	await page.getByText('Du har ingen kalenderadress.').waitFor();
	await page.getByRole('button', { name: 'Skapa adress' }).click();
	const address = await page.getByLabel('Adress till kalendern').inputValue();
	expect(address).toMatch(/\/kalender\/[a-z2-7]{52}\.ics$/);
	const webcal = page.getByRole('link', { name: 'Öppna i kalendern' });
	expect(await webcal.getAttribute('href')).toBe(address.replace(/^http:/, 'webcal:'));
	expect(await accessibilityFaults(page)).toEqual([]);

	// As a calendar program asks: without a session.
	const asked = await fetch(address);
	expect(asked.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(asked.headers.get('cache-control')).toBe('private, no-store');
	expect(await asked.text()).toContain('UID:avtal-A-2021-114-notice@genomlys');
	await page.getByRole('button', { name: 'Stäng adressen' }).click();
	await page.getByText(/^Adressen är stängd/).waitFor();
	expect((await fetch(address)).status).toBe(404);
	await page.keyboard.press('Escape');

	await page.goto(`${origin}/avtal/A-2021-114`);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Kalenderfil' }).click()
	]);
	expect(file.suggestedFilename()).toBe('a-2021-114_lärstigen_lärplattform.ics');
	const days = await readFile(await file.path(), 'utf8');
	expect(days.match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
	expect(days).toContain('DTSTART;VALUE=DATE:20261231');
});

test('the list has no fault that axe knows of at 390 px', async () => {
	await expectSound(await openPage('/avtal', 390));
});
