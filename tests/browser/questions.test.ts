// Frågor and the SQL window on the demo city: ask, change a word, open the rows, go on; run, be refused, take out.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('questions');

async function openPage(
	path: string,
	{ who = 'member', width = 1440 }: { who?: 'member' | 'controller'; width?: number } = {}
): Promise<Page> {
	const page = await visits.open(path, { visitor: who, width });
	return page;
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const search = (page: Page) => new URL(page.url()).searchParams;
const told = (page: Page) => page.locator('p.told');
const settled = async (page: Page) => {
	await told(page).waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
};
const drawerSum = async (page: Page) => {
	await page.getByRole('dialog').getByText('Raderna summerar till siffran du klickade på.').waitFor();
	return plain(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent());
};

test('a question is answered on the spot, a word is changed, and its figure opens its rows', async () => {
	const page = await openPage('/kostnader/fragor?enhet=kr');
	await settled(page);
	await page.getByRole('link', { name: /^Till vilka leverantörer går Konsult/ }).click();
	await page.waitForURL(/fraga=kop/);
	await told(page)
		.filter({ hasText: /^Kommunen köper konsult för/ })
		.waitFor();
	await page.getByLabel('Nämnd', { exact: true }).selectOption('Utbildningsnämnden');
	await told(page)
		.filter({ hasText: /^Utbildningsnämnden köper konsult för/ })
		.waitFor();
	await page.getByLabel('Kostnadsslag').selectOption('Moln');
	await told(page)
		.filter({ hasText: /^Utbildningsnämnden köper moln för/ })
		.waitFor();
	expect([search(page).get('fraga'), search(page).get('namnd'), search(page).get('slag')]).toEqual([
		'kop',
		'Utbildningsnämnden',
		'Moln'
	]);
	const figure = told(page).getByRole('button');
	const amount = plain(await figure.textContent());
	await figure.click();
	expect(await drawerSum(page)).toBe(amount);
});

test('each line of an answer opens rows that sum to it, and a link restores the question', async () => {
	const page = await openPage('/kostnader/fragor?fraga=okar&namnd=Utbildningsn%C3%A4mnden&enhet=kr');
	await settled(page);
	const seen = plain(await told(page).textContent());
	for (const name of [/^Övriga \d+ leverantörer/, /^Summa/]) {
		for (const place of [0, 1]) {
			const figure = page.getByRole('row', { name }).getByRole('button').nth(place);
			const amount = plain(await figure.textContent());
			await figure.click();
			expect(await drawerSum(page)).toBe(`${amount} kr`);
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		}
	}
	await page.reload();
	await settled(page);
	expect(plain(await told(page).textContent())).toBe(seen);
});

test('a question leads on with its filters filled in', async () => {
	const page = await openPage('/kostnader/fragor?fraga=kop&namnd=Kulturn%C3%A4mnden&slag=Drift');
	await settled(page);
	const amount = plain(await told(page).getByRole('button').textContent());
	await page.getByRole('link', { name: 'Dela upp per leverantör i Pivot' }).click();
	await page.waitForURL(/\/kostnader\/pivot\?/);
	expect(search(page).get('per')).toBe('leverantor');
	expect(search(page).getAll('namnd')).toEqual(['Kulturnämnden']);
	expect(search(page).getAll('slag')).toEqual(['Drift']);
	await page.getByRole('grid').waitFor();
	expect(plain(await page.locator('.lead').textContent())).toContain(amount);
});

test('every question is answered, and one that finds nothing says so', async () => {
	const page = await openPage('/kostnader/fragor');
	await settled(page);
	const links = page.getByRole('navigation', { name: 'Fler frågor' }).getByRole('link');
	expect(await links.count()).toBe(12);
	for (let place = 0; place < 12; place++) {
		await links.nth(place).click();
		await page.waitForFunction((at) => {
			const all = document.querySelectorAll('nav.others a');
			return all[at]?.getAttribute('aria-current') === 'true';
		}, place);
		await settled(page);
		expect(plain(await told(page).textContent())).toMatch(/\d.*\.$/);
	}
	await page.goto(`${origin}/kostnader/fragor?fraga=kostar&leverantor=Finns%20inte`);
	await told(page).filter({ hasText: 'Inga it-kostnader av Finns inte' }).waitFor();
});

const editor = (page: Page) => page.getByLabel('Fråga i SQL');
async function ask(page: Page, sql: string) {
	await page.locator('button:enabled', { hasText: 'Kör' }).waitFor();
	await editor(page).fill(sql);
	await editor(page).press('Control+Enter');
}

test('a controller runs a question, orders its answer, writes names by a click and takes it out', async () => {
	const page = await openPage('/kostnader/sql', { who: 'controller' });
	await ask(
		page,
		'SELECT unit AS namnd, sum(amount) AS amount, list(1) AS lista FROM cost GROUP BY ALL -- ;'
	);
	await page.getByText(/^\d+\srader · /).waitFor();
	await page.getByRole('columnheader', { name: 'amount, öre' }).getByRole('button').click();
	expect(await page.getByRole('columnheader', { name: 'amount, öre' }).getAttribute('aria-sort')).toBe(
		'descending'
	);
	const rows = (await page.getByRole('table', {}).getByRole('row').count()) - 1;
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Ladda ner CSV' }).click()
	]);
	const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	expect(head).toMatch(/namnd;amount_ore;lista;utgava;regelversion;avstamd$/);
	expect(lines).toHaveLength(rows);
	expect(page.url()).toBe(`${origin}/kostnader/sql`);

	await editor(page).fill('SELECT * FROM ');
	await page.getByText('En rad per leverantör, med namn').click();
	await page.getByRole('button', { name: 'Skriv in supplier' }).click();
	expect(await editor(page).inputValue()).toBe('SELECT * FROM supplier');
	await page.reload();
	expect(await editor(page).inputValue()).toBe('SELECT * FROM supplier');
});

