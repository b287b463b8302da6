// The pages of a supplier, a nämnd and a system on the demo city: from Kostnader by keyboard, figures that open their
// rows, what a scoped person may not see, and axe.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { bringSession } from './browser-visits';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('sidor');

async function openPage(
	path: string,
	visitor: Parameters<typeof bringSession>[2] = 'member',
	width = 1440
): Promise<Page> {
	const page = await visits.open(path, { visitor, width });
	return page;
}

/** Every answer of the page has come. */
async function counted(page: Page): Promise<void> {
	await page.waitForFunction(
		() => document.querySelector('main section') && !document.querySelector('main [aria-busy=true]')
	);
}

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const lead = async (page: Page) => plain(await page.locator('h1 + p').textContent());

async function leadSays(page: Page, words: RegExp): Promise<void> {
	await expect.poll(() => lead(page), { timeout: 30_000 }).toMatch(words);
}

const table = (page: Page, name: string) =>
	page.getByRole('region', { name, exact: true }).getByRole('table');

test('from Kostnader to a supplier and its rows, by keyboard alone', async () => {
	const page = await openPage('/kostnader?enhet=kr');
	const bars = page.getByRole('list', { name: 'Leverantör' });
	await bars.getByRole('button').first().focus();
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
		'Öppna Nordvinge Data AB'
	);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/leverantorer\/559900-0014\?enhet=kr$/);
	await leadSays(
		page,
		/^Nordvinge Data AB kostar [\d ]+ kr, \d+,\d % av all it-kostnad\. Det är .* än samma tid i fjol\./
	);
	const figure = /kostar ([\d ]+ kr)/.exec(await lead(page))?.[1];
	await page.locator('h1 + p').getByRole('button').focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.getByRole('heading').first().textContent())).toBe(figure);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	const crumbs = page.getByRole('navigation', { name: 'Brödsmulor' });
	expect(plain(await crumbs.textContent())).toContain('Leverantörer Nordvinge Data AB');
});

test('what each nämnd buys of a supplier opens rows that sum to it, and its contracts lead to Avtal', async () => {
	const page = await openPage('/leverantorer/559900-0014?enhet=kr');
	const bought = table(page, 'Vad nämnderna köper');
	await bought.waitFor();
	const total = bought.getByRole('row').last().getByRole('button').last();
	const figure = plain(await total.textContent());
	await leadSays(page, new RegExp(`kostar ${figure} kr`));
	const cell = bought.getByRole('row').nth(1).getByRole('button').first();
	const amount = plain(await cell.textContent());
	await cell.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('heading', { name: amount.replace(/ /g, '\u00a0') }).waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	await table(page, 'Avtal').getByRole('link', { name: 'Serverdrift och arbetsplats' }).first().click();
	await page.waitForURL(/\/avtal\?avtal=A-2022-117&galler=alla/);
});

test('"Varför?" of a row leads on to its supplier and its contract', async () => {
	const rows = encodeURIComponent('slag=Drift&fran=2026-01&till=2026-08&steg=It-kostnad&steg=Drift');
	const page = await openPage(`/kostnader?rader=${rows}`);
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('button', { name: 'Varför?' }).first().click();
	await drawer.getByRole('link', { name: 'Nordvinge Data AB' }).first().click();
	await page.waitForURL(/\/leverantorer\/559900-0014$/);
	await leadSays(page, /^Nordvinge Data AB kostar/);
});

test('a nämnd has its suppliers, systems, contracts and budget, over the period that is chosen', async () => {
	const page = await openPage('/namnder/Utbildningsn%C3%A4mnden?fran=2026-01&till=2026-04');
	await leadSays(page, /^Utbildningsnämndens it kostar \d+,\d mnkr/);
	await counted(page);
	const figures = plain(await page.getByRole('main').locator('dl').first().textContent());
	expect(figures).toMatch(/Avvikelse från budget 2026 .*Budget \d+,\d mnkr, T2-prognos \d+,\d mnkr/);
	for (const name of ['Leverantörer som får betalt', 'System', 'Avtal', 'Licenser'])
		expect(await table(page, name).getByRole('row').count()).toBeGreaterThan(2);
	await table(page, 'Leverantörer som får betalt').getByRole('link').first().click();
	await page.waitForURL(/\/leverantorer\/.*fran=2026-01&till=2026-04/);
});

