// The tagging workbench: the saved rules, a draft of them with undo, and what the engine says of both. Nothing leaves the
// browser before the draft is saved.
import { onDestroy, untrack } from 'svelte';
import * as v from 'valibot';
import { EngineError } from '$lib/engine/engine';
import type { StagingEngine } from '$lib/engine/staging-engine';
import { affectedRows, judgeLedger, type Affected } from '$lib/tagging/judged-ledger';
import { matchColumns } from '$lib/domain/rule-matches';
import { rebaseRules, type RebasedRules } from '$lib/tagging/rebase-rules';
import { handTagChanges, ruleChanges } from '$lib/tagging/rule-changes';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { workbenchWords as words } from '$lib/text/tagging';
import type { EditionState } from './edition.svelte';
import {
	keepDraft,
	keepStranded,
	keptDraft,
	onForgottenElsewhere,
	strandedDraft,
	type KeptDraft
} from './tagging-draft';

/** A ledger that the engine has judged by a rule set, for queries/tagging-*. */
export interface JudgedLedger {
	/** Name of the table in the engine. */
	table: string;
	matchColumns: number;
	rules: RuleSet;
	/** It holds every row; else only those that the draft may have changed. */
	isWhole: boolean;
}

export type LedgerPhase =
	| { name: 'waiting' }
	| { name: 'judging' }
	| { name: 'ready'; ledger: JudgedLedger }
	| { name: 'failed'; message: string };

export type PreviewPhase =
	/** The draft is as the saved rules are. */
	| { name: 'none' }
	/** A rule is not ready to be asked. */
	| { name: 'invalid' }
	| { name: 'judging' }
	| { name: 'ready'; ledger: JudgedLedger }
	| { name: 'failed'; message: string };

interface Step {
	set: RuleSet;
	/** What was done, for the undo button. */
	what: string;
}

/** Waits for the next key before it asks. */
const pauseMilliseconds = 250;
/** Changes of one rule within this time of each other are one step of undo. */
const runMilliseconds = 1_000;
const mostSteps = 200;
/** A worker that is lost oftener than this is not tried again unasked. */
const mostLosses = 3;

let tables = 0;

