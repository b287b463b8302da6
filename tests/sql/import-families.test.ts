// One import is one table of one file; mended rows belong to the file that they were rejected from; what was replaced or
// removed comes back. At no time are rows counted twice.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditPage } from '$lib/server/audit';
import { importedFile } from '$lib/server/database/schema';
import { currentEdition, editionFile } from '$lib/server/editions/edition';
import { activeImports, listImports, removeImport } from '$lib/server/editions/imports';
import { referencesOf } from '$lib/server/editions/known-references';
import { originalPath } from '$lib/server/editions/original';
import { publishEdition } from '$lib/server/editions/publish';
import { restoreImport } from '$lib/server/editions/restore-import';
import { openNative } from '$lib/server/engine/native-engine';
import { allBytes } from '$lib/read/byte-source';
import { workbookSource } from '../support/sources';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const header = 'datum;namnd;konto;leverantor;text;belopp';
const row = (amount: string) => `2026-01-15;Kommunstyrelsen;74310;Nordvinge Data AB;Drift;${amount}`;
const restore = (id: number) => restoreImport(id, installation.controller, installation.where);
const remove = (id: number) => removeImport(id, installation.controller, installation.where);

/** Names of the active imports, oldest first. */
async function activeNames(): Promise<string[]> {
	return (await activeImports(installation.where)).map(({ fileName }) => fileName);
}

async function standingOf(id: number) {
	return (await listImports(installation.where)).find((known) => known.id === id)?.standing;
}

/** A workbook with 2 rows of costs, 300 kr, and 1 contract. */
async function workbook(): Promise<Uint8Array> {
	return allBytes(
		await workbookSource('bok.xlsx', {
			Kostnader: [
				['datum', 'namnd', 'konto', 'belopp'],
				['2026-01-15', 'Kommunstyrelsen', '74310', 100],
				['2026-02-15', 'Kommunstyrelsen', '74310', 200]
			],
			Avtal: [
				['avtals_id', 'benamning', 'leverantor', 'namnd', 'avtalsstart'],
				['A-1', 'Drift', 'Nordvinge Data AB', 'Kommunstyrelsen', '2024-01-01']
			]
		})
	);
}

test('two tables of one workbook are two imports, and the second is read from the original that is kept', async () => {
	const bytes = await workbook();
	const first = await installation.receive('bok.xlsx', bytes, { answers: { blad: 'Kostnader' } });
	const { sha256, report } = accepted(first);
	expect(report).toMatchObject({ kind: 'cost', sheet: 'Kostnader', totals: { accepted: 2, sum: 30_000 } });
	expect(first).toMatchObject({ sha256 });

	const second = await installation.receive('bok.xlsx', '', {
		original: sha256,
		answers: { blad: 'Avtal' }
	});
	expect(accepted(second).report).toMatchObject({
		kind: 'contract',
		sheet: 'Avtal',
		totals: { accepted: 1 }
	});
	expect(second).toMatchObject({ outcome: 'accepted', sameName: null });
	expect(await activeNames()).toEqual(['bok.xlsx', 'bok.xlsx']);
	expect(await readdir(join(installation.where.dataDirectory, 'originals'))).toEqual([sha256]);

	for (const blad of ['Kostnader', 'Avtal']) {
		expect(await installation.receive('bok.xlsx', bytes, { answers: { blad } })).toMatchObject({
			outcome: 'unchanged'
		});
	}
	// The largest table is read when nobody says which, and that is the one that is there.
	expect(await installation.receive('bok.xlsx', bytes)).toMatchObject({ outcome: 'unchanged' });
	expect(await activeNames()).toHaveLength(2);
});

test('an original that is not kept, or is damaged, must be sent again', async () => {
	const unknown = await installation.receive('a.csv', '', { original: '0'.repeat(64) });
	expect(unknown).toMatchObject({
		outcome: 'refused',
		cause: 'original',
		message: expect.stringMatching(/^Servern har inte originalet till filen\. Skicka filen igen\./)
	});
	const { sha256 } = accepted(await installation.receive('a.csv', csv(header, row('1,00'))));
	await writeFile(originalPath(installation.where.dataDirectory, sha256), 'something else');
	expect(await installation.receive('a.csv', '', { original: sha256 })).toMatchObject({ cause: 'original' });
});

/** 100 + 200 kr are taken, 50 kr rejected; the ledger says 3 rows and 350 kr. */
async function parentAndMended() {
	const parent = accepted(
		await installation.receive(
			'januari.csv',
			csv(header, row('100,00'), row('200,00'), 'saknas;Kommunstyrelsen;74310;;Drift;50,00'),
			{ controlSum: 35_000, controlRows: 3, controlSource: 'Bokslutet' }
		)
	);
	expect(parent.report).toMatchObject({ reconciled: false, controlSource: 'Bokslutet' });
	expect(await standingOf(parent.id)).toMatchObject({ reconciled: false, accepted: 2, sum: 30_000 });
	const mended = accepted(
		await installation.receive('rattade_rader_januari.csv', csv(header, row('50,00')), {
			corrects: parent.id
		})
	);
	return { parent, mended };
}

