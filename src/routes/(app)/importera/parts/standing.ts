// Where a chosen file stands, for its list row, its steps and the page's sentence.
import type { ImportResult } from '$lib/import/import-file';
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import { differenceWords, importWords, problemSentence, type StepKey } from '$lib/text/import';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatOre,
	formatShare,
	numberWord
} from '$lib/text/format';
import { standingOf, typedRows, typedSum, type Standing } from './control-total';
import { interpretationsOf } from './interpretation';
import { mappedColumns } from './column-mapping';

/** An active import with the same name: is this its new version, or more rows? */
export interface Namesake {
	id: number;
	fileName: string;
	/** ISO instant. */
	uploadedAt: string;
}

export type FileState =
	'waiting' | 'reading' | 'question' | 'refused' | 'ready' | 'sending' | 'sent' | 'unchanged' | 'failed';

/** The state of a file in one word. */
export function stateOf({ phase, result, replaces }: QueuedFile, namesake: Namesake | null): FileState {
	if (phase.name === 'sent') return phase.receipt.outcome === 'unchanged' ? 'unchanged' : 'sent';
	if (phase.name !== 'review') return phase.name;
	if (!result) return 'failed';
	if (result.questions.length) return 'question';
	if (result.problem || !result.totals) return 'refused';
	return namesake && replaces === undefined ? 'question' : 'ready';
}

/** False while amounts cannot be read before somebody says how: what the rows come to is then not known. */
export function rowsAreJudged({ questions }: ImportResult): boolean {
	return !questions.some(({ question }) => question === 'decimaltecken');
}

/** How a read file stands against what is typed; null before it is read. */
export function controlStanding(file: QueuedFile): Standing | null {
	const totals = file.result?.totals;
	if (!totals) return null;
	return standingOf(totals, {
		sum: typedSum(file.controlSum).value,
		rows: typedRows(file.controlRows).value
	});
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
		case 'question':
			return 'Behöver ditt svar';
		case 'refused':
			return 'Kan inte läsas in';
		case 'ready':
			return 'Att granska';
		case 'sending':
			return phase.name === 'sending' && phase.share < 1
				? `Skickas, ${formatShare(phase.share, 0)}`
				: 'Servern läser';
		case 'sent':
			return importWords.sent;
		case 'unchanged':
			return importWords.unchanged;
		case 'failed':
			return 'Gick inte att läsa';
	}
}

/** The page's sentence about the chosen file. */
export function leadSentence(file: QueuedFile | null, namesake: Namesake | null): string {
	if (!file)
		return 'Välj filer från ekonomisystemet och registren. Du ser hur de tolkas innan något skickas.';
	switch (stateOf(file, namesake)) {
		case 'waiting':
		case 'reading':
			return `Läser ${file.file.name} i din webbläsare. Inget är skickat.`;
		case 'question':
			return 'Filen är läst, men du behöver svara på en fråga innan den kan läsas in.';
		case 'refused':
		case 'failed':
			return 'Filen kan inte läsas in. Inget är ändrat.';
		case 'sending':
			return 'Skickar filen. Servern läser den på nytt, och den läsningen gäller.';
		case 'sent':
			return 'Filen är inläst. Den syns när en ny utgåva är publicerad.';
		case 'unchanged':
			return 'Filen är redan inläst, inget har ändrats.';
		case 'ready':
			return readySentence(file);
	}
}

function readySentence(file: QueuedFile): string {
	const standing = controlStanding(file);
	const totals = file.result?.totals;
	if (!standing || !totals) return '';
	if (standing.reconciled) return 'Filen är läst och stämmer med kontrollen. Läs in den när du har granskat.';
	const unread = 'Filen är läst men inte avstämd.';
	if (standing.reconciled === null) {
		return totals.rejected
			? `${unread} ${capitalised(numberWord(totals.rejected, 'en'))} ${totals.rejected === 1 ? 'rad avvisas' : 'rader avvisas'}.`
			: `${unread} Alla rader går att läsa in.`;
	}
	const difference = differenceWords(standing.sum, standing.rows);
	const [only, ...others] = totals.problems.filter(({ effect }) => effect === 'avvisas');
	if (standing.exactlyRejected && only && !others.length) {
		return `${unread} ${problemSentence(only.kind, only.rows, true)}, ${formatOre(only.amount)}, vilket är hela skillnaden.`;
	}
	return `${unread} Skillnaden är ${difference}.`;
}

export interface Step {
	key: StepKey;
	/** What came of it. */
	outcome: string;
	state: 'done' | 'look' | 'now' | 'later';
}

/** The six steps of a read file with what each came to. */
export function stepsOf(file: QueuedFile, namesake: Namesake | null): Step[] {
	const state = stateOf(file, namesake);
	const { result } = file;
	const plan = result?.plan ?? null;
	const totals = result && rowsAreJudged(result) ? result.totals : null;
	const interpretations = result ? interpretationsOf(result, file.answers) : [];
	const sure = interpretations.filter((each) => each.sure || each.chosen).length;
	const toCheck = plan
		? mappedColumns(plan, file.answers).filter(({ assessment }) => assessment === 'check').length
		: 0;
	const kinds = totals?.problems.length ?? 0;
	const standing = totals && controlStanding(file);
	const over = state === 'sent' || state === 'unchanged';
	const ready = state === 'ready';
	return [
		{
			key: 'file',
			outcome: fileOutcome(file, namesake),
			state: namesake && file.replaces === undefined && !over ? 'look' : 'done'
		},
		{
			key: 'interpretation',
			outcome: `${formatCount(sure)} av ${formatCount(interpretations.length)} avgjorda`,
			state: interpretations.length && sure === interpretations.length ? 'done' : 'look'
		},
		{
			key: 'columns',
			outcome: !plan
				? ''
				: toCheck
					? `${formatCount(toCheck)} att kontrollera`
					: `${formatCounted(plan.columns.length, 'kolumn', 'kolumner')} kopplade`,
			state: !plan ? 'later' : result?.problem?.code === 'saknar_kolumn' || toCheck ? 'look' : 'done'
		},
		{
			key: 'problems',
			outcome: !totals
				? ''
				: kinds
					? `${formatCounted(kinds, 'sort', 'sorter')}, ${formatCounted(totals.rejected, 'rad', 'rader')} avvisas`
					: 'inga',
			state: !totals ? 'later' : totals.rejected ? 'look' : 'done'
		},
		{
			key: 'reconciliation',
			outcome: !standing ? '' : reconciliationOutcome(standing),
			state: !standing ? 'later' : standing.reconciled || over ? 'done' : ready ? 'now' : 'later'
		},
		{
			key: 'load',
			outcome: over ? stateWords(file, namesake).toLowerCase() : state === 'sending' ? 'pågår' : '',
			state: over ? 'done' : state === 'sending' || (ready && standing?.reconciled) ? 'now' : 'later'
		}
	];
}

function fileOutcome(file: QueuedFile, namesake: Namesake | null): string {
	if (file.replaces) return `ersätter ${namesake?.uploadedAt.slice(0, 10) ?? 'tidigare fil'}`;
	const read = file.result?.totals?.read;
	return read === undefined ? '' : `${formatCounted(read, 'rad', 'rader')} lästa`;
}

function reconciliationOutcome(standing: Standing): string {
	if (standing.reconciled === null) return 'ingen kontrollsumma';
	return standing.reconciled ? 'stämmer' : `skiljer ${differenceWords(standing.sum, standing.rows)}`;
}
