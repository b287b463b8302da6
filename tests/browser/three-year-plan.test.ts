// The controller looks three years ahead, puts a change in the plan, changes it and takes it out; and sees who would carry what is shared.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('plan');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(visitor: 'controller' | 'reader' | 'scoped', width = 1440): Promise<Page> {
	const page = await visits.open('/budget/plan', { visitor, width });
	await page.getByRole('region', { name: 'Planerade ändringar' }).waitFor();
	return page;
}
const table = (page: Page) => page.getByRole('region', { name: 'Raderna, år för år och sätt för sätt' });
const numbers = async (page: Page, name: RegExp) =>
	(await table(page).getByRole('row', { name }).locator('td').allTextContents()).map((text) =>
		Number(plain(text).replace('−', '-').replace('+', '').replace(',', '.'))
	);
const changes = (page: Page) => page.getByRole('region', { name: 'Planerade ändringar' });

test('a controller puts a change in the plan, sees it counted, changes it with a reason, and takes it out', async () => {
	const page = await open('controller');
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^Med fortsatt förvaltning kostar it troligen [\d,]+ mnkr 2029, med förnyelse [\d,]+ mnkr\. Båda kostar [\d,]+ mnkr, mellan [\d,]+ och [\d,]+ mnkr\. I dag kostar driften [\d,]+ mnkr om året\.$/
	);
	const before = await numbers(page, /^Planerad förändring/);
	expect(before).toHaveLength(9);

	await page.getByRole('button', { name: 'Lägg till ändring' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await dialog.getByText('Skriv vad som ska ändras.').waitFor();
	await dialog.getByLabel('Vad ska ändras').fill('Självscanning på biblioteken');
	await dialog.getByLabel('Nämnd som betalar').selectOption('Kulturnämnden');
	await dialog.getByLabel('System', { exact: false }).first().selectOption({ label: 'Biblioteksnavet' });
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await dialog.getByText('Skriv ett belopp för minst ett år.').waitFor();
	await dialog.getByLabel('2027, kronor').fill('1,5 mnkr');
	await dialog.getByLabel('2028, kronor').fill('ungefär en');
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await dialog.getByText('Skriv ett belopp i kronor, eller lämna tomt.').waitFor();
	await dialog.getByLabel('2028, kronor').fill('-250 000');
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await page.getByText('Självscanning på biblioteken är inlagd i planen.').waitFor();

	// It belongs to renewal: the first way is as it was, and both have it once.
	const after = await numbers(page, /^Planerad förändring/);
	const moved = after.map((value, index) => Math.round((value - (before[index] ?? 0)) * 100) / 100);
	expect(moved).toEqual([0, 0, 0, 1.5, -0.25, 0, 1.5, -0.25, 0]);
	const row = changes(page).getByRole('row', {
		name: /^Självscanning på biblioteken Kulturnämnden, Biblioteksnavet/
	});
	expect(plain(await row.textContent())).toMatch(/Förnyelse.*\+1 500−250/);

	await row.getByRole('button', { name: 'Ändra, Självscanning på biblioteken' }).click();
	await dialog.getByLabel('2027, kronor').fill('2 000 000');
	await dialog.getByLabel('Varför').fill('dyrare');
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await dialog.getByText('Skriv varför, med minst tio tecken.').waitFor();
	await dialog.getByLabel('Varför').fill('Offerten blev högre än väntat');
	await dialog.getByRole('button', { name: 'Spara ändringen' }).click();
	await page.getByText('Självscanning på biblioteken är ändrad.').waitFor();
	expect(plain(await row.textContent())).toContain('+2 000');
	await page.getByRole('button', { name: 'Ångra' }).click();
	await page.getByText('Ångrat, som det var innan.').waitFor();
	expect(plain(await row.textContent())).toContain('+1 500');

	await row.getByRole('button', { name: 'Ändra, Självscanning på biblioteken' }).click();
	await dialog.getByText('Offerten blev högre än väntat').waitFor();
	await dialog.getByLabel('Varför').fill('Biblioteken väntar ett år');
	await dialog.getByRole('button', { name: 'Ta ur planen' }).click();
	await page.getByText('Självscanning på biblioteken är uttagen ur planen.').waitFor();
	await row.waitFor({ state: 'detached' });
	expect(await numbers(page, /^Planerad förändring/)).toEqual(before);
}, 90_000);

test('the lines sum to each year, open their rows, and leave as a file that sums to the page', async () => {
	const page = await open('reader');
	expect(await page.getByRole('button', { name: 'Lägg till ändring' }).count()).toBe(0);
	const lines = await Promise.all(
		[/^Drift i dag/, /^Prisökning/, /^Avtal, system/, /^Planerad drift/, /^Planerad förändring/].map((name) =>
			numbers(page, name)
		)
	);
	const sums = await numbers(page, /^Summa/);
	for (const [index, sum] of sums.entries())
		expect(Math.abs(lines.reduce((all, line) => all + (line[index] ?? 0), 0) - sum)).toBeLessThan(0.03);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exportera CSV' }).click()
	]);
	expect(download.suggestedFilename()).toBe('treårsplan_2027_2029.csv');
	const file = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
	expect(file[0]).toBe(
		'\ufeffar;namnd;kostnadsslag;rad;scenario;lagt;troligt;hogt;utgava;regelversion;avstamd'
	);
	const cells = file.slice(1).map((line) => line.split(';'));
	const inFile = cells
		.filter(([year, , , , scenario]) => year === '2029' && scenario === 'Båda')
		.reduce((sum, cell) => sum + Number((cell[6] ?? '').replace(',', '.')), 0);
	expect(Math.round(inFile / 10_000) / 100).toBe(sums[8]);

	const running = table(page)
		.getByRole('row', { name: /^Drift i dag/ })
		.getByRole('button')
		.first();
	const shown = plain(await running.textContent());
	await running.click();
	const drawer = page.getByRole('dialog');
	const heading = drawer.getByRole('heading', { name: /\d\skr$/ });
	await heading.waitFor();
	const opened = Number(plain(await heading.textContent()).replace(/\D/g, ''));
	expect((Math.round(opened / 10_000) / 100).toFixed(2).replace('.', ',')).toBe(shown);
	await page.keyboard.press('Escape');
	expect(await accessibilityFaults(page)).toEqual([]);
}, 90_000);

