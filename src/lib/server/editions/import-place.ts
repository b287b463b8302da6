// Where an import that has been read stands among the others: the same as one, in place of one, or mending one.
import { isDeepStrictEqual } from 'node:util';
import { tableNames } from '$lib/domain/columns';
import type { Answers } from '$lib/import/answers';
import type { ImportReport } from './import-report';
import { mendedFrom, type StoredImport } from './imports';
import { refusedFor, type Refusal } from './receipt';
import type { Upload } from './upload';

/** Whether an upload of the same table and answers would change nothing about an import. */
export function saysNothingNew(known: StoredImport, name: string, upload: Upload): boolean {
	return (
		// Where no column holds the date, the name may say which month the rows are of.
		(known.fileName === name || known.report.period === null) &&
		(upload.controlSum ?? known.control.sum) === known.control.sum &&
		(upload.controlRows ?? known.control.rows) === known.control.rows &&
		(upload.corrects ?? known.corrects) === known.corrects
	);
}

/** Which table is read may be said or left to the file; what was read tells. */
export function sameAnswers(known: StoredImport, answers: Answers): boolean {
	return isDeepStrictEqual({ ...known.answers, blad: undefined }, { ...answers, blad: undefined });
}

export interface Place {
	/** The active import of the same table of the same bytes. */
	same: StoredImport | null;
	replaced: StoredImport | null;
	corrects: number | null;
}

/** What an import that has been read stands in place of and mends, or why it cannot stand there. */
export function placeOf(
	report: ImportReport,
	sha256: string,
	upload: Upload,
	active: readonly StoredImport[]
): Place | Refusal {
	const find = (id: number | null | undefined) => active.find((known) => known.id === id) ?? null;
	// The same bytes read in another way, or with another control total, stand in place of the former reading.
	const same = active.find((known) => known.sha256 === sha256 && known.report.sheet === report.sheet) ?? null;
	const replaced = same ?? find(upload.replaces);
	if (upload.replaces && !replaced) {
		return refusedFor(
			'state',
			'Filen som skulle ersättas är redan borttagen eller ersatt. Ladda om sidan och välj igen.'
		);
	}
	if (upload.replaces && replaced?.id !== upload.replaces) {
		return refusedFor(
			'state',
			`Samma fil är redan inläst på ett annat sätt, som ${same?.fileName}. Ta bort den på sidan Avstämning först.`
		);
	}
	if (!upload.corrects) return { same, replaced, corrects: replaced?.corrects ?? null };
	const parent = find(upload.corrects);
	if (!parent) {
		return refusedFor(
			'state',
			'Filen som raderna rättar är borttagen eller ersatt. Ladda om sidan och läs in raderna som en egen fil.'
		);
	}
	if (parent.report.kind !== report.kind) {
		return refusedFor(
			'state',
			`Raderna lästes som ${tableNames[report.kind]} men rättar en fil med ${parent.report.table}. Välj samma tabell.`
		);
	}
	const leaves = replaced ? [replaced, ...mendedFrom(replaced.id, active)] : [];
	if (leaves.includes(parent)) {
		return refusedFor('state', 'Filen kan inte både ersätta en fil och rätta rader i den. Välj det ena.');
	}
	return { same, replaced, corrects: parent.id };
}
