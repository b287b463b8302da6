import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { choose, csv, expectAccessible, fileNamed, header, lead, visitImport } from './import-page';

const openPage = visitImport();

test('a file is read, reconciled against a typed sum and sent, and nothing is sent before that', async () => {
	const { page, sent } = await openPage();
	await choose(
		page,
		csv(
			'en_rad_utan_datum.csv',
			header,
			'2026-02-01;Kulturnämnden;74310;Norr Data AB;1 204,50',
			'2026-02-02;Kulturnämnden;74310;Norr Data AB;100,00',
			';Kulturnämnden;74310;Norr Data AB;12480,00',
			';;;;'
		)
	);
	await page.getByRole('heading', { name: 'Så tolkade vi filen' }).waitFor();
	expect(await lead(page).textContent()).toContain('En rad avvisas.');
	await page.getByText('1 tom rad').waitFor();

	await page.getByLabel('Kontrollsumma, kr').fill('13 784,50');
	await page.getByText('Skillnaden är exakt den avvisade raden.').waitFor();
	expect(await lead(page).textContent()).toContain(
		'En rad saknar datum, 12\u00a0480,00\u00a0kr, vilket är hela skillnaden.'
	);
	await page.getByRole('button', { name: 'Visa: 1 rad saknar datum' }).click();
	await page.getByRole('row', { name: /^4 datum/ }).waitFor();
	await page.keyboard.press('Escape');

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Hämta avvisade rader (CSV)' }).click();
	const rejected = await readFile(await (await download).path(), 'utf8');
	expect(rejected.split('\r\n')[1]).toContain('Kulturnämnden;74310;Norr Data AB;12480,00');
	await expectAccessible(page);
	expect(sent).toEqual([]);

	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	expect(sent).toEqual(['POST /importera/fil']);
	await expectAccessible(page);

	// The same file again.
	await choose(
		page,
		csv(
			'en_rad_utan_datum.csv',
			header,
			'2026-02-01;Kulturnämnden;74310;Norr Data AB;1 204,50',
			'2026-02-02;Kulturnämnden;74310;Norr Data AB;100,00',
			';Kulturnämnden;74310;Norr Data AB;12480,00',
			';;;;'
		)
	);
	await page.getByRole('button', { name: /^Nej, lägg till/ }).click();
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Filen är redan inläst, inget har ändrats.').first().waitFor();
});

test('wrong files are refused with what to do, and the rest goes on', async () => {
	const { page, sent } = await openPage();
	await choose(
		page,
		csv('ratt.csv', header, '2026-01-02;Kulturnämnden;74310;Väst AB;10,00'),
		{ name: 'tom.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
		{ name: 'foto.csv', mimeType: 'text/csv', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]) }
	);
	await fileNamed(page, 'foto.csv').click();
	await page.getByText('Filen är en bild, inte en tabell.').waitFor();
	await fileNamed(page, 'tom.csv').click();
	await page.getByText('Filen är tom. Exportera den på nytt från källsystemet.').waitFor();
	await fileNamed(page, 'ratt.csv').click();
	await page.getByLabel('Kontrollsumma, kr').fill('10l');
	await page.getByText('är inget belopp. Skriv bara siffror').waitFor();
	expect(await page.getByRole('button', { name: 'Läs in som ej avstämd' }).isDisabled()).toBe(true);
	await page.getByLabel('Kontrollsumma, kr').fill('10');
	await page.getByRole('button', { name: 'Läs in', exact: true }).waitFor();
	await page.getByRole('button', { name: 'Ta bort från listan: tom.csv' }).click();
	await page.getByText('tom.csv är borttagen från listan.').waitFor();
	expect(sent).toEqual([]);
});

test('a question stops the file until it is answered, and columns are mapped by hand', async () => {
	const { page } = await openPage();
	await choose(
		page,
		csv('okand.csv', 'Utdrag', 'Vad;Hur mycket;Vem', 'Papper;−12,50;Norr AB', 'Pennor;−10,00;Norr AB')
	);
	await page.getByText('Ingen kolumn känns igen som datum och leverantör.').waitFor();
	await page.getByRole('button', { name: 'Ändra tabell' }).click();
	await page.getByRole('combobox', { name: 'Tabell' }).selectOption('Kostnader');
	await page.getByLabel('Fält för kolumnen Hur mycket').selectOption('belopp');
	await page.getByRole('button', { name: 'Med minus' }).click();
	await page.getByRole('textbox', { name: 'Vilken månad gäller raderna?' }).fill('2026-03');
	await page.getByRole('button', { name: 'Svara och läs om' }).click();
	await page.getByText('Alla rader går att läsa in.').waitFor();
	await page.getByLabel('Kontrollsumma, kr').fill('22,50');
	await page.getByRole('button', { name: 'Läs in', exact: true }).waitFor();
});

test('the steps lead by keyboard to their parts', async () => {
	const { page } = await openPage();
	await choose(page, csv('steg.csv', header, '2026-01-02;Kulturnämnden;74310;Väst AB;10,00'));
	await page.getByRole('button', { name: /Avstämning ingen kontrollsumma/ }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const label = page.getByLabel('Kontrollsumma, kr');
	expect(await label.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('what is loaded shows after publishing, and can be removed and withdrawn', async () => {
	const { page } = await openPage();
	await choose(page, csv('publiceras.csv', header, '2026-01-02;Kulturnämnden;74310;Öst AB;10,00'));
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByRole('link', { name: 'Publicera ny utgåva' }).click();
	await page.getByRole('row', { name: /publiceras\.csv inte publicerad/ }).waitFor();
	expect(await lead(page).textContent()).toMatch(/förrän du publicerar/);
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Publicera ny utgåva' }).click();
	const done = page.getByText(/^Utgåva \d+ gäller nu\.$/);
	await done.waitFor();
	const edition = Number(/\d+/.exec((await done.textContent()) ?? '')?.[0]);
	expect(await lead(page).textContent()).toContain(`Utgåva ${edition} gäller`);

	await page.getByRole('button', { name: 'Ta bort publiceras.csv' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort' }).click();
	await page.getByText('publiceras.csv är borttagen.').waitFor();
	expect(await lead(page).textContent()).toContain('En borttagen fil finns kvar i siffrorna');

	await page.getByRole('button', { name: `Återkalla utgåva ${edition}` }).click();
	const meaning = page.getByRole('alertdialog').getByText(/utgåva \d+ gäller i stället/);
	await meaning.waitFor();
	const former = /utgåva (\d+) gäller i stället/.exec((await meaning.textContent()) ?? '')?.[1];
	await page.getByRole('alertdialog').getByRole('button', { name: 'Återkalla' }).click();
	await page.getByText(`Utgåva ${edition} är återkallad.`).waitFor();
	await page.getByRole('row', { name: new RegExp(`^${former} Gäller`) }).waitFor();
});
