// The imports of an installation: what is active, and what has been taken out of use. Originals stay either way, since
// earlier editions were built from them.
import { desc, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { answersSchema, type Answers } from '$lib/import/answers';
import { recording } from '../audit';
import { edition, importedFile, user as account } from '../database/schema';
import { importReportSchema, type ImportReport } from './import-report';
import { installation, type Installation } from './installation';
import { manifestSchema } from './manifest';
import { changeImports } from './one-at-a-time';
import { standings, type ControlTotal, type Standing } from './reconciled';

/** Who does something, for the audit log. */
export interface Person {
	id: string;
	username: string;
}

/** One table of one file. */
export interface StoredImport {
	id: number;
	fileName: string;
	sha256: string;
	bytes: number;
	/** ISO instant. */
	uploadedAt: string;
	status: 'active' | 'replaced' | 'removed';
	/** The import that this one took the place of. */
	replaces: number | null;
	/** The import whose rejected rows this one holds, mended. */
	corrects: number | null;
	/** The import that took this one out of use with it. */
	leftWith: number | null;
	answers: Answers;
	/** "Today" when it was read, so that it is read the same way again; null for the first imports, which had none. */
	today: Day | null;
	control: ControlTotal;
	report: ImportReport;
}

export interface ListedImport extends StoredImport {
	/** Name of the person. */
	uploadedBy: string;
	/** The current edition holds it. */
	published: boolean;
	/** Together with the active files that mend it, or that it mends. */
	standing: Standing;
}

const settingsSchema = v.object({
	answers: answersSchema,
	today: v.optional(v.nullable(v.string()), null)
});

export function storedImport(row: typeof importedFile.$inferSelect): StoredImport {
	const { answers, today } = v.parse(settingsSchema, row.settings);
	return {
		id: row.id,
		fileName: row.fileName,
		sha256: row.sha256,
		bytes: row.bytes,
		uploadedAt: row.uploadedAt.toISOString(),
		status: row.status,
		replaces: row.replaces,
		corrects: row.corrects,
		leftWith: row.leftWith,
		answers,
		today: today === null ? null : parseIsoDay(today),
		control: { sum: row.controlSum, rows: row.controlRows },
		report: v.parse(importReportSchema, row.result)
	};
}

/** Every import, latest first. */
export async function listImports(where: Installation = installation()): Promise<ListedImport[]> {
	const rows = await where.database
		.select({ row: importedFile, uploadedBy: account.name })
		.from(importedFile)
		.innerJoin(account, eq(importedFile.uploadedBy, account.id))
		.orderBy(desc(importedFile.id));
	const published = await publishedImports(where);
	const stored = rows.map(({ row }) => storedImport(row));
	const together = standings(stored.filter(({ status }) => status === 'active').map(counted));
	return rows.flatMap(({ uploadedBy }, at) => {
		const known = stored[at];
		const standing = known && (together.get(known.id) ?? standings([counted(known)]).get(known.id));
		return standing ? [{ ...known, uploadedBy, published: published.has(known.id), standing }] : [];
	});
}

function counted({ id, corrects, control, report }: StoredImport) {
	const { accepted, sum } = report.totals;
	return { id, corrects, control, accepted, sum };
}

async function publishedImports({ database }: Installation): Promise<Set<number>> {
	const [current] = await database
		.select({ manifest: edition.manifest })
		.from(edition)
		.where(eq(edition.status, 'current'));
	return new Set(current ? v.parse(manifestSchema, current.manifest).files.map((file) => file.import) : []);
}

/** The imports that the next edition is built from, oldest first. */
export async function activeImports(where: Installation): Promise<StoredImport[]> {
	const rows = await where.database
		.select()
		.from(importedFile)
		.where(eq(importedFile.status, 'active'))
		.orderBy(importedFile.id);
	return rows.map(storedImport);
}

/** Every import, active or not, oldest first. */
export async function allImports({ database }: Installation): Promise<StoredImport[]> {
	return (await database.select().from(importedFile).orderBy(importedFile.id)).map(storedImport);
}

export async function importById(id: number, where: Installation): Promise<StoredImport | null> {
	const [row] = await where.database.select().from(importedFile).where(eq(importedFile.id, id));
	return row ? storedImport(row) : null;
}

/** The imports among these that mend rejected rows of an import, or of one that mends it, and so on. */
export function mendedFrom(id: number, imports: readonly StoredImport[]): StoredImport[] {
	const children = imports.filter(({ corrects, id: own }) => corrects === id && own > id);
	return children.flatMap((child) => [child, ...mendedFrom(child.id, imports)]);
}

/** The statements that take an import out of use, and with it the imports that mend it. For use in a batch. */
export function leaving(
	id: number,
	status: 'removed' | 'replaced',
	active: readonly StoredImport[],
	{ database }: Installation
) {
	const mended = mendedFrom(id, active).map((child) => child.id);
	return [
		database.update(importedFile).set({ status }).where(eq(importedFile.id, id)),
		database.update(importedFile).set({ status, leftWith: id }).where(inArray(importedFile.id, mended))
	] as const;
}

/**
 * Leaves an active import out of later editions, and with it the imports that hold its mended rows. False when there is
 * no such active import.
 */
export async function removeImport(
	id: number,
	user: Person,
	where: Installation = installation()
): Promise<boolean> {
	return changeImports(async () => {
		const active = await activeImports(where);
		const found = active.find((known) => known.id === id);
		if (!found) return false;
		const mended = mendedFrom(id, active).map((child) => child.id);
		await where.database.batch([
			...leaving(id, 'removed', active, where),
			recording(where.database, {
				user,
				action: 'import_removed',
				subject: found.fileName,
				detail: { import: id, status: 'removed', ...(mended.length ? { mended } : {}) }
			})
		]);
		return true;
	});
}
