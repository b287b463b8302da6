// The rejected rows of one file while a person mends them: edited cells, each row checked by the import itself.
import { onDestroy } from 'svelte';
import type { Answers } from '$lib/import/answers';
import type { RejectedRow } from '$lib/import/checks/check-rows';
import { editableCells, faultyCell, mendedAnswers, mendedCsv } from '$lib/import/mend';
import type { ImportPlan } from '$lib/import/recognise/plan';
import type { PreviewContext } from '$lib/import/preview-worker';
import { mendedFileName, mendWords } from '$lib/text/import-effect';
import { PreviewReader } from './preview-reader';

/** What the import says about a row as it stands now. */
export type Verdict =
	| { name: 'untouched' }
	| { name: 'checking' }
	| { name: 'mended' }
	| { name: 'rejected'; reason: string; cell: number };

export class MendedRow {
	cells = $state<string[]>([]);
	verdict = $state.raw<Verdict>({ name: 'untouched' });
	readonly original: readonly string[];
	/** Where the fault was when the file was read. */
	readonly faulty: number;
	/** Waits for typing to rest. */
	timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly source: RejectedRow,
		plan: ImportPlan
	) {
		this.original = editableCells(source, plan);
		this.cells = [...this.original];
		this.faulty = faultyCell(source, plan);
	}

	/** Where the fault is, and why; null for a row that can be loaded. */
	get fault(): { cell: number; reason: string } | null {
		if (this.verdict.name === 'mended') return null;
		if (this.verdict.name === 'rejected') return this.verdict;
		return { cell: this.faulty, reason: this.source.reason };
	}

	get isChanged(): boolean {
		return this.cells.some((cell, place) => cell !== this.original[place]);
	}
}

export interface MendingSource {
	key: number;
	file: File;
	/** What the file was read by. */
	answers: Answers;
	context: PreviewContext;
}

/** How long typing must rest before a row is checked. */
const restMilliseconds = 250;

/** Which rows a file of mended rows holds, so that no row is added twice. */
const rowsOfFile = new WeakMap<File, readonly number[]>();

export class Mending {
	phase = $state.raw<'loading' | 'ready' | 'failed'>('loading');
	/** 0–1; null when the end is not known. */
	share = $state<number | null>(null);
	rows = $state.raw<MendedRow[]>([]);
	plan = $state.raw<ImportPlan | null>(null);
	readonly #source: MendingSource;
	readonly #reader = new PreviewReader();
	readonly #stopper = new AbortController();
	#answers: Answers = {};
	#checks = 0;

	/** Call it while a component starts. */
	constructor(source: MendingSource) {
		this.#source = source;
		void this.load();
		onDestroy(() => {
			for (const { timer } of this.rows) clearTimeout(timer);
			this.#stopper.abort();
			this.#reader.stop();
		});
	}

	async load(): Promise<void> {
		const { key, file, answers, context } = this.#source;
		const { signal } = this.#stopper;
		this.phase = 'loading';
		try {
			const { plan, rows } = await this.#reader.firstRejected({
				key,
				file,
				answers,
				context,
				signal,
				onProgress: ({ share }) => (this.share = share)
			});
			if (!plan) throw new Error('The file was refused');
			this.plan = plan;
			this.#answers = mendedAnswers(answers, plan);
			// A sum row is hardly ever what somebody wants to mend.
			const isSum = ({ kind }: RejectedRow): number => Number(kind === 'summarad');
			this.rows = rows.toSorted((a, b) => isSum(a) - isSum(b)).map((row) => new MendedRow(row, plan));
			this.phase = 'ready';
		} catch {
			if (!signal.aborted) this.phase = 'failed';
		}
	}

	/** Rows that can be loaded and are in none of these files. */
	mended(files: readonly File[]): MendedRow[] {
		const taken = files.flatMap((file) => rowsOfFile.get(file) ?? []);
		return this.rows.filter(
			({ verdict, source }) => verdict.name === 'mended' && !taken.includes(source.row)
		);
	}

	/** Checks a row once typing has come to rest. */
	edited(row: MendedRow): void {
		clearTimeout(row.timer);
		if (!row.isChanged) {
			row.verdict = { name: 'untouched' };
			return;
		}
		row.verdict = { name: 'checking' };
		row.timer = setTimeout(() => void this.#check(row), restMilliseconds);
	}

	undo(row: MendedRow): void {
		row.cells = [...row.original];
		this.edited(row);
	}

	/** The mended rows as a file of their own, and the answers that read it. */
	file(rows: readonly MendedRow[]): { file: File; answers: Answers } | null {
		if (!this.plan || !rows.length) return null;
		const file = this.#fileOf(rows, mendedFileName(this.#source.file.name), this.plan);
		rowsOfFile.set(
			file,
			rows.map(({ source }) => source.row)
		);
		return { file, answers: this.#answers };
	}

	/** Reads the very file that the row would be sent in, with only that row. */
	async #check(row: MendedRow): Promise<void> {
		const { plan } = this;
		if (!plan) return;
		const cells = row.cells.join('\u001f');
		const verdict = await this.#verdict(row, plan).catch((): Verdict => ({
			name: 'rejected',
			reason: mendWords.failed,
			cell: 0
		}));
		// What was typed meanwhile is checked by a run of its own.
		if (cells === row.cells.join('\u001f') && row.verdict.name === 'checking') row.verdict = verdict;
	}

	async #verdict(row: MendedRow, plan: ImportPlan): Promise<Verdict> {
		const { context, file, key } = this.#source;
		const {
			problem,
			rows,
			plan: read
		} = await this.#reader.firstRejected({
			key: --this.#checks,
			comparison: key,
			file: this.#fileOf([row], mendedFileName(file.name), plan),
			answers: this.#answers,
			context: { ...context, recipes: [] },
			signal: this.#stopper.signal
		});
		const [rejected] = rows;
		if (rejected)
			return { name: 'rejected', reason: rejected.reason, cell: faultyCell(rejected, read ?? plan) };
		return problem ? { name: 'rejected', reason: problem.message, cell: row.faulty } : { name: 'mended' };
	}

	#fileOf(rows: readonly MendedRow[], name: string, plan: ImportPlan): File {
		return new File(
			[
				mendedCsv(
					plan,
					rows.map(({ cells }) => [...cells])
				)
			],
			name,
			{ type: 'text/csv' }
		);
	}
}
