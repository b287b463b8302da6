// What a municipality has set for itself, kept as JSON under a key.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from './database/connect';
import { setting } from './database/schema';

/** What is set. Null where nothing is, or what is kept no longer reads by the schema. */
export async function readSetting<Schema extends v.GenericSchema>(
	database: Database,
	key: string,
	schema: Schema
): Promise<v.InferOutput<Schema> | null> {
	const [row] = await database.select().from(setting).where(eq(setting.key, key));
	const kept = row ? v.safeParse(schema, JSON.parse(row.value)) : null;
	return kept?.success ? kept.output : null;
}

/** Sets it, as part of a batch. */
export function settingTo(database: Database, key: string, content: unknown) {
	const value = JSON.stringify(content);
	return database
		.insert(setting)
		.values({ key, value })
		.onConflictDoUpdate({ target: setting.key, set: { value } });
}
