// Where a chosen file stands against its control total, for its steps and the page's sentence.
import { controlFromOf } from '$lib/state/control-source';
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import { differenceWords, importWords, problemSentence, type StepKey } from '$lib/text/import';
import { balanceWords, undoWords } from '$lib/text/import-parts';
import { recipeWords } from '$lib/text/import-recipes';
import { capitalised, formatCount, formatCounted, formatOre, numberWord } from '$lib/text/format';
import { standingOf, typedRows, typedSum, type Standing } from './control-total';
import { rowsAreJudged, stateOf, stateWords, type Namesake } from './file-state';
import { interpretationsOf } from './interpretation';
import { mappedColumns } from './column-mapping';

/** The control total that counts: what is typed, else what the file itself states. Öre and rows. */
export function controlTotalOf(file: QueuedFile): { sum: number | null; rows: number | null } {
	const typed = { sum: typedSum(file.controlSum).value, rows: typedRows(file.controlRows).value };
	const isTyped = file.controlSum.trim() !== '' || file.controlRows.trim() !== '';
	return isTyped ? typed : (controlFromOf(file) ?? typed);
}

/** How a read file stands against its control total; null before it is read. */
export function controlStanding(file: QueuedFile): Standing | null {
	const totals = file.result?.totals;
	return totals ? standingOf(totals, controlTotalOf(file)) : null;
}

/** The page's sentence about the chosen file. */
export function leadSentence(file: QueuedFile | null, namesake: Namesake | null): string {
	if (!file)
		return 'Välj filer från ekonomisystemet och registren. Du ser hur de tolkas innan något skickas.';
	switch (stateOf(file, namesake)) {
		case 'waiting':
		case 'reading':
			return `Läser ${file.title} i din webbläsare. Inget är skickat.`;
		case 'stopped':
			return importWords.readingStopped;
		case 'balances':
			return balanceWords.lead;
		case 'afterParent':
			return importWords.afterParent(file.parent?.title ?? '');
		case 'question':
			return 'Filen är läst, men du behöver svara på en fråga innan den kan läsas in.';
		case 'refused':
		case 'failed':
			return 'Filen kan inte läsas in. Inget är ändrat.';
		case 'sending':
			return 'Skickar filen. Servern läser den på nytt, och den läsningen gäller.';
		case 'sent':
			return 'Filen är inläst. Den syns när en ny utgåva är publicerad.';
		case 'undone':
			return undoWords.lead;
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

/**
 * The six steps of a read file with what each came to.
 * @param reconciled how a sent file stands on the server, mended rows counted in
 */
export function stepsOf(
	file: QueuedFile,
	namesake: Namesake | null,
	reconciled: boolean | null = null
): Step[] {
	const state = stateOf(file, namesake);
	const { result } = file;
	const plan = result?.plan ?? null;
	const totals = result && rowsAreJudged(result) ? result.totals : null;
	const interpretations =
		result && result.reading && state !== 'balances'
			? interpretationsOf(result, file.answers, file.recipe)
			: [];
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
			state: !result?.reading || (namesake && file.replaces === undefined && !over) ? 'look' : 'done'
		},
		{
			key: 'interpretation',
			outcome: !interpretations.length
				? ''
				: [
						`${formatCount(sure)} av ${formatCount(interpretations.length)} avgjorda`,
						file.recipe ? recipeWords.inStep(file.recipe.name) : ''
					]
						.filter(Boolean)
						.join(' '),
			state: !interpretations.length ? 'later' : sure === interpretations.length ? 'done' : 'look'
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
			outcome: !standing
				? ''
				: over && reconciled && !standing.reconciled
					? 'stämmer på servern'
					: reconciliationOutcome(standing),
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
	if (file.parent) return `rättar ${file.parent.title}`;
	if (file.phase.name !== 'undone' && !isUnchanged(file) && file.replaces)
		return `ersätter ${namesake?.uploadedAt.slice(0, 10) ?? 'tidigare fil'}`;
	const read = file.result?.totals?.read;
	return read === undefined ? '' : `${formatCounted(read, 'rad', 'rader')} lästa`;
}

function isUnchanged({ phase }: QueuedFile): boolean {
	return phase.name === 'sent' && phase.receipt.outcome === 'unchanged';
}

function reconciliationOutcome(standing: Standing): string {
	if (standing.reconciled === null) return 'ingen kontrollsumma';
	return standing.reconciled ? 'stämmer' : `skiljer ${differenceWords(standing.sum, standing.rows)}`;
}