test('what does not read is refused, faults are told in Swedish, and a long question is stopped', async () => {
	const page = await openPage('/kostnader/sql', { who: 'controller' });
	await ask(page, 'SELECT 1; DROP TABLE cost');
	await page.getByText('En ny sats börjar på rad 1.').waitFor();
	await ask(page, "FROM read_csv('x.csv')");
	await page.getByText('Funktionen read_csv på rad 1 läser utanför utgåvan').waitFor();
	await ask(page, 'SELECT amout FROM cost');
	await page.getByText(/Kolumnen amout.*Menar du amount\?/).waitFor();
	await page.getByText('Motorns eget besked').click();
	await page.getByText(/Binder Error/).waitFor();
	await ask(page, 'SELECT count(*) FROM range(10000000) a, range(10000000) b');
	await page.getByText('Kör frågan …').first().waitFor();
	await editor(page).press('Escape');
	await page.getByText('Frågan avbröts. Inget har ändrats.').waitFor();
	await ask(page, 'FROM cost');
	await page.getByText(/^Visar \d+ av [\d\s]+\srader · /).waitFor();
	await ask(page, 'EXPLAIN FROM cost');
	await page.getByText(/SEQ_SCAN/).waitFor();
});

test('the SQL window is for controllers only', async () => {
	for (const who of ['reader', 'member', 'admin', 'scoped'] as const)
		expect((await visits.people.request(who, '/kostnader/sql')).status).toBe(403);
	const page = await openPage('/kostnader/fragor');
	await settled(page);
	expect(await page.getByRole('link', { name: 'SQL' }).count()).toBe(0);
});

test.each([
	[1440, 'light', '/kostnader/fragor?fraga=okar'],
	[390, 'dark', '/kostnader/fragor?fraga=licenser'],
	[1440, 'dark', '/kostnader/sql'],
	[390, 'light', '/kostnader/sql']
])(
	'at %i px, %s, %s has no faults that axe finds and does not scroll sideways',
	async (width, theme, path) => {
		const sql = path.endsWith('sql');
		const page = await openPage(path, { width, who: sql ? 'controller' : 'member' });
		if (sql) {
			await ask(page, 'SELECT unit, amount, day FROM cost LIMIT 20');
			await page.getByText(/^20\srader/).waitFor();
		} else await settled(page);
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
);