test('a file agrees with its control total together with its mended rows, here and in the edition', async () => {
	const { parent, mended } = await parentAndMended();
	for (const { id } of [parent, mended]) {
		expect(await standingOf(id)).toEqual({ root: parent.id, accepted: 3, sum: 35_000, reconciled: true });
	}
	await publishEdition({ user: installation.controller }, installation.where);
	const access = { role: 'controller', rights: [], units: null } as const;
	const offered = await currentEdition(access, installation.where);
	expect(offered?.answers.meta.reconciled).toBe(true);
	const file = await editionFile(1, offered?.hash ?? '', access, installation.where);
	const database = await openNative({ path: file?.path ?? '', readOnly: true });
	expect(await database.run('SELECT file_id, accepted, reconciled FROM file ORDER BY file_id')).toEqual([
		{ file_id: parent.id, accepted: 2, reconciled: true },
		{ file_id: mended.id, accepted: 1, reconciled: true }
	]);
	await database.close();
});

test('replacing a file takes its mended rows along, says so, and restoring brings both back', async () => {
	const { parent, mended } = await parentAndMended();
	const whole = csv(header, row('100,00'), row('200,00'), row('50,00'));
	const replacing = await installation.receive('januari.csv', whole, { replaces: parent.id });
	expect(replacing.message).toBe(
		'Filen är inläst och ersätter januari.csv. De rättade raderna i rattade_rader_januari.csv räknas inte heller med längre. Den syns när en ny utgåva publiceras.'
	);
	expect((await activeImports(installation.where)).map(({ id }) => id)).toEqual([accepted(replacing).id]);

	const restored = await restore(parent.id);
	expect(restored).toMatchObject({
		outcome: 'restored',
		message:
			'januari.csv är återställd och räknas med från nästa utgåva. De rättade raderna i rattade_rader_januari.csv är också tillbaka. Den står i stället för januari.csv, som inte räknas med längre.'
	});
	expect((await activeImports(installation.where)).map(({ id }) => id)).toEqual([parent.id, mended.id]);
	expect((await auditPage(installation.where.database, 1)).rows[0]).toMatchObject({
		action: 'import_restored',
		username: 'maja',
		subject: 'januari.csv',
		detail: { import: parent.id, replaces: [accepted(replacing).id], mended: [mended.id] }
	});

	// And forth again: the later version takes the earlier one's place once more.
	expect(await restore(accepted(replacing).id)).toMatchObject({ outcome: 'restored' });
	const statuses = (await listImports(installation.where)).map(({ id, status }) => [id, status]);
	expect(statuses).toEqual([
		[accepted(replacing).id, 'active'],
		[mended.id, 'replaced'],
		[parent.id, 'replaced']
	]);
});

test('of many versions of a file at most one is active, whichever is restored', async () => {
	const versions: number[] = [];
	for (const amount of ['1,00', '2,00', '3,00']) {
		const replaces = versions.at(-1);
		versions.push(accepted(await installation.receive('a.csv', csv(header, row(amount)), { replaces })).id);
	}
	for (const chosen of [versions[0], versions[2], versions[1], versions[0]]) {
		expect(await restore(chosen ?? 0)).toMatchObject({ outcome: 'restored' });
		expect((await activeImports(installation.where)).map(({ id }) => id)).toEqual([chosen]);
	}
});

test('a removed file comes back with its mended rows, but not with those that were removed before it', async () => {
	const { parent, mended } = await parentAndMended();
	const other = accepted(
		await installation.receive('fel_rader.csv', csv(header, row('7,00')), { corrects: parent.id })
	);
	expect(await remove(other.id)).toBe(true);
	expect(await remove(parent.id)).toBe(true);
	expect(await activeNames()).toEqual([]);
	expect(await restore(mended.id)).toMatchObject({
		outcome: 'refused',
		message:
			'rattade_rader_januari.csv rättar rader i en fil som inte räknas med. Återställ den filen först. Inget är ändrat.'
	});
	expect(await restore(parent.id)).toMatchObject({ outcome: 'restored' });
	expect(await activeNames()).toEqual(['januari.csv', 'rattade_rader_januari.csv']);
	expect(await restore(other.id)).toMatchObject({ outcome: 'restored' });
	expect(await restore(other.id)).toEqual({ outcome: 'missing', message: 'Filen är redan inläst.' });
	expect(await restore(999_999)).toEqual({ outcome: 'missing', message: 'Filen finns inte.' });
});

