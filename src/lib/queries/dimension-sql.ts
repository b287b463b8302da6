// How each dimension is read from `cost`: what is grouped by, its text, its name, and the rows of a cell.
import { monthsOfValue, tertialMonths } from '$lib/domain/dimension-months';
import { dimensionFacts, type DimensionCell, type DimensionKey } from '$lib/domain/dimensions';
import type { Parameter } from '$lib/engine/engine';
import { inPeriod, itRows, type Condition } from './cost-filter';

const columns = {
	unit: 'unit',
	responsibility: 'responsibility',
	operation: 'operation',
	project: 'project',
	account: 'account',
	costKind: 'cost_kind',
	orientation: 'orientation',
	supplier: 'supplier_key',
	maker: 'maker',
	system: 'system_ref',
	contract: 'contract_ref'
} as const satisfies Partial<Record<DimensionKey, string>>;

const plain: Partial<Record<DimensionKey, string>> = columns;

const tertial = `CASE ${tertialMonths.map(([, to], index) => `WHEN month(day) <= ${to} THEN ${index + 1}`).join(' ')} END`;

/**
 * What rows are grouped by, on `cost`: a column as it is stored, or a whole number of its time. Text comes after
 * grouping, from {@link dimensionText}: a million rows need not become words.
 * @param years added to the year, so that rows of an earlier year stand with those they are compared with
 */
export function dimensionKey(dimension: DimensionKey, years = 0): string {
	const year = years ? `(year(day) + ${Math.trunc(years)})` : 'year(day)';
	switch (dimension) {
		case 'year':
			return year;
		case 'tertial':
			return `${year} * 10 + ${tertial}`;
		case 'quarter':
			return `${year} * 10 + quarter(day)`;
		case 'month':
		case 'accumulated':
			return `${year} * 100 + month(day)`;
		default:
			return columns[dimension];
	}
}

/** A grouped key as the text that addresses and screens know. Accumulated values are text already. */
export function dimensionText(dimension: DimensionKey, key: string): string {
	switch (dimension) {
		case 'tertial':
			return `(${key} // 10)::VARCHAR || '-' || (${key} % 10)::VARCHAR`;
		case 'quarter':
			return `(${key} // 10)::VARCHAR || '-K' || (${key} % 10)::VARCHAR`;
		case 'month':
			return `(${key} // 100)::VARCHAR || '-' || lpad((${key} % 100)::VARCHAR, 2, '0')`;
		default:
			return `${key}::VARCHAR`;
	}
}

/** A table of `key` and `label` for the dimensions whose values are keys; null where the value is its own name. */
export function dimensionNames(dimension: DimensionKey): string | null {
	switch (dimension) {
		case 'supplier':
			return '(SELECT supplier_key AS key, supplier AS label FROM supplier)';
		case 'system':
			return '(SELECT system_id AS key, min(name) AS label FROM system GROUP BY system_id)';
		case 'contract':
			return '(SELECT contract_id AS key, min(title) AS label FROM contract GROUP BY contract_id)';
		case 'account':
			return `(SELECT account::VARCHAR AS key, min(account_text::VARCHAR) AS label
				FROM (SELECT DISTINCT account, account_text FROM cost WHERE ${itRows}) GROUP BY account)`;
		default:
			return null;
	}
}

/** The rows of a cell. What names no value of its dimension has no rows. */
export function dimensionCondition(cell: DimensionCell): Condition {
	if (dimensionFacts(cell.dimension).time) return timeCondition(cell);
	const column = plain[cell.dimension];
	if (column === undefined) return { sql: 'false', parameters: [] };
	if ('value' in cell) {
		return cell.value === null
			? { sql: `${column} IS NULL`, parameters: [] }
			: { sql: `${column}::VARCHAR = ?`, parameters: [cell.value] };
	}
	const named: Parameter[] = cell.except.filter((value) => value !== null);
	const others = named.length ? `${column}::VARCHAR NOT IN (${named.map(() => '?').join(', ')})` : 'true';
	const unknownIsOne = !cell.except.includes(null);
	return {
		sql: unknownIsOne ? `(${column} IS NULL OR ${others})` : `(${column} IS NOT NULL AND ${others})`,
		parameters: named
	};
}

/** Every row has a day, and time is never gathered under Övriga. */
function timeCondition(cell: DimensionCell): Condition {
	const value = 'value' in cell ? cell.value : null;
	const months = value === null ? null : monthsOfValue(cell.dimension, value);
	return months ? inPeriod(months) : { sql: 'false', parameters: [] };
}
