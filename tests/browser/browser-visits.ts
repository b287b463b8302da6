// A browser for the tests of a file, and how somebody of the demo city signs in.
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { demoPassword } from '$lib/server/accounts/demo-accounts';
import { createSession } from '$lib/server/accounts/session';
import { demoServer } from './demo-server';
import { browserArguments } from './find-browser';
import type { Visitors } from './visitors';

type Person = Parameters<Visitors['user']>[0];

/** Starts one browser for all tests of a file. */
export function keptBrowser(): () => Browser {
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: inject('browserPath'), args: browserArguments });
	});
	afterAll(() => browser.close());
	return () => browser;
}

/** What opens a visit in a browser that all tests of a file share; each visit ends with its test. */
export function browserVisits(): (options?: BrowserContextOptions) => Promise<BrowserContext> {
	const browser = keptBrowser();
	const contexts: BrowserContext[] = [];
	afterEach(async () => {
		await Promise.all(contexts.splice(0).map((context) => context.close()));
	});
	return async (options) => {
		const context = await browser().newContext({ locale: 'sv-SE', ...options });
		contexts.push(context);
		return context;
	};
}

/** Signs in where the sign-in page is shown. */
export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
	await page.getByLabel('Användarnamn').fill(username);
	await page.getByLabel('Lösenord').fill(password);
	await page.getByRole('button', { name: 'Logga in' }).click();
}

/** Gives a visit the session of somebody, past the sign-in page. */
export async function bringSession(
	context: BrowserContext,
	people: Visitors,
	visitor: Person
): Promise<void> {
	const { token } = await createSession(people.database, people.user(visitor).id);
	await context.addCookies([{ name: 'genomlys-session', value: token, url: demoServer().origin }]);
}
