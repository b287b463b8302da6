// The trend of indicators over editions: each person's own slices, and nothing that has been withdrawn.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Access } from '$lib/domain/access';
import { editionIndicators, withdrawEdition } from '$lib/server/editions/edition';
import { publishEdition } from '$lib/server/editions/publish';
import { csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const header = 'datum;namnd;konto;leverantor;belopp';
const reader: Access = { role: 'reader', rights: [], units: null };
const scoped: Access = { role: 'reader', rights: [], units: ['Kulturnämnden'] };

test('follows each indicator from edition to edition, for those who see the whole and those who see some nämnder', async () => {
	const { where, controller } = installation;
	await installation.receive(
		'januari.csv',
		csv(
			header,
			'2026-01-15;Kulturnämnden;74310;Norr Data AB;100,00',
			'2026-01-15;Miljönämnden;74310;Söder Data AB;100,00'
		)
	);
	await publishEdition({ user: controller }, where);
	await installation.receive(
		'februari.csv',
		csv(header, '2026-02-15;Miljönämnden;74310;Söder Data AB;200,00')
	);
	await publishEdition({ user: controller }, where);

	const largest = async (access: Access) =>
		(await editionIndicators(access, where)).map(({ edition, period, indicators }) => [
			edition,
			period?.to,
			indicators.find(({ key }) => key === 'storsta_leverantor')?.value
		]);
	expect(await largest(reader)).toEqual([
		[1, '2026-01', 0.5],
		[2, '2026-02', 0.75]
	]);
	// Only Norr Data AB is in what this person sees.
	expect((await largest(scoped)).map(([, , share]) => share)).toEqual([1, 1]);

	// Computed at publishing for the two slices that everybody else has, and kept beside them.
	const folders = (await readdir(join(where.dataDirectory, 'editions'))).filter(
		(name) => !name.startsWith('.')
	);
	const kept = await Promise.all(
		folders.map(async (folder) =>
			(await readdir(join(where.dataDirectory, 'editions', folder))).filter((name) =>
				name.includes('.nyckeltal-')
			)
		)
	);
	expect(kept.map((files) => files.length)).toEqual([2, 2]);

	await withdrawEdition(1, controller, where);
	expect(await largest(reader)).toEqual([[2, '2026-02', 0.75]]);
});
