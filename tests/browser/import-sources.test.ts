import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { workbookSource } from '../support/sources';
import {
	choose,
	csv,
	expectAccessible,
	expectNoSidewaysScroll,
	fileNamed,
	header,
	lead,
	visitImport,
	type ChosenFile
} from './import-page';

const openPage = visitImport();

async function workbook(name: string): Promise<ChosenFile> {
	const source = await workbookSource(name, {
		Kostnader: [
			['datum', 'namnd', 'konto', 'leverantor', 'belopp'],
			['2026-02-01', 'Kulturnämnden', '74310', 'Norr Data AB', 100.5],
			['2026-02-02', 'Kulturnämnden', '74310', 'Norr Data AB', 99.5],
			['2026-02-03', 'Kulturnämnden', '74312', 'Väst AB', 300]
		],
		Budget: [
			['ar', 'namnd', 'version', 'belopp'],
			['2026', 'Kulturnämnden', 'KF-budget', 6000],
			['2026', 'Fritidsnämnden', 'KF-budget', 4000]
		],
		Anteckningar: [['Utdrag gjort i mars']]
	});
	const chunks: Uint8Array[] = [];
	for await (const chunk of source.open()) chunks.push(chunk);
	return {
		name,
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: Buffer.concat(chunks)
	};
}

test('a workbook with two tables becomes two entries, each reviewed and sent, and carried once', async () => {
	const { page, sent } = await openPage();
	const posts: { bytes: number; original: boolean }[] = [];
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (request.method() === 'POST' && url.pathname === '/importera/fil') {
			const bytes = Number(request.headers()['content-length'] ?? 0);
			posts.push({ bytes, original: url.searchParams.has('original') });
		}
	});
	await choose(page, await workbook('bokslut.xlsx'));
	await fileNamed(page, 'bokslut.xlsx · Kostnader').waitFor();
	await fileNamed(page, 'bokslut.xlsx · Budget').waitFor();
	await page.getByRole('row', { name: /^Anteckningar Känns inte igen 1 Läses inte/ }).waitFor();
	await page.getByRole('button', { name: 'Öppna Budget' }).click();
	await page.getByText('Alla rader går att läsa in.').waitFor();
	await page.getByRole('row', { name: 'Godkända rader i filen 2 10 000,00' }).waitFor();
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Ta bort från listan: bokslut.xlsx · Budget' }).click();
	await page.getByText('bokslut.xlsx · Budget är borttagen från listan.').waitFor();
	await page.getByRole('row', { name: /^Budget .* Borttagen från listan/ }).waitFor();
	await page.getByRole('button', { name: 'Läs Budget' }).click();
	await page.getByRole('row', { name: 'Godkända rader i filen 2 10 000,00' }).waitFor();
	expect(sent).toEqual([]);

	await page.getByRole('button', { name: /^Läs in 2.granskade filer$/ }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	await fileNamed(page, 'bokslut.xlsx · Kostnader').click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	expect(sent).toEqual(['POST /importera/fil', 'POST /importera/fil']);
	expect(posts.map(({ original }) => original)).toEqual([false, true]);
	expect(posts[1]?.bytes).toBe(0);
});

const sieHead = [
	'#FLAGGA 0',
	'#FORMAT PC8',
	'#SIETYP 4',
	'#FNAMN "Exempelbolaget"',
	'#RAR 0 20260101 20261231'
];

function sie(name: string, ...lines: string[]): ChosenFile {
	const text = [...sieHead, '#KONTO 6540 "IT-tjanster"', '#KONTO 1930 "Bank"', ...lines].join('\r\n');
	return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(`${text}\r\n`) };
}

