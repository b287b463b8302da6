import * as v from 'valibot';
import { noFilters, type Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** Two spans of IT cost. */
export interface ComparedSpans {
	filters: Filters & { period: Period };
	/** The months compared with. */
	compared: Period;
	/** The nämnd compared with, instead of those of the filters; null compares the same rows in other months. */
	unit: string | null;
}

/** The filters of the rows compared with. */
export function filtersBefore({ filters, compared, unit }: ComparedSpans): Filters & { period: Period } {
	const months = { ...filters, period: compared };
	if (unit === null) return months;
	return { ...months, units: [unit], excluding: filters.excluding.filter((list) => list !== 'units') };
}

/**
 * IT cost (öre) and rows of both spans per supplier, contract, system, kostnadsslag and nämnd, with the names that registers
 * give them. `inside` is what all filters keep. Of suppliers that they keep, the rows of other nämnder and kostnadsslag
 * come too, unless two nämnder are compared: they tell where cost moved from or to.
 */
export const comparedPurchases = defineQuery({
	name: 'compared-purchases',
	question: 'Vilka köp kostar mer eller mindre än förut?',
	statement: (spans: ComparedSpans) => {
		const { filters } = spans;
		const wide = { ...filters, units: [], costKinds: [] };
		const base = costFilter({
			...wide,
			period: null,
			excluding: filters.excluding.filter((list) => list !== 'units' && list !== 'costKinds')
		});
		const { units, costKinds, excluding } = filters;
		const kinds = costFilter({
			...noFilters,
			costKinds,
			excluding: excluding.filter((list) => list === 'costKinds')
		});
		const kept = costFilter({ ...noFilters, units, excluding: excluding.filter((list) => list === 'units') });
		const other = costFilter({ ...noFilters, units: spans.unit === null ? [] : [spans.unit] });
		const months = (period: Period) => costFilter({ ...noFilters, period });
		const [now, before] = [months(filters.period), months(spans.compared)];
		const twoUnits = spans.unit !== null;
		return {
			sql: `WITH marked AS (SELECT supplier_key, contract_ref, system_ref, cost_kind, unit, amount,
				(${now.sql})${twoUnits ? ` AND (${kept.sql})` : ''} AS is_now,
				(${before.sql})${twoUnits ? ` AND (${other.sql})` : ''} AS is_before,
				(${kinds.sql})${twoUnits ? '' : ` AND (${kept.sql})`} AS inside
				FROM cost WHERE ${base.sql}),
			cell AS (SELECT supplier_key::VARCHAR AS supplier, contract_ref::VARCHAR AS contract, system_ref::VARCHAR AS system,
				cost_kind::VARCHAR AS kind, unit::VARCHAR AS unit, inside,
				coalesce(sum(amount) FILTER (is_now), 0)::BIGINT AS now,
				coalesce(sum(amount) FILTER (is_before), 0)::BIGINT AS before,
				count(*) FILTER (is_now) AS rows_now, count(*) FILTER (is_before) AS rows_before
				FROM marked WHERE (is_now OR is_before)${twoUnits ? ' AND inside' : ''}
				GROUP BY supplier_key, contract_ref, system_ref, cost_kind, unit, inside
				QUALIFY bool_or(inside) OVER (PARTITION BY supplier_key))
			SELECT cell.*, s.supplier AS supplier_name, c.title AS contract_title, y.name AS system_name FROM cell
			LEFT JOIN supplier s ON s.supplier_key = cell.supplier
			LEFT JOIN (SELECT contract_id, min(title) AS title FROM contract GROUP BY contract_id) c ON c.contract_id = cell.contract
			LEFT JOIN (SELECT system_id, min(name) AS name FROM system GROUP BY system_id) y ON y.system_id = cell.system
			ORDER BY cell.supplier, cell.contract, cell.system, cell.kind, cell.unit`,
			parameters: [
				...now.parameters,
				...(twoUnits ? kept.parameters : []),
				...before.parameters,
				...(twoUnits ? other.parameters : []),
				...kinds.parameters,
				...(twoUnits ? [] : kept.parameters),
				...base.parameters
			]
		};
	},
	row: v.object({
		supplier: v.nullable(v.string()),
		contract: v.nullable(v.string()),
		system: v.nullable(v.string()),
		kind: v.string(),
		unit: v.nullable(v.string()),
		inside: v.boolean(),
		now: v.number(),
		before: v.number(),
		rows_now: v.number(),
		rows_before: v.number(),
		supplier_name: v.nullable(v.string()),
		contract_title: v.nullable(v.string()),
		system_name: v.nullable(v.string())
	})
});
