// Brings a database to the schema of this version. Each migration is applied whole or not at all.
import type { Database } from './connect';
import { migrations } from './migrations';

export async function migrate(database: Database): Promise<void> {
	const client = database.$client;
	// WAL lets the batch command read while the server writes. The setting stays in the file.
	await client.execute('PRAGMA journal_mode = WAL');
	await client.execute(
		'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, applied INTEGER NOT NULL)'
	);
	const applied = new Set(
		(await client.execute('SELECT name FROM migration')).rows.map((row) => String(row.name))
	);
	for (const migration of migrations) {
		if (applied.has(migration.name)) continue;
		await client.batch(
			[
				...migration.statements,
				{ sql: 'INSERT INTO migration (name, applied) VALUES (?, ?)', args: [migration.name, Date.now()] }
			],
			'write'
		);
	}
}
