// What stands in the files that readers get, shown by opening them.
import { gunzipSync } from 'node:zlib';
import { decodeCells } from '$lib/crossfilter/cell-file';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Access } from '$lib/domain/access';
import { tableKinds, tables } from '$lib/domain/columns';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { auditPage } from '$lib/server/audit';
import {
	currentEdition,
	editionById,
	editionCells,
	editionFile,
	listEditions,
	withdrawEdition
} from '$lib/server/editions/edition';
import { listImports, removeImport } from '$lib/server/editions/imports';
import { originalPath } from '$lib/server/editions/original';
import { publishEdition } from '$lib/server/editions/publish';
import { publishStatus } from '$lib/server/editions/publish-status';
import { buildSlice } from '$lib/server/editions/slice';
import { type NativeDatabase, openNative } from '$lib/server/engine/native-engine';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

const controller: Access = { role: 'controller', rights: [], units: null };
const reader: Access = { role: 'reader', rights: [], units: null };
const ofSchools: Access = { role: 'reader', rights: [], units: ['Utbildningsnämnden'] };

const files: Record<string, string> = {
	'kostnader.csv': csv(
		'datum;namnd;konto;leverantor;organisationsnummer;fakturanummer;text;belopp;avtals_id',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;F1;Drift av Lärstigen;1000,00;A-1',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;559900-0022;F2;Licens till Greta;2000,50;A-2',
		'2026-02-01;Utbildningsnämnden;74510;Påhittssons Måleri;189001019802;F3;Ring 18900101-9802;300,25;',
		'2026-02-11;Äldrenämnden;74310;Nordvinge Data AB;559900-0014;F4;Drift;400,00;A-1'
	),
	'budget.csv': csv(
		'ar;manad;namnd;kostnadsslag;version;belopp',
		'2026;1;Utbildningsnämnden;Drift;KF-budget;500,00',
		'2026;1;Äldrenämnden;Moln;KF-budget;900,00'
	),
	'avtal.csv': csv(
		'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
		'A-1;Serverdrift;Nordvinge Data AB;559900-0014;Servicenämnden;2024-01-01;2028-12-31',
		'A-2;Vårdjournal;Vårdprogram Väst AB;559900-0022;Äldrenämnden;2024-01-01;2028-12-31'
	),
	'system.csv': csv(
		'system_id;namn;beskrivning;namnd;anvands_av;leverantor;avtals_id;systemagare;klassning_k;integrationer',
		'S-1;Lärstigen;Kontakt: Greta;Utbildningsnämnden;Utbildningsnämnden|Äldrenämnden;Nordvinge Data AB;A-1;Rektor;3;17',
		'S-2;Journalen;;Äldrenämnden;Äldrenämnden;Vårdprogram Väst AB;A-2;Chef;2;4'
	),
	'licenser.csv': csv(
		'produkt;leverantor;namnd;manad;antal_kopta;antal_tilldelade;antal_aktiva;pris_per_licens',
		'Kontor;Nordvinge Data AB;Utbildningsnämnden;2026-01;10;8;7;100,00',
		'Vårdplan;Vårdprogram Väst AB;Äldrenämnden;2026-01;20;18;17;200,00'
	),
	'namnder.csv': csv(
		'namnd;kod;typ;anstallda;kommunbidrag',
		'Utbildningsnämnden;UBN;nämnd;100;1000,00',
		'Äldrenämnden;ÄN;nämnd;200;2000,00'
	),
	'formagor.csv': csv(
		'formaga_id;namn;overordnad;behov_namnder;utan_behov_namnder',
		'F-1;Lärplattform;;Utbildningsnämnden;Äldrenämnden',
		'F-2;Journal;;Äldrenämnden;'
	)
};

let installation: TestInstallation;
const opened: NativeDatabase[] = [];

beforeAll(async () => {
	installation = await openInstallation();
	for (const [name, content] of Object.entries(files)) accepted(await installation.receive(name, content));
	await publishEdition({ user: installation.controller }, installation.where);
});
afterAll(async () => {
	for (const database of opened) await database.close();
	await installation.close();
});

async function pathFor(access: Access): Promise<string> {
	const offered = await currentEdition(access, installation.where);
	if (!offered) throw new Error('Nothing is published.');
	const file = await editionFile(offered.edition, offered.hash, access, installation.where);
	if (!file) throw new Error('The slice has no file.');
	const content = await readFile(file.path);
	expect(content.length).toBe(offered.bytes);
	expect(createHash('sha256').update(content).digest('hex')).toBe(offered.hash);
	return file.path;
}