test('who sees one nämnd sees its plan and changes, on a phone too', async () => {
	const page = await open('scoped', 390);
	expect(plain(await page.locator('.lead').textContent())).toContain('Med fortsatt förvaltning kostar');
	const text = plain(await changes(page).textContent());
	expect(text).toContain('Ny lärplattform');
	expect(text).not.toContain('Servrarna byts');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

test('shared services show who would carry them: what moves between nämnder is zero together', async () => {
	const page = await visits.open('/budget/tjansteplan', { visitor: 'reader' });
	const shifts = page.getByRole('region', { name: 'Kommunbidraget, om den som använder bär' });
	await shifts.waitFor();
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^De gemensamma tjänsterna kostar [\d,]+ mnkr i drift i dag och troligen [\d,]+ mnkr 2029\. Om den som använder bar kostnaden, efter antal anställda, skulle [\d,]+ mnkr i kommunbidrag flytta, mest till Utbildningsnämnden\.$/
	);
	expect(
		plain(
			await shifts
				.getByRole('row', { name: /^Summa/ })
				.locator('td')
				.last()
				.textContent()
		)
	).toBe('0');
	await shifts.getByRole('button', { name: 'Servicenämnden', exact: true }).click();
	await shifts.getByRole('link', { name: 'Serverdrift' }).waitFor();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'CSV' }).nth(1).click()
	]);
	const cells = (await readFile(await download.path(), 'utf8'))
		.trimEnd()
		.split('\r\n')
		.slice(1)
		.map((line) => line.split(';'));
	const ore = (text = '') => Math.round(Number(text.replace(',', '.')) * 100);
	const perSystem = new Map<string, number>();
	for (const cell of cells) perSystem.set(cell[2] ?? '', (perSystem.get(cell[2] ?? '') ?? 0) + ore(cell[8]));
	expect(perSystem.size).toBeGreaterThan(10);
	expect([...perSystem.values()].every((sum) => sum === 0)).toBe(true);

	await page.getByRole('link', { name: 'lika för alla' }).click();
	await page.getByText('Alla nämnder som använder ett system bär lika mycket av det.').waitFor();
	const services = page.getByRole('region', { name: 'Tjänsterna, år för år' });
	await services.getByRole('button', { name: 'Vård och omsorg' }).click();
	await services.getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	// Nothing can be moved between nämnder by somebody who sees one of them.
	const scoped = await visits.open('/budget/tjansteplan', { visitor: 'scoped', width: 390 });
	await scoped.getByText(/^Du ser bara några nämnder\./).waitFor();
	expect(await scoped.getByRole('region', { name: 'Kommunbidraget, om den som använder bär' }).count()).toBe(
		0
	);
	expect(await scoped.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}, 90_000);