test('a system says what is known, what is not, and how much is filled in', async () => {
	const page = await openPage('/system/S-001?enhet=kr');
	const joined = page.getByText(/är taggat med system på raden\..*hör till system genom avtalet/);
	const through = joined.getByRole('button').last();
	const amount = plain(await through.textContent());
	await through.click();
	const behind = page.getByRole('dialog');
	await behind.getByRole('table').waitFor();
	expect(plain(await behind.getByRole('heading').first().textContent())).toContain(amount);
	await page.keyboard.press('Escape');
	await behind.waitFor({ state: 'detached' });
	await leadSays(page, /^Serverdrift kostar [\d ]+ kr/);
	await counted(page);
	const facts = page
		.getByRole('main')
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: 'Uppgifter om systemet' }) });
	expect(plain(await facts.textContent())).toMatch(
		/\d+ av \d+ uppgifter ifyllda.*Ägs av Servicenämnden.*Antal integrationer Visas inte för din roll/
	);
	// Classifications are not sent to a member's browser at all.
	expect(await facts.getByText('Konfidentialitet').count()).toBe(0);
	expect(plain(await page.getByRole('main').textContent())).toMatch(
		/En roll av tre saknas.*Systemägare It-chef ?Informationsägare Ingen har sagt/
	);
	await facts.getByRole('link', { name: 'Nordvinge Data AB' }).click();
	await page.waitForURL(/\/leverantorer\/559900-0014\?enhet=kr$/);
});

test('licences open their own rows with the same sum', async () => {
	const page = await openPage('/system/S-003');
	const licences = table(page, 'Licenser');
	await licences.waitFor();
	const purchased = licences.getByRole('row').nth(1).getByRole('button').first();
	const count = plain(await purchased.textContent());
	await purchased.click();
	await page
		.getByRole('dialog')
		.getByRole('heading', { name: `${count.replace(/ /g, '\u00a0')} köpta` })
		.waitFor();
});

test('the list is searched, exported as searched and leads to a page', async () => {
	const page = await openPage('/leverantorer');
	await leadSays(
		page,
		/^It kostade 162,1 mnkr jan–aug 2026, hos \d+ leverantörer\. Störst är Nordvinge Data AB/
	);
	await page.getByRole('searchbox').fill('nordvinge');
	await page.getByText(/^1 av \d+ leverantörer passar sökningen/).waitFor();
	expect(new URL(page.url()).searchParams.get('sok')).toBe('nordvinge');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('main').getByRole('button', { name: /^CSV/ }).click()
	]);
	const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	expect(head).toMatch(/leverantor;leverantor_nyckel;belopp;.*;utgava;regelversion;avstamd$/);
	expect(lines).toHaveLength(1);
	await page.getByRole('link', { name: 'Nordvinge Data AB' }).click();
	await page.waitForURL(/\/leverantorer\/559900-0014$/);
});

test('somebody who sees one nämnd finds only what that slice holds, and is told so plainly', async () => {
	const page = await openPage('/namnder/Kulturn%C3%A4mnden', 'scoped');
	await page.getByText('Finns inte i de siffror du får se').waitFor();
	await page.getByRole('link', { name: 'Visa alla nämnder' }).click();
	await page.waitForURL(/\/namnder$/);
	await page.getByRole('link', { name: 'Utbildningsnämnden' }).waitFor();
	expect(await page.getByRole('link', { name: 'Kulturnämnden' }).count()).toBe(0);
	await page.goto(`${origin}/leverantorer/Finns%20inte`);
	await page.getByText('Finns inte i de siffror du får se').waitFor();
});

/** Width and theme; a page is opened once and looked at in each. */
const [wideLight, wideDark, narrowLight, narrowDark] = [
	[1440, 'light'],
	[1440, 'dark'],
	[390, 'light'],
	[390, 'dark']
] as const;

test.each([
	['/leverantorer/559900-0014', [wideLight, narrowDark]],
	['/namnder/Utbildningsn%C3%A4mnden', [wideDark, narrowLight]],
	['/system/S-001', [wideLight, narrowDark]],
	['/leverantorer', [wideLight]],
	['/namnder', [narrowLight]],
	['/system', [narrowDark]],
	['/system/S-finns-inte', [narrowLight]]
] as const)('%s has no fault that axe knows of and does not scroll sideways', async (path, looks) => {
	const page = await openPage(path, 'member', looks[0][0]);
	await counted(page);
	for (const [width, theme] of looks) {
		await page.setViewportSize({ width, height: 900 });
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
});