async function openFile(path: string): Promise<NativeDatabase> {
	const database = await openNative({ path, readOnly: true });
	opened.push(database);
	return database;
}

async function openSlice(access: Access): Promise<NativeDatabase> {
	return openFile(await pathFor(access));
}

interface TextColumn {
	table: string;
	column: string;
}

async function columnsOf(database: NativeDatabase): Promise<TextColumn[]> {
	const rows = await database.run(
		"SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'"
	);
	return rows.map((row) => ({ table: String(row.table_name), column: String(row.column_name) }));
}

/** Every word in every column, and every word of every dictionary, used or not. */
async function allWords(database: NativeDatabase): Promise<string[]> {
	const words: string[] = [];
	for (const { table, column } of await columnsOf(database)) {
		for (const { word } of await database.run(`SELECT DISTINCT "${column}"::VARCHAR AS word FROM ${table}`)) {
			if (word !== null) words.push(`${table}.${column}: ${word}`);
		}
	}
	const dictionaries = await database.run(
		"SELECT type_name, unnest(labels) AS word FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal"
	);
	expect(dictionaries.length).toBeGreaterThan(5);
	for (const { type_name, word } of dictionaries) words.push(`${type_name}: ${word}`);
	return words;
}

const freeText = tableKinds.flatMap((kind) =>
	tables[kind].fields.filter((field) => field.controllersOnly).map((field) => `${kind}.${field.name}`)
);
/** What tagging whole ledgers anew asks for. */
const ownTagColumns = ['it_cost', 'cost_kind', 'orientation', 'system_id', 'contract_id', 'maker'].map(
	(tag) => `cost.own_${tag}`
);
const names = (columns: TextColumn[]) => columns.map(({ table, column }) => `${table}.${column}`);

test('the open slice has no free-text column; the full slice has them all', async () => {
	expect(freeText).toEqual(expect.arrayContaining(['cost.text', 'system.description']));
	const full = names(await columnsOf(await openSlice(controller)));
	const open = names(await columnsOf(await openSlice(reader)));
	expect(full).toEqual(expect.arrayContaining(freeText));
	const controllers = [...freeText, ...ownTagColumns];
	expect(open.filter((column) => controllers.includes(column))).toEqual([]);
	expect(full.filter((column) => !controllers.includes(column))).toEqual(open);
	const bytes = (await readFile(await pathFor(reader))).toString('utf8');
	expect(bytes).not.toContain('Greta');
	expect((await readFile(await pathFor(controller))).toString('utf8')).toContain('Greta');
});

test('integrations and classes are sent to controllers only: others have the column of integrations with nothing in it', async () => {
	const asked = 'SELECT system_id, integrations FROM system ORDER BY system_id';
	expect(await (await openSlice(controller)).run(asked)).toEqual([
		{ system_id: 'S-1', integrations: 17 },
		{ system_id: 'S-2', integrations: 4 }
	]);
	for (const access of [reader, ofSchools]) {
		const slice = await openSlice(access);
		const rows = await slice.run(asked);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.every(({ integrations }) => integrations === null)).toBe(true);
		expect(names(await columnsOf(slice)).filter((column) => column.includes('.class_'))).toEqual([]);
	}
});

test('no slice holds a personnummer or the name of a person who is a supplier', async () => {
	for (const access of [controller, reader, ofSchools]) {
		const words = await allWords(await openSlice(access));
		expect(words.filter((word) => maskPersonalNumbers(word).found > 0)).toEqual([]);
		expect(words.join('\n')).not.toMatch(/Påhittssons|18900101|900101-?9802/);
		expect(words.join('\n')).toContain('Enskild firma 1');
	}
});

test('the sums are the same in the full and the open slice', async () => {
	const sums = `SELECT (SELECT sum(amount) FROM cost)::BIGINT AS cost, (SELECT sum(amount) FROM budget)::BIGINT AS budget,
		(SELECT count(*) FROM cost WHERE it_cost = 'ja') AS it, (SELECT count(*) FROM contract) AS contracts`;
	const expected = [{ cost: 370_075, budget: 140_000, it: 3, contracts: 2 }];
	expect(await (await openSlice(controller)).run(sums)).toEqual(expected);
	expect(await (await openSlice(reader)).run(sums)).toEqual(expected);
});

