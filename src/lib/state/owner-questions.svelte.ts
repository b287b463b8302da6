// What the register of systems lacks, with what people have completed also since the edition: for the page, and for its paper.
import { page } from '$app/state';
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import {
	askedField,
	costBySystem,
	firstLines,
	workListOf,
	type AskedField,
	type RegisterLine,
	type WorkList
} from '$lib/domain/owner-questions';
import { systemLines } from '$lib/queries/system-lines';
import { systemList } from '$lib/queries/system-list';
import { createAnswer } from './answer.svelte';
import type { PageContext } from './page-context';
import { createSystemCompletions, type SystemCompletions } from './system-completions.svelte';

/** What is chosen of the list, in the address. */
export const ownerParameter = 'agare';
export const fieldParameter = 'uppgift';

export interface OwnerQuestionsState {
	readonly completions: SystemCompletions;
	/** Null until everything is read. */
	readonly list: WorkList | null;
	/** The first line of each system, with what people have completed. */
	readonly lines: ReadonlyMap<string, RegisterLine>;
	readonly failed: boolean;
	readonly only: AskedField | null;
	/** Key of an owner; null is all. */
	readonly owner: string | null;
	retry(): void;
}

/** Call while a page starts. */
export function createOwnerQuestions(context: PageContext): OwnerQuestionsState {
	const { edition, filters } = context;
	const register = createAnswer(() => ({ query: systemLines, input: null }), edition);
	const cost = createAnswer(
		() => ({
			query: systemList,
			input: {
				filters: { ...noFilters, period: filters.period, internal: filters.chosen.internal },
				compared: null
			}
		}),
		edition
	);
	const completions = createSystemCompletions();
	const only = $derived(askedField(page.url.searchParams.get(fieldParameter) ?? ''));
	const owner = $derived(page.url.searchParams.get(ownerParameter));
	const lines = $derived(
		firstLines(
			register.current.name === 'rows' ? register.current.rows : [],
			(line) => completions.filled(line).row
		)
	);
	const list = $derived.by(() => {
		if (register.current.name !== 'rows' || cost.current.name !== 'rows') return null;
		const today = parseIsoDay(context.answers.meta.today);
		return workListOf([...lines.values()], costBySystem(cost.current.rows), today, context, only);
	});

	return {
		completions,
		get list() {
			return list;
		},
		get lines() {
			return lines;
		},
		get failed() {
			return register.current.name === 'error' || cost.current.name === 'error';
		},
		get only() {
			return only;
		},
		get owner() {
			return owner;
		},
		retry() {
			register.retry();
			cost.retry();
		}
	};
}
