import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EngineError } from '$lib/engine/engine';
import { type NativeDatabase, type NativeOptions, openNative } from '$lib/server/engine/native-engine';

let folder: string;
const opened: NativeDatabase[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-native-'));
});
afterEach(async () => {
	await Promise.all(opened.splice(0).map((database) => database.close()));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(options: NativeOptions = {}): Promise<NativeDatabase> {
	const database = await openNative({ threads: 1, ...options });
	opened.push(database);
	return database;
}

test('rows are plain values: days as ISO text, whole numbers and decimals as numbers', async () => {
	const database = await open();
	const rows = await database.run(`SELECT DATE '1899-12-31' AS day, 9007199254740991::BIGINT AS ore,
		sum(7::BIGINT) AS total, (-1.25)::DECIMAL(9, 2) AS share, 'hög'::ENUM('hög', 'låg') AS level,
		0.1::DOUBLE AS ratio, true AS internal, NULL AS nothing`);
	expect(rows).toEqual([
		{
			day: '1899-12-31',
			ore: 9007199254740991,
			total: 7,
			share: -1.25,
			level: 'hög',
			ratio: 0.1,
			internal: true,
			nothing: null
		}
	]);
});

test('a number that cannot be held exactly is refused', async () => {
	const database = await open();
	await expect(database.run('SELECT 9007199254740993::BIGINT AS ore')).rejects.toThrow(
		/9007199254740993 in ore is too large/
	);
	await expect(database.run('SELECT [1, 2] AS both')).rejects.toThrow(/both is INTEGER\[\]/);
});

test('values are bound, never read as SQL', async () => {
	const database = await open();
	const rows = await database.run(
		'SELECT ? AS text, ?::BIGINT AS ore, ? AS yes, ? AS nothing, ?::DATE AS day, typeof(?) AS kind',
		[`'; DROP TABLE cost; --`, 123450, true, null, '2024-02-29', 5]
	);
	expect(rows).toEqual([
		{
			text: `'; DROP TABLE cost; --`,
			ore: 123450,
			yes: true,
			nothing: null,
			day: '2024-02-29',
			kind: 'DOUBLE'
		}
	]);
});

test('rows are appended with each column kept in its type', async () => {
	const database = await open();
	await database.execute(`CREATE TYPE level AS ENUM ('hög', 'låg');
		CREATE TABLE cost (day DATE, ore BIGINT, text VARCHAR, internal BOOLEAN, level level, row_number INTEGER)`);
	await database.appendRows('cost', 6, [
		['2024-02-29', -123450, 'Å;"b"', true, 'hög', 14],
		[null, null, null, null, null, null]
	]);
	expect(await database.run('FROM cost')).toEqual([
		{ day: '2024-02-29', ore: -123450, text: 'Å;"b"', internal: true, level: 'hög', row_number: 14 },
		{ day: null, ore: null, text: null, internal: null, level: null, row_number: null }
	]);
	await expect(database.appendRows('cost', 6, [['2024-02-29']])).rejects.toThrow(/1 values, not 6/);
	await expect(database.appendRows('cost', 6, [['29/2 2024', 1, 'x', true, 'hög', 1]])).rejects.toThrow(
		/Not an ISO day/
	);
	expect(await database.run('SELECT count(*) AS rows FROM cost')).toEqual([{ rows: 2 }]);
});

test('an attached file is written through, and read again read-only', async () => {
	const path = join(folder, 'edition.duckdb');
	const builder = await open();
	await builder.execute(
		`ATTACH '${path}' AS e (STORAGE_VERSION 'v1.4.0'); USE e; CREATE TABLE unit (name VARCHAR)`
	);
	await builder.appendRows('unit', 1, [['Kommunstyrelsen'], ['Vård och omsorg']]);
	await builder.execute('USE memory; DETACH e');

	const reader = await open({ path, readOnly: true });
	expect(await reader.run('SELECT name FROM unit WHERE name LIKE ?', ['V%'])).toEqual([
		{ name: 'Vård och omsorg' }
	]);
	await expect(reader.execute('CREATE TABLE other (x INTEGER)')).rejects.toThrow(/read-only/);
});

test('a faulty statement is an EngineError that leaves the engine in use', async () => {
	const database = await open();
	const fault = database.run('SELECT unknown_column');
	await expect(fault).rejects.toBeInstanceOf(EngineError);
	await expect(fault).rejects.toMatchObject({ lost: false });
	expect(await database.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('an aborted query stops working, and the next one runs', async () => {
	const database = await open();
	const controller = new AbortController();
	const endless = database.run(
		'SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE hash(a.range, b.range) = 7',
		[],
		controller.signal
	);
	const waiting = database.run('SELECT 1 AS one', [], AbortSignal.abort());
	await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
	controller.abort();
	await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
	// This one is only reached when the interrupted statement has let go of the connection.
	expect(await database.run('SELECT 2 AS two')).toEqual([{ two: 2 }]);
});

test('statements asked together are answered each with its own rows', async () => {
	const database = await open();
	const answers = await Promise.all([1, 2, 3, 4].map((n) => database.run('SELECT ?::INTEGER AS n', [n])));
	expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
});
