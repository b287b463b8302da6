// What a supplier, a nämnd or a system costs in the chosen period: the questions that all three pages share.
import { noFilters } from '$lib/domain/filters';
import { shareOf } from '$lib/domain/indicator';
import { chartSpan, yearBefore, type Period } from '$lib/domain/period';
import type { Subject, SubjectKind } from '$lib/domain/subject';
import { subjectPath } from '$lib/domain/subject';
import { itCostTotals } from '$lib/queries/cost-totals';
import { selectionPerMonth } from '$lib/queries/selection-per-month';
import { subjectSelection } from '$lib/queries/subject-selection';
import { createAnswer } from './answer.svelte';
import type { FilterUrl } from './filter-url.svelte';
import type { PageContext } from './page-context';

/** Only the period and the internal rows are chosen on these pages; the subject itself is the filter. */
export function keptFilters({ chosen }: FilterUrl) {
	return { period: chosen.period, internal: chosen.internal };
}

/** The address of a page with the period kept; undefined for what has no page. */
export function subjectHref(filters: FilterUrl, kind: SubjectKind, key: string | null): string | undefined {
	const path = subjectPath(kind, key);
	return path === null ? undefined : filters.href(path, keptFilters(filters));
}

/** Call while the page starts. @param subject read as runes are */
export function createSubjectCost(subject: () => Subject, { filters, edition }: PageContext) {
	const base = $derived({ ...noFilters, period: filters.period, internal: filters.chosen.internal });
	const selection = $derived(subjectSelection(subject(), base));
	const input = $derived({ selection, compared: filters.compared });
	const span = $derived(chartSpan(base.period, filters.available));
	/** What the months of the chart are compared with; only the period's own where data does not reach further. */
	const spanBefore = $derived(
		yearBefore(span).from >= filters.available.from ? yearBefore(span) : filters.compared
	);
	const months = createAnswer(
		() => ({
			query: selectionPerMonth,
			input: {
				selection: { ...selection, filters: { ...selection.filters, period: span } },
				compared: spanBefore
			}
		}),
		edition
	);
	const whole = createAnswer(() => ({ query: itCostTotals, input: base }), edition);
	const found = $derived(months.current.name === 'rows' ? months.current.rows : []);
	const within = (period: Period) => found.filter(({ month }) => month >= period.from && month <= period.to);
	const now = $derived(within(base.period));
	const before = $derived(input.compared && within(input.compared));
	const sum = (rows: readonly { amount: number }[]) => rows.reduce((ore, row) => ore + row.amount, 0);
	const amount = $derived(sum(now));
	const kinds = $derived(
		found
			.map((row) => row.cost_kind)
			.filter((kind, index, all) => all.indexOf(kind) === index)
			.map((kind) => ({
				kind,
				now: sum(now.filter((row) => row.cost_kind === kind)),
				before: sum((before ?? []).filter((row) => row.cost_kind === kind))
			}))
	);
	return {
		get subject() {
			return subject();
		},
		/** Period and internal rows, without the subject. */
		get filters() {
			return base;
		},
		/** The subject's rows of the period, for openRows and for questions. */
		get selection() {
			return selection;
		},
		/** With the months compared with. */
		get input() {
			return input;
		},
		months,
		/** All IT cost of the period. */
		whole,
		/** The months of the chart, around the period. */
		get span() {
			return span;
		},
		/** Rows of those months, and of the same months a year before (null without data). */
		get drawn() {
			return { now: within(span), before: spanBefore && within(spanBefore) };
		},
		get kinds() {
			return kinds;
		},
		/** Öre. */
		get amount() {
			return amount;
		},
		get rowCount() {
			return now.reduce((rows, row) => rows + row.row_count, 0);
		},
		/** Share of all IT cost; null where that is not known or not above zero. */
		get share() {
			const all = whole.current.name === 'rows' ? (whole.current.rows[0]?.amount ?? null) : null;
			return shareOf(amount, all);
		},
		/** Both answers are of the filters that the page names. */
		get settled() {
			return [months.current, whole.current].every((answer) => answer.name === 'rows' && !answer.stale);
		}
	};
}
export type SubjectCost = ReturnType<typeof createSubjectCost>;
