// The parts of systems, the chain behind a supplier and sovereignty, as a member and somebody who completes use them.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('systemdelar');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const idle = (page: Page) => page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
const lead = async (page: Page) => plain(await page.locator('main h1 + p').textContent());

test('a member finds who holds several parts of Omsorgsjournalen, and the rows behind a part', async () => {
	const page = await visits.open('/beroende/delar?fran=2025-09&till=2026-08');
	const table = page.getByRole('region', { name: 'Vem får betalt för vad, per system' });
	await table.waitFor();
	await idle(page);
	expect(await lead(page)).toMatch(/^I \d+ system av \d+ håller en och samma leverantör flera delar\./);
	await page.getByLabel('Sök system').fill('omsorgsj');
	const row = table.getByRole('row', { name: /^Omsorgsjournalen/ });
	expect(plain(await row.textContent())).toMatch(/Nordvinge Data AB.*2 av 3/);
	await row.getByRole('button', { name: /Nordvinge Data AB, Drift, raderna/ }).click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.textContent())).toContain('Omsorgsjournalen');
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(plain(await page.getByRole('main').textContent())).toMatch(
		/Ledtråda Fiber AB.*Får betalt på samma nätsystem som Tellunda Nät AB/
	);
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test('the chain of a supplier is read as a graph by keyboard, as a list, and as a price rise', async () => {
	const page = await visits.open('/beroende/kedja?leverantor=559900-0014');
	const graph = page.getByRole('group', { name: /^Kedjan når/ });
	await graph.waitFor();
	await idle(page);
	expect(await lead(page)).toMatch(/^Försvinner Nordvinge Data AB berörs 4 system, .* samhällsviktiga\.$/);
	const node = graph.getByRole('button', { name: 'Följ kedjan genom Vård- och omsorgsjournal' });
	await node.focus();
	await page.keyboard.press('Enter');
	expect(await node.getAttribute('aria-pressed')).toBe('true');
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
	await page.getByRole('button', { name: 'Lista', exact: true }).click();
	await page
		.getByRole('region', { name: 'Berörda system' })
		.getByRole('row', { name: /^Omsorgsjournalen/ })
		.waitFor();
	await page.getByRole('button', { name: 'Höjer priset' }).click();
	await page.waitForURL(/hojning=10/);
	expect(await lead(page)).toMatch(
		/^Höjer Nordvinge Data AB priset med 10 % kostar det 4,2 mnkr mer på ett år/
	);
});

test('an address that names nobody is told of and put right, and a phone reads the chain as a list', async () => {
	const page = await visits.open('/beroende/kedja?leverantor=zzz&hojning=hej&enhet=tkr', { width: 390 });
	await page
		.getByText(
			'Adressens leverantör ”zzz” finns inte i de siffror du ser. Sidan visar den största leverantören i stället.'
		)
		.waitFor();
	await page.getByText(/^Adressens höjning ”hej” finns inte att välja\./).waitFor();
	expect(new URL(page.url()).search).toBe('?enhet=tkr');
	await page.getByRole('button', { name: 'Lista', exact: true, pressed: true }).waitFor();
	await idle(page);
	expect(await lead(page)).toMatch(/^Försvinner Nordvinge Data AB berörs 4 system/);
	const systems = page.getByRole('region', { name: 'Berörda system' });
	await page.getByText('Fler kolumner åt höger').first().waitFor();
	await systems.evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
	await page.getByText('Fler kolumner åt vänster').first().waitFor();
	// What is chosen next needs no words about what was wrong before.
	await page.getByRole('button', { name: 'Höjer priset' }).click();
	await page.waitForURL(/hojning=10/);
	expect(await page.getByText(/^Adressens/).count()).toBe(0);
});

test('a person with the right to complete fills in an answer about sovereignty and sees it at once', async () => {
	const page = await visits.open('/beroende/suveranitet', { visitor: 'entitled' });
	const fill = page.getByRole('button', { name: 'Fyll i Strategisk för Ekonomikompassen' });
	await fill.waitFor();
	await idle(page);
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
	await fill.click();
	const form = page.getByRole('dialog');
	await form.getByLabel('SOV-1 Strategisk').selectOption('3');
	await form.getByLabel('Källa', { exact: false }).first().fill('Ekonomichefen, möte');
	await form.getByLabel('Källans datum').fill('2026-08-30');
	await form.getByRole('button', { name: 'Spara' }).click();
	await form.waitFor({ state: 'detached' });
	const row = page.getByRole('row', { name: /^Ekonomikompassen/ });
	await row.getByRole('button', { name: /^0–3, så räknades talet/ }).waitFor();
	// Taken back, so that the city is as it was.
	await page.getByRole('button', { name: 'Ångra' }).click();
	await fill.waitFor();
});
