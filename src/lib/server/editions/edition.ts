// The published editions, each as the slice that a person may have.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { sliceOf, type Access } from '$lib/domain/access';
import type { EditionIndicators } from '$lib/queries/indicator-schema';
import type { StartAnswers } from '$lib/queries/start-answers';
import { recording } from '../audit';
import { edition, user as account } from '../database/schema';
import type { Person } from './imports';
import { installation, type Installation } from './installation';
import { answersFormat, editionFormat, manifestSchema, type Manifest, type SliceFile } from './manifest';
import { scopedSlice } from './scoped-slice';
import { keptCells } from './kept-cells';
import { keptIndicators } from './kept-indicators';
import { answersOf } from './slice-file';

/** An edition as a page hands it to the browser, which adds whose account it is. */
export interface OfferedEdition {
	edition: number;
	/** SHA-256 of the slice's file. */
	hash: string;
	bytes: number;
	url: string;
	/** Where its cells are, which the cost pages are drawn from. */
	cells: string;
	answers: StartAnswers;
}

export interface ListedEdition {
	edition: number;
	/** ISO instant. */
	created: string;
	/** Name of the person; null when the demo published by itself. */
	createdBy: string | null;
	status: 'current' | 'earlier' | 'withdrawn';
	reconciled: boolean;
	/** Months. */
	dataFrom: string | null;
	dataTo: string | null;
	ruleVersion: number;
	files: Manifest['files'];
	/** Its tables are of the format that this program reads. */
	readable: boolean;
	/** Bytes of the full slice. */
	bytes: number;
}

type EditionRow = typeof edition.$inferSelect;

/** The current edition for an access; null before the first one is published. */
export async function currentEdition(
	access: Access,
	where: Installation = installation()
): Promise<OfferedEdition | null> {
	const [row] = await where.database.select().from(edition).where(eq(edition.status, 'current'));
	return row ? offered(row, access, where) : null;
}

/** The number of the current edition; 0 before the first one. */
export async function currentEditionNumber(where: Installation = installation()): Promise<number> {
	const [row] = await where.database
		.select({ id: edition.id })
		.from(edition)
		.where(eq(edition.status, 'current'));
	return row?.id ?? 0;
}

/** An edition that has not been withdrawn, for an access; null also for one whose tables are of an older format. */
export async function editionById(
	id: number,
	access: Access,
	where: Installation = installation()
): Promise<OfferedEdition | null> {
	const row = await readableRow(id, where);
	if (!row || v.parse(manifestSchema, row.manifest).format !== editionFormat) return null;
	return offered(row, access, where);
}

/** The file of the access's own slice; null when the hash is of any other, or the edition is withdrawn. */
export async function editionFile(
	id: number,
	hash: string,
	access: Access,
	where: Installation = installation()
): Promise<{ path: string; bytes: number } | null> {
	const row = await readableRow(id, where);
	if (!row) return null;
	const { path, slice } = await sliceFor(row, access, where);
	if (slice.hash !== hash) return null;
	const found = await stat(path).catch(() => null);
	return found?.size === slice.bytes ? { path, bytes: slice.bytes } : null;
}

/** The cells of the access's own slice, compressed with gzip; null as for {@link editionFile}. */
export async function editionCells(
	id: number,
	hash: string,
	access: Access,
	where: Installation = installation()
): Promise<{ path: string; bytes: number } | null> {
	const file = await editionFile(id, hash, access, where);
	return file && keptCells(file.path);
}

/** As many editions as a trend goes back over. */
const trendLength = 12;

/** The indicators of the access's own slice of the latest editions that can be read, the earliest first. */
export async function editionIndicators(
	access: Access,
	where: Installation = installation()
): Promise<EditionIndicators[]> {
	const rows = await where.database
		.select()
		.from(edition)
		.where(ne(edition.status, 'withdrawn'))
		.orderBy(desc(edition.id))
		.limit(trendLength);
	const found: EditionIndicators[] = [];
	for (const row of rows.reverse()) {
		const manifest = v.parse(manifestSchema, row.manifest);
		if (manifest.format !== editionFormat) continue;
		const { path } = await sliceFor(row, access, where);
		found.push({
			edition: row.id,
			created: row.createdAt.toISOString(),
			ruleVersion: manifest.ruleVersion,
			...(await keptIndicators(path))
		});
	}
	return found;
}

