// Where one entry of the list stands, in one word and in a few.
import type { TableKind } from '$lib/domain/columns';
import type { Answers } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import { importWords } from '$lib/text/import';
import { balanceWords } from '$lib/text/import-parts';
import { formatShare } from '$lib/text/format';

/** An active import as the page is given it. */
export interface ActiveImport {
	id: number;
	fileName: string;
	/** The part of its file; empty for a file with one table. */
	sheet: string;
	kind: TableKind;
	/** ISO instant. */
	uploadedAt: string;
	/** What it was read by. */
	answers: Answers;
	accepted: number;
	/** Öre; null for tables without amounts. */
	sum: number | null;
	/** The import whose rejected rows it holds, mended. */
	corrects: number | null;
	/** Agrees with its control total, mended rows counted in; null without one. */
	reconciled: boolean | null;
}

/** An active import with the same name: is this its new version, or more rows? */
export type Namesake = ActiveImport;

/**
 * The active import that a file may be a new version of: the same name and part. A sheet that is renamed is still the
 * only table of a file with that name.
 */
export function namesakeAmong(active: readonly ActiveImport[], file: QueuedFile): Namesake | null {
	if (file.parent) return null;
	const name = file.file.name.normalize('NFC');
	const named = active.filter((known) => known.fileName === name && known.corrects === null);
	const part = file.sheet ?? file.result?.plan?.sheet ?? '';
	const same = named.find(({ sheet }) => sheet === part);
	if (same || file.sheet !== null) return same ?? null;
	const [only, ...others] = named.filter(({ kind }) => kind === file.result?.kind);
	return only && !others.length ? only : null;
}

export type FileState =
	| 'waiting'
	| 'reading'
	| 'stopped'
	| 'question'
	/** Totals only: nothing to load, something to agree with. */
	| 'balances'
	| 'refused'
	| 'ready'
	/** Mended rows, read and right, whose own file is not loaded yet. */
	| 'afterParent'
	| 'sending'
	| 'sent'
	| 'unchanged'
	/** Sent and taken back. */
	| 'undone'
	| 'failed';

/** The state of a file in one word. */
export function stateOf(file: QueuedFile, namesake: Namesake | null): FileState {
	const { phase, result, replaces, parent } = file;
	if (phase.name === 'sent') return phase.receipt.outcome === 'unchanged' ? 'unchanged' : 'sent';
	if (phase.name !== 'review') return phase.name;
	if (!result) return 'failed';
	if (result.questions.length) return 'question';
	if (result.problem?.code === 'bara_saldon' && result.controls.length) return 'balances';
	if (result.problem || !result.totals) return 'refused';
	if (file.recipe?.difference && !file.differenceSeen) return 'question';
	if (namesake && replaces === undefined) return 'question';
	return parent && parent.phase.name !== 'sent' ? 'afterParent' : 'ready';
}

/** False while amounts cannot be read before somebody says how: what the rows come to is then not known. */
export function rowsAreJudged({ questions }: ImportResult): boolean {
	return !questions.some(({ question }) => question === 'decimaltecken');
}

/** What the list says about a file. */
export function stateWords(file: QueuedFile, namesake: Namesake | null): string {
	const { phase } = file;
	switch (stateOf(file, namesake)) {
		case 'waiting':
			return 'Väntar på att läsas';
		case 'reading':
			return phase.name === 'reading' && phase.share !== null
				? `Läses, ${formatShare(phase.share, 0)}`
				: 'Läses';
		case 'stopped':
			return 'Läsningen avbruten';
		case 'question':
			return 'Behöver ditt svar';
		case 'balances':
			return balanceWords.state;
		case 'refused':
			return 'Kan inte läsas in';
		case 'ready':
			return 'Att granska';
		case 'afterParent':
			return 'Läses in efter sin fil';
		case 'sending':
			return phase.name === 'sending' && phase.share < 1
				? `Skickas, ${formatShare(phase.share, 0)}`
				: 'Servern läser';
		case 'sent':
			return importWords.sent;
		case 'unchanged':
			return importWords.unchanged;
		case 'undone':
			return importWords.undone;
		case 'failed':
			return 'Gick inte att läsa';
	}
}

/** The files that are sent by one press, in order: mended rows after the file they belong to. */
export function readyToSend(
	files: readonly QueuedFile[],
	namesakeOf: (file: QueuedFile) => Namesake | null
): QueuedFile[] {
	const state = (file: QueuedFile): FileState => stateOf(file, namesakeOf(file));
	const ready = files.filter((file) => state(file) === 'ready');
	return files.filter(
		(file) =>
			ready.includes(file) || (state(file) === 'afterParent' && file.parent && ready.includes(file.parent))
	);
}
