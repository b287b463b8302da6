// The imports of an installation: what is active, and what has been taken out of use. Originals stay either way, since
// earlier editions were built from them.
import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { answersSchema, type Answers } from '$lib/import/answers';
import { recording } from '../audit';
import { edition, importedFile, user as account } from '../database/schema';
import { importReportSchema, type ControlTotal, type ImportReport } from './import-report';
import { installation, type Installation } from './installation';
import { manifestSchema } from './manifest';

/** Who does something, for the audit log. */
export interface Person {
	id: string;
	username: string;
}

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
	answers: Answers;
	control: ControlTotal;
	report: ImportReport;
}

export interface ListedImport extends StoredImport {
	/** Name of the person. */
	uploadedBy: string;
	/** The current edition holds it. */
	published: boolean;
}

const settingsSchema = v.object({ answers: answersSchema });

export function storedImport(row: typeof importedFile.$inferSelect): StoredImport {
	return {
		id: row.id,
		fileName: row.fileName,
		sha256: row.sha256,
		bytes: row.bytes,
		uploadedAt: row.uploadedAt.toISOString(),
		status: row.status,
		replaces: row.replaces,
		answers: v.parse(settingsSchema, row.settings).answers,
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
	return rows.map(({ row, uploadedBy }) => ({
		...storedImport(row),
		uploadedBy,
		published: published.has(row.id)
	}));
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

export async function importById(id: number, where: Installation): Promise<StoredImport | null> {
	const [row] = await where.database.select().from(importedFile).where(eq(importedFile.id, id));
	return row ? storedImport(row) : null;
}

/** Leaves an active import out of later editions. False when there is no such active import. */
export function removeImport(
	id: number,
	user: Person,
	where: Installation = installation()
): Promise<boolean> {
	return takeOutOfUse(id, 'removed', user, {}, where);
}

/** Lets one active import take the place of another. False when either is not active. */
export async function replaceImport(
	id: number,
	by: number,
	user: Person,
	where: Installation = installation()
): Promise<boolean> {
	const replacing = await importById(by, where);
	if (id === by || replacing?.status !== 'active') return false;
	const replaced = await takeOutOfUse(id, 'replaced', user, { replacedBy: by }, where);
	if (replaced)
		await where.database.update(importedFile).set({ replaces: id }).where(eq(importedFile.id, by));
	return replaced;
}

async function takeOutOfUse(
	id: number,
	status: 'removed' | 'replaced',
	user: Person,
	detail: Record<string, unknown>,
	{ database }: Installation
): Promise<boolean> {
	const [changed] = await database
		.update(importedFile)
		.set({ status })
		.where(and(eq(importedFile.id, id), eq(importedFile.status, 'active')))
		.returning({ fileName: importedFile.fileName });
	if (!changed) return false;
	await database.batch([
		recording(database, {
			user,
			action: 'import_removed',
			subject: changed.fileName,
			detail: { import: id, status, ...detail }
		})
	]);
	return true;
}
