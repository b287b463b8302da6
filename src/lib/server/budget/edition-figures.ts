// The figures of a follow-up as an edition has them, of the whole municipality, with the files that they come from.
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { FigureFile, FrozenFollowUp } from '$lib/domain/budget-lock';
import { countedVersions, isCovered } from '$lib/domain/follow-up';
import { monthFrom } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { budgetFileParts, filePart } from '$lib/queries/budget-file-parts';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { budgetVersions } from '$lib/queries/budget-versions';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { ledgerFiles } from '$lib/queries/ledger-files';
import { ask } from '$lib/queries/query';
import { edition, importedFile } from '../database/schema';
import type { Installation } from '../editions/installation';
import { manifestSchema, type Manifest } from '../editions/manifest';
import { openNative } from '../engine/native-engine';

export interface AskedFigures {
	year: number;
	/** The last month, 1–12. */
	cut: number;
	/** The version that holds the forecasts; null where the year has an outcome instead. */
	forecast: string | null;
}

/** The edition that everybody reads. */
export interface CurrentEdition {
	id: number;
	manifest: Manifest;
	/** The file of everything. */
	path: string;
}

/** Null before the first edition. */
export async function currentFullEdition(where: Installation): Promise<CurrentEdition | null> {
	const [row] = await where.database.select().from(edition).where(eq(edition.status, 'current'));
	if (!row) return null;
	const manifest = v.parse(manifestSchema, row.manifest);
	const full = manifest.slices.find(({ level, units }) => level === 'full' && units === null);
	if (!full) throw new Error(`Edition ${row.id} has no full slice`);
	return { id: row.id, manifest, path: join(where.dataDirectory, row.directory, full.file) };
}

/** The latest answers: an edition never changes, and every reader of a locked follow-up asks the same. */
const kept = new Map<string, Promise<FrozenFollowUp>>();
const mostKept = 6;

/** The figures that an edition has of a follow-up. They are asked of its file once. */
export function editionFigures(
	current: CurrentEdition,
	asked: AskedFigures,
	where: Installation
): Promise<FrozenFollowUp> {
	const key = JSON.stringify([current.path, asked.year, asked.cut, asked.forecast]);
	const known = kept.get(key) ?? count(current, asked, where);
	kept.delete(key);
	kept.set(key, known);
	known.catch(() => kept.delete(key));
	const [oldest] = kept.keys();
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	return known;
}

async function count(
	{ path }: CurrentEdition,
	asked: AskedFigures,
	where: Installation
): Promise<FrozenFollowUp> {
	const engine = await openNative({ path, readOnly: true });
	try {
		return { ...(await figuresOf(engine, asked)), files: await filesOf(engine, where) };
	} finally {
		await engine.close();
	}
}

async function figuresOf(
	engine: Engine,
	{ year, cut, forecast }: AskedFigures
): Promise<Omit<FrozenFollowUp, 'files'>> {
	const present = (await ask(engine, budgetVersions, undefined)).filter((row) => row.year === year);
	const versions = countedVersions(present.map(({ version }) => version ?? ''));
	const question = { year, cut, versions, forecast };
	const meta = await editionMeta(engine);
	const ledger = dataPeriod(meta) ?? { from: null, to: null };
	return {
		format: 1,
		versions,
		forecast,
		reconciled: meta.reconciled,
		covered: isCovered({ from: monthFrom(year, 1), to: monthFrom(year, cut) }, ledger),
		yearBeforeCovered: isCovered({ from: monthFrom(year - 1, 1), to: monthFrom(year - 1, 12) }, ledger),
		leaves: (await ask(engine, budgetLeaves, question)).map(budgetLeaf),
		perFile: (await ask(engine, budgetFileParts, question)).map(filePart)
	};
}

async function filesOf(engine: Engine, { database }: Installation): Promise<FigureFile[]> {
	const rows = await ask(engine, ledgerFiles, undefined);
	const links = new Map(
		(
			await database
				.select({ id: importedFile.id, replaces: importedFile.replaces, corrects: importedFile.corrects })
				.from(importedFile)
		).map(({ id, replaces, corrects }) => [id, replaces ?? corrects])
	);
	return rows.map(({ file_id: id, name }) => ({
		id,
		name: maskPersonalNumbers(name).text,
		first: firstOf(id, links)
	}));
}

/** Follows a file back to the version that it began as, or to the file whose rejected rows it mends. */
function firstOf(id: number, links: ReadonlyMap<number, number | null>): number {
	let at = id;
	for (let before = links.get(at); before && before < at; before = links.get(at)) at = before;
	return at;
}
