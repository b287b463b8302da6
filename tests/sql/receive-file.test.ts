// What the server says about a file, good or bad, and what it keeps of it.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { auditPage } from '$lib/server/audit';
import { originalPath, originalSource } from '$lib/server/editions/original';
import { listImports, removeImport } from '$lib/server/editions/imports';
import { rejectedRows } from '$lib/server/editions/rejected-rows';
import { soleTrader } from '$lib/server/database/schema';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const header = 'datum;namnd;konto;leverantor;organisationsnummer;text;belopp';
const row = (amount: string, text = 'Drift') =>
	`2026-01-15;Kommunstyrelsen;74310;Nordvinge Data AB;559900-0014;${text};${amount}`;
const costs = csv(header, row('100,00'), row('250,50'), row('-50,50'));

const originals = () => readdir(join(installation.where.dataDirectory, 'originals'));

test('a file is kept byte for byte, read, reconciled and written in the log', async () => {
	const bytes = new Uint8Array(Buffer.from(costs, 'latin1'));
	const receipt = await installation.receive('kostnader.csv', bytes, { controlSum: 30_000, controlRows: 3 });
	expect(receipt).toMatchObject({
		outcome: 'accepted',
		message: 'Filen är inläst. Den syns när en ny utgåva publiceras.',
		sameName: null
	});
	const stored = accepted(receipt);
	expect(stored.report).toMatchObject({
		kind: 'cost',
		table: 'kostnader',
		reconciled: true,
		totals: { read: 3, accepted: 3, rejected: 0, empty: 0, sum: 30_000 }
	});
	expect(await originals()).toEqual([stored.sha256]);
	const kept = await readFile(originalPath(installation.where.dataDirectory, stored.sha256));
	expect(kept.equals(bytes)).toBe(true);
	expect((await auditPage(installation.where.database, 1)).rows).toMatchObject([
		{ action: 'import', username: 'maja', subject: 'kostnader.csv', detail: { read: 3, accepted: 3 } }
	]);
	expect(await listImports(installation.where)).toMatchObject([
		{ fileName: 'kostnader.csv', uploadedBy: 'Maja Lindqvist', status: 'active', published: false }
	]);
});

test('a wrong control total is said, and the file is still read', async () => {
	const stored = accepted(await installation.receive('a.csv', costs, { controlSum: 30_001 }));
	expect(stored.report.reconciled).toBe(false);
});

const photo = new Uint8Array(40_000).fill(7);
photo.set([0xff, 0xd8, 0xff, 0xe0]);
const pages = csv(header, ...Array.from({ length: 4000 }, () => row('1,00')));

test.each<[string, string, string | Uint8Array | (() => Promise<Uint8Array>), RegExp]>([
	['an empty file', 'tom.csv', '', /^Filen är tom/],
	['a photo named .csv', 'foto.csv', photo, /^Filen är en bild, inte en tabell/],
	['a small photo named .csv', 'foto.csv', photo.subarray(0, 50), /^Filen är en bild/],
	[
		'a workbook with empty sheets',
		'tom.xlsx',
		() => writeXlsxFile([]).toBuffer(),
		/^Arbetsboken har inga ifyllda blad/
	],
	[
		'a workbook without a table',
		'brev.xlsx',
		() => writeXlsxFile([[{ value: 'Hej' }], [{ value: 'Vi ses på torsdag' }]]).toBuffer(),
		/^Arbetsboken har ingen tabell/
	],
	[
		'a table of another kind',
		'matsedel.csv',
		csv('dag;rätt', 'måndag;soppa'),
		/^Filen har kolumnerna dag och rätt\. Den ser ut som en förteckning/
	],
	[
		'an archive without a table',
		'arkiv.zip',
		zipSync({ 'a.txt': strToU8('x') }),
		/^Filen har bara en kolumn/
	],
	['a header without rows', 'rubrik.csv', csv(header), /^Filen har en rubrikrad men inga rader/],
	['a page saved as .csv', 'fel.csv', `<!doctype html>${pages}`, /^Filen är en webbsida/]
])('%s gets its own message and is not kept', async (_, name, content, message) => {
	const bytes = typeof content === 'function' ? await content() : content;
	const receipt = await installation.receive(name, bytes);
	expect(receipt).toMatchObject({ outcome: 'refused', message: expect.stringMatching(message) });
	expect(receipt.message).toMatch(/Filen är inte sparad och inget har ändrats\.$/);
	expect(await originals()).toEqual([]);
	expect(await listImports(installation.where)).toEqual([]);
});