test('a SIE file is reconciled by its own balances, and its balances can reconcile another file', async () => {
	const { page } = await openPage();
	const voucher = [
		'#VER A 1 20260115 "Faktura"',
		'{',
		'#TRANS 6540 {} 300.00',
		'#TRANS 1930 {} -300.00',
		'}'
	];
	await choose(
		page,
		sie('exempel.se', '#RES 0 6540 300.00', ...voucher),
		sie('saldon.se', '#RES 0 6540 450.00'),
		csv('huvudbok.csv', 'datum;namnd;konto;belopp', '2026-03-01;Kulturnämnden;6540;450,00')
	);
	await page
		.getByText('Kontrollsumman kommer från: Saldon (#RES) för 2026, konto 4–7, ur filen själv.')
		.waitFor();
	expect(await page.getByLabel('Kontrollsumma, kr').inputValue()).toBe('300,00');
	await page.getByRole('button', { name: 'Läs in', exact: true }).waitFor();
	await page.getByText('Konto 4–7 räknas som kostnad').waitFor();
	await page.getByText('Läses men räknas inte').first().waitFor();

	await page.getByRole('button', { name: 'Ändra kontoklasser' }).click();
	await page.getByRole('checkbox', { name: '6' }).uncheck();
	await page.getByRole('checkbox', { name: '5' }).uncheck();
	await page.getByRole('button', { name: 'Spara', exact: true }).click();
	await page.getByText('Konto 4 och 7 räknas som kostnad').waitFor();

	await fileNamed(page, 'saldon.se').click();
	expect(await fileNamed(page, 'saldon.se').textContent()).toContain('Kontrollsaldon');
	await page.getByRole('heading', { name: 'Kontrollsaldon i filen' }).waitFor();
	await expectAccessible(page);

	await fileNamed(page, 'huvudbok.csv').click();
	const source = page.getByLabel('Kontrollsumma ur');
	const option = source.locator('option', { hasText: 'ur saldon.se' });
	await source.selectOption((await option.getAttribute('value')) ?? '');
	expect(await page.getByLabel('Kontrollsumma, kr').inputValue()).toBe('450,00');
	await page.getByRole('button', { name: 'Läs in', exact: true }).waitFor();
	await page.getByLabel('Kontrollsumma, kr').fill('451');
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).waitFor();
	expect(await source.inputValue()).toBe('');
});

const ledgerHeader = 'Bokf.datum;NÄMND;Konto;UTFALL;Skapad_av';

test('a recipe is saved, recognised next time, tells a changed column, and can be deleted and brought back', async () => {
	const { page } = await openPage();
	await choose(
		page,
		csv('receptbok_2026-01.csv', ledgerHeader, '2026-01-05;Kulturnämnden;74310;−250,00;abc')
	);
	await page.getByRole('button', { name: 'Med minus' }).click();
	await page.getByRole('button', { name: 'Spara recept' }).click();
	const form = page.getByRole('dialog');
	expect(await form.getByLabel('Filnamn').inputValue()).toBe('receptbok_*.csv');
	await form.getByText('Kostnadens tecken: Minus är kostnad').waitFor();
	await form.getByLabel('Namn', { exact: true }).fill('Receptbok, månad');
	await form.getByRole('button', { name: 'Spara recept' }).click();
	await page.getByText('Receptet Receptbok, månad är sparat.').waitFor();
	await page.getByText('Recept: Receptbok, månad (inte använt än)').waitFor();
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();

	await choose(page, csv('receptbok_2026-02.csv', ledgerHeader, '2026-02-05;Kulturnämnden;74310;−99,00;abc'));
	await page.getByText('Recept: Receptbok, månad (använt 1\u00a0gång)').waitFor();
	await page.getByRole('button', { name: /Tolkning .*enligt receptet Receptbok, månad/ }).waitFor();
	await page.getByRole('row', { name: 'Godkända rader i filen 1 99,00' }).waitFor();

	const changed = ledgerHeader.replace('NÄMND', 'Förvaltning').replace('Skapad_av', 'Levnamn');
	await choose(page, csv('receptbok_2026-03.csv', changed, '2026-03-05;Kulturnämnden;74310;−75,00;Norr AB'));
	await page.getByText('NÄMND heter nu Förvaltning och blir namnd.').waitFor();
	await page.getByText('Skapad_av finns inte längre. Den användes inte.').waitFor();
	await page.getByText('Levnamn är ny och blir leverantor.').waitFor();
	expect(await page.getByRole('button', { name: 'Läs in som ej avstämd' }).isDisabled()).toBe(true);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Det stämmer' }).click();
	await page.getByText('Alla rader går att läsa in.').waitFor();
	await page.getByRole('button', { name: 'Använd inte receptet' }).click();
	await page.getByText('Hur skriver filen en kostnad?').waitFor();

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Hämta alla (JSON)' }).click();
	const saved = await readFile(await (await download).path(), 'utf8');
	expect(JSON.parse(saved)).toMatchObject({ format: 1, recept: [{ namn: 'Receptbok, månad' }] });
	await page.getByRole('button', { name: 'Ta bort receptet Receptbok, månad' }).click();
	await page.getByText('Inga recept är sparade.').waitFor();
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Läs in recept från fil' }).click();
	const recipes = { name: 'recept.json', mimeType: 'application/json', buffer: Buffer.from(saved) };
	await (await chooser).setFiles(recipes);
	await page.getByText('1\u00a0recept lästes in.').waitFor();
	await page.getByRole('button', { name: 'Ta bort receptet Receptbok, månad' }).click();
	await page.getByRole('button', { name: 'Ångra', exact: true }).click();
	await page.getByText('Receptet Receptbok, månad är sparat.').waitFor();
	await page.getByRole('button', { name: 'Ta bort receptet Receptbok, månad' }).waitFor();
});

