// Saved views and notes on the demo city: saved with one's own words, shared, opened by another with the same figures,
// changed, removed and brought back.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { bringSession } from './browser-visits';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('vyer');

async function openPage(
	path: string,
	visitor: Parameters<typeof bringSession>[2] = 'member',
	width = 1440
): Promise<Page> {
	const page = await visits.open(path, { visitor, width });
	return page;
}

async function counted(page: Page): Promise<void> {
	await page.waitForFunction(
		() => document.querySelector('main section') && !document.querySelector('main [aria-busy=true]')
	);
}

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const lead = async (page: Page) => plain(await page.locator('h1 + p').textContent());
const leadSays = (page: Page, words: RegExp) =>
	expect.poll(() => lead(page), { timeout: 30_000 }).toMatch(words);
const line = (page: Page) => page.getByRole('region', { name: 'Sparad vy' });
const notes = (page: Page) =>
	page.locator('section', { has: page.getByRole('heading', { name: 'Anteckningar' }) }).last();

async function save(page: Page, name: string, text: string, sharing: 'Privat' | 'Delad'): Promise<void> {
	await page.getByRole('button', { name: 'Vyer', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Sparade vyer' });
	await menu.getByLabel('Namn').fill(name);
	await menu.getByLabel('Egna ord').fill(text);
	await menu.getByRole('radio', { name: new RegExp(sharing) }).check();
	await menu.getByRole('button', { name: 'Spara vyn' }).click();
	await menu.getByText(`Vyn ${name} är sparad.`).waitFor();
	await page.keyboard.press('Escape');
	await menu.waitFor({ state: 'detached' });
}

test('a view saved with words and shared is opened by another from the menu, with the same figures, and back', async () => {
	const owner = await openPage('/kostnader?namnd=Utbildningsn%C3%A4mnden&slag=Konsult&enhet=kr');
	await leadSays(owner, /kostar [\d ]+ kr/);
	await counted(owner);
	await save(owner, 'Konsulter i skolan', 'Till mötet i oktober.', 'Delad');
	const figure = /kostar ([\d ]+ kr)/.exec(await lead(owner))?.[1];
	await line(owner)
		.getByText(/Det är den utgåva som visas/)
		.waitFor();
	expect(plain(await line(owner).textContent())).toContain(`Sparad på utgåva 1, ${figure}`);

	const other = await openPage('/kostnader', 'reader');
	await leadSays(other, /162,1 mnkr/);
	await other.getByRole('button', { name: 'Vyer', exact: true }).click();
	await other.getByRole('link', { name: 'Konsulter i skolan' }).click();
	await leadSays(other, new RegExp(`kostar ${figure}`));
	const opened = new URL(other.url()).searchParams;
	expect([opened.get('namnd'), opened.get('slag'), opened.get('enhet')]).toEqual([
		'Utbildningsnämnden',
		'Konsult',
		'kr'
	]);
	await line(other)
		.filter({ hasText: /Konsulter i skolan.*member.*Till mötet i oktober\./ })
		.waitFor();
	expect(await line(other).getByRole('button', { name: 'Uppdatera vyn' }).count()).toBe(0);

	await other.goBack();
	await leadSays(other, /162,1 mnkr/);
	expect(await line(other).count()).toBe(0);
	await other.goForward();
	await leadSays(other, new RegExp(`kostar ${figure}`));
	await line(other).getByText('Till mötet i oktober.').waitFor();
});

test('a view that has been changed says so, leads back, and is saved anew by its owner', async () => {
	const page = await openPage('/kostnader?slag=Moln');
	await counted(page);
	await save(page, 'Moln', '', 'Privat');
	await page.getByRole('button', { name: 'Ta bort Kostnadsslag: Moln' }).click();
	await line(page).getByText('Ändrad sedan den sparades.').waitFor();
	await leadSays(page, /162,1 mnkr/);
	await line(page).getByRole('link', { name: 'Tillbaka till vyn' }).click();
	await page.waitForURL(/slag=Moln/);
	await line(page)
		.getByText(/Det är den utgåva som visas/)
		.waitFor();
	await page.goBack();
	await leadSays(page, /162,1 mnkr/);
	await line(page).getByRole('button', { name: 'Uppdatera vyn' }).click();
	await line(page).getByText('Vyn är uppdaterad.').waitFor();
	expect(plain(await line(page).textContent())).toContain('Sparad på utgåva 1, 162,1 mnkr.');
	await line(page).getByRole('link', { name: 'Lämna vyn' }).click();
	await line(page).waitFor({ state: 'detached' });
});

test('a pivot is restored by its view, and the link in the menu restores it for anybody', async () => {
	const page = await openPage('/kostnader/pivot?per=leverantor&kolumner=tertial&topp=10');
	await page.getByRole('grid').waitFor();
	await counted(page);
	const seen = plain(await page.getByRole('grid').textContent());
	await save(page, 'Tertialen', '', 'Privat');
	await page.getByRole('button', { name: 'Vyer', exact: true }).click();
	const link = await page.getByLabel('Länk till det du ser').inputValue();
	expect(link).not.toContain('vy=');
	const other = await openPage(link.slice(origin.length), 'reader');
	await other.getByRole('grid').waitFor();
	await counted(other);
	expect(plain(await other.getByRole('grid').textContent())).toBe(seen);
	// Somebody else's private view is not told of, and the page still shows what its address says.
	await other.goto(page.url());
	await line(other).getByText('inte delad med dig').waitFor();
	await other.getByRole('grid').waitFor();
});

test('a name with a personnummer is refused with a sentence, and nothing is saved', async () => {
	const page = await openPage('/kostnader', 'controller');
	await counted(page);
	await page.getByRole('button', { name: 'Vyer', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Sparade vyer' });
	await menu.getByLabel('Namn').fill('Ring 18900101-9802');
	await menu.getByRole('button', { name: 'Spara vyn' }).click();
	await menu.getByRole('alert').getByText('ser ut att innehålla ett personnummer').waitFor();
	await page.goto(`${origin}/vyer`);
	await page.getByRole('heading', { name: 'Sparade vyer' }).waitFor();
	expect(await page.getByText('Ring').count()).toBe(0);
});

test('on Sparade vyer a view is renamed, shared, removed and brought back; an administrator stops the sharing', async () => {
	const page = await openPage('/avtal');
	const saving = await visits.people.request('member', '/vyer/lista', {
		method: 'POST',
		headers: { Origin: origin, 'Content-Type': 'application/json' },
		body: JSON.stringify({
			kind: 'vy',
			name: 'Avtal att besluta',
			text: '',
			address: '/avtal?galler=alla',
			shared: false,
			edition: 1,
			figures: null
		})
	});
	expect(saving.status).toBe(201);
	await page.getByRole('link', { name: 'Sparade vyer' }).click();
	await page.getByRole('button', { name: 'Ändra vyn Avtal att besluta' }).click();
	await page.getByLabel('Namn').fill('Avtal 2026');
	await page.getByRole('button', { name: 'Spara ändringen' }).click();
	await page.getByText('Vyn Avtal 2026 är ändrad.').waitFor();
	await page.getByRole('button', { name: 'Dela vyn Avtal 2026', exact: true }).click();
	await page.getByText('Vyn Avtal 2026 är delad.').waitFor();
	await page.getByRole('button', { name: 'Ta bort vyn Avtal 2026' }).click();
	await page.getByText('Vyn Avtal 2026 är borttagen.').waitFor();
	await page.getByRole('link', { name: 'Avtal 2026' }).waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Ångra' }).click();
	await page.getByText('Vyn Avtal 2026 är tillbaka.').waitFor();
	await page.getByRole('link', { name: 'Avtal 2026' }).waitFor();

	const admin = await openPage('/vyer', 'admin');
	await admin.getByRole('button', { name: 'Sluta dela vyn Avtal 2026' }).click();
	await admin.getByText('Vyn Avtal 2026 är inte längre delad.').waitFor();
	await admin.getByRole('link', { name: 'Avtal 2026' }).waitFor({ state: 'detached' });
	await page.getByRole('link', { name: 'Avtal 2026' }).click();
	await page.waitForURL(/\/avtal\?galler=alla&vy=\d+$/);
});

test('somebody who sees one nämnd saves privately, and sees nothing that others share', async () => {
	const page = await openPage('/kostnader', 'scoped');
	await counted(page);
	await page.getByRole('button', { name: 'Vyer', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Sparade vyer' });
	await menu.getByText('Ingen har sparat en vy av den här sidan än.').waitFor();
	expect(await menu.getByRole('radio').count()).toBe(0);
	await menu.getByText('Den som ser hela kommunen kan dela.').waitFor();
});

test('a note is written, changed, removed and brought back, and a shared one is read by another', async () => {
	const page = await openPage('/leverantorer/559900-0014');
	await counted(page);
	await notes(page).getByText('Ingen har antecknat något om leverantören.').waitFor();
	await notes(page).getByRole('button', { name: 'Skriv en anteckning' }).click();
	await notes(page).getByLabel('Anteckning', { exact: true }).fill('<b>Avtalet</b> sägs upp före jul.');
	await notes(page).getByRole('radio', { name: /Delad/ }).check();
	await notes(page).getByRole('button', { name: 'Spara anteckningen' }).click();
	await notes(page).getByText('Anteckningen är sparad.').waitFor();
	// Plain text, never HTML.
	await notes(page).getByText('<b>Avtalet</b> sägs upp före jul.').waitFor();
	await notes(page)
		.getByRole('button', { name: /^Ändra anteckningen/ })
		.click();
	await notes(page).getByLabel('Anteckning', { exact: true }).fill('Avtalet sägs upp i november.');
	await notes(page).getByRole('button', { name: 'Spara anteckningen' }).click();
	await notes(page).getByText('Anteckningen är ändrad.').waitFor();

	const other = await openPage('/leverantorer/559900-0014', 'reader');
	await notes(other).getByText('Avtalet sägs upp i november.').waitFor();
	expect(
		await notes(other)
			.getByRole('button', { name: /^(Ändra|Ta bort)/ })
			.count()
	).toBe(0);

	await notes(page)
		.getByRole('button', { name: /^Ta bort anteckningen/ })
		.click();
	await notes(page).getByText('Anteckningen är borttagen.').waitFor();
	await notes(page).getByText('Avtalet sägs upp i november.').waitFor({ state: 'detached' });
	await notes(page).getByRole('button', { name: 'Ångra' }).click();
	await notes(page).getByText('Avtalet sägs upp i november.').waitFor();
});

test.each([
	['/vyer', 1440, 'light'],
	['/vyer', 390, 'dark'],
	['/kostnader', 1440, 'dark'],
	['/kostnader', 390, 'light'],
	['/leverantorer/559900-0014', 390, 'dark']
])(
	'%s at %i px, %s, with its menu or form open, has no fault that axe knows of',
	async (path, width, theme) => {
		const page = await openPage(path, 'member', width);
		if (path === '/vyer')
			await page
				.getByRole('button', { name: /^Ändra/ })
				.first()
				.click();
		else await counted(page);
		if (path === '/kostnader') {
			await page.getByRole('button', { name: 'Vyer', exact: true }).click();
			await page.getByRole('link', { name: 'Alla sparade vyer' }).waitFor();
			await page.getByRole('heading', { name: 'Mina på den här sidan' }).waitFor();
		}
		if (path.startsWith('/leverantorer'))
			await notes(page).getByRole('button', { name: 'Skriv en anteckning' }).click();
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
);
