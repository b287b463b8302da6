import * as v from 'valibot';
import type { Day } from '$lib/domain/day';
import { monthEnd, monthStart, type Period } from '$lib/domain/period';
import { defineQuery } from './query';

/**
 * Contracts whose last day to give notice lies between two days, soonest first. `amount` is öre invoiced in the period
 * on the contract and on avrop under it, IT or not; null without cost data.
 */
export const contractDecisions = defineQuery({
	name: 'contract-decisions',
	question: 'Vilka avtal måste vi snart besluta om?',
	statement: ({ from, to, period }: { from: Day; to: Day; period: Period | null }) => ({
		sql: `WITH due AS (
			SELECT contract_id, min(notice_day) AS notice_day, first(title ORDER BY source_row) AS title,
				first(unit::VARCHAR ORDER BY source_row) AS unit, first(end_day ORDER BY source_row) AS end_day,
				first(extension_kind::VARCHAR ORDER BY source_row) AS extension_kind,
				first(extension_months ORDER BY source_row) AS extension_months,
				first(extension_count - coalesce(extensions_used, 0) ORDER BY source_row) AS extensions_left,
				min(start_day) AS start_day
			FROM contract WHERE notice_day BETWEEN ?::DATE AND ?::DATE GROUP BY contract_id
		), counted AS (
			SELECT contract_id, contract_id AS ref FROM due
			UNION SELECT due.contract_id, c.contract_id FROM due JOIN contract c ON c.framework_ref = due.contract_id
		), invoiced AS (
			SELECT counted.contract_id, sum(k.amount)::BIGINT AS amount, count(*) AS row_count
			FROM counted JOIN due USING (contract_id) JOIN cost k ON k.contract_ref::VARCHAR = counted.ref
			WHERE k.currency = 'SEK' AND k.day BETWEEN ?::DATE AND ?::DATE
				AND (due.start_day IS NULL OR CASE WHEN k.is_period THEN last_day(k.day) ELSE k.day END >= due.start_day)
			GROUP BY counted.contract_id
		)
		SELECT due.contract_id, title, unit, notice_day, end_day, extension_kind, extension_months, extensions_left,
			${period ? 'coalesce(amount, 0)' : 'NULL'}::BIGINT AS amount, coalesce(row_count, 0) AS row_count
		FROM due LEFT JOIN invoiced USING (contract_id) ORDER BY notice_day, contract_id`,
		parameters: [from, to, period ? monthStart(period.from) : from, period ? monthEnd(period.to) : from]
	}),
	row: v.object({
		contract_id: v.string(),
		title: v.string(),
		unit: v.nullable(v.string()),
		notice_day: v.string(),
		end_day: v.nullable(v.string()),
		extension_kind: v.nullable(v.string()),
		extension_months: v.nullable(v.number()),
		extensions_left: v.nullable(v.number()),
		amount: v.nullable(v.number()),
		row_count: v.number()
	})
});
