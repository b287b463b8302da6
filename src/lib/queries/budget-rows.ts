// The budget rows behind a figure, with the file and row they came from.
import type { Parameter } from '$lib/engine/engine';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import type { Condition } from './cost-filter';
import { defineQuery } from './query';

/** Which rows of the budget table. The rows of a selection sum to the figure that opened it. */
export interface BudgetSelection {
	year: number;
	versions: readonly string[];
	/** Rows of months up to this one, 1–12; null: the whole year. */
	untilMonth: number | null;
	/** Empty: all. */
	units: readonly string[];
	/** Rows of this kostnadsslag, inriktning or system; null is rows that are not divided so. */
	costKind?: string | null;
	orientation?: string | null;
	system?: string | null;
}

const placeColumns = { costKind: 'cost_kind', orientation: 'orientation', system: 'system_id' } as const;

function budgetCondition(selection: BudgetSelection): Condition {
	const { year, versions, untilMonth, units } = selection;
	const parts = ['year = ?::INTEGER', itBudget];
	const parameters: Parameter[] = [year];
	const among = (column: string, words: readonly string[]): void => {
		parts.push(words.length ? `${column} IN (${words.map(() => '?').join(', ')})` : 'false');
		parameters.push(...words);
	};
	among('version::VARCHAR', versions);
	if (units.length) among("coalesce(unit::VARCHAR, 'Okänt')", units);
	if (untilMonth !== null) {
		parts.push('month <= ?::INTEGER');
		parameters.push(untilMonth);
	}
	for (const place of ['costKind', 'orientation', 'system'] as const) {
		const value = selection[place];
		if (value === undefined) continue;
		parts.push(value === null ? `${placeColumns[place]} IS NULL` : `${placeColumns[place]}::VARCHAR = ?`);
		if (value !== null) parameters.push(value);
	}
	return { sql: parts.join(' AND '), parameters };
}

/** How many rows a selection has, and their sum in öre. */
export const budgetRowTotals = defineQuery({
	name: 'budget-row-totals',
	question: 'Hur många budgetrader ligger bakom talet, och vad är deras summa?',
	statement: (selection: BudgetSelection) => {
		const where = budgetCondition(selection);
		return {
			sql: `SELECT count(*) AS row_count, coalesce(sum(amount), 0)::BIGINT AS amount FROM budget WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({ row_count: v.number(), amount: v.number() })
});

const text = v.nullable(v.string());

/** The first rows of a selection, by nämnd, kostnadsslag and month. */
export const budgetRows = defineQuery({
	name: 'budget-rows',
	question: 'Vilka budgetrader ligger bakom talet?',
	statement: ({ selection, limit }: { selection: BudgetSelection; limit: number }) => {
		const where = budgetCondition(selection);
		return {
			sql: `SELECT year, month, unit::VARCHAR AS unit, cost_kind::VARCHAR AS cost_kind, version::VARCHAR AS version,
				amount, file.name AS file_name, sheet::VARCHAR AS sheet, source_row
			FROM (SELECT * FROM budget WHERE ${where.sql}
				ORDER BY unit::VARCHAR, cost_kind::VARCHAR, month NULLS FIRST, file_id, source_row LIMIT ?::INTEGER) budget
			LEFT JOIN file ON file.file_id = budget.file_id
			ORDER BY unit::VARCHAR, cost_kind::VARCHAR, month NULLS FIRST, budget.file_id, source_row`,
			parameters: [...where.parameters, limit]
		};
	},
	row: v.object({
		year: v.number(),
		month: v.nullable(v.number()),
		unit: text,
		cost_kind: text,
		version: text,
		amount: v.number(),
		file_name: text,
		sheet: text,
		source_row: v.number()
	})
});
