// Notes on deviations: who sees which, and how one is stored. Append-only; the latest version of a note stands.
import { asc, eq } from 'drizzle-orm';
import { parseIsoDay } from '$lib/domain/day';
import { followUpOrder, type NoteVersion } from '$lib/domain/deviation-note';
import { recording } from '../audit';
import { deviationNote } from '../database/budget-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import type { AskedNote } from './deviation-note-request';
import { followUpSettings } from './follow-up-settings';

export type NoteStoring =
	| { outcome: 'done'; stored: NoteVersion }
	/** Somebody has changed it since the person saw it; what stands now. */
	| { outcome: 'newer'; standing: NoteVersion }
	/** The note has been taken further in a later follow-up. */
	| { outcome: 'earlier'; standing: NoteVersion }
	| { outcome: 'no_unit' | 'no_follow_up' | 'missing' };

/** Every version of the notes of the nämnder that the person sees, in the order they were saved. */
export async function listDeviationNotes(
	reader: Reader,
	where: Installation = installation()
): Promise<NoteVersion[]> {
	const versions = await everyVersion(where);
	return versions.filter(({ unit }) => sees(reader, unit));
}

/** Stores a new note, or a new version of one. @param asked its words already scanned for personnummer */
export async function storeDeviationNote(
	asked: AskedNote,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<NoteStoring> {
	const { database } = where;
	const { note, after, costKind, ...said } = asked;
	if (!sees(reader, said.unit)) return { outcome: note === null ? 'no_unit' : 'missing' };
	if (note === null && !(await seesSubject({ kind: 'unit', key: said.unit }, reader.access, where)))
		return { outcome: 'no_unit' };
	const settings = await followUpSettings(where);
	if (!settings.some(({ name }) => name === said.followUp)) return { outcome: 'no_follow_up' };
	const standing = (await everyVersion(where)).findLast((version) => version.note === note);
	if (note !== null) {
		// A note stays with its nämnd and its kostnadsslag.
		if (standing?.unit !== said.unit || standing.costKind !== costKind) return { outcome: 'missing' };
		if (standing.id !== after) return { outcome: 'newer', standing };
		if (followUpOrder(said, standing, settings) < 0) return { outcome: 'earlier', standing };
	}
	const [[made]] = await database.batch([
		database
			.insert(deviationNote)
			.values({ ...said, note, costKind: costKind ?? '', author: reader.user.id, created: now })
			.returning({ id: deviationNote.id }),
		recording(
			database,
			{
				user: reader.user,
				action: said.closed === null ? 'deviation_noted' : 'deviation_closed',
				subject: costKind === null ? said.unit : `${said.unit}, ${costKind}`,
				// What is written stays out of the log.
				detail: { note: note ?? null, year: said.year, followUp: said.followUp }
			},
			now
		)
	]);
	const stored = (await everyVersion(where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The note on ${said.unit} was not kept`);
	return { outcome: 'done', stored };
}

function sees({ access: { units } }: Reader, unit: string): boolean {
	return units === null || units.includes(unit);
}

async function everyVersion({ database }: Installation): Promise<NoteVersion[]> {
	const rows = await database
		.select({ version: deviationNote, author: account.name })
		.from(deviationNote)
		.innerJoin(account, eq(deviationNote.author, account.id))
		.orderBy(asc(deviationNote.id));
	return rows.map(({ version, author }) => ({
		...version,
		note: version.note ?? version.id,
		costKind: version.costKind || null,
		due: version.due === null ? null : parseIsoDay(version.due),
		author,
		created: version.created.toISOString()
	}));
}