/** Every edition, latest first, withdrawn ones included. */
export async function listEditions(where: Installation = installation()): Promise<ListedEdition[]> {
	const rows = await where.database
		.select({ row: edition, createdBy: account.name })
		.from(edition)
		.leftJoin(account, eq(edition.createdBy, account.id))
		.orderBy(desc(edition.id));
	return rows.map(({ row, createdBy }) => {
		const manifest = v.parse(manifestSchema, row.manifest);
		const full = manifest.slices.find((slice) => slice.level === 'full');
		const meta = full?.answers.meta;
		return {
			edition: row.id,
			created: row.createdAt.toISOString(),
			createdBy,
			status: row.status,
			reconciled: meta?.reconciled ?? false,
			dataFrom: meta?.dataFrom ?? null,
			dataTo: meta?.dataTo ?? null,
			ruleVersion: manifest.ruleVersion,
			files: manifest.files,
			readable: manifest.format === editionFormat,
			bytes: full?.bytes ?? 0
		};
	});
}

/**
 * Withdraws an edition, so that nobody can open it. When it was the current one, the newest earlier one takes its
 * place. False when there is nothing to withdraw.
 */
export async function withdrawEdition(
	id: number,
	user: Person,
	where: Installation = installation()
): Promise<boolean> {
	const { database } = where;
	const row = await readableRow(id, where);
	if (!row) return false;
	await database.batch([
		database.update(edition).set({ status: 'withdrawn' }).where(eq(edition.id, id)),
		database.update(edition).set({ status: 'current' }).where(sql`
			${edition.id} = (SELECT max(id) FROM edition WHERE status = 'earlier')
			AND NOT EXISTS (SELECT 1 FROM edition WHERE status = 'current')`),
		recording(database, {
			user,
			action: 'withdraw',
			subject: String(id),
			detail: { wasCurrent: row.status === 'current' }
		})
	]);
	return true;
}

async function readableRow(id: number, { database }: Installation): Promise<EditionRow | null> {
	const [row] = await database
		.select()
		.from(edition)
		.where(and(eq(edition.id, id), ne(edition.status, 'withdrawn')));
	return row ?? null;
}

async function offered(row: EditionRow, access: Access, where: Installation): Promise<OfferedEdition> {
	const { path, slice } = await sliceFor(row, access, where);
	return {
		edition: row.id,
		hash: slice.hash,
		bytes: slice.bytes,
		url: `/utgavor/${row.id}/data/${slice.hash}`,
		cells: `/utgavor/${row.id}/celler/${slice.hash}`,
		answers: await presentAnswers(path, slice)
	};
}

async function sliceFor(
	row: EditionRow,
	access: Access,
	where: Installation
): Promise<{ path: string; slice: SliceFile }> {
	const folder = join(where.dataDirectory, row.directory);
	const wanted = sliceOf(access);
	if (wanted.units !== null) return scopedSlice(folder, row.manifest, wanted, where);
	const { slices } = v.parse(manifestSchema, row.manifest);
	const slice = slices.find((known) => known.level === wanted.level && known.units === null);
	if (!slice) throw new Error(`Edition ${row.id} has no ${wanted.level} slice`);
	return { path: join(folder, slice.file), slice };
}

const recomputed = new Map<string, Promise<StartAnswers>>();

/** The answers kept at publishing, or computed anew once where an earlier version of the program kept others. */
async function presentAnswers(path: string, slice: SliceFile): Promise<StartAnswers> {
	if (slice.answersFormat === answersFormat) return slice.answers;
	const known = recomputed.get(slice.hash) ?? answersOf(path);
	recomputed.set(slice.hash, known);
	known.catch(() => recomputed.delete(slice.hash));
	return known;
}
