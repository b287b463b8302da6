// What people hold about contracts, and what meetings have decided. None is changed, and of two saved at once both are kept.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { knowsMeetingDay } from '$lib/domain/meeting';
import type { ContractVerdict, Verdict } from '$lib/domain/review';
import { recording } from '../audit';
import { meeting, meetingDecision, verdict } from '../database/review-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import { seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import { knownEdition } from './known-edition';
import { isRepeatedThere } from './repeated';
import { visibleTo } from './visible';

export interface NewVerdict {
	contractId: string;
	contractName: string;
	verdict: Verdict;
	/** Already scanned for personnummer. */
	reason: string;
	meeting: number | null;
	edition: number | null;
	/** The last verdict on the contract that the author had seen; 0 where there was none. */
	after: number;
}

export type VerdictOutcome =
	| {
			outcome: 'done';
			/** All on the contract, latest first. */
			verdicts: ContractVerdict[];
			/** What others saved while the author wrote. */
			meanwhile: ContractVerdict[];
	  }
	/** Nothing is saved. */
	| { outcome: 'no_subject' | 'no_edition' | 'no_meeting' };

type VerdictRow = typeof verdict.$inferSelect;

const inTurn = oneAtATime();

/** The verdicts that a person may read, latest first: all of them, or those on one contract. */
export async function listVerdicts(
	contractId: string | null,
	reader: Reader,
	where: Installation = installation()
): Promise<ContractVerdict[]> {
	const rows = await where.database
		.select({
			row: verdict,
			author: account.name,
			role: account.role,
			meeting: { id: meeting.id, day: meeting.day, name: meeting.name, units: meeting.units },
			decision: meetingDecision.id
		})
		.from(verdict)
		.innerJoin(account, eq(verdict.author, account.id))
		.leftJoin(meeting, eq(verdict.meeting, meeting.id))
		.leftJoin(meetingDecision, eq(meetingDecision.verdict, verdict.id))
		.where(contractId === null ? undefined : eq(verdict.contractId, contractId))
		.orderBy(desc(verdict.id));
	const seen = await visibleTo(reader, rows, ({ row }) => written(row), where);
	return seen.map(({ row, author, role, meeting: meant, decision }) => ({
		id: row.id,
		contractId: row.contractId,
		contractName: row.contractName,
		verdict: row.verdict,
		reason: row.reason,
		decided: decision !== null,
		meeting:
			meant && knowsMeetingDay(meant.units, reader.access.units)
				? { id: meant.id, day: meant.day, name: meant.name }
				: null,
		edition: row.edition,
		author,
		role,
		own: row.author === reader.user.id,
		created: row.created.toISOString()
	}));
}

/** Saves a verdict, also where others have saved one since. Sent again within minutes it is the same one. */
export async function addVerdict(
	draft: NewVerdict,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<VerdictOutcome> {
	const { database } = where;
	const { contractId } = draft;
	if (!(await seesSubject({ kind: 'contract', key: contractId }, reader.access, where)))
		return { outcome: 'no_subject' };
	if (!(await knownEdition(draft.edition, where))) return { outcome: 'no_edition' };
	if (draft.meeting !== null && !(await isOpenMeeting(draft.meeting, reader, where)))
		return { outcome: 'no_meeting' };
	return inTurn(async () => {
		const before = await listVerdicts(contractId, reader, where);
		const meanwhile = before.filter(({ id, own }) => id > draft.after && !own);
		const words = (told: Verdict, reason: string, meant: number | null) => ({
			kind: `${told} ${meant ?? ''}`,
			text: reason
		});
		const repeats = isRepeatedThere(
			before.toReversed(),
			(saved) => words(saved.verdict, saved.reason, saved.meeting?.id ?? null),
			{ ...words(draft.verdict, draft.reason, draft.meeting), after: draft.after },
			now
		);
		if (repeats) return { outcome: 'done', verdicts: before, meanwhile };
		await database.batch([
			database.insert(verdict).values({
				contractId,
				contractName: draft.contractName,
				verdict: draft.verdict,
				reason: draft.reason,
				meeting: draft.meeting,
				edition: draft.edition,
				units: reader.access.units && [...reader.access.units],
				author: reader.user.id,
				created: now
			}),
			recording(
				database,
				{
					user: reader.user,
					action: 'verdict_saved',
					subject: contractId,
					detail: { verdict: draft.verdict }
				},
				now
			)
		]);
		return { outcome: 'done', verdicts: await listVerdicts(contractId, reader, where), meanwhile };
	});
}

function written({ contractId: key, units, author }: VerdictRow) {
	return { subject: { kind: 'contract' as const, key }, units, author };
}

async function isOpenMeeting(id: number, reader: Reader, { database }: Installation): Promise<boolean> {
	const [row] = await database
		.select({ units: meeting.units })
		.from(meeting)
		.where(and(eq(meeting.id, id), isNull(meeting.cancelled)));
	return row !== undefined && knowsMeetingDay(row.units, reader.access.units);
}
