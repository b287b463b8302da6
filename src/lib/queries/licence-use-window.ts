// What each nämnd has and uses of each product, and the most that was used in some months: what a need is counted from.
import * as v from 'valibot';
import { monthPlus, type Month } from '$lib/domain/period';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery, type Statement } from './query';

/** What counts as used: those active, those assigned, or the larger of the two that are known. */
export const usedMeasures = ['active', 'assigned', 'either'] as const;
export type UsedMeasure = (typeof usedMeasures)[number];

export interface UseWindow {
	/** `to` is the month that purchases are of; `from` begins the window. */
	selection: LicenceSelection & { from: Month; to: Month };
	used: UsedMeasure;
}

const usedSql: Readonly<Record<UsedMeasure, string>> = {
	active: 'active',
	assigned: 'assigned',
	// greatest() skips NULL, and is NULL only when both are.
	either: 'greatest(assigned, active)'
};

/** Tables `cell` (product × nämnd × month) and `holder` (nämnder with rows in the last month). */
function tables({ selection, used }: UseWindow): Statement {
	const yearBefore = monthPlus(selection.to, -12);
	const where = licenceCondition({
		...selection,
		from: yearBefore < selection.from ? yearBefore : selection.from
	});
	return {
		sql: `cell AS (
				SELECT coalesce(product::VARCHAR, 'Okänt') AS product, coalesce(unit::VARCHAR, 'Okänt') AS unit,
					month::VARCHAR AS month,
					CASE WHEN count(purchased) = count(*) THEN sum(purchased) END::BIGINT AS purchased,
					CASE WHEN count(${usedSql[used]}) = count(*) THEN sum(${usedSql[used]}) END::BIGINT AS used,
					coalesce(sum(price * purchased) / nullif(sum(purchased) FILTER (price IS NOT NULL), 0), avg(price))::DOUBLE AS price,
					count(*) AS row_count
				FROM licence WHERE ${where.sql} GROUP BY 1, 2, 3
			), holder AS (
				SELECT product, unit, max(purchased) FILTER (month = ?)::BIGINT AS purchased,
					max(used) FILTER (month = ?)::BIGINT AS used, max(used) FILTER (month >= ?)::BIGINT AS most_used,
					max(used) FILTER (month = ?)::BIGINT AS used_year_before, max(price) FILTER (month = ?) AS price,
					sum(row_count) FILTER (month = ?)::INTEGER AS row_count
				FROM cell GROUP BY 1, 2 HAVING count(*) FILTER (month = ?) > 0
			)`,
		parameters: [
			...where.parameters,
			selection.to,
			selection.to,
			selection.from,
			yearBefore,
			selection.to,
			selection.to,
			selection.to
		]
	};
}

/** Per product and nämnd with rows in the last month. `price` is öre a month; unknown is null. */
export const licenceUseWindow = defineQuery({
	name: 'licence-use-window',
	question: 'Hur många licenser har varje nämnd använt som mest?',
	statement: (window: UseWindow) => {
		const { sql, parameters } = tables(window);
		return {
			sql: `WITH ${sql} SELECT * FROM holder ORDER BY product, unit`,
			parameters
		};
	},
	row: v.object({
		product: v.string(),
		unit: v.string(),
		purchased: v.nullable(v.number()),
		used: v.nullable(v.number()),
		most_used: v.nullable(v.number()),
		used_year_before: v.nullable(v.number()),
		price: v.nullable(v.number()),
		/** Licence rows of the last month. */
		row_count: v.number()
	})
});

/**
 * Per product: the most used together in any month of the window, over the nämnder whose purchase and use are known (a month
 * that one of them does not know counts its most), and the first notice day of its contracts from a day on.
 */
export const licencePools = defineQuery({
	name: 'licence-pools',
	question: 'Hur många licenser har nämnderna använt som mest tillsammans?',
	statement: ({ today, ...window }: UseWindow & { today: string }) => {
		const { sql, parameters } = tables(window);
		const { selection } = window;
		const bought = licenceCondition({ ...selection, from: selection.to });
		return {
			sql: `WITH ${sql}, pooled AS (
				SELECT holder.product, months.month, sum(coalesce(cell.used, holder.most_used)) AS used
				FROM holder CROSS JOIN (SELECT DISTINCT month FROM cell WHERE month >= ?) months
				LEFT JOIN cell ON cell.product = holder.product AND cell.unit = holder.unit AND cell.month = months.month
				WHERE holder.most_used IS NOT NULL AND holder.purchased IS NOT NULL GROUP BY 1, 2
			), bound AS (
				SELECT coalesce(product::VARCHAR, 'Okänt') AS product, min(contract.notice_day) AS notice_day
				FROM licence JOIN contract ON contract.contract_id = licence.contract_id::VARCHAR
				WHERE ${bought.sql} AND contract.notice_day >= ?::DATE GROUP BY 1
			)
			SELECT products.product, pool.most_used::BIGINT AS most_used, strftime(bound.notice_day, '%Y-%m-%d') AS notice_day
			FROM (SELECT DISTINCT product FROM holder) products
			LEFT JOIN (SELECT product, max(used) AS most_used FROM pooled GROUP BY 1) pool ON pool.product = products.product
			LEFT JOIN bound ON bound.product = products.product ORDER BY products.product`,
			parameters: [...parameters, selection.from, ...bought.parameters, today]
		};
	},
	row: v.object({
		product: v.string(),
		most_used: v.nullable(v.number()),
		notice_day: v.nullable(v.string())
	})
});
