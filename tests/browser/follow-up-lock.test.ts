// T1 is made ready, reviewed and locked. Then a rule is changed and a corrected file comes: the lock holds, and what has changed
// is explained to the krona.
import { and, eq } from 'drizzle-orm';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { connect, databaseFile } from '$lib/server/database/connect';
import { importedFile } from '$lib/server/database/schema';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { taggingPage } from './tagging-page';

const origin = demoServer().origin;
const { ask, rules, publish, open } = taggingPage('uppfoljningslas');

/** "−1 250" as a number. */
const figure = (text: string | null) =>
	Number((text ?? '').replace(/[\s+]/g, '').replace('−', '-') || Number.NaN);
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
async function cells(row: Locator): Promise<number[]> {
	return (await row.locator('td').allTextContents()).map(figure);
}
/** The follow-up's own table: kronor of outcome to date of the whole municipality. */
async function outcomeShown(page: Page): Promise<number> {
	const total = page.getByRole('row', { name: /^Summa/ }).first();
	await total.waitFor({ timeout: 45_000 });
	return (await cells(total))[1] ?? Number.NaN;
}

async function step(page: Page, button: string, reason?: string): Promise<void> {
	await page.getByRole('button', { name: button, exact: true }).click();
	const dialog = page.getByRole('dialog');
	if (reason) await dialog.getByLabel('Skäl').fill(reason);
	await dialog.getByRole('button', { name: button, exact: true }).click();
	await dialog.waitFor({ state: 'detached' });
}

/** The ledger of 2026 with a row of 2026-02 made 1 000 kr dearer and one of another nämnd 250 kr cheaper. */
function corrected(text: string): { lines: string; units: string[] } {
	const lines = text.trimEnd().split('\r\n');
	const head = (lines[0] ?? '').replace('\ufeff', '').split(';');
	const at = (name: string) => head.indexOf(name);
	const units: string[] = [];
	const changed = lines.map((line) => {
		const parts = line.split(';');
		const unit = parts[at('namnd')] ?? '';
		const fits =
			parts[at('datum')]?.startsWith('2026-02') &&
			parts[at('konto')]?.startsWith('74310') &&
			!line.includes('"');
		if (!fits || units.length === 2 || units.includes(unit)) return line;
		const [whole = '', rest] = (parts[at('belopp')] ?? '').split(',');
		parts[at('belopp')] = `${Number(whole) + (units.length ? -250 : 1000)},${rest ?? '00'}`;
		units.push(unit);
		return parts.join(';');
	});
	return { lines: `${changed.join('\r\n')}\r\n`, units };
}

test('a locked T1 holds through a new rule and a corrected file, and the list explains every krona', async () => {
	const database = connect(databaseFile(demoServer().dataDirectory));
	const page = await open('/budget/2026/t1?enhet=kr');
	const [ledger] = await database
		.select({ id: importedFile.id })
		.from(importedFile)
		.where(and(eq(importedFile.fileName, 'kostnader_2026.csv'), eq(importedFile.status, 'active')));
	const file = ledger?.id ?? 0;
	try {
		const before = await outcomeShown(page);
		await step(page, 'Klarmarkera');
		await step(page, 'Godkänn granskning');
		await page.getByText('Samma person har klarmarkerat och granskat.').waitFor();
		await step(page, 'Lås');
		await page.getByText('T1 2026 är låst', { exact: true }).waitFor();
		await page.getByText('Inga rättelser efter låsningen.').waitFor();
		expect(await outcomeShown(page)).toBe(before);
		expect(await accessibilityFaults(page)).toEqual([]);

		// Consultants become IT: in the locked months that is listed, and moves nothing.
		const set = await rules();
		const rule = {
			id: 'konsulter-efter-laset',
			namn: 'Konsulter efter låset',
			om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
			satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' }
		};
		const saved = await ask('/taggning/regler', 'POST', {
			basedOn: set.version,
			set: { ...set, regler: [rule, ...set.regler] }
		});
		expect(saved.status).toBeLessThan(300);
		await publish();
		await page.reload();
		expect(await outcomeShown(page)).toBe(before);
		await page.getByText('Inga rättelser efter låsningen.').waitFor();
		const today = region(page, 'Med dagens regler');
		await today.waitFor();
		expect((await cells(today.getByRole('row', { name: /^Summa/ }))).at(-1)).toBeGreaterThan(0);

		// A corrected ledger takes the place of the one that was locked.
		const { lines, units } = corrected(await (await ask(`/importera/${file}/original`)).text());
		expect(units).toHaveLength(2);
		const sent = await page.request.post(
			`${origin}/importera/fil?${new URLSearchParams({ namn: 'kostnader_2026_rattad.csv', ersatter: String(file) })}`,
			{ headers: { Origin: origin, 'Content-Type': 'application/octet-stream' }, data: Buffer.from(lines) }
		);
		expect(sent.status()).toBe(201);
		await publish();
		await page.reload();
		expect(await outcomeShown(page)).toBe(before);
		await page.getByText('En rättelse efter låsningen').waitFor();
		expect(
			figure(
				(await page.getByRole('link', { name: /Rättelser efter låsningen/ }).textContent())?.replace(
					'kr',
					''
				) ?? null
			)
		).toBe(750);

		const causes = region(page, 'Orsaker');
		const listed = await Promise.all(
			(await causes.locator('tbody tr').all()).map((row) => row.locator('td,th').allTextContents())
		);
		expect(listed.map(([why, name]) => [why?.trim(), name?.trim()])).toEqual([
			['Rättad fil', 'kostnader_2026.csv → kostnader_2026_rattad.csv'],
			['Rättad fil', 'kostnader_2026.csv → kostnader_2026_rattad.csv']
		]);
		expect(listed.map((row) => row[2]?.trim())).toEqual(units);
		const explained = listed.reduce((sum, row) => sum + figure(row[3] ?? null), 0);
		expect(explained).toBe(750);

		// Then and now beside each other: what is listed is the whole difference.
		const [then, now, difference] = await cells(
			region(page, 'Då och nu').getByRole('row', { name: /^Summa/ })
		);
		expect(then).toBe(before);
		expect((now ?? 0) - (then ?? 0)).toBe(explained);
		expect(difference).toBe(explained);
		expect(await accessibilityFaults(page)).toEqual([]);

		await page.getByRole('link', { name: 'Nu', exact: true }).click();
		await page.waitForURL('**siffror=nu**');
		await expect.poll(() => outcomeShown(page)).toBe(before + explained);
		await page.getByRole('link', { name: 'Då', exact: true }).click();
		await expect.poll(() => outcomeShown(page)).toBe(before);

		// Opened, with the reason in the history.
		await step(page, 'Öppna igen', 'Bokslutet är rättat');
		await page.getByText('T1 2026 är öppen', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Vem gjorde vad' }).click();
		await page.getByRole('dialog').getByText('Bokslutet är rättat').waitFor();
	} finally {
		const address = `${origin}/budget/2026/t1/steg`;
		const { state, steps } = (await (await page.request.get(address)).json()) as {
			state: string;
			steps: { id: number }[];
		};
		if (state !== 'open') {
			const data = { step: 'oppnad', reason: 'Provet är slut', after: steps.at(-1)?.id ?? null, edition: 0 };
			await page.request.post(address, { headers: { Origin: origin }, data });
		}
		await ask(`/importera/${file}/aterstall`, 'POST');
		database.$client.close();
	}
}, 240_000);
