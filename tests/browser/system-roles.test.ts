// The register of systems: how complete it is by kronor, who answers for what, and what only controllers are shown.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('roller');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const idle = (page: Page) => page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));

test('a member goes from the completeness of the register to the costliest systems that lack an answer', async () => {
	const page = await visits.open('/system?fran=2026-01&till=2026-08');
	const card = page.getByRole('region', { name: 'registrets fullständighet' });
	await card.waitFor();
	await idle(page);
	const owner = card.getByRole('row', { name: /^Systemägare/ });
	const [, lacking] = /Visa (\d+)/.exec(plain(await owner.textContent())) ?? [];
	await owner.getByRole('link').press('Enter');
	await page.waitForURL(/saknar=systemagare/);
	await page.getByText(new RegExp(`^${lacking}\\sav\\s\\d+\\ssystem passar`)).waitFor();
	const list = page.getByRole('region', { name: 'System', exact: true });
	expect(plain(await list.locator('tbody tr').first().textContent())).toMatch(/^Ritpaletten.*Okänt/);
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test('gaps in the roles come first, and classes are shown to controllers only', async () => {
	const page = await visits.open('/system/roller?fran=2026-01&till=2026-08');
	const table = page.getByRole('region', { name: /saknar någon av de tre rollerna$/ });
	await table.waitFor();
	await idle(page);
	expect(plain(await table.locator('tbody tr').nth(1).textContent())).toMatch(
		/^Serverdrift.*It-chef ?Ingen har sagt ?Driftansvarig/
	);
	expect(await table.getByRole('columnheader', { name: 'K · R · T' }).count()).toBe(0);
	await page.getByText(/Klassning visas inte för din roll/).waitFor();
	expect(await accessibilityFaults(page, 'main')).toEqual([]);

	const theirs = await visits.open('/system/roller?fran=2026-01&till=2026-08', {
		visitor: 'controller',
		width: 390
	});
	const classed = theirs.getByRole('region', { name: /saknar någon av de tre rollerna$/ });
	await classed.waitFor();
	await idle(theirs);
	expect(plain(await classed.getByRole('row', { name: /^Serverdrift/ }).textContent())).toContain(
		'3 · 3 · 3'
	);
	await theirs
		.getByRole('region', { name: /svarar för systemen$/ })
		.getByRole('row', { name: /^It-chef/ })
		.getByRole('button')
		.click();
	await theirs.getByRole('dialog').getByRole('table').waitFor();
});