test('a removed file does not come back beside the same file read in again', async () => {
	const content = csv(header, row('1,00'));
	const first = accepted(await installation.receive('a.csv', content));
	await remove(first.id);
	const again = accepted(await installation.receive('a igen.csv', content));
	expect(await restore(first.id)).toMatchObject({
		outcome: 'refused',
		message:
			'Samma fil är redan inläst igen som a igen.csv, och raderna skulle räknas två gånger. Ta bort den först. Inget är ändrat.'
	});
	await remove(again.id);
	expect(await restore(first.id)).toMatchObject({ outcome: 'restored' });
});

test.each([
	['replace', { replaces: 999_999 }, /^Filen som skulle ersättas är redan borttagen eller ersatt\./],
	['mend', { corrects: 999_999 }, /^Filen som raderna rättar är borttagen eller ersatt\./]
])('a file cannot %s one that is not active', async (_, more, message) => {
	expect(await installation.receive('a.csv', csv(header, row('1,00')), more)).toMatchObject({
		outcome: 'refused',
		cause: 'state',
		problem: null,
		message: expect.stringMatching(message)
	});
	expect(await activeNames()).toEqual([]);
});

test('mended rows are of the same table as the file', async () => {
	const parent = accepted(await installation.receive('a.csv', csv(header, row('1,00'))));
	const contracts = csv('avtals_id;benamning;avtalsstart', 'A-1;Drift;2024-01-01');
	expect(await installation.receive('rattade.csv', contracts, { corrects: parent.id })).toMatchObject({
		outcome: 'refused',
		message: expect.stringMatching(/^Raderna lästes som avtal men rättar en fil med kostnader\./)
	});
	expect(
		await installation.receive('b.csv', csv(header, row('2,00')), {
			corrects: parent.id,
			replaces: parent.id
		})
	).toMatchObject({ message: expect.stringMatching(/^Filen kan inte både ersätta en fil och rätta rader/) });
});

test('a reading anew keeps its place among the mended', async () => {
	const { parent, mended } = await parentAndMended();
	const again = accepted(
		await installation.receive('rattade_rader_januari.csv', csv(header, row('50,00')), {
			answers: { tecken: 'plus' }
		})
	);
	expect(again).toMatchObject({ corrects: parent.id, replaces: mended.id });
	expect(await standingOf(parent.id)).toMatchObject({ accepted: 3, reconciled: true });
});

test('the names of the registers are known to later files, and unknown where a register is not whole', async () => {
	const references = async () => referencesOf(await activeImports(installation.where));
	expect(await references()).toEqual({ units: null, contracts: null, systems: null });
	const units = await installation.receive(
		'namnder.csv',
		csv('namnd;typ', 'Äldrenämnden;nämnd', 'Skolnämnden;nämnd')
	);
	const contracts = accepted(
		await installation.receive(
			'avtal.csv',
			csv(
				'avtals_id;benamning;avtalsstart',
				'A-2;Drift;2024-01-01',
				';Utan id;2024-01-01',
				'A-1;Stöd;2024-01-01'
			)
		)
	);
	expect(await references()).toEqual({
		units: ['Skolnämnden', 'Äldrenämnden'],
		contracts: ['A-1', 'A-2'],
		systems: null
	});
	expect(accepted(units).report.keys).toEqual(['Skolnämnden', 'Äldrenämnden']);

	const costs = csv(`${header};avtals_id`, `${row('1,00')};A-1`, `${row('2,00')};A-9`);
	const { report } = accepted(await installation.receive('kostnader.csv', costs));
	expect(report.totals.problems.find(({ kind }) => kind === 'okant_avtal')).toMatchObject({ rows: 1 });
	expect(report.totals).toMatchObject({ accepted: 2, sum: 300 });

	// An import from before keys were kept.
	const { database } = installation.where;
	await database
		.update(importedFile)
		.set({ result: { ...contracts.report, keys: undefined } })
		.where(eq(importedFile.id, contracts.id));
	expect((await references()).contracts).toBeNull();
});

test('a report from before this version still parses', async () => {
	const { id, report } = accepted(await installation.receive('a.csv', csv(header, row('1,00'))));
	const { asides, statedControl, controlSource, recipe, keys, ...old } = report;
	expect([asides, statedControl, controlSource, recipe, keys]).toEqual([[], null, null, null, null]);
	await installation.where.database
		.update(importedFile)
		.set({ result: { ...old }, settings: { answers: {} } })
		.where(eq(importedFile.id, id));
	const [known] = await activeImports(installation.where);
	expect(known).toMatchObject({ today: null, report });
	await publishEdition({ user: installation.controller }, installation.where);
});

test('a file that is read as another table than before stops the publishing', async () => {
	const { id, report } = accepted(await installation.receive('a.csv', csv(header, row('1,00'))));
	await installation.where.database
		.update(importedFile)
		.set({ result: { ...report, kind: 'budget' } })
		.where(eq(importedFile.id, id));
	await expect(publishEdition({ user: installation.controller }, installation.where)).rejects.toThrow(
		/^a\.csv läses inte längre som när den lästes in/
	);
});
