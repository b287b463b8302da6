// A questionnaire's file on its way in: read, judged, and saved answer by answer. What could not be saved stays.
import { SvelteSet } from 'svelte/reactivity';
import { completableFields, controllersFields, wholeMunicipalityFields } from '$lib/domain/completion';
import { parseIsoDay } from '$lib/domain/day';
import { judgeAnswers, type AnswerRow, type JudgedAnswer } from '$lib/domain/owner-answers';
import { saveCompletion } from './completions.svelte';
import type { OwnerQuestionsState } from './owner-questions.svelte';
import type { PageContext } from './page-context';
import { writtenToday } from './written-today';

export interface AnswerImport {
	readonly fileName: string;
	/** Why the file could not be read; empty when it could. */
	readonly problem: string;
	readonly reading: boolean;
	/** Null before a file is read. */
	readonly answers: readonly JudgedAnswer[] | null;
	/** Rows whose answer replaces what somebody else has said. */
	readonly chosen: ReadonlySet<number>;
	/** Of the answers that would be saved now. */
	readonly saving: readonly JudgedAnswer[];
	/** How many are saved of those that are being saved; null when none are. */
	readonly done: number | null;
	/** How many the last saving saved, and what it could not, by row. */
	readonly saved: number | null;
	readonly failures: Readonly<Record<number, string>>;
	source: string;
	sourceDay: string;
	open(file: File): Promise<void>;
	choose(row: number, isChosen: boolean): void;
	save(): Promise<void>;
}

/** Call while a page starts. */
export function createAnswerImport(context: PageContext, questions: OwnerQuestionsState): AnswerImport {
	let fileName = $state('');
	let problem = $state('');
	let reading = $state(false);
	let rows = $state.raw<readonly AnswerRow[] | null>(null);
	let done = $state<number | null>(null);
	let saved = $state<number | null>(null);
	let failures = $state.raw<Readonly<Record<number, string>>>({});
	let source = $state('');
	let sourceDay = $state(writtenToday());
	let read = $state.raw<typeof import('$lib/import/cells/completed-value').readCompletedValue | null>(null);
	const chosen = new SvelteSet<number>();

	const answers = $derived.by((): readonly JudgedAnswer[] | null => {
		const today = parseIsoDay(writtenToday());
		const readValue = read;
		if (!rows || !readValue || !today) return null;
		const { completions } = questions.completions;
		return judgeAnswers(rows, {
			lines: questions.lines,
			standing: (systemId, field) =>
				completions.standing.get(systemId)?.find((known) => known.field === field) ?? null,
			fieldOf: (header) => completableFields.system.find((field) => field.header === header) ?? null,
			withheld: context.units ? wholeMunicipalityFields.system : [],
			forControllers: context.freeText ? [] : controllersFields.system,
			units: context.units,
			read: (field, text) => readValue(field, text, 'system'),
			today,
			source: source.trim(),
			sourceDay
		});
	});
	const saving = $derived(
		(answers ?? []).filter(
			({ state, row }) => state === 'new' || (state === 'differs' && chosen.has(row.row))
		)
	);

	async function open(file: File) {
		[reading, problem, fileName, rows, saved, failures] = [true, '', file.name, null, null, {}];
		chosen.clear();
		// What reads files is fetched when somebody opens one.
		const [{ readAnswerFile }, { blobSource }, { readCompletedValue }] = await Promise.all([
			import('$lib/import/answer-file'),
			import('$lib/read/byte-source'),
			import('$lib/import/cells/completed-value')
		]);
		const told = await readAnswerFile(blobSource(file.name, file));
		reading = false;
		read = readCompletedValue;
		if (told.outcome === 'refused') problem = told.message;
		else rows = told.rows;
	}

	async function save() {
		const failed: Record<number, string> = {};
		const all = saving;
		let [count, tried] = [0, 0];
		[done, saved] = [0, null];
		for (const answer of all) {
			if (answer.state !== 'new' && answer.state !== 'differs') continue;
			const told = await saveCompletion({
				kind: 'system',
				recordId: answer.row.systemId,
				field: answer.field?.name ?? '',
				value: answer.value,
				source: answer.source,
				sourceDay: answer.sourceDay,
				after: answer.state === 'differs' ? answer.standing.id : null
			});
			if (told.outcome === 'failed') failed[answer.row.row] = told.message;
			else count++;
			done = ++tried;
			if (told.outcome === 'failed' && told.lost) {
				// The rest would fail alike.
				for (const { row } of all.slice(tried)) failed[row.row] = told.message;
				break;
			}
		}
		await questions.completions.completions.reload();
		[done, saved, failures] = [null, count, failed];
	}

	return {
		get fileName() {
			return fileName;
		},
		get problem() {
			return problem;
		},
		get reading() {
			return reading;
		},
		get answers() {
			return answers;
		},
		chosen,
		get saving() {
			return saving;
		},
		get done() {
			return done;
		},
		get saved() {
			return saved;
		},
		get failures() {
			return failures;
		},
		get source() {
			return source;
		},
		set source(text) {
			source = text;
		},
		get sourceDay() {
			return sourceDay;
		},
		set sourceDay(day) {
			sourceDay = day;
		},
		open,
		choose(row, isChosen) {
			if (isChosen) chosen.add(row);
			else chosen.delete(row);
		},
		save
	};
}