export class TaggingWorkbench {
	/** The ledger as the saved rules judge it. */
	saved = $state.raw<LedgerPhase>({ name: 'waiting' });
	/** The rows that the draft can change, as it judges them. */
	preview = $state.raw<PreviewPhase>({ name: 'none' });
	/** The last draft that was judged: it stays in sight while the next one is. */
	shown = $state.raw<JudgedLedger | null>(null);
	/** The rules as they are being edited. */
	draft: RuleSet = $derived.by(() => this.#steps[this.#place]?.set ?? this.rules);
	/** What the draft changes of the saved rules. */
	changes = $derived.by(() => ruleChanges(this.rules, this.draft));
	handChanges = $derived.by(() => handTagChanges(this.rules, this.draft));
	isChanged = $derived.by(() => this.changes.length > 0 || this.handChanges.length > 0);
	/** The rule that is open in the editor. */
	selected = $state<string | null>(null);
	/** A draft that was left on a version that is no longer the current one. */
	stranded = $state.raw<KeptDraft | null>(null);

	/** The saved rules that the draft began as. */
	#base: RuleSet | null = null;
	#steps = $state.raw<Step[]>([]);
	#place = $state(-1);
	#attempt = $state(0);
	/** Where the tables were made. */
	#made: { engine: StagingEngine; restarts: number } | null = null;
	#losses = 0;
	readonly #rules: () => RuleSet;
	/** Derived, so that a reload of the page with the same rules judges nothing anew. */
	readonly #version = $derived.by(() => this.rules.version);
	readonly #account: string;
	readonly #edition: EditionState;

	/**
	 * Call it while a component starts.
	 * @param rules the saved rules, read as runes are
	 * @param account whose drafts are kept in this browser
	 */
	constructor(rules: () => RuleSet, edition: EditionState, account: string) {
		this.#rules = rules;
		this.#edition = edition;
		this.#account = account;
		this.#restore();
		$effect(() => {
			const { engine, restarts } = edition;
			if (!engine) return;
			const made = this.#made;
			this.#made = { engine, restarts };
			if (made && (made.engine !== engine || made.restarts !== restarts))
				untrack(() => this.#tablesGone(made.engine === engine));
		});
		$effect(() => {
			const engine = edition.engine;
			void this.#version;
			void this.#attempt;
			if (!engine) return;
			const stopper = new AbortController();
			untrack(() => void this.#judgeSaved(engine, stopper.signal));
			return () => stopper.abort();
		});
		$effect(() => {
			const engine = edition.engine;
			const { draft, isChanged, saved } = this;
			if (!isChanged) {
				this.preview = { name: 'none' };
				untrack(() => this.#forgetShown());
				return;
			}
			const tried = named(draft);
			if (!v.safeParse(ruleSetSchema, tried).success) {
				this.preview = { name: 'invalid' };
				return;
			}
			if (!engine || saved.name !== 'ready') return;
			const stopper = new AbortController();
			this.preview = { name: 'judging' };
			const timer = setTimeout(
				() => untrack(() => void this.#judgeDraft(engine, tried, stopper.signal)),
				pauseMilliseconds
			);
			return () => {
				clearTimeout(timer);
				stopper.abort();
			};
		});
		$effect(() => {
			keepDraft(this.#account, this.isChanged ? this.draft : null);
		});
		$effect(() =>
			onForgottenElsewhere(account, () => {
				if (this.isChanged) keepDraft(account, this.draft);
			})
		);
		onDestroy(() => {
			if (this.saved.name === 'ready') this.#drop(this.saved.ledger);
			this.#forgetShown();
		});
	}

	/** The rules as they are saved. */
	get rules(): RuleSet {
		return this.#rules();
	}
	get canUndo(): string | null {
		return this.#steps[this.#place]?.what ?? null;
	}
	get canRedo(): string | null {
		return this.#steps[this.#place + 1]?.what ?? null;
	}

	/** Changes the draft; a run of changes with the same `join`, without a pause, is one step of undo. */
	edit(what: string, change: (set: RuleSet) => RuleSet, join?: string): void {
		if (this.#place < 0) this.#base = this.rules;
		const set = change(this.draft);
		const label = join ?? '';
		const isSame =
			join !== undefined &&
			this.#joined === label &&
			performance.now() - this.#joinedAt < runMilliseconds &&
			this.#place === this.#steps.length - 1;
		const kept = this.#steps.slice(0, isSame ? this.#place : this.#place + 1);
		this.#steps = [...kept, { set, what }].slice(-mostSteps);
		this.#place = this.#steps.length - 1;
		this.#joined = join ?? null;
		this.#joinedAt = performance.now();
	}
	#joined: string | null = null;
	#joinedAt = 0;

	undo(): void {
		if (this.#place >= 0) this.#place--;
		this.#joined = null;
	}
	redo(): void {
		if (this.#place < this.#steps.length - 1) this.#place++;
		this.#joined = null;
	}
	/** Back to the saved rules; can be undone until the page is left. */
	discard(): void {
		this.edit(words.discarded, () => this.rules);
	}
	/** After a save: the draft is what is saved now, with what was changed since `sent` left on top of it. */
	settle(sent: RuleSet): void {
		const now = this.#steps[this.#place]?.set ?? this.#base;
		this.#clear();
		if (!now || now === sent) return;
		const { set } = rebaseRules(sent, now, this.rules);
		this.edit(words.whileSaving, () => set);
	}
	#clear(): void {
		this.#steps = [];
		this.#place = -1;
		this.#joined = null;
	}
	retry(): void {
		this.#losses = 0;
		this.#attempt++;
	}

	/** Lays the draft on top of rules that somebody else has saved since it was begun. Tells the names of what both have changed. */
	rebase(): string[] {
		const { draft } = this;
		const rebased = rebaseRules(this.#base ?? this.rules, draft, this.rules);
		this.#clear();
		this.edit(words.rebasedStep, () => rebased.set);
		return namesOf(rebased);
	}

	/** Opens the draft that was left on an earlier version. */
	openStranded(base: RuleSet): string[] {
		const left = this.stranded;
		if (!left) return [];
		this.dropStranded();
		const rebased = rebaseRules(base, left.set, this.rules);
		this.edit(words.restored, () => rebased.set);
		return namesOf(rebased);
	}
	dropStranded(): void {
		this.stranded = null;
		keepStranded(this.#account, null);
	}

	#restore(): void {
		const kept = keptDraft(this.#account);
		if (kept?.basedOn === this.rules.version) this.edit(words.restored, () => kept.set);
		else if (kept) keepStranded(this.#account, kept);
		this.stranded = strandedDraft(this.#account);
	}

	/** Another edition is attached, or the worker was lost: what was made of the ledger is made anew. */
	#tablesGone(isLost: boolean): void {
		this.shown = null;
		if (this.preview.name === 'ready') this.preview = { name: 'judging' };
		if (this.saved.name !== 'ready') return;
		if (isLost && ++this.#losses > mostLosses) {
			this.saved = { name: 'failed', message: words.engineLost };
			return;
		}
		// The engine answers in turn: what is asked of a new edition finds the ledger by the name that it had.
		if (isLost || this.saved.ledger.rules.version !== this.rules.version) this.saved = { name: 'judging' };
		else this.#again = this.saved.ledger.table;
		this.#attempt++;
	}
	#again: string | null = null;

	async #judgeSaved(engine: StagingEngine, signal: AbortSignal): Promise<void> {
		const former = this.saved;
		const table = this.#again ?? newTable();
		this.#again = null;
		if (former.name !== 'ready') this.saved = { name: 'judging' };
		try {
			const ledger = await judged(engine, table, this.rules, { all: true }, signal);
			if (former.name === 'ready' && former.ledger.table !== table) this.#drop(former.ledger);
			this.saved = { name: 'ready', ledger };
		} catch (error) {
			if (signal.aborted) return;
			if (former.name === 'ready') this.#drop(former.ledger);
			this.saved = { name: 'failed', message: failureOf(error) };
		}
	}

	async #judgeDraft(engine: StagingEngine, draft: RuleSet, signal: AbortSignal): Promise<void> {
		const former = this.shown;
		try {
			const affected = affectedRows(this.rules, draft);
			if (!affected) return;
			const ledger = await judged(engine, newTable(), draft, affected, signal);
			this.shown = ledger;
			this.preview = { name: 'ready', ledger };
			if (former) this.#drop(former);
		} catch (error) {
			if (!signal.aborted) this.preview = { name: 'failed', message: failureOf(error) };
		}
	}
	#forgetShown(): void {
		if (this.shown) this.#drop(this.shown);
		this.shown = null;
	}

	#drop({ table }: JudgedLedger): void {
		void this.#edition.engine?.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
	}
}

/** What both have changed: rules by their name, and rows judged by hand as a person knows them. */
function namesOf({ conflicts, handConflicts }: RebasedRules): string[] {
	return [...conflicts.map(({ name }) => name), ...handConflicts.map(({ shown }) => shown)];
}

/** A rule can be tried before it has a name. */
function named(set: RuleSet): RuleSet {
	if (set.regler.every(({ namn }) => namn.trim())) return set;
	return { ...set, regler: set.regler.map((rule) => (rule.namn.trim() ? rule : { ...rule, namn: '–' })) };
}

const newTable = (): string => `memory.main.judged_${++tables}`;

async function judged(
	engine: StagingEngine,
	table: string,
	rules: RuleSet,
	affected: Affected,
	signal: AbortSignal
): Promise<JudgedLedger> {
	const { sql, parameters } = judgeLedger(rules, table, affected);
	try {
		await engine.run(sql, parameters, signal);
	} catch (error) {
		// What is given up may have been made just then.
		void engine.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
		throw error;
	}
	return { table, matchColumns: matchColumns(rules.regler.length), rules, isWhole: affected.all };
}

function failureOf(error: unknown): string {
	console.error('tagging:', error);
	return error instanceof EngineError && error.lost ? words.engineLost : words.engineFailed;
}
