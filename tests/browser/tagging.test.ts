// Taggning, as a controller does it: a rule is written and tried, saved, published and taken back; a locked period is not moved
// in silence; two controllers lose nothing to each other.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { judged, kronor, taggingPage, writeConsultants } from './tagging-page';

const origin = demoServer().origin;
const tagging = taggingPage('taggning');
const { ask, rules, publish, open, itCost } = tagging;

test('a rule is tried on the whole ledger before it is saved, moves just those kronor, and is taken back', async () => {
	const page = await open('/taggning?enhet=kr');
	await judged(page);
	const before = await itCost(page, '2023-01', '2026-08');
	await page.goto(`${origin}/taggning?enhet=kr`);
	await judged(page);
	await writeConsultants(page, 'Alla konsulter');

	const promise = await page.getByText(/^Om du sparar flyttas/).textContent();
	const moved = kronor(promise?.replace('Om du sparar flyttas', '') ?? null);
	expect(moved).toBeGreaterThan(0);
	// Each figure opens its rows: those of the first move sum to it.
	const figure = page.locator('.preview td button.figure').nth(1);
	const shown = kronor(await figure.textContent());
	await figure.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('columnheader', { name: 'Belopp, kr' }).waitFor();
	expect(kronor(await drawer.getByRole('heading').textContent())).toBe(shown);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.getByLabel(/^Varför ändrar du/).fill('745 är it-konsulter hos oss');
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	await page.getByText(/sparad men inte publicerad$/).waitFor();
	await page.getByRole('button', { name: 'Publicera nu' }).click();
	await page.getByText(/Alla sidor följer nu de sparade reglerna/).waitFor({ timeout: 60_000 });
	const after = await itCost(page, '2023-01', '2026-08');
	expect(Math.abs(after - before - moved)).toBeLessThanOrEqual(1);

	// The history tells what was done and why, and takes it back as a new version.
	await page.goto(`${origin}/taggning/historik`);
	await page.getByText('745 är it-konsulter hos oss').waitFor();
	await page.getByRole('button', { name: `Återställ version ${tagging.first}`, exact: true }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).click();
	await expect
		.poll(async () => (await rules()).regler.some(({ namn }) => namn === 'Alla konsulter'))
		.toBe(false);
	await publish();
	expect(await itCost(page, '2023-01', '2026-08')).toBe(before);
}, 240_000);

test('a rule that would move money in a locked period cannot do so silently', async () => {
	const page = await open();
	await judged(page);
	const locked = await itCost(page, '2026-01', '2026-04');
	const later = await itCost(page, '2026-05', '2026-08');

	await page.goto(`${origin}/taggning`);
	await judged(page);
	await page.getByRole('button', { name: 'Lås period' }).click();
	const form = page.getByRole('form', { name: 'Lås period' });
	await form.getByRole('button', { name: 'T1', exact: true }).click();
	await form.getByLabel('År', { exact: true }).fill('2026');
	await form.getByRole('button', { name: 'Lås', exact: true }).click();
	await page.getByRole('button', { name: 'Lås upp T1 2026' }).waitFor();

	await writeConsultants(page, 'Konsulter efter låset');
	const warning = page.getByText(/ligger i låsta månader$/);
	await warning.waitFor({ timeout: 30_000 });
	const told = await warning.textContent();
	await page.getByRole('button', { name: 'Se raderna' }).click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('columnheader', { name: 'Belopp, kr' }).waitFor();
	const days = await drawer.locator('tbody th').allTextContents();
	expect(days.length).toBeGreaterThan(0);
	expect(days.every((day) => day >= '2026-01-01' && day <= '2026-04-30')).toBe(true);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });

	// Saving asks for a yes first, and saves nothing without one.
	const { version } = await rules();
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByRole('alert').filter({ hasText: 'Bekräfta rättelseposterna' }).waitFor();
	expect((await rules()).version).toBe(version);
	await page.getByLabel('Jag har sett vad som blir rättelseposter').check();
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	await publish();

	// What was reported stays; the rest follows the new rule; the difference is listed.
	expect(await itCost(page, '2026-01', '2026-04')).toBe(locked);
	expect(await itCost(page, '2026-05', '2026-08')).toBeGreaterThan(later);
	await page.goto(`${origin}/taggning?enhet=kr`);
	await judged(page);
	const rows = Number(/(\d+) rad/.exec((told ?? '').replace(/[\s\u00a0\u202f](?=\d)/g, ''))?.[1]);
	const card = page.locator('section', {
		has: page.getByRole('heading', { name: /Rättelsepost|rättelse/i })
	});
	await expect
		.poll(
			async () =>
				(await card.first().textContent())?.includes(String(days.length === 100 ? rows : days.length)),
			{ timeout: 20_000 }
		)
		.toBe(true);
	expect(await accessibilityFaults(page)).toEqual([]);

	// Unlocking needs a reason, and is kept.
	await page.getByRole('button', { name: 'Lås upp T1 2026' }).click();
	const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
	await dialog.getByRole('button', { name: 'Lås upp' }).click();
	await dialog.getByText('Skriv varför perioden låses upp.').waitFor();
	await dialog.getByLabel('Skäl').fill('Provet är slut');
	await dialog.getByRole('button', { name: 'Lås upp' }).click();
	await page.getByRole('button', { name: 'Lås upp T1 2026' }).waitFor({ state: 'detached' });
}, 240_000);

