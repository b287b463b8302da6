// The figures of Kostnader beside the budget of the same months. A budget says nothing of suppliers, contracts or accounts,
// and money that is not placed in a month cannot be cut at one: then there is nothing to compare with, and never a guess.
import type {
	CostFigures,
	ListFigure,
	ListFigures,
	MonthFigure,
	TableRow
} from '$lib/crossfilter/cost-figures';
import { listFilters, withoutValue, type Filters, type ListFilter } from '$lib/domain/filters';
import { countedVersions } from '$lib/domain/follow-up';
import { monthFrom, type Period } from '$lib/domain/period';
import type { BudgetMonth } from '$lib/queries/budget-by-month';

/** Why cost cannot be set beside the budget. */
export type NoBudget = 'none' | 'filtered' | 'unplaced' | 'accrued';

/** The lists that a budget has. */
const budgeted = {
	units: ({ unit }: BudgetMonth) => unit,
	costKinds: (row: BudgetMonth) => row.cost_kind,
	orientations: ({ orientation }: BudgetMonth) => orientation,
	systems: (row: BudgetMonth) => row.system_id
} as const;
type Budgeted = keyof typeof budgeted;
const isBudgeted = (name: ListFilter): name is Budgeted => name in budgeted;

/**
 * @param filters with the period of the figures
 * @param by what the rows of the table are
 */
export function withBudget(
	figures: CostFigures,
	budget: readonly BudgetMonth[],
	filters: Filters & { period: Period },
	by: ListFilter
): CostFigures | NoBudget {
	if (filters.basis === 'accrued') return 'accrued';
	if (!filters.internal || listFilters.some((name) => filters[name].length > 0 && !isBudgeted(name)))
		return 'filtered';
	// Ticks stand beside every month with a budget, whatever the period.
	const ofEveryYear = countedRows(budget, null).filter(({ row }) => row.month !== null);
	const counted = countedRows(budget, filters.period);
	if (!counted.length) return 'none';
	const placed = counted.filter(({ row }) => row.month !== null);
	const inPeriod = placed.filter(({ month }) => month >= filters.period.from && month <= filters.period.to);
	const wholeYears = filters.period.from.endsWith('-01') && filters.period.to.endsWith('-12');
	if (placed.length < counted.length && !wholeYears) return 'unplaced';
	const ofPeriod = wholeYears ? counted : inPeriod;
	const kept = (rows: typeof counted, except?: Budgeted) =>
		rows.filter(({ row }) => fits(row, filters, except));
	const sumBy = (rows: typeof counted, key: (row: BudgetMonth) => string) => {
		const sums = new Map<string, number>();
		for (const { row } of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.amount);
		return sums;
	};
	const word = (name: Budgeted) => (row: BudgetMonth) => budgeted[name](row) ?? withoutValue;
	const total = (rows: typeof counted) => rows.reduce((sum, { row }) => sum + row.amount, 0);
	const list = (name: ListFilter, found: ListFigures): ListFigures =>
		isBudgeted(name)
			? besides(found, sumBy(kept(ofPeriod, name), word(name)))
			: {
					figures: found.figures.map((figure) => ({ ...figure, before: null })),
					others: { ...found.others, before: null }
				};
	const ofRows = isBudgeted(by) ? sumBy(kept(ofPeriod), word(by)) : null;
	const shownOfTable = (figures.table?.rows ?? []).reduce((sum, { key }) => sum + (ofRows?.get(key) ?? 0), 0);
	return {
		...figures,
		shown: { ...figures.shown, before: total(kept(ofPeriod)) },
		kinds: besides({ figures: figures.kinds, others: nothing }, sumBy(kept(ofPeriod), word('costKinds')))
			.figures,
		lists: Object.fromEntries(
			Object.entries(figures.lists).map(([name, found]) => [name, list(name as ListFilter, found)])
		),
		monthsBefore: kept(ofEveryYear).map(({ row, month }): MonthFigure => ({
			month,
			costKind: row.cost_kind,
			amount: row.amount,
			rows: row.row_count
		})),
		monthsBeforeKey: `budget ${JSON.stringify({ ...filters, period: null })}`,
		table: figures.table && {
			rows: [
				...figures.table.rows.map((row) => ({
					...row,
					before: ofRows && (ofRows.get(row.key) ?? 0),
					kinds: row.kinds.map((kind) => ({ ...kind, before: null }))
				})),
				...(figures.table.others ? [] : budgetOnly(figures.table.rows, ofRows))
			],
			others: figures.table.others && {
				...figures.table.others,
				before: ofRows && total(kept(ofPeriod)) - shownOfTable
			}
		}
	};
}

/** What has a budget and no cost. */
function budgetOnly(rows: readonly TableRow[], budget: ReadonlyMap<string, number> | null): TableRow[] {
	const known = new Set(rows.map(({ key }) => key));
	return [...(budget ?? [])]
		.filter(([key]) => !known.has(key))
		.map(([key, before]) => ({ key, label: null, amount: 0, rows: 0, before, kinds: [] }));
}

const nothing = { count: 0, amount: 0, rows: 0, before: 0 };

/** @param period the years that are counted; null is all of them */
function countedRows(budget: readonly BudgetMonth[], period: Period | null) {
	const years = [...new Set(budget.map(({ year }) => year))].filter(
		(year) => !period || (String(year) >= period.from.slice(0, 4) && String(year) <= period.to.slice(0, 4))
	);
	return years.flatMap((year) => {
		const ofYear = budget.filter((row) => row.year === year);
		const versions = countedVersions([...new Set(ofYear.map(({ version }) => version ?? ''))]);
		return ofYear
			.filter(({ version }) => version !== null && versions.includes(version))
			.map((row) => ({ row, month: monthFrom(year, row.month ?? 1) }));
	});
}

function fits(row: BudgetMonth, filters: Filters, except?: Budgeted): boolean {
	return (Object.keys(budgeted) as Budgeted[]).every((name) => {
		const words: readonly string[] = filters[name];
		if (name === except || !words.length) return true;
		return words.includes(budgeted[name](row) ?? withoutValue) !== filters.excluding.includes(name);
	});
}

/** Each bar beside its budget; what has a budget and no cost is a bar of its own. */
function besides({ figures, others }: ListFigures, sums: ReadonlyMap<string, number>): ListFigures {
	const shown = figures.map((figure) => ({ ...figure, before: sums.get(figure.key) ?? 0 }));
	const known = new Set(figures.map(({ key }) => key));
	const rest = [...sums].filter(([key]) => !known.has(key));
	if (others.count > 0)
		return { figures: shown, others: { ...others, before: rest.reduce((sum, [, ore]) => sum + ore, 0) } };
	const added = rest.map(([key, before]): ListFigure => ({ key, label: null, amount: 0, rows: 0, before }));
	return { figures: [...shown, ...added], others: { ...others, before: 0 } };
}
