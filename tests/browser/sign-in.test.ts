import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '$lib/server/accounts/demo-accounts';
import { auditPage } from '$lib/server/audit';
import { browserVisits, signIn } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

const origin = demoServer().origin;
let people: Visitors;
const newVisit = browserVisits();

beforeAll(async () => {
	people = await bringVisitors('inloggning');
});
afterAll(() => people.close());

async function openPage(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const context = await newVisit(options);
	const page = await context.newPage();
	await page.goto(origin + path);
	return page;
}

test.each([true, false])(
	'sign-in by keyboard leads back to the page asked for (JavaScript %s)',
	async (javaScript) => {
		const page = await openPage('/konto', { javaScriptEnabled: javaScript });
		expect(new URL(page.url()).pathname).toBe('/logga-in');
		await page.getByLabel('Användarnamn').focus();
		await page.keyboard.type('Karin.Sundvall');
		await page.keyboard.press('Tab');
		await page.keyboard.type(demoPassword);
		await page.keyboard.press('Enter');
		await page.waitForURL(`${origin}/konto`);
		const [cookie] = await page.context().cookies();
		expect(cookie).toMatchObject({ name: 'genomlys-session', httpOnly: true, sameSite: 'Lax', path: '/' });
	}
);

test('an unknown username and a wrong password get the same words', async () => {
	const said: (string | null)[] = [];
	for (const username of ['emil.norberg', 'finns.inte']) {
		const page = await openPage('/logga-in');
		await signIn(page, username, 'inte rätt lösenord');
		said.push(await page.getByRole('alert').textContent());
		expect(await page.getByLabel('Användarnamn').inputValue()).toBe(username);
		expect(await page.getByLabel('Lösenord').inputValue()).toBe('');
	}
	expect(said[0]).toContain('Användarnamnet eller lösenordet stämmer inte.');
	expect(said[1]).toBe(said[0]);
});

test('empty fields are named in a summary on top and under each field', async () => {
	const page = await openPage('/logga-in');
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.getByRole('link', { name: 'Skriv ditt användarnamn.' }).click();
	const username = page.getByLabel('Användarnamn');
	expect(await username.evaluate((field) => field === document.activeElement)).toBe(true);
	expect(await username.getAttribute('aria-invalid')).toBe('true');
	const described = await username.getAttribute('aria-describedby');
	expect(await page.locator(`#${described}`).textContent()).toContain('Skriv ditt användarnamn.');
});

test('after repeated failures the right password has to wait too', async () => {
	const page = await openPage('/logga-in');
	const { username } = people.user('member');
	for (let time = 0; time < 5; time += 1) {
		await signIn(page, username, 'inte rätt lösenord');
		await page.getByRole('alert').waitFor();
	}
	await signIn(page, username, 'tre gröna båtar');
	await page.getByText(/Vänta \d+ sekund/).waitFor();
});

test('signing out removes what the browser has stored, and the session is dead', async () => {
	const page = await openPage('/logga-in?till=/konto');
	await signIn(page, 'maja.lindqvist', demoPassword);
	await page.waitForURL(`${origin}/konto`);
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		await root.getFileHandle('utgava.duckdb', { create: true });
		localStorage.setItem('nyckel', 'värde');
	});
	const cookies = await page.context().cookies();
	await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
	await page.getByText('Du är utloggad.').waitFor();
	const left = await page.evaluate(async () => {
		const names: string[] = [];
		for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
		return { names, stored: localStorage.length };
	});
	expect(left).toEqual({ names: [], stored: 0 });

	await page.context().addCookies(cookies);
	await page.goto(`${origin}/konto`);
	expect(new URL(page.url()).pathname).toBe('/logga-in');
});

test('the accessibility statement is linked from sign-in and opens without it', async () => {
	const page = await openPage('/logga-in');
	await page.getByRole('link', { name: 'Tillgänglighet' }).click();
	await page.getByText('delvis förenlig med lagen (2018:1937)').waitFor();
});

test('an invited person makes an account with the role and scope of the link, once', async () => {
	const page = await openPage('/logga-in?till=/admin');
	const violations: string[] = [];
	page.on('console', (message) => {
		if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
	});
	await signIn(page, 'sofia.ekvik', demoPassword);
	await page.getByLabel('Namn', { exact: true }).fill('Ny Person');
	await page.getByRole('radio', { name: /^Controller/ }).check();
	await page.getByLabel('Nämnder').fill('Utbildningsnämnden');
	await page.getByRole('button', { name: 'Skapa länk' }).click();
	const link = (await page.locator('code').textContent()) ?? '';
	expect(link).toMatch(new RegExp(`^${origin}/inbjudan/[a-z2-7]{32}$`));

	const invited = await openPage(new URL(link).pathname);
	await invited.getByText('Du får rollen controller för Utbildningsnämnden.').waitFor();
	await invited.getByLabel('Användarnamn').fill('ny.person');
	await invited.getByLabel('Lösenord', { exact: true }).fill('fyra blå cyklar');
	await invited.getByLabel('Lösenordet en gång till').fill('fyra blå cyklar');
	await invited.getByRole('button', { name: 'Skapa kontot och logga in' }).click();
	await invited.waitForURL(`${origin}/`);

	const late = await openPage(new URL(link).pathname);
	await late.getByText('Länken är redan använd eller för gammal.').waitFor();

	await page.goto(`${origin}/admin/logg`);
	await page.getByRole('row', { name: /Skapade inbjudan Ny Person/ }).waitFor();
	await page.getByRole('row', { name: /Konto skapat ny\.person/ }).waitFor();
	expect(violations).toEqual([]);
});

test('a disabled user is signed out at the next click, and the change is logged', async () => {
	const reader = await openPage('/logga-in?till=/konto');
	await signIn(reader, people.user('reader').username, 'tre gröna båtar');
	await reader.waitForURL(`${origin}/konto`);

	const admin = await openPage(`/logga-in?till=/admin/anvandare/${people.user('reader').id}`);
	await signIn(admin, people.user('admin').username, 'tre gröna båtar');
	await admin.getByRole('button', { name: 'Stäng av kontot' }).click();
	await admin.getByText('Kontot är avstängt.').waitFor();

	await reader.goto(`${origin}/konto`);
	expect(new URL(reader.url()).pathname).toBe('/logga-in');
	const { rows } = await auditPage(people.database, 1);
	expect(rows.find((row) => row.action === 'user_disabled')).toMatchObject({
		username: people.user('admin').username,
		subject: people.user('reader').username
	});
});
