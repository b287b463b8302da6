import * as v from 'valibot';
import { accumulatedValues } from '$lib/domain/dimension-months';
import { dimensionFacts, type DimensionKey } from '$lib/domain/dimensions';
import type { Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { headedBy } from '$lib/domain/headcount';
import { innerTop, sizeOf, type Pivot, type PivotSize } from '$lib/domain/pivot';
import type { Parameter } from '$lib/engine/engine';
import { costTable } from './accrued-cost';
import { costFilter, type Condition } from './cost-filter';
import { headcountRows } from './headcount-sql';
import { dimensionKey, dimensionNames, dimensionText } from './dimension-sql';
import { defineQuery } from './query';

/** What a pivot asks for. */
export interface PivotQuestion {
	filters: Filters & { period: Period };
	/** The months that changes are told against; null when the measure needs none, or there are none. */
	compared: Period | null;
	pivot: Pick<Pivot, 'rows' | 'columns' | 'measure'> & { top: number | null };
}

interface Axis {
	/** `row1`, `row2` or `col`. */
	name: 'row1' | 'row2' | 'col';
	dimension: DimensionKey;
	/** Null: nothing is gathered under Övriga. */
	top: number | null;
	/** Values are placed within the value of the first dimension. */
	within?: string;
}

const sizes: Readonly<Record<PivotSize, string>> = {
	amount: 'sum(amount)',
	change: 'abs(sum(amount - before))',
	rows: 'sum(row_count)'
};

/**
 * Every cell and every sum of a pivot (öre): `has_…` says which headings a line of the answer belongs to, so that one
 * without a column is a sum over columns. `…_other` is Övriga, what lies beyond the largest, with how many values it
 * gathers in `…_hidden`; `…_place` is the order by size. `covered` are the öre whose people are
 * known, for measures per person. Sums over months that overlap are left out; the whole never is.
 */
export const costPivot = defineQuery({
	name: 'cost-pivot',
	question: 'Hur fördelas it-kostnaden på det som är valt?',
	statement: ({ filters, compared, pivot }: PivotQuestion) => {
		const axes = axesOf(pivot);
		const of = headedBy(pivot.measure);
		const covered = of && coveredRows(of, filters.period);
		const now = part(axes, filters, 0, covered);
		const before = compared ? part(axes, { ...filters, period: compared }, 1, null) : null;
		const size = sizes[sizeOf(pivot.measure)];
		const spans = axes.flatMap((axis) => spansOf(axis, filters.period));
		const names = axes.map(({ name }) => name);
		const grouped = (axis: Axis) => `${axis.name}, ${axis.name}_other`;
		return {
			sql: `WITH part AS (${now.sql}${before ? ` UNION ALL ${before.sql}` : ''}),
			base AS MATERIALIZED (SELECT ${names.join(', ')}, sum(amount) AS amount, sum(row_count) AS row_count,
				sum(before) AS before, sum(covered) AS covered FROM part GROUP BY ${names.join(', ')}),
			spanned AS (SELECT base.* ${spans.map(({ replace }) => replace).join(' ')} FROM base
				${spans.map(({ join }) => join).join(' ')}),
			${axes.map((axis) => `${rankOf(axis, size, axes)},`).join('\n')}
			gathered AS (SELECT amount, row_count, before, covered, ${axes.map(gatheredAxis).join(', ')} FROM spanned
				${axes.map(rankJoin).join(' ')}),
			answer AS (
				SELECT ${axes.map(({ name, top }) => `${name}, ${name}_other, grouping(${name}) = 0 AS has_${name}, min(${name}_place) AS ${name}_place, max(${name}_count) - ${top ?? 0} AS ${name}_hidden`).join(', ')},
					sum(amount)::BIGINT AS amount, sum(row_count)::BIGINT AS row_count, sum(before)::BIGINT AS before,
					sum(covered)::BIGINT AS covered
				FROM gathered GROUP BY GROUPING SETS (${setsOf(axes).map((set) => `(${set.map(grouped).join(', ')})`)})
				UNION ALL BY NAME
				SELECT ${axes.map(({ name }) => `false AS has_${name}`).join(', ')}, coalesce(sum(amount), 0)::BIGINT AS amount,
					coalesce(sum(row_count), 0)::BIGINT AS row_count, coalesce(sum(before), 0)::BIGINT AS before,
					coalesce(sum(covered), 0)::BIGINT AS covered FROM base
			)
			SELECT ${allAxes.map((name) => answered(name, axes)).join(', ')}, amount, row_count, before, covered FROM answer
			${axes.map(({ name, dimension }) => namesJoin(name, dimension)).join(' ')}`,
			parameters: [
				...now.parameters,
				...(before?.parameters ?? []),
				...spans.flatMap(({ parameters }) => parameters)
			]
		};
	},
	row: v.object({
		has_row1: v.boolean(),
		row1: v.nullable(v.string()),
		row1_label: v.nullable(v.string()),
		row1_other: v.boolean(),
		row1_hidden: v.number(),
		row1_place: v.number(),
		has_row2: v.boolean(),
		row2: v.nullable(v.string()),
		row2_label: v.nullable(v.string()),
		row2_other: v.boolean(),
		row2_hidden: v.number(),
		row2_place: v.number(),
		has_col: v.boolean(),
		col: v.nullable(v.string()),
		col_label: v.nullable(v.string()),
		col_other: v.boolean(),
		col_hidden: v.number(),
		col_place: v.number(),
		amount: v.number(),
		row_count: v.number(),
		before: v.number(),
		covered: v.number()
	})
});

const allAxes = ['row1', 'row2', 'col'] as const;

function axesOf({ rows, columns, top }: PivotQuestion['pivot']): Axis[] {
	const [first, second] = rows;
	const cut = (dimension: DimensionKey, count: number | null) =>
		dimensionFacts(dimension).time ? null : count;
	return [
		{ name: 'row1', dimension: first, top: cut(first, top) },
		...(second
			? [{ name: 'row2' as const, dimension: second, top: cut(second, innerTop), within: 'row1' }]
			: []),
		...(columns ? [{ name: 'col' as const, dimension: columns, top: cut(columns, innerTop) }] : [])
	];
}

const overlaps = ({ dimension }: Axis) => Boolean(dimensionFacts(dimension).overlapping);

/** One scan of the ledger, grouped. @param years how much later the rows are said to be; 0 is the period asked for */
function part(axes: readonly Axis[], filters: Filters, years: number, covered: Condition | null) {
	const where = costFilter(filters);
	const keys = axes.map(({ name, dimension }) => `${dimensionKey(dimension, years)} AS ${name}`);
	const sums = years
		? '0 AS amount, 0 AS row_count, sum(amount) AS before, 0 AS covered'
		: `sum(amount) AS amount, count(*) AS row_count, 0 AS before,
			${covered ? `sum(CASE WHEN ${covered.sql} THEN amount ELSE 0 END)` : 'sum(amount)'} AS covered`;
	return {
		sql: `SELECT ${keys.join(', ')}, ${sums} FROM ${costTable(filters)} WHERE ${where.sql} GROUP BY ${axes.map((_, index) => index + 1).join(', ')}`,
		parameters: [...(covered?.parameters ?? []), ...where.parameters]
	};
}

/** Rows of nämnder or systems whose people are known. */
function coveredRows(of: 'unit' | 'system', period: Period): Condition {
	const heads = headcountRows(of, period.to);
	const column = of === 'unit' ? 'unit' : 'system_ref';
	return {
		sql: `${column}::VARCHAR IN (SELECT key FROM (${heads.sql}) WHERE count IS NOT NULL)`,
		parameters: heads.parameters
	};
}

/**
 * The values in the order of their size. Those of one size are told apart by the value, so that places stay the same. Within
 * an accumulated period it is the size in all its months; elsewhere each month counts once.
 */
function rankOf(axis: Axis, size: string, axes: readonly Axis[]): string {
	const { name, within } = axis;
	const spans = overlaps(axis) || axes.some((other) => other.name === within && overlaps(other));
	const partition = within ? `PARTITION BY ${within}` : '';
	const keys = [within, name].filter(Boolean).join(', ');
	return `${name}_rank AS (SELECT *, row_number() OVER (${partition} ORDER BY size DESC, ${name}) AS place,
		count(*) OVER (${partition}) AS many FROM (SELECT ${keys}, ${size} AS size FROM ${spans ? 'spanned' : 'base'} GROUP BY ${keys}))`;
}

function rankJoin({ name, within }: Axis): string {
	const same = [within, name]
		.filter((key) => key !== undefined)
		.map((key) => `spanned.${key} IS NOT DISTINCT FROM ${name}_rank.${key}`);
	return `JOIN ${name}_rank ON ${same.join(' AND ')}`;
}

/** Whether a row of the ranks lies beyond the largest. One value more is shorter than the word that would hide it. */
function beyond(name: string, top: number | null): string {
	return top === null ? 'false' : `(${name}_rank.many > ${top + 1} AND ${name}_rank.place > ${top})`;
}

/** A month belongs to every accumulated period that reaches over it. */
function spansOf(axis: Axis, period: Period): { replace: string; join: string; parameters: Parameter[] }[] {
	if (!overlaps(axis)) return [];
	const values = accumulatedValues(period);
	const number = (month: string) => Number(month.replace('-', ''));
	return [
		{
			replace: `REPLACE (${axis.name}_span.value AS ${axis.name})`,
			join: `JOIN (VALUES ${values.map(() => '(?::VARCHAR, ?::INTEGER, ?::INTEGER)').join(', ')}) ${axis.name}_span(value, first, last)
				ON base.${axis.name} BETWEEN ${axis.name}_span.first AND ${axis.name}_span.last`,
			parameters: values.flatMap(({ value, months }) => [value, number(months.from), number(months.to)])
		}
	];
}

/** Övriga of the first dimension is not divided by the second, unless months that overlap give it no sum of its own. */
function gatheredAxis(axis: Axis, _: number, axes: readonly Axis[]): string {
	const { name, top } = axis;
	const outer = overlaps(axis) ? undefined : axes.find((other) => other.name === axis.within);
	const own = beyond(name, top);
	const outside = outer ? beyond(outer.name, outer.top) : 'false';
	return `CASE WHEN ${outside} OR ${own} THEN NULL ELSE spanned.${name} END AS ${name}, NOT ${outside} AND ${own} AS ${name}_other,
		${name}_rank.place AS ${name}_place, ${name}_rank.many AS ${name}_count`;
}

/** The cells and the sums, but no sum over months that overlap. */
function setsOf(axes: readonly Axis[]): Axis[][] {
	const rows = axes.filter(({ name }) => name !== 'col');
	const column = axes.filter(({ name }) => name === 'col');
	const lines = rows.map((_, index) => rows.slice(0, rows.length - index));
	const sets = [...lines, []].flatMap((line) => [[...line, ...column], ...(column.length ? [line] : [])]);
	return sets.filter((set) => set.length > 0 && axes.every((axis) => set.includes(axis) || !overlaps(axis)));
}

function answered(name: (typeof allAxes)[number], axes: readonly Axis[]): string {
	const axis = axes.find((candidate) => candidate.name === name);
	if (!axis)
		return `false AS has_${name}, NULL::VARCHAR AS ${name}, NULL::VARCHAR AS ${name}_label, false AS ${name}_other, 0 AS ${name}_hidden, 0 AS ${name}_place`;
	const text = dimensionText(axis.dimension, `answer.${name}`);
	const label = dimensionNames(axis.dimension) ? `${name}_name.label` : text;
	return `has_${name}, ${text} AS ${name}, ${label} AS ${name}_label, coalesce(${name}_other, false) AS ${name}_other,
		coalesce(${name}_hidden, 0)::BIGINT AS ${name}_hidden, coalesce(${name}_place, 0)::BIGINT AS ${name}_place`;
}

function namesJoin(name: string, dimension: DimensionKey): string {
	const names = dimensionNames(dimension);
	return names
		? `LEFT JOIN ${names} ${name}_name ON ${name}_name.key = ${dimensionText(dimension, `answer.${name}`)}`
		: '';
}
