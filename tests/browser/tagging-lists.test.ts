// Taggning beyond one rule: the list of rules and the work lists by keyboard, rows judged by hand, the history, and what the page
// does when its engine is lost, slow, or a save is on its way.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { judged, kronor, taggingPage, writeConsultants } from './tagging-page';

const origin = demoServer().origin;
const tagging = taggingPage('taggning-listor');
const { ask, rules, open } = tagging;

const noFaults = async (page: Page): Promise<void> => {
	expect(await accessibilityFaults(page)).toEqual([]);
};
const draftTag = (page: Page) => page.getByText('Utkast', { exact: true });
/** The rules of the list in their order. */
const order = (page: Page): Promise<string[]> => page.locator('[data-control="open"]').allInnerTexts();

test('rules are put in another order, copied, removed and taken back by keyboard, and it is heard', async () => {
	const page = await open();
	await judged(page);
	const before = await order(page);
	const [top = '', second = ''] = before;
	await page.locator('[data-control="open"]').first().focus();
	await page.keyboard.press('Alt+ArrowDown');
	await page.getByRole('status').getByText(`${top} står nu på plats 2 av ${before.length}.`).waitFor();
	expect((await order(page)).slice(0, 2)).toEqual([second, top]);
	// The keyboard follows the rule.
	await page.waitForFunction((name) => document.activeElement?.textContent === name, top);
	await page.keyboard.press('Alt+ArrowUp');
	await page.getByRole('status').getByText(`${top} står nu på plats 1`).waitFor();
	expect(await order(page)).toEqual(before);
	await draftTag(page).waitFor({ state: 'detached' });
	await page.keyboard.press('Alt+ArrowUp');
	await page.getByRole('status').getByText(`${top} står redan först.`).waitFor();

	const menu = page.getByRole('button', { name: `Mer om regel 1, ${top}`, exact: true });
	await menu.press('Enter');
	await page.getByRole('button', { name: 'Kopiera', exact: true }).press('Enter');
	await page.getByRole('status').getByText(`${top} är kopierad.`).waitFor();
	expect(await order(page)).toHaveLength(before.length + 1);
	await page.getByRole('button', { name: /^Mer om regel 2, / }).press('Enter');
	await page.getByRole('button', { name: 'Ta bort', exact: true }).press('Enter');
	await page
		.getByRole('status')
		.getByText(/är borttagen ur utkastet\.$/)
		.waitFor();
	expect(await order(page)).toEqual(before);
	await menu.press('Enter');
	await page.getByRole('button', { name: 'Ta bort', exact: true }).press('Enter');
	expect((await order(page))[0]).toBe(second);
	// What is being judged anew is dimmed, from when the question is asked until it is answered.
	await page.waitForTimeout(300);
	await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
	await noFaults(page);
	await page.getByRole('button', { name: 'Ångra', exact: true }).press('Enter');
	expect(await order(page)).toEqual(before);
	await page.waitForFunction((name) => document.activeElement?.textContent === name, top);
}, 120_000);

test("a rule's kronor open rows that sum to them, credits and all", async () => {
	const page = await open('/taggning?enhet=kr');
	await judged(page);
	const figures = page.locator('tr[data-rule] td.money button.figure');
	await figures.first().waitFor();
	const count = Math.min(await figures.count(), 12);
	for (let index = 0; index < count; index++) {
		const figure = figures.nth(index);
		const shown = (await figure.textContent()) ?? '';
		await figure.click();
		const drawer = page.getByRole('dialog');
		await drawer.getByRole('columnheader', { name: 'Belopp, kr' }).waitFor();
		const ore = (await drawer.getByRole('heading', { level: 2 }).textContent()) ?? '';
		const exact = Number(
			ore
				.replace('−', '-')
				.replace(/[^\d,-]/g, '')
				.replace(',', '.')
		);
		const rounded = Number(shown.replace('−', '-').replace(/[^\d-]/g, ''));
		expect(Math.abs(exact - rounded), `${shown} opens ${ore}`).toBeLessThanOrEqual(0.5);
		await page.keyboard.press('Escape');
		await drawer.waitFor({ state: 'detached' });
	}
}, 120_000);

