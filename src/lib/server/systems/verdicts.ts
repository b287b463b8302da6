// What people hold about systems: who sees it, and how it is said, changed and taken back. Whoever sees some nämnder sees what is said
// about systems that all are in his or her slice, and says nothing of others.
import { asc, eq } from 'drizzle-orm';
import { coversUnits } from '$lib/domain/access';
import { verdictSubject, type SystemVerdict } from '$lib/domain/system-verdict';
import { recording } from '../audit';
import { user as account } from '../database/schema';
import { systemVerdict } from '../database/system-schema';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import { seenSubjects } from '../editions/seen-subject';
import type { Reader } from '../reader';
import { knownEdition } from '../review/known-edition';
import type { AskedSystemVerdict } from './verdict-request';

export type SystemVerdictOutcome =
	| { outcome: 'done'; stored: SystemVerdict }
	/** Somebody has said something since the person looked; what stands now. */
	| { outcome: 'newer'; standing: SystemVerdict }
	| { outcome: 'no_system' }
	| { outcome: 'no_edition' };

const inTurn = oneAtATime();
const subjectOf = (key: string) => ({ kind: 'system' as const, key });

/** All that the person may read, in the order it was said. */
export async function listSystemVerdicts(
	{ access, user }: Reader,
	where: Installation = installation()
): Promise<SystemVerdict[]> {
	const rows = await where.database
		.select({ row: systemVerdict, author: account.name })
		.from(systemVerdict)
		.innerJoin(account, eq(systemVerdict.author, account.id))
		.orderBy(asc(systemVerdict.id));
	const sees = await seenSubjects(
		rows.flatMap(({ row }) => row.systems.map(subjectOf)),
		access,
		where
	);
	return rows
		.filter(
			({ row }) =>
				row.systems.every((id) => sees(subjectOf(id))) ||
				// What has left the register is still its author's.
				(row.author === user.id && coversUnits(access.units, row.units))
		)
		.map(({ row: { id, kind, systems, name, verdict, replaced, reason, created }, author }) => ({
			id,
			kind,
			systems,
			name,
			verdict,
			replaced,
			reason,
			author,
			created: created.toISOString()
		}));
}

/** Says what the person holds. @param asked its words already scanned for personnummer */
export async function storeSystemVerdict(
	asked: AskedSystemVerdict,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<SystemVerdictOutcome> {
	const { database } = where;
	const { access, user } = reader;
	const { kind, name, verdict, replaced, reason, edition, after } = asked;
	const systems = [...asked.systems].sort();
	const subject = verdictSubject(asked);
	const sees = await seenSubjects(systems.map(subjectOf), access, where);
	if (!systems.every((id) => sees(subjectOf(id)))) return { outcome: 'no_system' };
	if (!(await knownEdition(edition, where))) return { outcome: 'no_edition' };
	return inTurn(async () => {
		const latest = (await listSystemVerdicts(reader, where)).findLast(
			(one) => verdictSubject(one) === subject
		);
		if (latest && latest.id !== after) return { outcome: 'newer', standing: latest };
		const units = access.units && [...access.units];
		const [[made]] = await database.batch([
			database
				.insert(systemVerdict)
				.values({
					kind,
					systems,
					name,
					verdict,
					replaced,
					reason,
					edition,
					units,
					author: user.id,
					created: now
				})
				.returning({ id: systemVerdict.id }),
			recording(
				database,
				{
					user,
					action: 'system_judged',
					subject: name,
					detail: { before: latest?.verdict ?? null, after: verdict }
				},
				now
			)
		]);
		const stored = (await listSystemVerdicts(reader, where)).find(({ id }) => id === made?.id);
		if (!stored) throw new Error(`The verdict on ${subject} was not kept`);
		return { outcome: 'done', stored };
	});
}
