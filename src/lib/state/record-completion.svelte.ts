// What people complete of one record of a register, a contract or a system: what it lacks, the form with what is typed in it, and what came of saving.
import type { CompletedRow } from '$lib/domain/completed-contract';
import {
	completableFields,
	idColumns,
	isEmptyField,
	isSentField,
	type CompletedKind,
	type Completion,
	type RecordValues,
	type RegisterReader
} from '$lib/domain/completion';
import { completionServerWords as serverWords, completionWords as words } from '$lib/text/completions';
import { saveCompletion, takeBackCompletion, type Completions } from './completions.svelte';
import { setFieldCompletions } from './field-completions';
import type { PageContext } from './page-context';

/** What stands above the cards when something was saved or taken back. */
export interface CompletionNews {
	tone: 'ok' | 'bad';
	text: string;
	/** Takes back what was done; null where nothing was. */
	undo: (() => Promise<void>) | null;
}

export interface RecordCompletion {
	readonly kind: CompletedKind;
	readonly canComplete: boolean;
	/** What fills fields, what the register now says too, and what it says otherwise. */
	readonly result: CompletedRow<RecordValues> | null;
	/** Why completions could not be fetched; empty when they could. */
	readonly failure: string;
	/** The missing fields that matter, in the order of what they change; then the others. */
	readonly missing: readonly string[];
	readonly others: readonly string[];
	/** A completed field that is being changed. */
	readonly changing: string | null;
	/** Where the form opened; null at its beginning. */
	readonly at: string | null;
	readonly isOpen: boolean;
	readonly news: CompletionNews | null;
	/** Typed by field. Kept while the form is closed. */
	readonly typed: Record<string, string>;
	source: string;
	sourceDay: string;
	/** What was wrong, by field. */
	readonly faults: Record<string, string>;
	/** What was wrong with the source; empty when nothing was. */
	readonly sourceFault: string;
	/** Takes away what was said of a field that is being mended. */
	forgive(field: string): void;
	open(field?: string): void;
	close(): void;
	/** Saves all that is typed; what could not be saved stays. */
	save(): Promise<void>;
	takeBack(completion: Completion): Promise<void>;
	history(field: string): readonly Completion[];
	nameOf(field: string): string;
}

interface CompletedRecord {
	/** The first line of the record with what fills it; null until it is read. */
	line: () => CompletedRow<RecordValues> | null;
	/** The fields that matter and that the row lacks, in the order of what they change. */
	missingOf: (row: RecordValues, reader: RegisterReader) => readonly string[];
	nameOf: (field: string) => string;
}

/** Call while the page of the record starts. */
export function createRecordCompletion(
	context: PageContext,
	completions: Completions,
	{ line, missingOf, nameOf }: CompletedRecord
): RecordCompletion {
	const { kind } = completions;
	const result = $derived(line());
	const row = $derived(result?.row ?? null);
	const recordId = $derived(row ? String(row[idColumns[kind]]) : null);
	const all = $derived((completions.all ?? []).filter((known) => known.recordId === recordId));
	const isOwn = $derived(
		context.units === null || (typeof row?.unit === 'string' && context.units.includes(row.unit))
	);
	const canComplete = $derived(context.canComplete && isOwn && completions.all !== null && row !== null);
	const missing = $derived(row ? missingOf(row, context) : []);
	const others = $derived(
		completableFields[kind]
			.map(({ name }) => name)
			.filter(
				(name) =>
					row &&
					isEmptyField(name, row[name], kind) &&
					!missing.includes(name) &&
					isSentField(name, kind, context)
			)
	);

	let isOpen = $state(false);
	let at = $state<string | null>(null);
	let changing = $state<string | null>(null);
	let news = $state.raw<CompletionNews | null>(null);
	const typed = $state<Record<string, string>>({});
	let faults = $state.raw<Record<string, string>>({});
	let sourceFault = $state('');
	let source = $state('');
	let sourceDay = $state('');

	const filling = (field: string) => result?.filled.find((known) => known.field === field) ?? null;
	const history = (field: string) => all.filter((known) => known.field === field);
	const standingId = (field: string) => {
		const last = history(field).at(-1);
		return last?.value === null ? null : (last?.id ?? null);
	};

	function open(field?: string) {
		const standing = field ? filling(field) : null;
		if (field && standing && typed[field] === undefined) typed[field] = standing.value ?? '';
		if (standing && !source) [source, sourceDay] = [standing.source, standing.sourceDay];
		[changing, at, isOpen, news] = [
			standing ? standing.field : null,
			field ?? missing[0] ?? null,
			true,
			null
		];
	}

	async function save() {
		if (recordId === null) return;
		const saved: Completion[] = [];
		const failed: Record<string, string> = {};
		sourceFault = '';
		for (const [field, value] of Object.entries(typed)) {
			if (!value.trim()) continue;
			const told = await saveCompletion({
				kind,
				recordId,
				field,
				value,
				source,
				sourceDay,
				after: standingId(field)
			});
			if (told.outcome === 'failed' && told.message === serverWords.personalSource)
				sourceFault = told.message;
			else if (told.outcome === 'failed') failed[field] = told.message;
			else {
				saved.push(told.value);
				delete typed[field];
			}
		}
		await completions.reload();
		faults = failed;
		if (sourceFault || Object.keys(failed).length) return;
		isOpen = false;
		news = { tone: 'ok', text: words.saved(saved.length), undo: () => takeBackAll(saved) };
	}

	async function takeBackAll(saved: readonly Completion[]) {
		const told = await Promise.all(saved.map(takeBackCompletion));
		await completions.reload();
		const bad = told.find((one) => one.outcome === 'failed');
		news =
			bad?.outcome === 'failed'
				? { tone: 'bad', text: bad.message, undo: null }
				: {
						tone: 'ok',
						text: words.takenBack(saved.map(({ field }) => nameOf(field)).join(', ')),
						undo: null
					};
	}

	async function takeBack(completion: Completion) {
		await takeBackAll([completion]);
		if (news?.tone !== 'ok') return;
		const { recordId: of, field, value, source: from, sourceDay: day } = completion;
		news = {
			...news,
			undo: async () => {
				const told = await saveCompletion({
					kind,
					recordId: of,
					field,
					value: value ?? '',
					source: from,
					sourceDay: day,
					after: null
				});
				await completions.reload();
				news =
					told.outcome === 'failed'
						? { tone: 'bad', text: told.message, undo: null }
						: { tone: 'ok', text: words.saved(1), undo: null };
			}
		};
	}

	setFieldCompletions({
		get canComplete() {
			return canComplete;
		},
		filling,
		history,
		complete: open,
		takeBack
	});

	return {
		kind,
		get canComplete() {
			return canComplete;
		},
		get result() {
			return result;
		},
		get failure() {
			return completions.failure;
		},
		get missing() {
			return missing;
		},
		get others() {
			return others;
		},
		get changing() {
			return changing;
		},
		get at() {
			return at;
		},
		get isOpen() {
			return isOpen;
		},
		get news() {
			return news;
		},
		typed,
		get source() {
			return source;
		},
		set source(text) {
			source = text;
			sourceFault = '';
		},
		get sourceDay() {
			return sourceDay;
		},
		set sourceDay(day) {
			sourceDay = day;
		},
		get faults() {
			return faults;
		},
		get sourceFault() {
			return sourceFault;
		},
		forgive(field) {
			faults = Object.fromEntries(Object.entries(faults).filter(([name]) => name !== field));
		},
		open,
		close() {
			isOpen = false;
		},
		save,
		takeBack,
		history,
		nameOf
	};
}