test('groups that are chosen by keyboard become one rule, and leave the list before it is saved', async () => {
	const page = await open('/taggning?enhet=kr');
	await judged(page);
	const list = page.getByRole('region', { name: 'Otaggat, störst först' });
	const ticks = list.getByRole('checkbox', { name: /^Välj / });
	await ticks.first().waitFor();
	const names = await Promise.all([0, 1].map((n) => ticks.nth(n).getAttribute('aria-label')));
	await ticks.first().press('Space');
	await ticks.nth(1).press('Space');
	const bar = page.getByRole('group', { name: /^2 valda, / });
	const amount = kronor(((await bar.getAttribute('aria-label')) ?? '').split(', ')[1] ?? null);
	await noFaults(page);
	await bar.getByRole('button', { name: 'Inte it (regel)' }).press('Enter');
	await page
		.getByRole('status')
		.getByText(/finns nu i utkastet\.$/)
		.first()
		.waitFor();
	// The keyboard is in the list still, and the groups are gone from it.
	await page.waitForFunction(
		() => document.activeElement?.getAttribute('aria-label') === 'Otaggat, störst först'
	);
	for (const name of names) {
		await list.getByRole('checkbox', { name: name ?? '', exact: true }).waitFor({ state: 'detached' });
	}
	const told = page.getByText(/^Om du sparar flyttas/);
	await told.waitFor({ timeout: 30_000 });
	const moved = kronor((await told.textContent())?.replace('Om du sparar flyttas', '') ?? null);
	// Chosen groups count credits as plus, what moves as minus.
	expect(moved).toBeGreaterThan(0);
	expect(moved).toBeLessThanOrEqual(amount + 1);
}, 120_000);

test('a row is judged by hand in its drawer, and Varför? says so when it is published', async () => {
	const page = await open('/taggning?enhet=kr');
	await judged(page);
	const list = page.getByRole('region', { name: 'Otaggat, störst först' });
	await list
		.getByRole('button', { name: /raderna hos/ })
		.first()
		.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer
		.getByRole('button', { name: 'Varför?' })
		.or(drawer.getByRole('button', { name: /^Varför är / }))
		.first()
		.press('Enter');
	await drawer.getByText(/^Möjlig it enligt regel \d+/).waitFor();
	const day = ((await drawer.locator('tbody th').first().textContent()) ?? '').trim().slice(0, 7);
	await drawer
		.getByRole('button', { name: /^Tagga \d{4}-/ })
		.first()
		.press('Enter');
	const form = drawer.getByRole('form', { name: 'Tagga raden för hand' });
	await form.getByLabel('It-kostnad').selectOption('ja');
	await form.getByLabel('Kostnadsslag').selectOption('Konsult');
	await form.getByLabel('Anteckning').fill('Sett på fakturan');
	await noFaults(page);
	await form.getByRole('button', { name: /^Tagga \d+ rad/ }).press('Enter');
	await drawer
		.getByText(/för hand i utkastet\.$/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: /^Spara och flytta/ }).press('Enter');
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	expect((await rules()).handtaggar.map(({ anteckning }) => anteckning)).toEqual(['Sett på fakturan']);
	await page.getByRole('button', { name: 'Publicera nu' }).press('Enter');
	await page.getByText(/Alla sidor följer nu de sparade reglerna/).waitFor({ timeout: 60_000 });

	const rows = encodeURIComponent(`fran=${day}&till=${day}&taggkalla=hand&steg=It-kostnad`);
	await page.goto(`${origin}/kostnader?rader=${rows}`);
	await drawer.getByRole('button', { name: 'Varför?', exact: true }).first().press('Enter');
	await drawer.getByText(/^Satt för hand av Maja Lindqvist/).waitFor();
	await drawer.getByText('Anteckning: Sett på fakturan.').waitFor();
}, 180_000);

test('the history needs two versions to compare, compares them over T1 2026, and takes a version back', async () => {
	const page = await open('/taggning/historik');
	await page.getByRole('heading', { name: 'Regelhistorik' }).waitFor();
	await noFaults(page);
	const current = await rules();
	const consultants = {
		id: 'HISTORIK',
		namn: 'Konsulter, prov',
		om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' }
	};
	const saved = await ask('/taggning/regler', 'POST', {
		basedOn: current.version,
		set: { ...current, regler: [consultants, ...current.regler] },
		note: 'Prov av historiken'
	});
	expect(saved.status).toBe(200);
	const { version } = await rules();
	await page.reload();
	await page.getByText('Prov av historiken').waitFor();
	await page.getByLabel('Version', { exact: false }).first().selectOption(String(current.version));
	await page.getByLabel(/^mot version/).selectOption(String(version));
	await page.getByLabel(/^Period/).selectOption({ label: 'T1 2026' });
	await page.getByRole('button', { name: 'Jämför' }).press('Enter');
	await page
		.getByText(
			new RegExp(
				`^It-kostnaden för .* blir .* högre med version ${version} än med version ${current.version}`
			)
		)
		.waitFor({ timeout: 45_000 });
	expect(page.url()).toContain('manader=2026-01_2026-04');
	await noFaults(page);
	await page.getByRole('button', { name: `Visa ändringar i version ${version}` }).press('Enter');
	await page
		.getByRole('region', { name: `Ändringar i version ${version}` })
		.getByText('Konsulter, prov')
		.first()
		.waitFor();

	await page
		.getByRole('button', { name: `Återställ version ${current.version}`, exact: true })
		.press('Enter');
	await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).press('Enter');
	await page
		.getByText(`Version ${current.version} är återställd som version ${version + 1}.`, { exact: false })
		.waitFor();
	expect((await rules()).regler.map(({ id }) => id)).toEqual(current.regler.map(({ id }) => id));
	await page.waitForFunction(() => document.activeElement?.classList.contains('outcome'));
}, 120_000);

