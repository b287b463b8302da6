// What a controller waits for with a ledger of any size, a tenth of it IT: receiving, publishing, the preview of a file, and
// the workbench with its rules.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { database } from '$lib/server/database/connect';
import { edition } from '$lib/server/database/schema';
import type { Person } from '$lib/server/editions/imports';
import { publishEdition } from '$lib/server/editions/publish';
import { receiveFile } from '$lib/server/editions/receive-file';
import { startServer } from './browser';
import { measureImport, type ImportTimes } from './import';
import { writeLedger } from './ledger';
import { install } from './speed/edition';
import { printFigures, tell } from './speed/figures';
import { measureTagging, saveBenchRules } from './tagging';
import { measureNative } from './tagging-native';
import { printTagging } from './tagging-print';
import { timed } from './timing';
import type { TabMeasure } from './watch-tab';

/** Publishes an edition, and tells where its full slice lies. */
async function publish(person: Person): Promise<{ slice: string; milliseconds: number }> {
	let file = '';
	const milliseconds = await timed(async () => {
		const manifest = await publishEdition({ user: person });
		file = manifest.slices.find((slice) => slice.level === 'full')?.file ?? '';
	});
	const [stored] = await database().select().from(edition).where(eq(edition.status, 'current'));
	return { slice: join(process.env.DATA_DIR ?? '', stored?.directory ?? '', file), milliseconds };
}

/** @param folder an empty one; GENOMLYS_MODE and DATA_DIR are set */
export async function measureImportAndTagging(folder: string, rows: number): Promise<void> {
	const ledger = join(folder, 'kostnader.csv');
	await writeLedger(ledger, rows);
	const megabytes = (await stat(ledger)).size / 1e6;
	const person = await install();
	const received = await timed(() =>
		receiveFile({ name: 'kostnader.csv', body: createReadStream(ledger), user: person })
	);
	const { slice, milliseconds: published } = await publish(person);
	const sliceMegabytes = (await stat(slice)).size / 1e6;
	const western = join(folder, 'kostnader_windows-1252.csv');
	await writeLedger(western, rows, 'windows-1252');
	const server = await startServer(process.env.DATA_DIR ?? '');
	let imported: ImportTimes;
	try {
		imported = await measureImport(server.origin, western);
		await saveBenchRules(server.origin);
	} finally {
		server.stop();
	}
	const byManyRules = await publish(person);
	const again = await startServer(process.env.DATA_DIR ?? '');
	const tagging = await measureTagging(again.origin).finally(() => again.stop());
	printFigures(`=== ${rows.toLocaleString('sv-SE')} rows, a tenth of them IT: import and tagging ===`, [
		{ what: `receive, read and check ${megabytes.toFixed(0)} MB of CSV`, figure: `${tell(received)} ms` },
		{
			what: `tag, build and publish (${sliceMegabytes.toFixed(1)} MB edition)`,
			figure: `${tell(published)} ms`
		}
	]);
	printImport(imported);
	printTagging(byManyRules.milliseconds, tagging, await measureNative(byManyRules.slice, tagging));
}

function printImport({ checked, staged, papaparse }: ImportTimes): void {
	const line = (what: string, { milliseconds, peak, stillness }: TabMeasure): string =>
		`${what.padEnd(64)}${milliseconds.toFixed(0).padStart(9)}${(milliseconds / papaparse.milliseconds).toFixed(2).padStart(9)}${peak.toFixed(0).padStart(10)}${stillness.toFixed(0).padStart(10)}`;
	console.log(
		`\n${'the same rows in Windows-1252, in the browser'.padEnd(64)}       ms    ratio   peak MB  still ms`
	);
	console.log(line('previewed and checked: every row judged, nothing sent', checked));
	console.log(line('then staged in the engine, and what it changes answered', staged));
	console.log(line('PapaParse to arrays, nothing checked', papaparse));
}
