// A database belongs to the demo or to a real installation, for good: the demo's known passwords must never meet real data.
import { eq } from 'drizzle-orm';
import type { Configuration } from '../configuration';
import type { Database } from './connect';
import { setting } from './schema';

/** Marks a new database with the mode it was started in. Throws when it was made in the other mode. */
export async function claimForMode(database: Database, mode: Configuration['mode']): Promise<void> {
	await database.insert(setting).values({ key: 'mode', value: mode }).onConflictDoNothing();
	const [claimed] = await database.select().from(setting).where(eq(setting.key, 'mode'));
	if (claimed?.value === mode) return;
	throw new Error(
		mode === 'demo'
			? 'Databasen i DATA_DIR hör till en riktig installation. Demon startar inte på den. Välj en annan mapp.'
			: 'Databasen i DATA_DIR hör till demon. Välj en annan mapp för en riktig installation.'
	);
}
