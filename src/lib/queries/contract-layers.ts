import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * Contracts whose systems lie in several lager, and what is paid on them (öre; null without rows). `layers` and `systems`
 * are words between `|`.
 */
export const contractLayers = defineQuery({
	name: 'contract-layers',
	question: 'Vilka avtal spänner över flera lager?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `WITH named AS (
				SELECT DISTINCT trim(unnest(string_split(contract_ids, '|'))) AS contract_id, system_id, lower(trim(layer)) AS layer
				FROM system WHERE contract_ids IS NOT NULL AND layer IS NOT NULL
			), spanning AS (
				SELECT contract_id, string_agg(DISTINCT layer, '|' ORDER BY layer) AS layers,
					string_agg(DISTINCT system_id, '|' ORDER BY system_id) AS systems
				FROM named WHERE contract_id <> '' GROUP BY 1 HAVING count(DISTINCT layer) > 1
			), spent AS (
				SELECT contract_ref::VARCHAR AS contract_id, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${where.sql} GROUP BY 1
			)
			SELECT spanning.contract_id, min(c.title) AS title, min(c.supplier_key) AS supplier_key,
				min(c.supplier) AS supplier, layers, systems, any_value(spent.amount) AS amount,
				coalesce(any_value(spent.row_count), 0) AS row_count
			FROM spanning LEFT JOIN contract c ON c.contract_id = spanning.contract_id
			LEFT JOIN spent ON spent.contract_id = spanning.contract_id
			GROUP BY spanning.contract_id, layers, systems
			ORDER BY amount DESC NULLS LAST, spanning.contract_id`,
			parameters: where.parameters
		};
	},
	row: v.object({
		contract_id: v.string(),
		title: v.nullable(v.string()),
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		layers: v.string(),
		systems: v.string(),
		amount: v.nullable(v.number()),
		row_count: v.number()
	})
});

export type ContractLayers = v.InferOutput<typeof contractLayers.row>;
