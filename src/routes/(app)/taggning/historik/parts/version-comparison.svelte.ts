// Two versions of the rules, judged over the ledger of one period in this browser's engine.
import { onDestroy, untrack } from 'svelte';
import { monthEnd, monthStart, type Period } from '$lib/domain/period';
import { EngineError } from '$lib/engine/engine';
import type { StagingEngine } from '$lib/engine/staging-engine';
import type { EditionState } from '$lib/state/edition.svelte';
import type { JudgedLedger } from '$lib/state/tagging-workbench.svelte';
import { judgeLedger } from '$lib/tagging/judged-ledger';
import { matchColumns } from '$lib/domain/rule-matches';
import type { RuleSet } from '$lib/tagging/rule';
import { bound, sqlText } from '$lib/engine/sql-text';
import { workbenchWords as words } from '$lib/text/tagging';
import type { Compared } from './compared-in';
import { RuleFetchError, type RuleVersions } from './rule-versions';

export type ComparisonPhase =
	| { name: 'none' }
	| { name: 'judging' }
	| { name: 'ready'; asked: Compared; left: JudgedLedger; right: JudgedLedger }
	| { name: 'failed'; message: string };

let tables = 0;

export class VersionComparison {
	phase = $state.raw<ComparisonPhase>({ name: 'none' });

	#attempt = $state(0);
	#held: string[] = [];
	readonly #edition: EditionState;
	readonly #versions: RuleVersions;

	/**
	 * Call it while a component starts.
	 * @param asked read as runes are; null when nothing is compared
	 */
	constructor(asked: () => Compared | null, edition: EditionState, versions: RuleVersions) {
		this.#edition = edition;
		this.#versions = versions;
		$effect(() => {
			const engine = edition.engine;
			const compared = asked();
			void this.#attempt;
			if (!compared) {
				this.phase = { name: 'none' };
				return;
			}
			this.phase = { name: 'judging' };
			if (!engine) return;
			const stopper = new AbortController();
			untrack(() => void this.#judge(engine, compared, stopper.signal));
			return () => stopper.abort();
		});
		$effect(() => {
			void edition.restarts;
			// A worker that is lost takes its tables with it. One that is lost while it judges is tried again by the engine.
			untrack(() => {
				if (this.phase.name === 'ready') this.#attempt++;
			});
		});
		onDestroy(() => this.#drop(this.#held));
	}

	retry(): void {
		this.#attempt++;
	}

	async #judge(engine: StagingEngine, asked: Compared, signal: AbortSignal): Promise<void> {
		const former = this.#held;
		this.#held = [];
		this.#drop(former);
		const made: string[] = [];
		try {
			const [leftSet, rightSet] = [
				await this.#versions.get(asked.left),
				await this.#versions.get(asked.right)
			];
			const judged = async (rules: RuleSet): Promise<JudgedLedger> => {
				const table = `memory.main.compared_${++tables}`;
				made.push(table);
				const { sql, parameters } = judgeLedger(rules, table, affectedBy(asked.period));
				await engine.run(sql, parameters, signal);
				return {
					table,
					matchColumns: matchColumns(rules.regler.length),
					rules,
					isWhole: asked.period === null
				};
			};
			const [left, right] = [await judged(leftSet), await judged(rightSet)];
			if (signal.aborted) return this.#drop(made);
			this.#held = made;
			this.phase = { name: 'ready', asked, left, right };
		} catch (error) {
			this.#drop(made);
			if (!signal.aborted) this.phase = { name: 'failed', message: failureOf(error) };
		}
	}

	#drop(names: readonly string[]): void {
		for (const name of names) {
			void this.#edition.engine?.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
		}
	}
}

function affectedBy(period: Period | null) {
	if (!period) return { all: true } as const;
	const [from, to] = [bound(monthStart(period.from)), bound(monthEnd(period.to))];
	return { all: false, condition: sqlText`found.day BETWEEN ${from}::DATE AND ${to}::DATE` } as const;
}

function failureOf(error: unknown): string {
	if (error instanceof RuleFetchError) return error.message;
	console.error('comparison of rule versions:', error);
	return error instanceof EngineError && error.lost ? words.engineLost : words.engineFailed;
}
