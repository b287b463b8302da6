import * as v from 'valibot';
import { defineQuery } from './query';

const day = v.nullable(v.string());
const text = v.nullable(v.string());
const number = v.nullable(v.number());

/**
 * Every contract with its days and what the ledger holds on it. `invoiced` is öre on the contract itself (own and
 * assumed rows); `ceiling_used` is öre on it and on avrop under it since its start. Both are null without cost data.
 */
export const contractList = defineQuery({
	name: 'contract-list',
	question: 'Vilka avtal finns, när slutar de och vad har fakturerats på dem?',
	statement: () => ({
		sql: `WITH invoiced AS (
			SELECT contract_ref, sum(amount)::BIGINT AS amount, count(*) AS row_count,
				sum(amount) FILTER (contract_cover = 'antagen')::BIGINT AS assumed
			FROM cost WHERE currency = 'SEK' AND contract_ref IS NOT NULL GROUP BY contract_ref
		), own_and_called AS (
			SELECT DISTINCT c.contract_id, c.contract_id AS counted FROM contract c
			UNION SELECT DISTINCT f.contract_id, a.contract_id FROM contract f JOIN contract a ON a.framework_ref = f.contract_id
		), used AS (
			SELECT o.contract_id, sum(k.amount)::BIGINT AS amount
			FROM own_and_called o
			JOIN (SELECT contract_id, min(start_day) AS start_day FROM contract GROUP BY 1) c ON c.contract_id = o.contract_id
			JOIN cost k ON k.contract_ref = o.counted
				AND (c.start_day IS NULL OR CASE WHEN k.is_period THEN last_day(k.day) ELSE k.day END >= c.start_day)
			WHERE k.currency = 'SEK' GROUP BY o.contract_id
		), loaded AS (SELECT count(*) > 0 AS has_cost FROM cost)
		SELECT c.* EXCLUDE (sheet, file_id, source_row, supplier_key),
			c.supplier_key::VARCHAR AS supplier_key,
			CASE WHEN loaded.has_cost THEN coalesce(i.amount, 0) END::BIGINT AS invoiced,
			CASE WHEN loaded.has_cost THEN coalesce(i.row_count, 0) END::INTEGER AS invoiced_rows,
			coalesce(i.assumed, 0)::BIGINT AS assumed,
			CASE WHEN loaded.has_cost THEN coalesce(u.amount, 0) END::BIGINT AS ceiling_used
		FROM contract c CROSS JOIN loaded
		LEFT JOIN invoiced i ON i.contract_ref = c.contract_id
		LEFT JOIN used u ON u.contract_id = c.contract_id
		ORDER BY c.file_id, c.source_row`,
		parameters: []
	}),
	row: v.object({
		contract_id: v.string(),
		registry_number: text,
		title: v.string(),
		supplier: text,
		organisation_number: text,
		supplier_key: text,
		unit: text,
		owner: v.optional(text),
		contract_type: text,
		procedure: text,
		bids: number,
		cpv: text,
		start_day: day,
		end_day: day,
		extension_kind: text,
		extension_count: number,
		extension_months: number,
		extensions_used: number,
		extension_call_months: number,
		notice_months: number,
		value: number,
		ceiling: number,
		price_adjustment: text,
		framework_ref: text,
		open_source: text,
		open_api: text,
		data_export: text,
		data_ownership: text,
		usage_data: text,
		divisible: text,
		exit_plan: text,
		data_processor: text,
		user_involvement: text,
		data_location: text,
		notice_day: day,
		latest_end: day,
		last_safe_start: day,
		/** Columns that somebody has filled in, joined by `|`. */
		completed: text,
		invoiced: number,
		invoiced_rows: number,
		assumed: v.number(),
		ceiling_used: number
	})
});