test('a slice is sorted by day, with amounts in BIGINT öre and repeated words as ENUM', async () => {
	for (const access of [controller, reader]) {
		const database = await openSlice(access);
		const days = await database.run('SELECT day FROM cost');
		expect(days.map(({ day }) => day)).toEqual(['2026-01-15', '2026-02-01', '2026-02-11', '2026-03-02']);
		const [types] = await database.run(
			'SELECT typeof(amount) AS amount, typeof(unit) AS unit, typeof(supplier) AS supplier, typeof(it_cost) AS it FROM cost LIMIT 1'
		);
		expect(types).toEqual({
			amount: 'BIGINT',
			unit: "ENUM('Utbildningsnämnden', 'Äldrenämnden')",
			supplier: expect.stringMatching(/^ENUM\(/),
			it: "ENUM('ja', 'nej')"
		});
	}
});

test('a slice of one nämnd holds its rows and what it owns, uses or pays for', async () => {
	const database = await openSlice(ofSchools);
	const column = async (sql: string) => (await database.run(sql)).map((row) => Object.values(row)[0]);
	expect(await column('SELECT amount FROM cost')).toEqual([30_025, 100_000]);
	expect(await column('SELECT amount FROM budget')).toEqual([50_000]);
	expect(await column('SELECT product::VARCHAR FROM licence')).toEqual(['Kontor']);
	expect(await column('SELECT unit FROM unit')).toEqual(['Utbildningsnämnden']);
	expect(await column('SELECT contract_id FROM contract')).toEqual(['A-1']);
	expect(await database.run('SELECT system_id, used_by FROM system')).toEqual([
		{ system_id: 'S-1', used_by: 'Utbildningsnämnden' }
	]);
	expect(await database.run('SELECT capability_id, needed_by, not_needed_by FROM capability')).toEqual([
		{ capability_id: 'F-1', needed_by: 'Utbildningsnämnden', not_needed_by: null },
		{ capability_id: 'F-2', needed_by: null, not_needed_by: null }
	]);
	expect(await column('SELECT supplier FROM supplier ORDER BY 1')).toEqual([
		'Enskild firma 1',
		'Nordvinge Data AB'
	]);
	expect(await column("SELECT value FROM meta WHERE key IN ('level', 'units') ORDER BY key")).toEqual([
		'open',
		'Utbildningsnämnden'
	]);
	// The sum of a file is that of the whole municipality.
	expect(await column('SELECT DISTINCT sum FROM file')).toEqual([null]);
});

test('no dictionary and no byte of it tells of another nämnd or its suppliers', async () => {
	const foreign = /Äldrenämnden|Vårdprogram|Vårdplan|Journalen|559900-0022/;
	expect((await allWords(await openSlice(ofSchools))).filter((word) => foreign.test(word))).toEqual([]);
	const bytes = (await readFile(await pathFor(ofSchools))).toString('utf8');
	expect(bytes).not.toMatch(foreign);
	expect((await readFile(await pathFor(reader))).toString('utf8')).toMatch(foreign);
});

test('a scoped slice is built once and answers for its own nämnd', async () => {
	const first = await currentEdition(ofSchools, installation.where);
	const [again, twin] = await Promise.all([
		currentEdition(ofSchools, installation.where),
		currentEdition({ ...ofSchools, role: 'member' }, installation.where)
	]);
	expect(again).toEqual(first);
	expect(twin).toEqual(first);
	expect(first?.answers.meta).toMatchObject({ level: 'open', edition: 1 });
	const folder = join(await pathFor(ofSchools), '..');
	expect((await readdir(folder)).sort()).toEqual([
		expect.stringMatching(/^[0-9a-f]{32}\.json$/),
		expect.stringMatching(/^open-[0-9a-f]{32}\.duckdb$/)
	]);
});

test('a hash opens only for those whose slice it is', async () => {
	const full = await currentEdition(controller, installation.where);
	const hash = full?.hash ?? '';
	expect(await editionFile(1, hash, controller, installation.where)).not.toBeNull();
	expect(await editionFile(1, hash, reader, installation.where)).toBeNull();
	expect(
		await editionFile(1, hash, { role: 'admin', rights: [], units: null }, installation.where)
	).toBeNull();
	expect(await editionFile(1, hash, { ...controller, units: [] }, installation.where)).toBeNull();
	expect(await editionFile(2, hash, controller, installation.where)).toBeNull();
});

test('the cells of a slice hold its own it cost, and no word of another nämnd', async () => {
	const cellsFor = async (access: Access) => {
		const offered = await currentEdition(access, installation.where);
		const file = await editionCells(1, offered?.hash ?? '', access, installation.where);
		const bytes = gunzipSync(await readFile(file?.path ?? ''));
		return { bytes, cells: decodeCells(Uint8Array.from(bytes).buffer) };
	};
	const foreign = /Äldrenämnden|Vårdprogram|Vårdplan|Journalen|559900-0022/;
	const own = await cellsFor(ofSchools);
	expect(own.bytes.toString('utf8')).not.toMatch(foreign);
	expect(own.cells.lists.units.words).toEqual([{ key: 'Utbildningsnämnden', label: null }]);
	const sum = await (
		await openSlice(ofSchools)
	).run("SELECT sum(amount)::BIGINT AS ore FROM cost WHERE it_cost = 'ja' AND currency = 'SEK'");
	expect(own.cells.amount.reduce((ore, amount) => ore + amount, 0)).toBe(sum[0]?.ore);
	expect((await cellsFor(reader)).bytes.toString('utf8')).toMatch(foreign);
	const full = await currentEdition(controller, installation.where);
	expect(await editionCells(1, full?.hash ?? '', ofSchools, installation.where)).toBeNull();
	expect(await editionCells(1, full?.hash ?? '', reader, installation.where)).toBeNull();
});

test('a personnummer that has slipped into a full edition stops at the open slice', async () => {
	const folder = join(await pathFor(controller), '..', '..');
	const leaking = join(folder, 'leaking.duckdb');
	await copyFile(await pathFor(controller), leaking);
	const full = await openNative({ path: leaking });
	await full.execute(
		"UPDATE system SET system_owner = 'Anna 18900101-9802'; UPDATE cost SET invoice = '9001019802' WHERE invoice = 'F1'"
	);
	await full.close();
	const target = join(folder, 'open-of-leaking.duckdb');
	await buildSlice(leaking, target, { level: 'open', units: null });
	const words = await allWords(await openFile(target));
	expect(words).toContain('system.system_owner: Anna [personnummer]');
	expect(words).toContain('cost.invoice: [personnummer]');
	expect(words.filter((word) => maskPersonalNumbers(word).found > 0)).toEqual([]);
});

test('a damaged original stops the publishing, and the old edition stays', async () => {
	const [known] = await listImports(installation.where);
	if (!known) throw new Error('There is no import.');
	const path = originalPath(installation.where.dataDirectory, known.sha256);
	const bytes = await readFile(path);
	await writeFile(path, 'something else');
	await expect(publishEdition({ user: installation.controller }, installation.where)).rejects.toThrow(
		/^Originalet till formagor\.csv saknas eller är skadat/
	);
	await writeFile(path, bytes);
	expect(publishStatus()).toMatchObject({
		phase: 'failed',
		message: expect.stringContaining('formagor.csv')
	});
	expect((await currentEdition(reader, installation.where))?.edition).toBe(1);
});

test('a later edition takes over, the earlier stays readable, and withdrawing goes back to it', async () => {
	const { where, controller: maja } = installation;
	const imports = await listImports(where);
	const licences = imports.find(({ fileName }) => fileName === 'licenser.csv');
	expect(await removeImport(licences?.id ?? 0, maja, where)).toBe(true);
	await publishEdition({ user: maja }, where);
	expect(publishStatus()).toMatchObject({ phase: 'done', edition: 2, file: 6, files: 6, rows: 14 });
	expect((await currentEdition(reader, where))?.edition).toBe(2);
	expect((await editionById(1, reader, where))?.url).toMatch(/^\/utgavor\/1\/data\/[0-9a-f]{64}$/);
	expect((await listEditions(where)).map(({ edition, status }) => [edition, status])).toEqual([
		[2, 'current'],
		[1, 'earlier']
	]);

	const second = await currentEdition(reader, where);
	expect(await withdrawEdition(2, maja, where)).toBe(true);
	expect(await withdrawEdition(2, maja, where)).toBe(false);
	expect((await currentEdition(reader, where))?.edition).toBe(1);
	expect(await editionById(2, reader, where)).toBeNull();
	expect(await editionFile(2, second?.hash ?? '', reader, where)).toBeNull();
	expect((await listEditions(where)).map(({ edition, status }) => [edition, status])).toEqual([
		[2, 'withdrawn'],
		[1, 'current']
	]);
	const [latest, before] = (await auditPage(where.database, 1)).rows;
	expect(latest).toMatchObject({ action: 'withdraw', subject: '2', username: 'maja' });
	expect(before).toMatchObject({ action: 'publish', subject: '2' });
});
