// Writes an import that has been read, and what it changes for others, in one transaction.
import { eq, sql } from 'drizzle-orm';
import type { Answers } from '$lib/import/answers';
import { recording } from '../audit';
import { importedFile, recipe } from '../database/schema';
import type { ImportReport } from './import-report';
import { leaving, mendedFrom, storedImport, type Person, type StoredImport } from './imports';
import type { Installation } from './installation';
import type { ControlTotal } from './reconciled';

export interface ReadImport {
	name: string;
	sha256: string;
	bytes: number;
	answers: Answers;
	/** ISO day that dates were checked against. */
	today: string;
	control: ControlTotal;
	report: ImportReport;
	/** The active import whose place it takes, and with it its mended rows. */
	replaced: StoredImport | null;
	corrects: number | null;
	user: Person;
}

/** Makes an import active. `active` are those that are so now. */
export async function storeImport(
	taken: ReadImport,
	active: readonly StoredImport[],
	where: Installation
): Promise<StoredImport> {
	const { database } = where;
	const { report, replaced, sha256 } = taken;
	const { read, accepted, rejected, empty } = report.totals;
	const now = new Date();
	const insertion = database
		.insert(importedFile)
		.values({
			fileName: taken.name,
			sha256,
			bytes: taken.bytes,
			kind: report.kind,
			uploadedBy: taken.user.id,
			uploadedAt: now,
			settings: { answers: taken.answers, today: taken.today },
			controlSum: taken.control.sum,
			controlRows: taken.control.rows,
			result: { ...report },
			status: 'active',
			replaces: replaced?.id ?? null,
			corrects: taken.corrects
		})
		.returning();
	const mended = replaced ? mendedFrom(replaced.id, active).map(({ id }) => id) : [];
	const event = recording(database, {
		user: taken.user,
		action: 'import',
		subject: taken.name,
		detail: {
			sha256,
			read,
			accepted,
			rejected,
			empty,
			...(report.sheet ? { sheet: report.sheet } : {}),
			...(report.recipe ? { recipe: report.recipe } : {}),
			...(replaced ? { replaces: replaced.id } : {}),
			...(mended.length ? { mended } : {}),
			...(taken.corrects === null ? {} : { corrects: taken.corrects })
		}
	});
	const [inserted] = await database.batch([
		insertion,
		event,
		...(replaced ? leaving(replaced.id, 'replaced', active, where) : []),
		...(report.recipe
			? [
					database
						.update(recipe)
						.set({ used: sql`${recipe.used} + 1`, lastUsed: now })
						.where(eq(recipe.name, report.recipe))
				]
			: [])
	]);
	const [row] = inserted;
	if (!row) throw new Error('The import was not stored');
	return storedImport(row);
}
