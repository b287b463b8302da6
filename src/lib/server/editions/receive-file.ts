// One upload: stored as it came, one table of it read by the same code as the preview, and from then on an active import.
// The server's reading is the one that counts.
import { isDeepStrictEqual } from 'node:util';
import { desc, eq } from 'drizzle-orm';
import { parseIsoDay } from '$lib/domain/day';
import type { FileProblem } from '$lib/domain/problem';
import type { Answers } from '$lib/import/answers';
import { importFile, type ImportResult } from '$lib/import/import-file';
import { maskedAnswers } from '$lib/import/masked-file';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { importedFile } from '../database/schema';
import { log } from '../log';
import { answerOthers } from './durable-file';
import { placeOf, sameAnswers, saysNothingNew } from './import-place';
import { importReport, type ImportReport } from './import-report';
import { activeImports, mendedFrom, type StoredImport } from './imports';
import { installation, type Installation } from './installation';
import { keyGatherer, referencesOf } from './known-references';
import { changeImports, oneAtATime } from './one-at-a-time';
import { arrivedBefore, receiveOriginal, type Arrived } from './original';
import { refused, refusedFor, type Receipt, type Refusal } from './receipt';
import { statedTotal, type ControlTotal } from './reconciled';
import { loadSoleTraders, type KeptSoleTraderNumbers } from './sole-traders';
import { storeImport } from './store-import';
import type { Upload } from './upload';
import { stoppable, watchUpload, type WatchedUpload } from './upload-progress';

const unchanged = 'Filen är redan inläst, inget har ändrats.';

const readInTurn = oneAtATime();

/** The body broke off before its end. */
class BrokenBody extends Error {
	override readonly name = 'BrokenBody';
}

/** Receives one file. Uploads come in side by side; they are read one at a time. */
export async function receiveFile(upload: Upload, where: Installation = installation()): Promise<Receipt> {
	const watched = watchUpload(upload.key ?? null, upload.user.id);
	try {
		return await receive(upload, watched, where);
	} catch (error) {
		if (watched.signal.aborted) return refusedFor('stopped', 'Inläsningen avbröts.');
		if (!(error instanceof BrokenBody)) throw error;
		log.info({ err: error.cause, user: upload.user.id }, 'upload broken off');
		return refusedFor('broken', 'Sändningen bröts innan hela filen hade kommit fram.');
	} finally {
		watched.end();
	}
}

async function receive(upload: Upload, watched: WatchedUpload, where: Installation): Promise<Receipt> {
	const name = presentableName(upload.name);
	const arrived = upload.original
		? await keptOriginal(upload.original, name, where)
		: await receiveOriginal(where.dataDirectory, name, arriving(upload.body, watched));
	if ('outcome' in arrived) return arrived;
	if ('problem' in arrived) return refused(arrived.problem, []);
	watched.update({ phase: 'waiting', bytes: arrived.bytes });
	try {
		return await readInTurn(() => takeIn(arrived, name, upload, watched, where));
	} finally {
		// Nothing is left where it was kept.
		await arrived.discard();
	}
}

/** The body as it comes, counted. What breaks it off is told apart from what happens here. */
async function* arriving(
	body: AsyncIterable<Uint8Array>,
	{ signal, update }: WatchedUpload
): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	try {
		for await (const chunk of body) {
			signal.throwIfAborted();
			bytes += chunk.length;
			update({ bytes });
			yield chunk;
		}
	} catch (cause) {
		throw new BrokenBody('The body broke off', { cause });
	}
}

/** Only an original that some import knows can be pointed at. */
async function keptOriginal(sha256: string, name: string, where: Installation): Promise<Arrived | Refusal> {
	const [known] = await where.database
		.select({ bytes: importedFile.bytes })
		.from(importedFile)
		.where(eq(importedFile.sha256, sha256))
		.orderBy(desc(importedFile.id))
		.limit(1);
	const arrived =
		known && (await arrivedBefore(where.dataDirectory, { sha256, bytes: known.bytes, fileName: name }));
	return arrived ?? refusedFor('original', 'Servern har inte originalet till filen. Skicka filen igen.');
}

/** The last part of a path, without characters that no screen shows and without personnummer. */
function presentableName(name: string): string {
	const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	// Masked before it is cut, and cut between characters: half of either would be kept.
	const shown = maskPersonalNumbers(base.replace(/\p{C}/gu, '').trim()).text;
	return [...shown].slice(-200).join('') || 'fil utan namn';
}