test('what a colleague saved meanwhile is neither lost nor overwritten', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Min regel');
	const current = await rules();
	const theirs = {
		id: 'KOLLEGA',
		namn: 'Kollegans regel',
		om: { falt: 'konto', ar: 'borjar_med', varden: ['632'] },
		satt: { it_kostnad: 'nej' }
	};
	const saved = await ask('/taggning/regler', 'POST', {
		basedOn: current.version,
		set: { ...current, regler: [theirs, ...current.regler] }
	});
	expect(saved.status).toBe(200);

	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByText('Reglerna sparades inte').waitFor();
	expect((await rules()).regler.some(({ namn }) => namn === 'Min regel')).toBe(false);
	await page.getByRole('button', { name: 'Lägg mina ändringar ovanpå' }).click();
	await page.getByText(/Dina ändringar ligger nu ovanpå version/).waitFor();
	await page.getByText(/^Om du sparar flyttas/).waitFor({ timeout: 30_000 });
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	expect((await rules()).regler.map(({ namn }) => namn)).toEqual(
		expect.arrayContaining(['Min regel', 'Kollegans regel'])
	);
}, 120_000);

test('a draft survives a reload, is taken back by keyboard, and a wrong file changes nothing', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Halvfärdig');
	await page.reload();
	await page.getByText(/^Om du sparar flyttas/).waitFor({ timeout: 45_000 });
	await page.getByRole('button', { name: /^Ångra: / }).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Utkast', { exact: true }).waitFor({ state: 'detached' });

	await page.locator('input[type=file]').setInputFiles({
		name: 'semester.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{"format": 1, "regler": [{"id": "A"}]}')
	});
	await page
		.getByText(/semester\.json/)
		.first()
		.waitFor();
	expect(await page.getByText('Utkast', { exact: true }).count()).toBe(0);
}, 120_000);

test('what is written while the rules are on their way to be saved stays in the draft', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Prov');
	await page.route('**/taggning/regler', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		await route.continue();
	});
	await page.getByRole('button', { name: /^Spara och flytta/ }).click();
	const name = page.locator('#regel-editor').getByLabel('Namn', { exact: true });
	await name.fill('Prov, ändrat under tiden');
	await page.getByText(/Regelversion \d+ är sparad\.$/).waitFor();
	await page.getByText('Utkast', { exact: true }).waitFor();
	expect(await name.inputValue()).toBe('Prov, ändrat under tiden');
	expect((await rules()).regler[0]?.namn).toBe('Prov');

	await page.unroute('**/taggning/regler');
	await page.getByRole('button', { name: 'Spara', exact: true }).click();
	await page.getByText('Utkast', { exact: true }).waitFor({ state: 'detached' });
	expect((await rules()).regler[0]?.namn).toBe('Prov, ändrat under tiden');
	// The button is gone, and the keyboard stays where it was.
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('regel-editor');
}, 120_000);

test('a draft is not lost because another tab drops its own', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'I den ena fliken');
	const other = await page.context().newPage();
	await other.goto(`${origin}/taggning`);
	await judged(other);
	await other.getByRole('button', { name: 'Kasta utkastet' }).click();
	await other.getByText('Utkast', { exact: true }).waitFor({ state: 'detached' });
	await page.reload();
	await page.getByText(/^Om du sparar flyttas/).waitFor({ timeout: 45_000 });
	expect(await page.getByText('I den ena fliken').count()).toBeGreaterThan(0);
}, 120_000);

test('rules have their names on paper', async () => {
	const page = await open();
	await judged(page);
	await page.emulateMedia({ media: 'print' });
	const [rule] = (await rules()).regler;
	expect(
		await page
			.getByText(rule?.namn ?? '', { exact: true })
			.first()
			.isVisible()
	).toBe(true);
}, 90_000);

test('each change of a rule can be taken back by itself', async () => {
	const page = await open();
	await judged(page);
	await writeConsultants(page, 'Stegvis');
	const judgement = page.locator('#regel-editor').getByLabel('It-kostnad');
	await page.waitForTimeout(1_100);
	await judgement.selectOption('nej');
	await page.getByRole('button', { name: /^Ångra: / }).click();
	expect(await judgement.inputValue()).toBe('ja');
}, 90_000);

test('a rule made of the work list is told there, without leaving an empty window, and is taken back there', async () => {
	const page = await open();
	await judged(page);
	const list = page.locator('#otaggat');
	await list.getByLabel('Konto börjar med').fill('745');
	const rest = list.getByRole('button', { name: /^Resten av konto 745/ });
	await rest.waitFor();
	await page.setViewportSize({ width: 1440, height: 500 });
	await rest.scrollIntoViewIfNeeded();
	await rest.click();
	await list.getByText('Inga obedömda rader passar').waitFor({ timeout: 30_000 });
	const told = list.getByText('Regeln ”Inte it, resten av konto 745” finns nu i utkastet.');
	await told.waitFor();
	const box = await told.boundingBox();
	expect(box?.y).toBeGreaterThan(48);
	expect(box?.y).toBeLessThan(500);
	await list.getByRole('button', { name: 'Ångra' }).click();
	await rest.waitFor();
	await page.getByText('Utkast', { exact: true }).waitFor({ state: 'detached' });
}, 120_000);

test.each([1440, 390])(
	'the workbench has no accessibility faults and nothing runs out of the page at %d px',
	async (width) => {
		const page = await open('/taggning', width);
		await judged(page);
		await page.getByRole('heading', { name: /Otaggat, störst först/ }).waitFor();
		await page.waitForTimeout(500);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
	},
	90_000
);
