// What Kostnader asks of the cells, as one question: the figures come together and belong together.
import { page } from '$app/state';
import type { CostFigures, FiguresQuestion, MonthFigure } from '$lib/crossfilter/cost-figures';
import { keptWords, type ListFilter } from '$lib/domain/filters';
import { chartSpan, monthPlus, monthsBetween, yearBefore, type Period } from '$lib/domain/period';
import { grainFromUrl } from '$lib/domain/time-grain';
import { budgetByMonth } from '$lib/queries/budget-by-month';
import { createAnswer } from '$lib/state/answer.svelte';
import { createComparison } from '$lib/state/comparison.svelte';
import { createCostFigures } from '$lib/state/cost-figures.svelte';
import type { PageContext } from '$lib/state/page-context';
import { unchanged } from '$lib/state/unchanged.svelte';
import type { MonthRow } from './month-rows';
import { withBudget, type NoBudget } from './with-budget';

/** What the rows of the table can be. */
export const costTableLists = ['units', 'suppliers', 'systems'] as const;
export type CostTableList = (typeof costTableLists)[number];

/** Bars and rows shown before "Visa n till". */
const [barLimit, rowLimit] = [7, 12];

/** Call while the page starts. */
export function createCostAnswers(context: PageContext) {
	const { filters } = context;
	const drawnSpan = unchanged(() =>
		grainFromUrl(page.url.searchParams) === 'month'
			? chartSpan(filters.settledPeriod, filters.available)
			: filters.available
	);
	const span = $derived(drawnSpan.current);
	const drawnBefore = unchanged(() => {
		if (comparison.to.kind === 'budget') return yearBefore(span);
		if (!comparison.period) return null;
		return comparison.to.kind !== 'yearBefore' || yearBefore(span).from >= filters.available.from
			? yearBefore(span)
			: null;
	});
	let chosenRows = $state<CostTableList | null>(null);
	const by = $derived(
		chosenRows ?? (keptWords(filters.chosen, 'units').length === 1 ? 'suppliers' : 'units')
	);
	/** The lists that all of is shown of. */
	let whole = $state.raw<readonly (ListFilter | 'table')[]>([]);
	const comparison = createComparison(context);
	const question = $derived<FiguresQuestion>({
		filters: filters.current,
		against: comparison.against,
		lists: {
			suppliers: whole.includes('suppliers') ? null : barLimit,
			units: whole.includes('units') ? null : barLimit,
			costKinds: null,
			orientations: null
		},
		table: { by, limit: whole.includes('table') ? null : rowLimit }
	});
	const figures = createCostFigures(() => question, context);
	const counted = $derived(figures.current.name === 'rows' ? (figures.current.rows[0] ?? null) : null);
	const budget = createAnswer(
		() => (comparison.to.kind === 'budget' ? { query: budgetByMonth, input: undefined } : null),
		context.edition
	);
	const beside = $derived(
		counted && comparison.to.kind === 'budget' && budget.current.name === 'rows'
			? withBudget(counted, budget.current.rows, filters.current, by)
			: null
	);
	const latest = $derived(typeof beside === 'object' && beside ? beside : counted);
	/** What the figures are compared with by name; null where there is nothing to compare with. */
	const names = $derived(
		comparison.to.kind === 'budget' && typeof beside !== 'object' ? null : comparison.names
	);
	// Months do not change with the period: the same ones are given, so that a brush over them redraws no chart.
	let drawn: { key: string; months: MonthRow[]; before: MonthRow[] } | null = null;
	const months = $derived.by(() => {
		if (!latest) return null;
		const shift = comparison.period ? monthsBetween(comparison.period.from, filters.period.from) : 0;
		const key = [latest.monthsKey, latest.monthsBeforeKey, shift].join('\n');
		if (drawn?.key !== key)
			drawn = {
				key,
				months: latest.months.map((figure) => monthRow(figure, 0)),
				// Drawn as the year before is, whichever months they are.
				before: (latest.monthsBefore ?? []).map((figure) => monthRow(figure, shift - 12))
			};
		return drawn;
	});
	return {
		figures,
		/** Of every month with data, under every filter but the period. */
		get months(): MonthRow[] {
			return months?.months ?? [];
		},
		/** What they are compared with, each by the month a year before the one that it stands beside. */
		get monthsBefore(): MonthRow[] {
			return months?.before ?? [];
		},
		comparison,
		get names() {
			return names;
		},
		/** Why there is no budget to compare with, where that was asked for. */
		get noBudget(): NoBudget | null {
			return typeof beside === 'string' ? beside : null;
		},
		/** The latest figures, also while others are on their way; null before the first. */
		get latest(): CostFigures | null {
			return latest;
		},
		/** Every bar and row, for files. */
		async everything(): Promise<CostFigures> {
			const all = await context.cells.figures(context.answers.meta.edition, {
				...question,
				lists: { suppliers: null, units: null, costKinds: null, orientations: null },
				table: { by, limit: null }
			});
			if (comparison.to.kind !== 'budget' || budget.current.name !== 'rows') return all;
			const besides = withBudget(all, budget.current.rows, filters.current, by);
			return typeof besides === 'string' ? all : besides;
		},
		/** The months that the chart draws. */
		get span(): Period {
			return span;
		},
		/** The months that the span is compared with. */
		get spanBefore(): Period | null {
			return drawnBefore.current;
		},
		/** What the rows of the table are: chosen, else suppliers when only one nämnd is left. */
		get by(): CostTableList {
			return by;
		},
		set by(rows: CostTableList) {
			chosenRows = rows;
		},
		showsAll: (what: ListFilter | 'table') => whole.includes(what),
		/** Shows all of a list, or its largest again. */
		showAll(what: ListFilter | 'table', all: boolean) {
			whole = all ? [...whole, what] : whole.filter((other) => other !== what);
		}
	};
}
function monthRow({ month, costKind, amount, rows }: MonthFigure, shift: number): MonthRow {
	return { month: shift ? monthPlus(month, shift) : month, kind: costKind, ore: amount, rowCount: rows };
}

export type CostAnswers = ReturnType<typeof createCostAnswers>;