async function takeIn(
	arrived: Arrived,
	name: string,
	upload: Upload,
	watched: WatchedUpload,
	where: Installation
): Promise<Receipt> {
	const { signal, update } = watched;
	signal.throwIfAborted();
	const { sha256 } = arrived;
	const answers = maskedAnswers(upload.answers ?? {});
	const before = await activeImports(where);
	const known = before.find((other) => other.sha256 === sha256 && isDeepStrictEqual(other.answers, answers));
	if (known && saysNothingNew(known, name, upload)) {
		return { outcome: 'unchanged', message: unchanged, sha256, import: known };
	}

	update({ phase: 'reading' });
	const today = where.today();
	const soleTraders = await loadSoleTraders(where);
	const keys = keyGatherer();
	const result = await importFile(stoppable(arrived.source, signal), {
		answers,
		soleTraders,
		references: referencesOf(before.filter((other) => other !== known && other.id !== upload.replaces)),
		today: parseIsoDay(today) ?? undefined,
		sink: keys,
		signal,
		progress: (rows) => update({ rows }),
		pause: async () => {
			await answerOthers();
			signal.throwIfAborted();
		}
	});
	const { control, source } = controlOf(upload, result);
	const report = importReport(result, {
		control,
		controlSource: source,
		recipe: upload.recipe ?? null,
		keys: keys.keys()
	});
	if (!report) return refused(problemOf(result), result.questions);

	const read: ReadUpload = { arrived, name, upload, watched, answers, today, control, report, soleTraders };
	return changeImports(() => putInPlace(read, where));
}

interface ReadUpload {
	arrived: Arrived;
	name: string;
	upload: Upload;
	watched: WatchedUpload;
	answers: Answers;
	/** ISO day. */
	today: string;
	control: ControlTotal;
	report: ImportReport;
	soleTraders: KeptSoleTraderNumbers;
}

/** Stores what has been read. The reading may have taken minutes, so what is active is asked once more. */
async function putInPlace(read: ReadUpload, where: Installation): Promise<Receipt> {
	const { arrived, name, upload, answers, report, watched } = read;
	const { sha256, bytes } = arrived;
	const active = await activeImports(where);
	const place = placeOf(report, sha256, upload, active);
	if ('outcome' in place) return place;
	const { same, replaced, corrects } = place;
	if (same && sameAnswers(same, answers) && saysNothingNew(same, name, upload)) {
		return { outcome: 'unchanged', message: unchanged, sha256, import: same };
	}
	watched.signal.throwIfAborted();
	watched.update({ phase: 'saving' });
	await arrived.keep();
	await read.soleTraders.save();
	const { today, control } = read;
	const stored = await storeImport(
		{ name, sha256, bytes, answers, today, control, report, replaced, corrects, user: upload.user },
		active,
		where
	);
	const mended = replaced ? mendedFrom(replaced.id, active) : [];
	const namesake = active.findLast(
		(other) =>
			other.fileName === name &&
			other.report.sheet === report.sheet &&
			other !== replaced &&
			other.id !== corrects &&
			!mended.includes(other)
	);
	return {
		outcome: 'accepted',
		message: messageOf(replaced, mended),
		sha256,
		import: stored,
		sameName: namesake ? { id: namesake.id, uploadedAt: namesake.uploadedAt } : null
	};
}

function controlOf(
	{ controlSum = null, controlRows = null, controlSource = null }: Upload,
	result: ImportResult
): { control: ControlTotal; source: string | null } {
	const isTyped = controlSum !== null || controlRows !== null;
	const stated = statedTotal(result);
	return isTyped || !stated
		? { control: { sum: controlSum, rows: controlRows }, source: isTyped ? controlSource : null }
		: { control: stated, source: result.statedControl?.label ?? null };
}

function messageOf(replaced: StoredImport | null, mended: readonly StoredImport[]): string {
	const shown = 'Den syns när en ny utgåva publiceras.';
	if (!replaced) return `Filen är inläst. ${shown}`;
	const gone = mended.length
		? ` De rättade raderna i ${mended.map(({ fileName }) => fileName).join(', ')} räknas inte heller med längre.`
		: '';
	return `Filen är inläst och ersätter ${replaced.fileName}.${gone} ${shown}`;
}

function problemOf(result: ImportResult): FileProblem {
	if (result.problem) return result.problem;
	throw new Error('A file without a problem has no report');
}