test('a large photo is refused by its first bytes, and still read to its end', async () => {
	const megabyte = new Uint8Array(1 << 20);
	let sent = 0;
	async function* body() {
		yield photo;
		for (; sent < 90; sent++) yield megabyte;
	}
	const receipt = await installation.receive('stor.csv', '', { body: body() });
	expect(receipt).toMatchObject({ outcome: 'refused', problem: { code: 'inte_en_tabell' } });
	expect(sent).toBe(90);
	expect(await originals()).toEqual([]);
});

test('one broken row is rejected with its reason, and the rest goes through', async () => {
	const broken = csv(header, row('100,00'), row('mycket'), '', row('200,00'));
	const stored = accepted(await installation.receive('trasig.csv', broken));
	const { totals } = stored.report;
	expect(totals).toMatchObject({ read: 4, accepted: 2, rejected: 1, empty: 1, sum: 30_000 });
	expect(totals.accepted + totals.rejected + totals.empty).toBe(totals.read);
	expect(totals.problems).toMatchObject([
		{ kind: 'fel_belopp', rows: 1, examples: [{ row: 3, column: 'belopp', value: 'mycket' }] }
	]);
});

test('rejected rows come out as CSV with their reason, masked and safe to open in a spreadsheet', async () => {
	const broken = csv(header, row('100,00'), row('', '=SUM(A1) 18900101-9802'));
	const { id } = accepted(await installation.receive('trasig.csv', broken));
	const found = await rejectedRows(id, installation.where);
	if (!found) throw new Error('There is no import.');
	expect(found.fileName).toBe(`avvisade_rader_${id}.csv`);
	const bytes = new Uint8Array(await new Response(found.body).arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const [head, line, ...rest] = new TextDecoder().decode(bytes).split('\r\n');
	expect(head).toBe(`avvisad_rad;avvisad_kolumn;avvisat_varde;avvisad_orsak;${header}`);
	expect(line).toMatch(/^3;belopp;;Raden saknar belopp\..*;"'=SUM\(A1\) \[personnummer\]";$/);
	expect(rest).toEqual(['']);
});

test('the same file once more changes nothing', async () => {
	const first = accepted(await installation.receive('a.csv', costs, { controlRows: 3 }));
	const again = await installation.receive('a kopia.csv', costs);
	expect(again).toMatchObject({
		outcome: 'unchanged',
		message: 'Filen är redan inläst, inget har ändrats.',
		import: { id: first.id, fileName: 'a.csv' }
	});
	expect(await listImports(installation.where)).toHaveLength(1);
	expect(await originals()).toEqual([first.sha256]);
});

test('the same bytes with other answers stand in place of the former reading', async () => {
	const first = accepted(await installation.receive('a.csv', costs));
	const second = accepted(await installation.receive('a.csv', costs, { answers: { namnd: 'Skolnämnden' } }));
	expect(second.replaces).toBe(first.id);
	expect((await listImports(installation.where)).map(({ id, status }) => [id, status])).toEqual([
		[second.id, 'active'],
		[first.id, 'replaced']
	]);
});

test('a new version may replace an import, and a namesake is pointed out', async () => {
	const first = accepted(await installation.receive('a.csv', costs));
	const longer = costs + csv(row('10,00'));
	const second = await installation.receive('a.csv', longer);
	expect(second).toMatchObject({ outcome: 'accepted', sameName: { id: first.id } });
	const third = await installation.receive('a.csv', longer + csv(row('20,00')), {
		replaces: accepted(second).id
	});
	expect(third.message).toBe('Filen är inläst och ersätter a.csv. Den syns när en ny utgåva publiceras.');
	expect(
		(await listImports(installation.where)).map(({ id, status, replaces }) => [id, status, replaces])
	).toEqual([
		[accepted(third).id, 'active', accepted(second).id],
		[accepted(second).id, 'replaced', null],
		[first.id, 'active', null]
	]);
});

test('a removed import is out of use once, and its original stays', async () => {
	const stored = accepted(await installation.receive('a.csv', costs));
	expect(await removeImport(stored.id, installation.controller, installation.where)).toBe(true);
	expect(await removeImport(stored.id, installation.controller, installation.where)).toBe(false);
	expect(await listImports(installation.where)).toMatchObject([{ status: 'removed' }]);
	expect(await originals()).toEqual([stored.sha256]);
	expect(accepted(await installation.receive('a.csv', costs)).id).not.toBe(stored.id);
});

test('a file that only a person can settle is refused with the question, and taken with the answer', async () => {
	const negative = csv(header, row('-100,00'), row('-200,00'));
	const asked = await installation.receive('minus.csv', negative);
	expect(asked).toMatchObject({
		outcome: 'refused',
		problem: { code: 'fraga', question: 'tecken' },
		questions: [{ question: 'tecken' }]
	});
	expect(await originals()).toEqual([]);
	const answered = accepted(
		await installation.receive('minus.csv', negative, { answers: { tecken: 'minus' } })
	);
	expect(answered.report.totals.sum).toBe(30_000);
});

test('a person who is a supplier has one number in all files, and no personnummer is stored', async () => {
	const firm = (number: string, name: string) =>
		`2026-01-15;Kommunstyrelsen;74510;${name};${number};Arbete;10,00`;
	await installation.receive('a.csv', csv(header, firm('189001019802', 'Påhittssons Måleri')));
	await installation.receive(
		'b.csv',
		csv(header, firm('189711059866', 'Låtsas Tolkservice'), firm('189001019802', 'Påhittssons Måleri'))
	);
	const rows = await installation.where.database.select().from(soleTrader);
	expect(rows.map(({ number }) => number)).toEqual([1, 2]);
	expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
	const key = await stat(join(installation.where.dataDirectory, 'sole-trader.key'));
	if (process.platform !== 'win32') expect(key.mode & 0o777).toBe(0o600);
	const [second] = await listImports(installation.where);
	expect(JSON.stringify(second?.report)).toContain('Enskild firma 1');
	expect(JSON.stringify(second?.report)).not.toMatch(/1890010198|9001019802|Påhittssons/);
});

test('a broken-off upload leaves nothing behind', async () => {
	async function* body() {
		yield new TextEncoder().encode(costs);
		throw new Error('The line went down');
	}
	expect(await installation.receive('a.csv', '', { body: body() })).toMatchObject({
		outcome: 'refused',
		cause: 'broken',
		message: expect.stringMatching(/^Sändningen bröts .* Filen är inte sparad och inget har ändrats\.$/)
	});
	expect(await originals()).toEqual([]);
});

test('the name of a file is kept without folders, hidden characters and personnummer', async () => {
	const stored = accepted(await installation.receive('C:\\mapp\\lön\u202e 18900101-9802\n.csv', costs));
	expect(stored.fileName).toBe('lön [personnummer].csv');
});

test('an original can be read again and again under its name', async () => {
	const stored = accepted(await installation.receive('a.csv', costs));
	const source = originalSource(installation.where.dataDirectory, stored);
	for (let time = 0; time < 2; time++) {
		const parts: Uint8Array[] = [];
		for await (const part of source.open()) parts.push(part);
		expect(Buffer.concat(parts).toString()).toBe(costs);
	}
	expect(source).toMatchObject({ name: 'a.csv', size: costs.length });
});
