import type { Filters } from '$lib/domain/filters';
import { keyFigureParts } from '$lib/domain/key-figure-part';
import * as v from 'valibot';
import { costFilter, kronorRows } from './cost-filter';
import { partCondition, stageOf, systemStages } from './key-figure-sql';
import { defineQuery } from './query';

export interface AskedKeyFigureSums {
	/** Which nämnder, and whether internal rows are counted. */
	filters: Filters;
	/** The first and the last year, and the first and the last month of each, 1–12. */
	years: readonly [from: number, to: number];
	months: readonly [from: number, to: number];
}

const onCostAccounts = partCondition('operating', { stage: '', form: '' });

/** The condition of each sum on cells of rows in kronor. */
const conditions: readonly [name: string, where: string][] = [
	['it', "it_cost = 'ja'"],
	['candidates', `candidate AND ${onCostAccounts}`],
	['other', `it_cost IS DISTINCT FROM 'ja' AND ${onCostAccounts}`],
	...keyFigureParts.map((part): [string, string] => [
		part,
		`${part === 'operating' ? '' : "it_cost = 'ja' AND "}${partCondition(part, { stage: 'stage', form: 'operating_form' })}`
	])
];

/**
 * What each nämnd's key figures of a year are made of: öre, absolute öre and rows of each part, and of all IT cost (`it`), of
 * candidates that nobody has judged, and of what is not IT or not judged (`other`), the latter two on cost accounts. A part without
 * rows is left out.
 */
export const keyFigureSums = defineQuery({
	name: 'key-figure-sums',
	question: 'Vad är it-kostnaden gjord av, och vad kostar allt annat?',
	statement: ({ filters, years, months }: AskedKeyFigureSums) => {
		const where = costFilter(filters, undefined, kronorRows);
		return {
			sql: `WITH cells AS (
				SELECT year(day)::INTEGER AS year, unit::VARCHAR AS unit, it_cost, candidate, orientation, cost_kind, internal,
					supplier_key, system_ref, left(account::VARCHAR, 1) AS account,
					sum(amount)::BIGINT AS amount, sum(abs(amount))::BIGINT AS size, count(*) AS row_count
				FROM cost WHERE ${where.sql} AND year(day) BETWEEN ? AND ? AND month(day) BETWEEN ? AND ? GROUP BY ALL
			), staged AS MATERIALIZED (
				SELECT cells.*, held.operating_form, ${stageOf('cells.year', 'held')} AS stage
				FROM cells LEFT JOIN ${systemStages} held ON held.system_id = cells.system_ref::VARCHAR
			)
			${conditions
				.map(
					([name, condition]) => `SELECT year, unit, '${name}' AS part, sum(amount)::BIGINT AS amount,
						sum(size)::BIGINT AS size, sum(row_count)::INTEGER AS row_count
					FROM staged WHERE ${condition} GROUP BY year, unit`
				)
				.join(' UNION ALL ')}
			ORDER BY year, unit NULLS LAST, part`,
			parameters: [...where.parameters, ...years, ...months]
		};
	},
	row: v.object({
		year: v.number(),
		/** Null: rows without a nämnd. */
		unit: v.nullable(v.string()),
		part: v.picklist(['it', 'candidates', 'other', ...keyFigureParts]),
		amount: v.number(),
		size: v.number(),
		row_count: v.number()
	})
});
