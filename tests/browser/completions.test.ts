// Completing on the Avtalskort what the register lacks: by keyboard, seen at once, told from where, and taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

const origin = demoServer().origin;
const newVisit = browserVisits();
const path = '/avtal/A-2018-222';
let people: Visitors;

beforeAll(async () => {
	people = await bringVisitors('komplettering');
});
afterAll(() => people.close());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a missing notice period is completed by keyboard, moves the clock, and is taken back', async () => {
	const context = await newVisit({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.goto(origin + path);
	await signIn(page, 'maja.lindqvist');
	const fact = (name: string) => page.locator('dt', { hasText: name }).last().locator('+ dd');
	const unknown = page.getByRole('button', { name: 'Komplettera Uppsägningstid', exact: true });
	await unknown.waitFor();
	expect(plain(await fact('Sista dag att säga upp').textContent())).toBe('Okänt');

	await unknown.focus();
	await page.keyboard.press('Enter');
	const form = page.getByRole('dialog', { name: 'Komplettera uppgifter' });
	await form.waitFor();
	const months = form.getByLabel('Uppsägningstid, månader');
	await expect.poll(() => months.evaluate((field) => field === document.activeElement)).toBe(true);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.type('6');
	await page.keyboard.press('Enter');
	await form.getByText('Skriv var svaret står.').waitFor();
	await page.keyboard.type('Avtalet, punkt 12');
	await form.getByLabel('Källans datum').fill('2018-10-01');

	// What is typed is kept when the connection is lost.
	await context.setOffline(true);
	await page.keyboard.press('Enter');
	await form.getByText('Det du har skrivit är kvar här. Försök igen.').waitFor();
	expect(await months.inputValue()).toBe('6');
	await context.setOffline(false);
	await form.getByRole('button', { name: 'Spara' }).click();

	await page.getByText(/1\suppgift är sparad\./).waitFor();
	await expect.poll(async () => plain(await fact('Sista dag att säga upp').textContent())).toBe('2028-04-30');
	await page
		.getByText(/bör starta senast 30\sapril 2027/)
		.first()
		.waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

	const mark = page.getByRole('button', { name: 'Uppsägningstid, kompletterat. Visa källa' });
	await mark.focus();
	await page.keyboard.press('Enter');
	const detail = page.getByRole('dialog', { name: 'Kompletteringen av Uppsägningstid' });
	await detail.getByText('Avtalet, punkt 12, 2018-10-01').waitFor();
	await detail.getByRole('button', { name: 'Ta tillbaka' }).press('Enter');
	await page.getByText(/Kompletteringen av Uppsägningstid, månader är tillbakatagen/).waitFor();
	await expect.poll(async () => plain(await fact('Sista dag att säga upp').textContent())).toBe('Okänt');
});

test('whoever lacks the right completes nothing', async () => {
	const body = {
		act: 'save',
		contract: 'A-2018-222',
		field: 'bids',
		value: '1',
		source: 'x',
		sourceDay: '2018-10-01',
		after: null
	};
	for (const visitor of ['controller', 'member', 'reader', 'admin'] as const) {
		const response = await people.request(visitor, '/kompletteringar', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Origin: origin },
			body: JSON.stringify(body)
		});
		expect(response.status).toBe(403);
	}
});