test('a bill in another currency asks for a rate, or stays outside the sums', async () => {
	const { page, sent } = await openPage();
	const rows = [
		'2026-02-01;Kulturnämnden;74310;Moln AB;100,00;USD',
		'2026-02-02;Kulturnämnden;74310;Moln AB;20,50;USD'
	];
	await choose(page, csv('moln.csv', 'datum;namnd;konto;leverantor;belopp;valuta', ...rows));
	const rate = page.getByLabel('Kurs för USD');
	await rate.fill('tio');
	await page.getByRole('button', { name: 'Räkna om till kronor' }).click();
	await page.getByText('Skriv kursen med siffror och komma').waitFor();
	await expectAccessible(page);
	await rate.fill('10,00');
	await page.getByRole('button', { name: 'Räkna om till kronor' }).click();
	await page.getByRole('row', { name: 'Godkända rader i filen 2 1 205,00' }).waitFor();
	await page.getByRole('button', { name: 'Ändra kurs usd' }).click();
	await page.getByRole('button', { name: 'Låt filen avgöra' }).click();
	await page.getByRole('button', { name: 'Håll rader i USD utanför summorna' }).click();
	await page.getByText('120,50 USD ligger utanför summan.').waitFor();
	expect(sent).toEqual([]);
});

test('a reading can be stopped and taken up again, and reviewed files are not left without a word', async () => {
	const { page, sent } = await openPage();
	const line = '2026-01-02;Kulturnämnden;74310;Väst AB;10,00\r\n';
	await choose(page, csv('stor.csv', header, line.repeat(200_000).trimEnd()));
	await page.getByRole('button', { name: 'Avbryt läsningen' }).click();
	await page.getByText('Läsningen är avbruten. Filen ligger kvar i listan.').first().waitFor();
	expect(await fileNamed(page, 'stor.csv').textContent()).toContain('Läsningen avbruten');
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await page
		.getByRole('row', { name: /^Godkända rader i filen 200.000 2.000.000,00$/ })
		.waitFor({ timeout: 30_000 });

	const asked: string[] = [];
	page.once('dialog', (dialog) => {
		asked.push(dialog.message());
		void dialog.dismiss();
	});
	await page.getByRole('link', { name: 'Avstämning' }).first().click();
	await expect.poll(() => asked.join()).toContain('1\u00a0fil i listan är inte inläst');
	expect(new URL(page.url()).pathname).toBe('/importera');
	expect(sent).toEqual([]);
});

