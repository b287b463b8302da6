// What a meeting decided, written down point by point. Nothing is overwritten: the latest of a point stands.
import { sql } from 'drizzle-orm';
import { sliceOf } from '$lib/domain/access';
import type { Meeting, MeetingDecision } from '$lib/domain/meeting';
import type { Verdict } from '$lib/domain/review';
import { recording } from '../audit';
import { meetingDecision, verdict as verdictTable } from '../database/review-schema';
import { currentEditionNumber } from '../editions/edition';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { isRepeated } from '../review/repeated';
import { meetingById } from './read-meetings';

export type DecisionOutcome =
	| { outcome: 'done'; meeting: Meeting }
	/** `no_contract`: a verdict is of a contract, and the point is a question. */
	| { outcome: 'missing' | 'cancelled' | 'no_contract' };

/**
 * Writes down a decision, and with it the verdict on the contract.
 * @param decision.text already scanned for personnummer
 */
export async function saveDecision(
	id: number,
	decision: { item: number; text: string; verdict: Verdict | null },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<DecisionOutcome> {
	const { database } = where;
	const meeting = await meetingById(id, reader.access, where);
	const item = meeting?.items.find((candidate) => candidate.id === decision.item);
	if (!meeting || !item) return { outcome: 'missing' };
	if (meeting.status === 'cancelled') return { outcome: 'cancelled' };
	if (decision.verdict && item.kind !== 'contract') return { outcome: 'no_contract' };
	const [latest] = item.decisions;
	if (latest && repeats(latest, decision, now)) return { outcome: 'done', meeting };
	const written = { item: item.id, text: decision.text, author: reader.user.id, created: now };
	const noted = recording(
		database,
		{
			user: reader.user,
			action: 'decision_saved',
			subject: `${meeting.name} ${meeting.day}`,
			detail: { kind: item.kind, [item.kind]: item.key }
		},
		now
	);
	if (!decision.verdict) {
		await database.batch([database.insert(meetingDecision).values(written), noted]);
	} else {
		const edition = await currentEditionNumber(where);
		const { units } = sliceOf(reader.access);
		await database.batch([
			database.insert(verdictTable).values({
				contractId: item.key,
				contractName: item.name,
				verdict: decision.verdict,
				reason: decision.text,
				meeting: id,
				edition: edition || null,
				units: units && [...units],
				author: reader.user.id,
				created: now
			}),
			database.insert(meetingDecision).values({ ...written, verdict: sql`last_insert_rowid()` }),
			noted
		]);
	}
	const saved = await meetingById(id, reader.access, where);
	if (!saved) throw new Error(`Meeting ${id} is gone`);
	return { outcome: 'done', meeting: saved };
}

/** The same words within minutes are one saving, whose answer was lost. */
function repeats(
	latest: MeetingDecision,
	decision: { text: string; verdict: Verdict | null },
	now: Date
): boolean {
	const said = ({ text, verdict }: typeof decision) => ({ kind: verdict ?? '', text });
	return isRepeated({ ...said(latest), created: new Date(latest.created) }, said(decision), now);
}
