import type { Filters } from '$lib/domain/filters';
import { groupedKey, type SupplierGroup } from '$lib/domain/supplier-group';
import type { SupplierView } from '$lib/domain/supplier-view';
import type { Parameter } from '$lib/engine/engine';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { namedSuppliers, realSupplierKey } from './real-supplier';
import { defineQuery } from './query';

export interface ConcentrationQuestion {
	filters: Filters;
	view: SupplierView;
	/** By the supplier's key; asked for in the view by koncern only. */
	groups: ReadonlyMap<string, SupplierGroup>;
}

/**
 * Concentration of IT cost per kostnadsslag and nämnd, and their totals (öre): a null beside `all_…` is every one, else cost
 * without one. Net per supplier in the cell, floored at 0; companies of a koncern are floored before they are added. Cost
 * without a supplier is `nameless` and in no index. Suppliers that the filters name are one among all.
 */
export const concentrationCells = defineQuery({
	name: 'concentration-cells',
	question: 'Hur samlad är it-kostnaden på få leverantörer, per kostnadsslag och nämnd?',
	statement: ({ filters, view, groups }: ConcentrationQuestion) => {
		const where = costFilter(filters, 'suppliers');
		const koncern = view === 'group' ? [...groups] : [];
		const parameters: Parameter[] = [
			...where.parameters,
			...koncern.flatMap(([supplier, { key }]) => [supplier, groupedKey(key)])
		];
		const maker = view === 'maker' ? 'maker' : 'NULL::VARCHAR';
		const places = koncern.map(() => '(?, ?)').join(', ');
		return {
			// Grouped before its words become text, and by maker only where that is asked: most of a large ledger goes there.
			sql: `WITH summed AS (
				SELECT cost_kind, unit, supplier_key, ${maker} AS maker, sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE ${where.sql} GROUP BY ALL
			), base AS (
				SELECT cost_kind::VARCHAR AS cost_kind, unit::VARCHAR AS unit, supplier_key::VARCHAR AS supplier_key,
					maker::VARCHAR AS maker, amount, row_count
				FROM summed
			), ${namedSuppliers}, koncern(supplier_key, koncern) AS (
				${places ? `VALUES ${places}` : 'SELECT NULL::VARCHAR, NULL::VARCHAR WHERE false'}
			), party AS (
				SELECT base.cost_kind, base.unit, base.amount, base.row_count,
					${view === 'maker' ? realSupplierKey('base') : 'base.supplier_key'} AS party
				FROM base LEFT JOIN named ON named.name = lower(base.maker)
			), netted AS (
				SELECT cost_kind, unit, grouping(cost_kind) = 1 AS all_kinds, grouping(unit) = 1 AS all_units,
					party, sum(amount)::BIGINT AS amount, sum(row_count)::BIGINT AS row_count
				FROM party
				GROUP BY GROUPING SETS ((cost_kind, unit, party), (cost_kind, party), (unit, party), (party))
			), counted AS (
				SELECT cost_kind, unit, all_kinds, all_units, coalesce(koncern.koncern, party) AS who,
					sum(amount)::BIGINT AS net, sum(greatest(amount, 0))::BIGINT AS amount,
					sum(greatest(-amount, 0))::BIGINT AS floored, sum(row_count)::BIGINT AS row_count
				FROM netted LEFT JOIN koncern ON koncern.supplier_key = netted.party GROUP BY ALL
			)
			SELECT cost_kind, unit, all_kinds, all_units, sum(net)::BIGINT AS amount,
				coalesce(sum(net) FILTER (WHERE who IS NULL), 0)::BIGINT AS nameless,
				coalesce(sum(amount) FILTER (WHERE who IS NOT NULL), 0)::BIGINT AS base,
				coalesce(sum(floored) FILTER (WHERE who IS NOT NULL), 0)::BIGINT AS floored,
				(count(*) FILTER (WHERE who IS NOT NULL AND amount > 0))::INTEGER AS suppliers,
				10000 * sum(amount::DOUBLE * amount) FILTER (WHERE who IS NOT NULL)
					/ nullif((sum(amount) FILTER (WHERE who IS NOT NULL))::DOUBLE, 0) ** 2 AS hhi,
				first(who ORDER BY amount DESC, who) FILTER (WHERE who IS NOT NULL AND amount > 0) AS top_key,
				coalesce(max(amount) FILTER (WHERE who IS NOT NULL), 0)::BIGINT AS top_amount,
				sum(row_count)::INTEGER AS row_count
			FROM counted GROUP BY cost_kind, unit, all_kinds, all_units
			ORDER BY all_kinds, all_units, amount DESC, cost_kind, unit`,
			parameters
		};
	},
	row: v.object({
		cost_kind: v.nullable(v.string()),
		unit: v.nullable(v.string()),
		all_kinds: v.boolean(),
		all_units: v.boolean(),
		amount: v.number(),
		nameless: v.number(),
		base: v.number(),
		floored: v.number(),
		suppliers: v.number(),
		hhi: v.nullable(v.number()),
		top_key: v.nullable(v.string()),
		top_amount: v.number(),
		row_count: v.number()
	})
});
