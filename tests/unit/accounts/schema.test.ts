import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, type Database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { claimForMode } from '$lib/server/database/mode';
import * as budgetSchema from '$lib/server/database/budget-schema';
import * as reviewSchema from '$lib/server/database/review-schema';
import * as schema from '$lib/server/database/schema';
import * as systemSchema from '$lib/server/database/system-schema';
import { openTestDatabase } from './test-database';

/** Tables with their columns and foreign keys, as SQLite itself tells them. */
async function shape(database: Database): Promise<Record<string, unknown>> {
	const tables = await database.$client.execute(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'"
	);
	const shapes: Record<string, unknown> = {};
	for (const { name } of tables.rows) {
		const columns = await database.$client.execute({
			sql: 'SELECT name, upper(type) AS type, "notnull", pk FROM pragma_table_info(?) ORDER BY name',
			args: [String(name)]
		});
		const keys = await database.$client.execute({
			sql: 'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"',
			args: [String(name)]
		});
		const indexes = await database.$client.execute({
			sql: `SELECT name, "unique" FROM pragma_index_list(?) WHERE name NOT LIKE 'sqlite_%' ORDER BY name`,
			args: [String(name)]
		});
		shapes[String(name)] = [columns, keys, indexes].map((result) => result.rows.map((row) => ({ ...row })));
	}
	return shapes;
}

test('the migrations make exactly the tables that the schema describes', async () => {
	const migrated = await openTestDatabase();
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-schema-'));
	const described = connect(join(folder, 'described.sqlite'));
	const statements = await generateSQLiteMigration(
		await generateSQLiteDrizzleJson({}),
		await generateSQLiteDrizzleJson({ ...schema, ...reviewSchema, ...systemSchema, ...budgetSchema })
	);
	for (const statement of statements) await described.$client.executeMultiple(statement);

	expect(await shape(migrated.database)).toEqual(await shape(described));

	described.$client.close();
	await rm(folder, { recursive: true });
	await migrated.close();
});

test('migrating twice changes nothing', async () => {
	const { database, close } = await openTestDatabase();
	const before = await shape(database);
	await migrate(database);
	expect(await shape(database)).toEqual(before);
	await close();
});

test('a demo database never starts as a real installation, nor the other way round', async () => {
	const { database, close } = await openTestDatabase();
	await claimForMode(database, 'demo');
	await claimForMode(database, 'demo');
	await expect(claimForMode(database, 'real')).rejects.toThrow('hör till demon');
	await close();
});
