// Who sees what a committee writes. Whoever sees the whole municipality sees all of it. Somebody who sees some nämnder sees
// what is written about what his or her slice holds, whoever wrote it: it is about their contract. Its words may name other
// nämnder, as those of a protocol may; whoever writes knows that from the card. What has left the register, and figures,
// which say what their author saw, are seen by those who see at least as much as the author did.
import { coversUnits } from '$lib/domain/access';
import type { ThreadSubjectKind } from '$lib/domain/review';
import { seenSubjects, type SeenSubject } from '../editions/seen-subject';
import type { Installation } from '../editions/installation';
import type { Reader } from '../reader';

interface Written {
	/** Null for what is about a figure. */
	subject: SeenSubject | null;
	/** The nämnder that the author saw; null is the whole municipality. */
	units: readonly string[] | null;
	author: string;
}

/** Of what is written, what a person may read. */
export async function visibleTo<Row>(
	reader: Reader,
	rows: readonly Row[],
	written: (row: Row) => Written,
	where: Installation
): Promise<Row[]> {
	const { access, user } = reader;
	if (access.units === null) return [...rows];
	const subjects = rows.flatMap((row) => written(row).subject ?? []);
	const sees = await seenSubjects(subjects, access, where);
	return rows.filter((row) => {
		const { subject, units, author } = written(row);
		if (subject && sees(subject)) return true;
		return coversUnits(access.units, units) && (subject === null || author === user.id);
	});
}

/** What has a page of its own; null for a figure, which has none. */
export function pageSubject(kind: ThreadSubjectKind, key: string): SeenSubject | null {
	return kind === 'figure' ? null : { kind, key };
}
