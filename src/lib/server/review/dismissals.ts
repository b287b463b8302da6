// Flags that somebody has put aside with a reason that all can read, or taken up again. A flag that is put aside by somebody
// who sees some nämnder is about their part of it, so it still stands for those who see more.
import { asc, eq } from 'drizzle-orm';
import { coversUnits } from '$lib/domain/access';
import { flagKey, type Dismissal, type FlagKind, type FlagSubject } from '$lib/domain/review';
import { recording } from '../audit';
import { dismissal } from '../database/review-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import { seenSubjects, type SeenSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import { subjectsOfFlag } from './flag-subject';
import { knownEdition } from './known-edition';
import { isRepeatedThere } from './repeated';

export interface NewDismissal {
	flag: FlagKind;
	subject: FlagSubject;
	/** What the flag is about, as the page names it. */
	name: string;
	takenBack: boolean;
	/** Already scanned for personnummer. */
	reason: string;
	/** Öre that the flag is about. */
	amount: number | null;
	edition: number | null;
	/** The last dismissal of the flag that the author had seen; 0 where there was none. */
	after: number;
}

export type DismissalOutcome =
	| {
			outcome: 'done';
			/** All that the person may read, oldest first. */
			dismissals: Dismissal[];
			/** What others did with the flag while the author wrote. */
			meanwhile: Dismissal[];
	  }
	/** Nothing is saved. */
	| { outcome: 'no_subject' | 'no_edition' };

type DismissalRow = typeof dismissal.$inferSelect;

const inTurn = oneAtATime();

/** What a person may read of what has been put aside and taken up again, oldest first. */
export async function listDismissals(
	reader: Reader,
	where: Installation = installation()
): Promise<Dismissal[]> {
	const rows = await where.database
		.select({ row: dismissal, author: account.name, role: account.role })
		.from(dismissal)
		.innerJoin(account, eq(dismissal.author, account.id))
		.orderBy(asc(dismissal.id));
	const about = rows.flatMap(({ row }) => subjectsOfFlag(row.subjectKey));
	const sees = await seenSubjects(about, reader.access, where);
	return rows
		.filter(({ row }) => isVisible(row, reader, sees))
		.map(({ row, author, role }) => ({
			id: row.id,
			flag: row.flag,
			key: row.subjectKey,
			name: row.subjectName,
			takenBack: row.takenBack,
			reason: row.reason,
			amount: coversUnits(reader.access.units, row.units) ? row.amount : null,
			units: reader.access.units === null ? row.units : null,
			covers: coversUnits(row.units, reader.access.units),
			author,
			role,
			own: row.author === reader.user.id,
			created: row.created.toISOString()
		}));
}

/** Puts a flag aside, or takes it up again. Sent again within minutes it is the same saying. */
export async function addDismissal(
	draft: NewDismissal,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<DismissalOutcome> {
	const { database } = where;
	const key = flagKey(draft.subject);
	const about = subjectsOfFlag(key);
	const sees = await seenSubjects(about, reader.access, where);
	// What no page is about, such as cost without a supplier, is nobody's own.
	if (reader.access.units !== null && !(about.length && about.every(sees))) return { outcome: 'no_subject' };
	if (!(await knownEdition(draft.edition, where))) return { outcome: 'no_edition' };
	return inTurn(async () => {
		const before = (await listDismissals(reader, where)).filter(
			(saved) => saved.flag === draft.flag && saved.key === key
		);
		const meanwhile = before.filter(({ id, own }) => id > draft.after && !own);
		const words = (takenBack: boolean, text: string) => ({
			kind: takenBack ? 'taken back' : 'put aside',
			text
		});
		const repeats = isRepeatedThere(
			before,
			(saved) => words(saved.takenBack, saved.reason),
			{ ...words(draft.takenBack, draft.reason), after: draft.after },
			now
		);
		if (!repeats)
			await database.batch([
				database.insert(dismissal).values({
					flag: draft.flag,
					subjectKey: key,
					subjectName: draft.name,
					takenBack: draft.takenBack,
					reason: draft.reason,
					amount: draft.amount,
					edition: draft.edition,
					units: reader.access.units && [...reader.access.units],
					author: reader.user.id,
					created: now
				}),
				recording(
					database,
					{
						user: reader.user,
						action: draft.takenBack ? 'flag_taken_up' : 'flag_dismissed',
						subject: draft.subject.contractId ?? draft.subject.supplierKey ?? undefined,
						detail: { kind: draft.flag }
					},
					now
				)
			]);
		return { outcome: 'done', dismissals: await listDismissals(reader, where), meanwhile };
	});
}

function isVisible(row: DismissalRow, reader: Reader, sees: (subject: SeenSubject) => boolean): boolean {
	if (reader.access.units === null) return true;
	const about = subjectsOfFlag(row.subjectKey);
	const seen = about.length > 0 && about.every(sees);
	const own = row.author === reader.user.id;
	if (coversUnits(reader.access.units, row.units)) return seen || own;
	return seen && coversUnits(row.units, reader.access.units);
}
