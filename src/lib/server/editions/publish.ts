// Publishing: the originals of all active imports, read once more, become an edition. It is built aside and moved into
// place whole, and one transaction then makes it the current one; until that moment nothing has changed for anybody.
import { mkdir, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { eq, max } from 'drizzle-orm';
import { addedSystemLine } from '$lib/domain/added-system';
import type { StandingByKind } from '$lib/domain/completed-contract';
import type { CheckTotals } from '$lib/import/checks/check-rows';
import { openNative } from '$lib/server/engine/native-engine';
import type { Tagging } from '$lib/tagging/locked-months';
import { newToken } from '../accounts/token';
import { recording } from '../audit';
import { addedSystemsUntil, type KnownAddedSystems } from '../added-systems/added-systems';
import { completionsUntil, type KnownCompletions } from '../completions/standing';
import { edition } from '../database/schema';
import { log } from '../log';
import { currentTagging } from '../rules/current-tagging';
import { keepingShippedRules } from '../rules/rule-versions';
import { buildEdition } from './build';
import { flushFolder, moveIntoPlace, unfinishedName, writeDurably } from './durable-file';
import {
	buildingPrefix,
	editionDirectory,
	editionsFolder,
	removeLeftovers,
	takePublishingLock
} from './edition-folder';
import { limitEngine, quoted } from './engine-limits';
import { keptCells } from './kept-cells';
import { keptIndicators } from './kept-indicators';
import type { ImportReport } from './import-report';
import { activeImports, type Person, type StoredImport } from './imports';
import { installation, type Installation } from './installation';
import { referencesOf } from './known-references';
import { editionFormat, type Manifest, type SliceFile } from './manifest';
import { originalIsIntact, originalSource, removeAbandonedUploads } from './original';
import {
	beginStatus,
	isPublishing,
	publishStatus,
	PublishProblem,
	updateStatus,
	type PublishStatus
} from './publish-status';
import { buildSlice } from './slice';
import { finishSlice } from './slice-file';
import { loadSoleTraders } from './sole-traders';
import { Staging } from './staging';

export interface PublishRequest {
	/** Null when the program publishes by itself. */
	user: Person | null;
	/** The imports to build from; the active ones when nobody says. */
	imports?: readonly StoredImport[];
	/** What tags the rows; today's rules and locks when nobody says. */
	tagging?: Tagging;
	/** The last completion to build with; all that stand when nobody says. */
	completion?: number;
	/** The last word about added systems to build with; all that stand when nobody says. */
	added?: number;
}

const busy = 'En publicering pågår redan. Vänta tills den är klar.';

/**
 * Publishes an edition and answers with its manifest.
 * @throws PublishProblem with a sentence for the person; other faults as they are
 */
export async function publishEdition(
	request: PublishRequest,
	where: Installation = installation()
): Promise<Manifest> {
	if (isPublishing()) throw new PublishProblem(busy);
	beginStatus();
	try {
		const lock = await takePublishingLock(where.dataDirectory);
		if (!lock) throw new PublishProblem(busy);
		try {
			await removeLeftovers(where);
			await removeAbandonedUploads(where.dataDirectory);
			const manifest = await publish(request, where);
			updateStatus({ phase: 'done', edition: manifest.edition });
			return manifest;
		} finally {
			await lock.release();
		}
	} catch (error) {
		updateStatus({ phase: 'failed', message: failure(error) });
		throw error;
	}
}

/** Starts publishing and answers at once; the outcome shows in `publishStatus()`. */
export function startPublishing(
	request: PublishRequest
): { started: true; status: PublishStatus } | { started: false; message: string; status: PublishStatus } {
	if (isPublishing()) return { started: false, message: busy, status: publishStatus() };
	publishEdition(request).catch(() => undefined);
	return { started: true, status: publishStatus() };
}

function failure(error: unknown): string {
	if (error instanceof PublishProblem) return error.message;
	const code = newToken().slice(0, 8);
	log.error({ code, err: error }, 'publishing failed');
	return `Publiceringen misslyckades och den gamla utgåvan gäller. Felkod ${code}.`;
}

async function publish(request: PublishRequest, where: Installation): Promise<Manifest> {
	const { user } = request;
	const { database, dataDirectory } = where;
	const imports = request.imports ?? (await activeImports(where));
	if (!imports.length) throw new PublishProblem('Inga filer är inlästa. Läs in minst en fil först.');
	updateStatus({ files: imports.length });
	const tagging = request.tagging ?? (await currentTagging(where));
	const completions = await completionsUntil(request.completion ?? null, where);
	const added = await addedSystemsUntil(request.added ?? null, where);

	const [highest] = await database.select({ id: max(edition.id) }).from(edition);
	const id = (highest?.id ?? 0) + 1;
	const created = new Date();
	const building = join(editionsFolder(dataDirectory), unfinishedName(buildingPrefix));
	await mkdir(building, { mode: 0o700 });
	try {
		const slices = await buildFiles(building, { imports, tagging, completions, added, id, created }, where);
		const manifest: Manifest = {
			edition: id,
			created: created.toISOString(),
			municipality: where.municipality,
			today: where.today(),
			ruleVersion: tagging.rules.version,
			locks: [...tagging.locks],
			completion: completions.last,
			added: added.last,
			format: editionFormat,
			files: imports.map(({ id: number, fileName, sha256, report }) => ({
				import: number,
				name: fileName,
				sha256,
				accepted: report.totals.accepted,
				rejected: report.totals.rejected
			})),
			slices
		};
		await writeDurably(join(building, 'manifest.json'), JSON.stringify(manifest, null, '\t'));
		await flushFolder(building);
		const content = createHash('sha256').update(slices.map((slice) => slice.hash).join('\n'));
		const directory = editionDirectory(id, content.digest('hex'));
		await moveIntoPlace(building, join(dataDirectory, directory));
		await makeCurrent(manifest, directory, user, created, where);
		return manifest;
	} finally {
		await rm(building, { recursive: true, force: true });
	}
}

interface Order {
	imports: readonly StoredImport[];
	tagging: Tagging;
	completions: KnownCompletions;
	added: KnownAddedSystems;
	/** Number of the edition. */
	id: number;
	created: Date;
}

async function buildFiles(
	building: string,
	{ imports, tagging, completions, added, id, created }: Order,
	where: Installation
): Promise<SliceFile[]> {
	const full = join(building, 'full.duckdb');
	const staged = join(building, 'staging.duckdb');
	const database = await openNative({ path: staged });
	try {
		await limitEngine(database, join(building, 'spill'));
		const staging = await Staging.create(database);
		await readOriginals(staging, imports, completions.standing, where);
		await staging.addSystems(added.standing.map(addedSystemLine), completions.standing);
		updateStatus({ phase: 'building' });
		await database.execute(`ATTACH ${quoted(full)} AS edition (STORAGE_VERSION 'v1.4.0')`);
		await buildEdition(staging, {
			edition: id,
			published: created.toISOString(),
			municipality: where.municipality,
			today: where.today(),
			tagging
		});
		await database.execute('CHECKPOINT edition; DETACH edition');
	} finally {
		await database.close();
	}
	updateStatus({ phase: 'slicing' });
	const open = join(building, 'open.duckdb');
	await buildSlice(full, open, { level: 'open', units: null });
	const slices = [
		await finishSlice(full, { level: 'full', units: null }),
		await finishSlice(open, { level: 'open', units: null })
	];
	for (const { file } of slices) {
		await keptCells(join(building, file));
		await keptIndicators(join(building, file));
	}
	updateStatus({ phase: 'saving' });
	for (const name of ['staging.duckdb', 'staging.duckdb.wal', 'spill']) {
		await rm(join(building, name), { recursive: true, force: true });
	}
	return slices;
}

async function readOriginals(
	staging: Staging,
	imports: readonly StoredImport[],
	completions: StandingByKind,
	where: Installation
): Promise<void> {
	const soleTraders = await loadSoleTraders(where);
	let rows = 0;
	for (const [index, known] of imports.entries()) {
		updateStatus({ file: index + 1, rows });
		const { id, fileName, answers, control, corrects, today } = known;
		if (!(await originalIsIntact(where.dataDirectory, known.sha256))) {
			throw new PublishProblem(
				`Originalet till ${fileName} saknas eller är skadat. Läs in filen på nytt och publicera igen.`
			);
		}
		// One transaction per file: its rows go to disk once, and not also to a log.
		await staging.database.execute('BEGIN TRANSACTION');
		const { result } = await staging.add(originalSource(where.dataDirectory, known), {
			fileId: id,
			answers,
			soleTraders,
			references: referencesOf(imports.filter((other) => other !== known)),
			today: today ?? undefined,
			controlSum: control.sum,
			controlRows: control.rows,
			corrects,
			completions
		});
		await staging.database.execute('COMMIT');
		const now = result.problem ? null : result.totals;
		if (!now || result.kind !== known.report.kind || !isSameReading(now, known.report.totals)) {
			throw new PublishProblem(
				`${fileName} läses inte längre som när den lästes in. Ta bort den och läs in den på nytt.`
			);
		}
		rows += now.read;
	}
	updateStatus({ rows });
	await soleTraders.save();
}

function isSameReading(now: CheckTotals, before: ImportReport['totals']): boolean {
	return now.accepted === before.accepted && now.rejected === before.rejected && now.sum === before.sum;
}

/** The moment when the site changes edition. */
async function makeCurrent(
	manifest: Manifest,
	directory: string,
	user: Person | null,
	created: Date,
	where: Installation
): Promise<void> {
	const { database } = where;
	await database.batch([
		database.update(edition).set({ status: 'earlier' }).where(eq(edition.status, 'current')),
		database.insert(edition).values({
			id: manifest.edition,
			createdAt: created,
			createdBy: user?.id ?? null,
			status: 'current',
			directory,
			manifest: { ...manifest }
		}),
		recording(database, {
			user,
			action: 'publish',
			subject: String(manifest.edition),
			detail: { files: manifest.files.map((file) => ({ import: file.import, sha256: file.sha256 })) }
		}),
		// The rules that figures were published by are kept, whatever a later version of the program ships.
		...(await keepingShippedRules(where))
	]);
}
