// A migrated database of its own for each test file, in a temporary folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, databaseFile, type Database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';

export async function openTestDatabase(): Promise<{ database: Database; close: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-accounts-'));
	const database = connect(databaseFile(folder));
	await migrate(database);
	return {
		database,
		close: async () => {
			database.$client.close();
			await rm(folder, { recursive: true });
		}
	};
}

export const minute = 60 * 1000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function after(start: Date, milliseconds: number): Date {
	return new Date(start.getTime() + milliseconds);
}
