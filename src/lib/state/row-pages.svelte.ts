// The rows of a selection, fetched from the engine a page at a time as they come into sight.
import { SvelteMap } from 'svelte/reactivity';
import { EditionFetchError } from '$lib/engine/browser/edition-store';
import type { RowSort } from '$lib/domain/row-fields';
import { costRows, type CostRow, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import type { EditionState } from './edition.svelte';

const pageSize = 50;
/** What is kept when it has been scrolled past: 3 000 rows. */
const mostPages = 60;

interface RowQuestion {
	selection: RowSelection;
	freeText: boolean;
	sort: RowSort;
}

interface RowPages {
	/** The row at a place in the order; undefined until it is fetched. */
	at(index: number): CostRow | undefined;
	/** The rows that are held, in order, with their places. */
	readonly held: { index: number; row: CostRow }[];
	readonly error: Error | null;
	/** Asks again. */
	retry(): void;
}

/**
 * Keeps the rows of a range fetched while its component lives. What is no longer in sight, or answers another question, is
 * stopped.
 * @param question read as runes are
 * @param range first and last place in sight; null when nothing is
 */
export function createRowPages(
	question: () => RowQuestion,
	range: () => { first: number; last: number } | null,
	edition: EditionState
): RowPages {
	const pages = new SvelteMap<number, CostRow[]>();
	/** What is being fetched; nothing on screen reads it. */
	let running: { page: number; controller: AbortController }[] = [];
	let error = $state.raw<Error | null>(null);
	let attempt = $state(0);
	let answered = '';

	const asked = $derived(JSON.stringify([question(), edition.restarts, attempt]));
	const wanted = $derived.by(() => {
		const now = range();
		if (!now) return '';
		const first = Math.floor(now.first / pageSize);
		return Array.from({ length: Math.floor(now.last / pageSize) - first + 1 }, (_, i) => first + i).join(' ');
	});

	function stop(unwanted: (page: number) => boolean) {
		for (const { page, controller } of running) if (unwanted(page)) controller.abort();
		running = running.filter(({ controller }) => !controller.signal.aborted);
	}

	function done(controller: AbortController) {
		running = running.filter((other) => other.controller !== controller);
	}

	/** Forgets what is farthest from the page in hand. */
	function keepNear(page: number) {
		const far = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
		for (const other of far.slice(0, Math.max(0, far.length - mostPages))) pages.delete(other);
	}

	$effect(() => {
		const engine = edition.engine;
		const key = asked;
		const inSight = wanted ? wanted.split(' ').map(Number) : [];
		if (key !== answered) {
			stop(() => true);
			pages.clear();
			error = null;
			answered = key;
		}
		stop((page) => !inSight.includes(page));
		if (!engine) return;
		for (const page of inSight) {
			if (pages.has(page) || running.some((other) => other.page === page)) continue;
			const controller = new AbortController();
			const { signal } = controller;
			running.push({ page, controller });
			ask(engine, costRows, { ...question(), limit: pageSize, offset: page * pageSize }, signal).then(
				(rows) => {
					if (signal.aborted) return;
					done(controller);
					pages.set(page, rows);
					keepNear(page);
				},
				(reason: unknown) => {
					if (signal.aborted) return;
					done(controller);
					console.error(`${costRows.name}:`, reason);
					error = reason instanceof Error ? reason : new Error(String(reason));
					if (reason instanceof EditionFetchError) void edition.fail(reason);
				}
			);
		}
	});
	$effect(() => () => stop(() => true));

	return {
		at: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
		get held() {
			return [...pages]
				.sort(([a], [b]) => a - b)
				.flatMap(([page, rows]) => rows.map((row, i) => ({ index: page * pageSize + i, row })));
		},
		get error() {
			return error;
		},
		retry() {
			attempt++;
		}
	};
}