test('what is typed while a save is on its way stays in the draft', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Skickad');
	let release = () => undefined as void;
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/taggning/regler', async (route) => {
		if (route.request().method() === 'POST') await held;
		await route.continue();
	});
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByRole('button', { name: 'Sparar …' }).waitFor();
	await page.locator('#regel-editor').getByLabel('Namn', { exact: true }).fill('Skickad, sedan ändrad');
	release();
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	await draftTag(page).first().waitFor();
	expect(await page.locator('#regel-editor').getByLabel('Namn', { exact: true }).inputValue()).toBe(
		'Skickad, sedan ändrad'
	);
	expect((await rules()).regler[0]?.namn).toBe('Skickad');
}, 120_000);

test('nothing is saved while it is not known whether the draft touches a locked month', async () => {
	const { version } = await rules();
	const lock = await ask('/taggning/las', 'POST', { name: 'T1 2026', from: '2026-01', to: '2026-04' });
	expect(lock.status, await lock.clone().text()).toBeLessThan(300);
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Hastig');
	// A change and a save in one breath: the figures in sight are those of the draft before.
	await page.evaluate(() => {
		const press = (name: string) =>
			[...document.querySelectorAll<HTMLButtonElement>('#regel-editor button')]
				.find(({ textContent }) => textContent?.trim().startsWith(name))
				?.click();
		const agree = document.querySelector<HTMLInputElement>('#regel-editor .agree input');
		agree?.click();
		const kind = [...document.querySelectorAll<HTMLSelectElement>('#regel-editor select')].find((select) =>
			[...select.options].some(({ value }) => value === 'Drift')
		);
		if (kind) kind.value = 'Drift';
		kind?.dispatchEvent(new Event('change', { bubbles: true }));
		return new Promise<void>((resolve) =>
			setTimeout(() => {
				press('Spara');
				resolve();
			})
		);
	});
	await page
		.getByRole('alert')
		.filter({ hasText: /Bekräfta rättelseposterna|Vänta tills det är räknat/ })
		.waitFor();
	await page.getByRole('alert').filter({ hasText: 'Bekräfta rättelseposterna' }).waitFor({ timeout: 30_000 });
	expect(await page.getByLabel('Jag har sett vad som blir rättelseposter').isChecked()).toBe(false);
	expect((await rules()).version).toBe(version);
	// Unlocking is for the test's end too.
	await page.getByRole('button', { name: 'Lås upp T1 2026' }).click();
	const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
	await dialog.getByLabel('Skäl').fill('Provet är slut');
	await dialog.getByRole('button', { name: 'Lås upp' }).click();
	await page.getByRole('button', { name: 'Lås upp T1 2026' }).waitFor({ state: 'detached' });
}, 120_000);

test('a worker that is lost costs a moment: the ledger is judged anew and the draft is there', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Kvar efter motorn');
	const promise = await page.getByText(/^Om du sparar flyttas/).textContent();
	for (const worker of page.workers()) {
		await worker
			.evaluate(
				() =>
					void setTimeout(() => {
						throw new Error('lost');
					})
			)
			.catch(() => undefined);
	}
	// A question finds that it is lost.
	await page.getByLabel('Konto börjar med').fill('6');
	await page.getByText(/^Om du sparar flyttas/).waitFor({ timeout: 45_000 });
	await expect.poll(() => page.getByText(/kunde inte räknas/).count(), { timeout: 30_000 }).toBe(0);
	await page
		.getByRole('checkbox', { name: /^Välj / })
		.first()
		.waitFor({ timeout: 30_000 });
	expect(await page.getByText(/^Om du sparar flyttas/).textContent()).toBe(promise);
}, 120_000);
