import * as v from 'valibot';
import { systemCostKinds } from '$lib/domain/unlisted-system';
import { yearBefore, type Period } from '$lib/domain/period';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

const text = v.nullable(v.string());
/** Texts that are told for a supplier, those of most kronor. */
const mostTexts = 5;

/** A text without figures, weeks, masks and "Kredit": what the invoices of one thing have in common. */
const commonText = `trim(regexp_replace(regexp_replace(coalesce(text, ''), '^kredit\\w*\\s+', '', 'i'),
	'[\\s,;:]*(\\b(v|vecka|etapp|nr)\\.?\\s*)?[0-9*][0-9*\\s./:-]*', ' ', 'gi'))`;

/**
 * IT kronor (öre) on no system by supplier and kostnadsslag, of those that systems are paid as. Internal rows and rows without a
 * supplier are left out.
 */
export const unlistedCost = defineQuery({
	name: 'unlisted-cost',
	question: 'Vem får betalt för något som liknar ett system, utan att något system är känt?',
	statement: ({ period, freeText }: { period: Period; freeText: boolean }) => {
		const now = inPeriod(period);
		const before = inPeriod(yearBefore(period));
		return {
			sql: `WITH found AS MATERIALIZED (
				SELECT supplier_key::VARCHAR AS supplier_key, cost_kind::VARCHAR AS cost_kind, account::VARCHAR AS account,
					unit::VARCHAR AS unit, orientation::VARCHAR AS orientation, strftime(day, '%Y-%m') AS month, amount,
					${now.sql} AS is_now, ${before.sql} AS is_before, ${freeText ? commonText : "''"} AS common
				FROM cost WHERE ${itRows} AND system_ref IS NULL AND NOT internal AND supplier_key IS NOT NULL
					AND cost_kind::VARCHAR IN (${systemCostKinds.map(() => '?').join(', ')})
			),
			texts AS (
				SELECT supplier_key, cost_kind, common,
					row_number() OVER (PARTITION BY supplier_key, cost_kind ORDER BY weight DESC, common) AS place
				FROM (SELECT supplier_key, cost_kind, common, sum(abs(amount)) AS weight FROM found
					WHERE is_now AND common <> '' GROUP BY ALL)
			)
			SELECT f.*, s.supplier, s.organisation_number, t.texts FROM (
				SELECT supplier_key, cost_kind,
					CASE WHEN count(DISTINCT orientation) FILTER (is_now) = 1 THEN min(orientation) FILTER (is_now) END AS orientation,
					string_agg(DISTINCT account, '|' ORDER BY account) FILTER (is_now) AS accounts,
					string_agg(DISTINCT unit, '|' ORDER BY unit) FILTER (is_now) AS units,
					sum(amount) FILTER (is_now)::BIGINT AS amount, count(*) FILTER (is_now) AS row_count,
					count(DISTINCT month) FILTER (is_now) AS months, count(DISTINCT month) FILTER (is_before) AS months_before
				FROM found WHERE is_now OR is_before GROUP BY supplier_key, cost_kind
				HAVING count(*) FILTER (is_now) > 0
			) f LEFT JOIN supplier s ON s.supplier_key = f.supplier_key
			LEFT JOIN (
				SELECT supplier_key, cost_kind, string_agg(replace(common, '|', ' '), '|' ORDER BY place) AS texts
				FROM texts WHERE place <= ${String(mostTexts)} GROUP BY ALL
			) t ON t.supplier_key = f.supplier_key AND t.cost_kind = f.cost_kind
			ORDER BY f.amount DESC, f.supplier_key, f.cost_kind`,
			parameters: [...now.parameters, ...before.parameters, ...systemCostKinds]
		};
	},
	row: v.object({
		supplier_key: v.string(),
		supplier: text,
		organisation_number: text,
		cost_kind: v.picklist(systemCostKinds),
		orientation: text,
		accounts: text,
		units: text,
		amount: v.number(),
		row_count: v.number(),
		months: v.number(),
		months_before: v.number(),
		texts: text
	})
});