test('a file that replaces another can be taken back', async () => {
	const { page } = await openPage();
	const first = csv('byts.csv', 'datum;namnd;konto;belopp', '2026-04-01;Kulturnämnden;74310;10,00');
	await choose(page, first);
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	await choose(page, csv('byts.csv', 'datum;namnd;konto;belopp', '2026-04-01;Kulturnämnden;74310;12,00'));
	await page.getByRole('button', { name: /^Ja, ersätt den/ }).click();
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByRole('button', { name: 'Ångra ersättningen' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Ångra ersättningen' }).click();
	await page.getByText(/är aktiv igen\. Filen som ersatte den är borttagen\.$/).waitFor();
	await page.getByRole('list', { name: 'Filer' }).getByText('Borttagen igen').waitFor();
	expect(await lead(page).textContent()).toContain('Ersättningen är ångrad.');
	expect(await page.getByText('Filen är inläst och ersätter').count()).toBe(0);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Avstämning' }).first().click();
	await page
		.getByRole('row', { name: /^byts\.csv/ })
		.getByText('10,00')
		.waitFor();
});

test('mended rows that are sent with their file let both be reconciled, and the paper names the file', async () => {
	const { page } = await openPage();
	const columns = 'datum;namnd;konto;belopp';
	await choose(
		page,
		csv('delvis.csv', columns, '2026-04-01;Kulturnämnden;74310;10,00', ';Kulturnämnden;74310;20,00')
	);
	await page.getByLabel('Kontrollsumma, kr').fill('30,00');
	await page.getByRole('button', { name: 'Rätta här' }).click();
	await page
		.getByRole('group', { name: /^Rad\s3/ })
		.getByLabel('datum')
		.fill('2026-04-02');
	await page.getByRole('button', { name: 'Lägg till 1 rättad rad' }).click();
	// The button is gone with the review: the keyboard goes on at the new file's line.
	await page.waitForFunction(() => document.activeElement?.textContent?.includes('rattade_rader_delvis.csv'));
	await page.getByRole('button', { name: /^Läs in 2\sgranskade filer$/ }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	const card = page.locator('.card', { has: page.getByRole('heading', { name: 'Serverns egen läsning' }) });
	await card.getByText('Avstämd', { exact: true }).waitFor();
	await fileNamed(page, 'delvis.csv').click();
	await card.getByText('Avstämd', { exact: true }).waitFor();
	await page.emulateMedia({ media: 'print' });
	expect(await fileNamed(page, 'delvis.csv').isVisible()).toBe(true);
});

test('the same month in two files is told, and not sent by one press with the rest', async () => {
	const { page } = await openPage();
	const rows = ['2026-04-01;A;74310;10,00', '2026-04-02;A;74310;20,00', '2026-04-03;A;74310;3,33'];
	const columns = 'datum;namnd;konto;belopp';
	await choose(
		page,
		csv('april.csv', columns, ...rows),
		csv('april_kopia.csv', columns, ...rows),
		csv('maj.csv', columns, '2026-05-01;A;74310;7,00'),
		csv('juni.csv', columns, '2026-06-01;A;74310;8,00')
	);
	await page.getByRole('button', { name: /^Läs in 2\sgranskade filer$/ }).waitFor();
	await page.getByText(/^april_kopia\.csv i listan har lika många rader och samma summa\./).waitFor();
	expect(await fileNamed(page, 'april_kopia.csv').textContent()).toContain('kan vara en dubblett');
	await expectAccessible(page);
});

test('when a question is answered the keyboard goes on at the steps of the file', async () => {
	const { page } = await openPage();
	await choose(page, csv('minus.csv', 'datum;namnd;konto;belopp', '2026-04-01;Kulturnämnden;74310;-10,00'));
	await page.getByRole('button', { name: 'Med minus' }).press('Enter');
	await page.getByRole('button', { name: 'Läs in som ej avstämd', disabled: false }).waitFor();
	expect(await page.evaluate(() => document.activeElement?.querySelector('nav')?.ariaLabel)).toBe('Steg');
});

test('on a telephone nothing but the tables scrolls sideways', async () => {
	const { page } = await openPage(390);
	await choose(page, await workbook('telefon.xlsx'));
	await fileNamed(page, 'telefon.xlsx · Budget').waitFor();
	await page.getByRole('heading', { name: 'Filens delar' }).waitFor();
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});
