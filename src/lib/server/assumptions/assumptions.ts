// What the municipality assumes: who sees which, and how one is stored.
import { asc, eq } from 'drizzle-orm';
import { assumptionKey, type AssumptionSubject, type StoredAssumption } from '$lib/domain/assumption';
import type { SeenSubject } from '../editions/seen-subject';
import { recording } from '../audit';
import { assumption } from '../database/review-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { seenSubjects, seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import type { AskedAssumption } from './assumption-request';

export type AssumptionOutcome =
	| { outcome: 'done'; stored: StoredAssumption }
	/** Somebody has changed it since the person saw it; what stands now. */
	| { outcome: 'newer'; standing: StoredAssumption | null }
	| { outcome: 'nothing' }
	| { outcome: 'no_subject' };

/**
 * Every assumption that the person sees, in the order they were saved: those of the municipality, and those of systems,
 * suppliers and products in the own slice.
 */
export async function listAssumptions(
	reader: Reader,
	where: Installation = installation()
): Promise<StoredAssumption[]> {
	const stored = await allAssumptions(where);
	const subjects = stored.flatMap(({ subject }) => seenAs(subject) ?? []);
	const sees = await seenSubjects(subjects, reader.access, where);
	return stored.filter(({ subject }) => {
		const page = seenAs(subject);
		return page === null || sees(page);
	});
}

/** Stores an assumption. @param asked its words already scanned for personnummer */
export async function storeAssumption(
	asked: AskedAssumption,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<AssumptionOutcome> {
	const { database } = where;
	const { key, subject, value, reason } = asked;
	const page = seenAs(subject);
	if (page && !(await seesSubject(page, reader.access, where))) return { outcome: 'no_subject' };
	const standing = latestOf(await allAssumptions(where), asked);
	if ((standing?.id ?? null) !== asked.after) return { outcome: 'newer', standing };
	if (value === null && !standing?.value) return { outcome: 'nothing' };
	const [[made]] = await database.batch([
		database
			.insert(assumption)
			.values({
				name: key,
				subjectKind: subject.kind,
				subjectKey: subject.key,
				value,
				reason,
				author: reader.user.id,
				created: now
			})
			.returning({ id: assumption.id }),
		recording(
			database,
			{
				user: reader.user,
				action: value === null ? 'assumption_taken_back' : 'assumption_saved',
				subject: subject.key === '' ? key : `${key}: ${subject.key}`,
				detail: { before: standing?.value ?? null, after: value }
			},
			now
		)
	]);
	const stored = (await allAssumptions(where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The assumption ${key} was not kept`);
	return { outcome: 'done', stored };
}

function latestOf(
	stored: readonly StoredAssumption[],
	{ key, subject }: Pick<AskedAssumption, 'key' | 'subject'>
): StoredAssumption | null {
	return (
		stored.findLast(
			(one) => one.key === key && one.subject.kind === subject.kind && one.subject.key === subject.key
		) ?? null
	);
}

/** What the slice must hold for somebody to see it; null for what is of the municipality. */
function seenAs({ kind, key }: AssumptionSubject): SeenSubject | null {
	return kind === 'municipality' ? null : { kind, key };
}

/** Every assumption, in the order they were saved. */
export async function allAssumptions({
	database
}: Pick<Installation, 'database'>): Promise<StoredAssumption[]> {
	const rows = await database
		.select({ assumption, author: account.name })
		.from(assumption)
		.innerJoin(account, eq(assumption.author, account.id))
		.orderBy(asc(assumption.id));
	return rows.flatMap(({ assumption: row, author }): StoredAssumption[] => {
		const key = assumptionKey(row.name);
		// One that this version no longer asks for stays in the database.
		if (!key) return [];
		return [
			{
				id: row.id,
				key,
				subject: { kind: row.subjectKind, key: row.subjectKey },
				value: row.value,
				reason: row.reason,
				author,
				created: row.created.toISOString()
			}
		];
	});
}
