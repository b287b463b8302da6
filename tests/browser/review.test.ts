// Questions, verdicts and dismissals on the demo city, by a member and a controller at once: both are kept, and a lost connection
// loses no words.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('fragor');
const path = '/avtal/A-2021-114';

const openPage = (address: string, visitor: 'member' | 'controller' | 'reader', width = 1440) =>
	visits.open(address, { visitor, width });
const thread = (page: Page, opening: string) => page.getByRole('article', { name: `Fråga: ${opening}` });

test('a member asks on Avtalskort, and an answer that comes while she writes more is kept beside hers', async () => {
	const page = await openPage(path, 'member');
	await page.getByRole('button', { name: 'Ställ en fråga', exact: true }).click();
	await page.getByLabel('Din fråga').fill('Vad kostar flytten?');
	await page.getByRole('button', { name: 'Spara frågan' }).click();
	await page.getByText('Frågan är sparad.').waitFor();
	const asked = thread(page, 'Vad kostar flytten?');
	await asked.getByText('Väntar på svar').waitFor();
	await page.getByRole('link', { name: /^Frågor och beslut\s*\d+\söpp/ }).waitFor();

	await asked.getByRole('button', { name: /^Svara/ }).click();
	await asked.getByLabel('Ditt svar').fill('Vi tror en miljon.');
	const other = await openPage(path, 'controller');
	const theirs = thread(other, 'Vad kostar flytten?');
	await theirs.getByRole('button', { name: /^Svara/ }).click();
	await theirs.getByLabel('Ditt svar').fill('Vi bedömer flytten till två miljoner.');
	await theirs.getByRole('button', { name: 'Spara svaret' }).click();
	await theirs.getByText('Besvarad').waitFor();

	await asked.getByRole('button', { name: 'Spara svaret' }).click();
	await asked.getByText('controller skrev medan du skrev. Båda är sparade.').waitFor();
	await asked.getByText('Vi bedömer flytten till två miljoner.').waitFor();
	await asked.getByText('Vi tror en miljon.').waitFor();

	await asked.getByRole('button', { name: /^Avsluta med beslut/ }).click();
	await asked.getByLabel('Beslutet').fill('Underlaget räcker.');
	await asked.getByRole('button', { name: 'Avsluta med beslutet' }).click();
	await asked.getByText('Avslutad', { exact: true }).waitFor();
	await asked.getByRole('button', { name: /^Öppna igen/ }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('without a connection the words stay, also through a new page, and are sent when one presses again', async () => {
	const page = await openPage(path, 'member');
	await page.getByRole('button', { name: 'Skriv en anteckning' }).click();
	await page.getByLabel('Din anteckning').fill('Ring leverantören före mötet.');
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Spara anteckningen' }).click();
	await page.getByText('Ingen kontakt med servern. Det du skrev är sparat i den här webbläsaren').waitFor();
	await page.context().setOffline(false);
	await page.reload();
	const field = page.getByLabel('Din anteckning');
	await field.waitFor();
	expect(await field.inputValue()).toBe('Ring leverantören före mötet.');
	await page.getByText('Det du började skriva ligger kvar.').waitFor();
	await page.getByRole('button', { name: 'Spara anteckningen' }).click();
	await page.getByText('Anteckningen är sparad.').waitFor();
	expect(
		await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('genomlys-utkast')))
	).toEqual([]);
});

test('a member judges by keyboard, and a reader reads the verdict but has no form', async () => {
	const page = await openPage(path, 'member');
	await page.getByRole('radio', { name: 'Förläng', exact: true }).focus();
	for (const key of ['ArrowDown', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
	await page.keyboard.type('Ett år till ger tid att upphandla i delar.');
	// A choice of meeting stands between where one is called.
	await page.getByRole('button', { name: 'Spara bedömning' }).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Din bedömning är sparad.').waitFor();
	expect(await page.getByText('Förläng och starta upphandling').count()).toBeGreaterThan(1);
	expect(await page.getByLabel('Motivering').inputValue()).toBe('');

	const reader = await openPage(path, 'reader');
	await reader.getByText('Ett år till ger tid att upphandla i delar.').first().waitFor();
	expect(await reader.getByRole('button', { name: /Spara bedömning|Ställ en fråga/ }).count()).toBe(0);
	const pdf = (await reader.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('a flag is dismissed with a reason that all see, and a figure is asked about with a link back to it', async () => {
	const page = await openPage('/avtal/luckor', 'member');
	const card = page.locator('#tak');
	const dismiss = card.getByRole('button', { name: /^Avfärda/ }).first();
	const flag = ((await dismiss.getAttribute('aria-label')) ?? '').replace('Avfärda ', '');
	await dismiss.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Avfärda med skälet' }).click();
	// One letter tells nobody why.
	await dialog.getByLabel('Varför avfärdas flaggan?').fill('x');
	await dialog.getByText('Skriv ett skäl på minst tio tecken.').waitFor();
	await dialog.getByLabel('Varför avfärdas flaggan?').fill('Taket höjs vid nästa möte.');
	await dialog.getByRole('button', { name: 'Avfärda med skälet' }).click();
	await card.getByText(`Flaggan för ${flag} är avfärdad.`).waitFor();
	expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
		`Flaggan för ${flag} är avfärdad.`
	);
	await card.getByText(/Avfärdad av member .* Taket höjs vid nästa möte\./).waitFor();
	await card.getByText(/^En lucka är avfärdad och räknas ändå med ovan\. Utan den:/).waitFor();

	await card.getByRole('table').getByRole('button', { name: /\d/ }).first().click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('button', { name: 'Ställ en fråga om siffran' }).click();
	const form = page.getByRole('dialog').filter({ hasText: 'Frågan får en länk till siffran' });
	await form.getByLabel('Din fråga').fill('Vem höjer taket?');
	await form.getByRole('button', { name: 'Spara frågan' }).click();
	await form.getByRole('link', { name: 'Till Frågor och beslut' }).click();

	await page.getByRole('heading', { level: 1, name: 'Frågor och beslut' }).waitFor();
	await page.getByText('Taket höjs vid nästa möte.').waitFor();
	const asked = page.getByRole('listitem').filter({ hasText: 'Vem höjer taket?' });
	expect(await asked.getByRole('link').first().getAttribute('href')).toMatch(/^\/avtal\/luckor\?.*rader=/);
	await page.getByRole('button', { name: /^Avslutad/ }).click();
	await asked.waitFor({ state: 'detached' });
	await page.getByText('Underlaget räcker.').waitFor();
	expect(new URL(page.url()).search).toContain('status=avslutad');
	await page.getByRole('table').getByText('Ett år till ger tid').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 390, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
