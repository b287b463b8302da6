// The edition that something was written on.
import { eq } from 'drizzle-orm';
import { edition } from '../database/schema';
import type { Installation } from '../editions/installation';

/** False for a number that no edition has. */
export async function knownEdition(id: number | null, { database }: Installation): Promise<boolean> {
	if (id === null) return true;
	const found = await database.select({ id: edition.id }).from(edition).where(eq(edition.id, id));
	return found.length > 0;
}
