// A member finds the two most costly doubles; a controller reads what differs, says what ought to be done, and takes it back.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('system-doubles');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(visitor: 'controller' | 'reader', width = 1440, to = '/systemkarta/dubbletter') {
	const page = await visits.open(to, { visitor, width });
	await page.getByRole('region', { name: /^Grupper av system/ }).waitFor();
	return page;
}

test('the local double stands first, with what differs, and a verdict is kept and taken back', async () => {
	const page = await open('controller');
	const groups = page.getByRole('region', { name: /^Grupper av system/ });
	const local = groups.getByRole('row', { name: /Lärstigen, Elevguiden/ });
	expect(plain(await local.textContent())).toMatch(/^Lärplattform.*Lokalt bredvid gemensamt.*minst/);
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/Dyrast är Elevdatorer bredvid Arbetsplats bas: [\d ,]+ (kr|tkr|mnkr) om året\./
	);
	await local.getByRole('link', { name: 'Lärplattform' }).click();
	await page.getByRole('heading', { name: 'Underlag före byte: Lärplattform' }).waitFor();
	const facts = page.getByRole('region', { name: 'Systemen sida vid sida' });
	expect(plain(await facts.getByRole('row', { name: /^Användarnas betyg/ }).textContent())).toContain('2,9');
	expect(plain(await facts.getByRole('row', { name: /^Vad vi inte vet/ }).textContent())).toContain(
		'kostnad'
	);
	await page.getByText(/Ett lokalt system kan ha goda skäl/).waitFor();

	await page.getByRole('button', { name: 'Bedöm Elevguiden bredvid Lärstigen' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Bedömning').selectOption({ label: 'Ersätt Elevguiden med Lärstigen' });
	await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
	await dialog.getByText('Skriv varför, med minst tio tecken.').waitFor();
	await dialog.getByLabel('Varför').fill('Avtalet går ut och Lärstigen gör samma sak');
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
	await page.getByText('Bedömningen av Elevguiden bredvid Lärstigen är sparad.').waitFor();
	await page.getByText(/^Ersätt Elevguiden med Lärstigen, controller \d{4}/).waitFor();

	await page.getByRole('button', { name: 'Bedöm Elevguiden bredvid Lärstigen' }).click();
	await dialog.getByLabel('Varför').fill('Stadsdelen vill svara först');
	await dialog.getByRole('button', { name: 'Ta tillbaka bedömningen' }).click();
	await page.getByText('Bedömningen av Elevguiden bredvid Lärstigen är tillbakatagen.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.close();
});

test('a reader on a narrow screen reads the verdicts and gives none', async () => {
	const page = await open('reader', 390, '/systemkarta/dubbletter?grupp=formaga%3AF-0501');
	await page.getByRole('button', { name: 'Läs om Elevguiden bredvid Lärstigen' }).click();
	await page.getByText(/^Controllers och de som har rätten granska/).waitFor();
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
	await page.close();
});
