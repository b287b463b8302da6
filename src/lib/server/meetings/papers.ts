// The papers of a meeting: made of one edition, kept as they were made, and read as they were kept.
import { asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { standingByRecord } from '$lib/domain/completed-contract';
import type { Meeting, PapersVersion } from '$lib/domain/meeting';
import { threadStatus } from '$lib/domain/review';
import { papersFigures, papersFormat, papersSchema, type Papers } from '$lib/queries/meeting-papers';
import { recording } from '../audit';
import { listCompletions } from '../completions/completions';
import { meetingPapers } from '../database/review-schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { askedQuestions } from './asked-questions';
import { meetingAccess, onMeetingSlice } from './meeting-slice';
import { meetingById } from './read-meetings';

export type PapersOutcome =
	| { outcome: 'done'; meeting: Meeting }
	/** `nothing`: no edition is published. */
	| { outcome: 'missing' | 'cancelled' | 'nothing' };

/** Makes the papers of the agenda as it stands, on the current edition. Earlier ones stay. */
export async function makePapers(
	id: number,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<PapersOutcome> {
	const { database } = where;
	const meeting = await meetingById(id, reader.access, where);
	if (!meeting) return { outcome: 'missing' };
	if (meeting.status === 'cancelled') return { outcome: 'cancelled' };
	const contracts = meeting.items.filter(({ kind }) => kind === 'contract').map(({ key }) => key);
	// Nobody in particular, who sees what the meeting is about.
	const anybody = { user: { id: '', username: '' }, access: meetingAccess(meeting.units) };
	const completions = standingByRecord(await listCompletions(anybody, where));
	const made = await onMeetingSlice(meeting.units, where, async (engine, edition) => ({
		edition,
		...(await papersFigures(engine, contracts, completions))
	}));
	if (!made) return { outcome: 'nothing' };
	const content: Papers = {
		format: papersFormat,
		units: meeting.units && [...meeting.units],
		agenda: meeting.items.map(({ id: item, kind, key, name }) => ({ item, kind, key, name })),
		start: made.start,
		contracts: made.contracts,
		threads: (await askedQuestions(meeting.units, where)).filter((thread) => {
			const onAgenda = meeting.items.some(
				({ kind, key }) => kind === 'question' && key === String(thread.id)
			);
			const { kind, key } = thread.subject;
			return (
				onAgenda ||
				(kind === 'contract' && contracts.includes(key) && threadStatus(thread.posts) !== 'closed')
			);
		})
	};
	await database.batch([
		database.insert(meetingPapers).values({
			meeting: id,
			edition: made.edition,
			content: { ...content },
			author: reader.user.id,
			created: now
		}),
		recording(
			database,
			{
				user: reader.user,
				action: 'papers_made',
				subject: `${meeting.name} ${meeting.day}`,
				detail: { edition: made.edition }
			},
			now
		)
	]);
	const saved = await meetingById(id, reader.access, where);
	if (!saved) throw new Error(`Meeting ${id} is gone`);
	return { outcome: 'done', meeting: saved };
}

export interface KeptPapers {
	meeting: Meeting;
	made: PapersVersion;
	/** Null when this program cannot read what was kept. */
	papers: Papers | null;
}

/** The papers as they were made; null where the meeting is not seen or has no such version. @param version null is the latest */
export async function keptPapers(
	id: number,
	version: number | null,
	reader: Pick<Reader, 'access'>,
	where: Installation = installation()
): Promise<KeptPapers | null> {
	const meeting = await meetingById(id, reader.access, where);
	const made = meeting?.papers.find((candidate) => version === null || candidate.version === version);
	if (!meeting || !made) return null;
	const [row] = await where.database
		.select({ content: meetingPapers.content })
		.from(meetingPapers)
		.where(eq(meetingPapers.meeting, id))
		.orderBy(asc(meetingPapers.id))
		.limit(1)
		.offset(made.version - 1);
	const kept = v.safeParse(papersSchema, row?.content);
	return { meeting, made, papers: kept.success ? kept.output : null };
}
