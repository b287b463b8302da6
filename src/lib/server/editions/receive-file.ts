// One upload: stored as it came, read by the same code as the preview, and from then on an active import. The server's
// reading is the one that counts.
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { FileProblem } from '$lib/domain/problem';
import type { Answers } from '$lib/import/answers';
import { importFile, type ImportResult } from '$lib/import/import-file';
import { maskPersonalNumbers } from '$lib/import/personal-data';
import type { OpenQuestion } from '$lib/import/plan';
import { recording } from '../audit';
import { importedFile } from '../database/schema';
import { importReport, type ControlTotal, type ImportReport } from './import-report';
import { activeImports, type Person, type StoredImport, storedImport } from './imports';
import { installation, type Installation } from './installation';
import { receiveOriginal, type Arrived } from './original';
import { loadSoleTraders } from './sole-traders';

export interface Upload {
	/** Name of the file, as the person has it. */
	name: string;
	body: AsyncIterable<Uint8Array>;
	answers?: Answers;
	/** Öre, as the sender states it. */
	controlSum?: number | null;
	controlRows?: number | null;
	/** The active import that this file is a new version of. */
	replaces?: number | null;
	user: Person;
}

export type Receipt =
	| {
			outcome: 'accepted';
			message: string;
			import: StoredImport;
			/** An active import with the same file name: perhaps the same rows once more. */
			sameName: { id: number; uploadedAt: string } | null;
	  }
	| { outcome: 'unchanged'; message: string; import: StoredImport }
	| {
			outcome: 'refused';
			message: string;
			problem: FileProblem;
			/** What a person must answer first. */
			questions: OpenQuestion[];
	  };

const unchanged = 'Filen är redan inläst, inget har ändrats.';
const notKept = 'Filen är inte sparad och inget har ändrats.';

let last: Promise<unknown> = Promise.resolve();

/** Receives one file. Uploads come in side by side; they are read one at a time. */
export async function receiveFile(upload: Upload, where: Installation = installation()): Promise<Receipt> {
	const name = presentableName(upload.name);
	const arrived = await receiveOriginal(where.dataDirectory, name, upload.body);
	if ('problem' in arrived) return refused(arrived.problem, []);
	const reading = last.then(() => takeIn(arrived, name, upload, where));
	last = reading.catch(() => undefined);
	try {
		return await reading;
	} finally {
		// Nothing is left where it was kept.
		await arrived.discard();
	}
}

/** The last part of a path, without characters that no screen shows and without personnummer. */
function presentableName(name: string): string {
	const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const shown = base.replace(/\p{C}/gu, '').trim().slice(-200);
	return maskPersonalNumbers(shown).text || 'fil utan namn';
}

async function takeIn(arrived: Arrived, name: string, upload: Upload, where: Installation): Promise<Receipt> {
	const answers = upload.answers ?? {};
	const control: ControlTotal = { sum: upload.controlSum ?? null, rows: upload.controlRows ?? null };
	const active = await activeImports(where);
	const same = active.find((known) => known.sha256 === arrived.sha256);
	if (same && saysNothingNew(same, name, answers, control)) {
		return { outcome: 'unchanged', message: unchanged, import: same };
	}

	const soleTraders = await loadSoleTraders(where);
	const result = await importFile(arrived.source, { answers, soleTraders });
	const report = importReport(result, control);
	if (!report) return refused(problemOf(result), result.questions);

	await arrived.keep();
	await soleTraders.save();
	// The same bytes read in another way, or with another control total, stand in place of the former reading.
	const replaced = same ?? active.find((known) => known.id === upload.replaces);
	const stored = await store({ arrived, name, answers, control, report, replaced, user: upload.user }, where);
	const namesake = active.findLast((known) => known.fileName === name && known !== replaced);
	return {
		outcome: 'accepted',
		message: replaced
			? `Filen är inläst och ersätter ${replaced.fileName}. Den syns när en ny utgåva publiceras.`
			: 'Filen är inläst. Den syns när en ny utgåva publiceras.',
		import: stored,
		sameName: namesake ? { id: namesake.id, uploadedAt: namesake.uploadedAt } : null
	};
}

function saysNothingNew(known: StoredImport, name: string, answers: Answers, control: ControlTotal): boolean {
	return (
		// Where no column holds the date, the name may say which month the rows are of.
		(known.fileName === name || known.report.period === null) &&
		isDeepStrictEqual(known.answers, answers) &&
		(control.sum === null || control.sum === known.control.sum) &&
		(control.rows === null || control.rows === known.control.rows)
	);
}

function problemOf(result: ImportResult): FileProblem {
	if (result.problem) return result.problem;
	throw new Error('A file without a problem has no report');
}

function refused(problem: FileProblem, questions: OpenQuestion[]): Receipt {
	return { outcome: 'refused', message: `${problem.message} ${notKept}`, problem, questions };
}

interface Taken {
	arrived: Arrived;
	name: string;
	answers: Answers;
	control: ControlTotal;
	report: ImportReport;
	replaced: StoredImport | undefined;
	user: Person;
}

async function store(taken: Taken, { database }: Installation): Promise<StoredImport> {
	const { arrived, report, replaced } = taken;
	const { totals } = report;
	const insertion = database
		.insert(importedFile)
		.values({
			fileName: taken.name,
			sha256: arrived.sha256,
			bytes: arrived.bytes,
			kind: report.kind,
			uploadedBy: taken.user.id,
			uploadedAt: new Date(),
			settings: { answers: taken.answers },
			controlSum: taken.control.sum,
			controlRows: taken.control.rows,
			result: { ...report },
			status: 'active',
			replaces: replaced?.id ?? null
		})
		.returning();
	const event = recording(database, {
		user: taken.user,
		action: 'import',
		subject: taken.name,
		detail: {
			sha256: arrived.sha256,
			read: totals.read,
			accepted: totals.accepted,
			rejected: totals.rejected,
			empty: totals.empty,
			...(replaced ? { replaces: replaced.id } : {})
		}
	});
	const [inserted] = replaced
		? await database.batch([
				insertion,
				event,
				database.update(importedFile).set({ status: 'replaced' }).where(eq(importedFile.id, replaced.id))
			])
		: await database.batch([insertion, event]);
	const [row] = inserted;
	if (!row) throw new Error('The import was not stored');
	return storedImport(row);
}
