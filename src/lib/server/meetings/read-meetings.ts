// Meetings as a person sees them.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { coversUnits, type Access } from '$lib/domain/access';
import { parseIsoDay, type Day } from '$lib/domain/day';
import {
	meetingStatus,
	type AgendaItem,
	type Meeting,
	type MeetingDecision,
	type MeetingSummary,
	type PapersVersion
} from '$lib/domain/meeting';
import {
	agendaItem,
	meeting,
	meetingDecision,
	meetingPapers,
	verdict as verdictTable
} from '../database/review-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';

type MeetingRow = typeof meeting.$inferSelect;

/** Every meeting that the access sees, in order of day, also past and cancelled ones. */
export async function listMeetings(
	access: Access,
	where: Installation = installation()
): Promise<MeetingSummary[]> {
	const { database } = where;
	const rows = await database.select().from(meeting).orderBy(asc(meeting.day), asc(meeting.id));
	const items = await database
		.select({ meeting: agendaItem.meeting, decided: meetingDecision.id, item: agendaItem.id })
		.from(agendaItem)
		.leftJoin(meetingDecision, eq(meetingDecision.item, agendaItem.id))
		.where(isNull(agendaItem.removed));
	const papers = await database.select({ meeting: meetingPapers.meeting }).from(meetingPapers);
	return rows
		.filter((row) => coversUnits(access.units, row.units))
		.map((row) => {
			const own = items.filter((item) => item.meeting === row.id);
			return {
				...headOf(row),
				status: meetingStatus({
					cancelled: row.cancelled !== null,
					papers: papers.filter((made) => made.meeting === row.id).length,
					decisions: own.filter((item) => item.decided !== null).length
				}),
				items: new Set(own.map(({ item }) => item)).size
			};
		});
}

/** One meeting with its agenda, decisions and papers; null also for one that the access may not see. */
export async function meetingById(
	id: number,
	access: Access,
	where: Installation = installation()
): Promise<Meeting | null> {
	const { database } = where;
	const [row] = await database.select().from(meeting).where(eq(meeting.id, id));
	if (!row || !coversUnits(access.units, row.units)) return null;
	const items = await agendaOf(id, where);
	const papers = await papersOf(id, where);
	return {
		...headOf(row),
		status: meetingStatus({
			cancelled: row.cancelled !== null,
			papers: papers.length,
			decisions: items.filter(({ decisions }) => decisions.length).length
		}),
		items,
		papers
	};
}

/** The agenda as it stands, with what was decided on each point. */
export async function agendaOf(id: number, { database }: Installation): Promise<AgendaItem[]> {
	const items = await database
		.select()
		.from(agendaItem)
		.where(and(eq(agendaItem.meeting, id), isNull(agendaItem.removed)))
		.orderBy(asc(agendaItem.position), asc(agendaItem.id));
	const decisions = await database
		.select({ decision: meetingDecision, author: account.name, verdict: verdictTable.verdict })
		.from(meetingDecision)
		.innerJoin(agendaItem, eq(meetingDecision.item, agendaItem.id))
		.innerJoin(account, eq(meetingDecision.author, account.id))
		.leftJoin(verdictTable, eq(meetingDecision.verdict, verdictTable.id))
		.where(eq(agendaItem.meeting, id))
		.orderBy(desc(meetingDecision.id));
	return items.map((item) => ({
		id: item.id,
		kind: item.kind,
		key: item.subjectKey,
		name: item.name,
		decisions: decisions
			.filter(({ decision }) => decision.item === item.id)
			.map(({ decision, author, verdict }): MeetingDecision => ({
				id: decision.id,
				text: decision.text,
				verdict,
				author,
				created: decision.created.toISOString()
			}))
	}));
}

/** What SQLite answers of the papers' content: it has no boolean of its own. */
const metaSchema = v.object({
	ruleVersion: v.number(),
	reconciled: v.pipe(
		v.picklist([0, 1]),
		v.transform((answer) => answer === 1)
	)
});
/** The content itself is large, and read only where it is shown. */
const ofMeta = (name: keyof v.InferInput<typeof metaSchema>) =>
	sql<unknown>`json_extract(${meetingPapers.content}, ${`$.start.meta.${name}`})`;

async function papersOf(id: number, { database }: Installation): Promise<PapersVersion[]> {
	const rows = await database
		.select({
			edition: meetingPapers.edition,
			meta: { ruleVersion: ofMeta('ruleVersion'), reconciled: ofMeta('reconciled') },
			author: account.name,
			created: meetingPapers.created
		})
		.from(meetingPapers)
		.innerJoin(account, eq(meetingPapers.author, account.id))
		.where(eq(meetingPapers.meeting, id))
		.orderBy(asc(meetingPapers.id));
	return rows
		.map(({ edition, meta, author, created }, index) => ({
			version: index + 1,
			edition,
			...v.parse(metaSchema, meta),
			author,
			created: created.toISOString()
		}))
		.toReversed();
}

function headOf(row: MeetingRow): Pick<Meeting, 'id' | 'day' | 'name' | 'place' | 'units'> {
	return { id: row.id, day: dayOf(row), name: row.name, place: row.place, units: row.units };
}

function dayOf({ id, day }: MeetingRow): Day {
	const read = parseIsoDay(day);
	if (!read) throw new Error(`Meeting ${id} is on no day: ${day}`);
	return read;
}
