// An edition of a bench ledger in a data directory of its own: published as an installation publishes, or, where that takes
// long, with the ledger put into staging by SQL; from there on it is built, sliced and kept by the same code.
import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { createDemoAccounts } from '$lib/server/accounts/demo-accounts';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { claimForMode } from '$lib/server/database/mode';
import { edition, user } from '$lib/server/database/schema';
import { buildEdition } from '$lib/server/editions/build';
import { moveIntoPlace } from '$lib/server/editions/durable-file';
import { editionDirectory, editionsFolder } from '$lib/server/editions/edition-folder';
import { limitEngine, quoted } from '$lib/server/editions/engine-limits';
import type { Person } from '$lib/server/editions/imports';
import { installation } from '$lib/server/editions/installation';
import { keptCells } from '$lib/server/editions/kept-cells';
import { editionFormat, type Manifest } from '$lib/server/editions/manifest';
import { publishEdition } from '$lib/server/editions/publish';
import { receiveFile } from '$lib/server/editions/receive-file';
import { finishSlice } from '$lib/server/editions/slice-file';
import { Staging } from '$lib/server/editions/staging';
import { openNative } from '$lib/server/engine/native-engine';
import { currentTagging } from '$lib/server/rules/current-tagging';
import { timed } from '../timing';
import { nameLedgerFile, stageLedger, unitFile, writeLedgerFile, type LedgerShape } from './ledger-sql';

export interface BenchEdition {
	/** Of controllers, who are sent everything. */
	slice: string;
	sliceMegabytes: number;
	/** As it is sent. */
	cellMegabytes: number;
	/** Whether files were received, read and published, or the rows put into staging by SQL. */
	how: 'published' | 'built';
	milliseconds: { received: number | null; built: number };
}

/** Makes the data directory an empty demo installation. @returns a controller */
export async function install(): Promise<Person> {
	await migrate(database());
	await claimForMode(database(), 'demo');
	await createDemoAccounts(database());
	const [person] = await database().select().from(user).where(eq(user.username, 'maja.lindqvist'));
	if (!person) throw new Error('The demo has no controller.');
	return person;
}

/**
 * @param folder an empty one, for files on their way
 * @param registers names of files that lie in the folder already, received after the ledger
 */
export async function publishLedger(
	folder: string,
	rows: number,
	registers: readonly string[] = []
): Promise<BenchEdition> {
	const person = await install();
	const ledger = join(folder, 'kostnader.csv');
	const writer = await openNative();
	await writer.execute(writeLedgerFile(ledger, rows)).finally(() => writer.close());
	const received = await timed(async () => {
		for (const [name, body] of [
			['namnder.csv', Readable.from([Buffer.from(unitFile())])],
			['kostnader.csv', createReadStream(ledger)],
			...registers.map((name) => [name, createReadStream(join(folder, name))] as const)
		] as const) {
			const receipt = await receiveFile({ name, body, user: person });
			if (receipt.outcome === 'refused') throw new Error(`${name}: ${JSON.stringify(receipt)}`);
		}
	});
	const built = await timed(() => publishEdition({ user: person }));
	const [current] = await database().select().from(edition).where(eq(edition.status, 'current'));
	const manifest = current?.manifest as unknown as Manifest | undefined;
	const file = manifest?.slices.find((slice) => slice.level === 'full')?.file;
	if (!current || !file) throw new Error('Nothing was published');
	const slice = join(installation().dataDirectory, current.directory, file);
	return { slice, ...(await sizes(slice)), how: 'published', milliseconds: { received, built } };
}

/** The same without files: the full slice only, which is what a controller is sent. */
export async function buildLedger(shape: LedgerShape, rows: number): Promise<BenchEdition> {
	const person = await install();
	const where = installation();
	const created = new Date();
	const building = join(editionsFolder(where.dataDirectory), '.building-bench');
	await mkdir(building, { recursive: true });
	const full = join(building, 'full.duckdb');
	const tagging = await currentTagging(where);
	const built = await timed(async () => {
		const native = await openNative({ path: join(building, 'staging.duckdb') });
		try {
			await limitEngine(native, join(building, 'spill'));
			const staging = await Staging.create(native);
			for (const statement of stageLedger(shape, rows)) await native.execute(statement);
			await native.execute(`ATTACH ${quoted(full)} AS edition (STORAGE_VERSION 'v1.4.0')`);
			const facts = { municipality: where.municipality, today: where.today(), tagging };
			await buildEdition(staging, { edition: 1, published: created.toISOString(), ...facts });
			await native.execute(nameLedgerFile(rows));
			await native.execute('CHECKPOINT edition; DETACH edition');
		} finally {
			await native.close();
		}
	});
	const sliceFile = await finishSlice(full, { level: 'full', units: null });
	await keptCells(join(building, sliceFile.file));
	const manifest: Manifest = {
		edition: 1,
		created: created.toISOString(),
		municipality: where.municipality,
		today: where.today(),
		ruleVersion: tagging.rules.version,
		locks: [],
		completion: 0,
		added: 0,
		format: editionFormat,
		files: [],
		slices: [sliceFile]
	};
	await writeFile(join(building, 'manifest.json'), JSON.stringify(manifest));
	const directory = editionDirectory(1, sliceFile.hash);
	await moveIntoPlace(building, join(where.dataDirectory, directory));
	await database()
		.insert(edition)
		.values({
			id: 1,
			createdAt: created,
			createdBy: person.id,
			status: 'current',
			directory,
			manifest: { ...manifest }
		});
	const slice = join(where.dataDirectory, directory, sliceFile.file);
	return { slice, ...(await sizes(slice)), how: 'built', milliseconds: { received: null, built } };
}

async function sizes(slice: string): Promise<{ sliceMegabytes: number; cellMegabytes: number }> {
	const cells = await keptCells(slice);
	return { sliceMegabytes: (await stat(slice)).size / 1e6, cellMegabytes: cells.bytes / 1e6 };
}
