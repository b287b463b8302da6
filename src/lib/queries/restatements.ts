// Reported months keep the version that they were locked with. What today's rules would say of them is listed here.
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';

/**
 * Each restated row with the lock that decides its month: the one that came first, as at publishing. `it_before` and
 * `it_after` are what of the whole row is IT, in öre; NULL in other currencies, which stand outside sums.
 */
const restated = `SELECT r.row_id, c.day, c.is_period, c.unit::VARCHAR AS unit, c.account::VARCHAR AS account,
		c.account_text::VARCHAR AS account_text, c.supplier::VARCHAR AS supplier,
		coalesce(c.whole_amount, c.amount) AS amount, c.currency::VARCHAR AS currency,
		CASE WHEN c.currency = 'SEK' THEN r.it_before END AS it_before,
		CASE WHEN c.currency = 'SEK' THEN r.it_after END AS it_after,
		r.tags_before, r.tags_after, r.version_before, r.version_after,
		(SELECT min(l.lock_id) FROM period_lock l WHERE c.day BETWEEN l.from_day AND l.to_day) AS lock_id
	FROM restatement r JOIN cost c ON c.row_id = r.row_id`;

/** Rows and öre per lock, largest change first. `absolute_change` is the sum of what each row changes by, whatever its sign. */
export const restatementTotals = defineQuery({
	name: 'restatement-totals',
	question: 'Vad i låsta månader skulle dagens regler tagga annorlunda?',
	statement: (): Statement => ({
		sql: `SELECT lock_id, count(*) AS row_count, coalesce(sum(it_before), 0)::BIGINT AS it_before,
				coalesce(sum(it_after), 0)::BIGINT AS it_after,
				coalesce(sum(abs(it_after - it_before)), 0)::BIGINT AS absolute_change,
				min(version_before) AS version_before, max(version_after) AS version_after
			FROM (${restated}) GROUP BY lock_id ORDER BY absolute_change DESC, row_count DESC, lock_id`,
		parameters: []
	}),
	row: v.object({
		lock_id: v.nullable(v.number()),
		row_count: v.number(),
		it_before: v.number(),
		it_after: v.number(),
		absolute_change: v.number(),
		version_before: v.number(),
		version_after: v.number()
	})
});
export type LockTotal = v.InferOutput<typeof restatementTotals.row>;

/** The restated rows of one lock, or of all; those whose IT kronor change most come first. */
export const restatementRows = defineQuery({
	name: 'restatement-rows',
	question: 'Vilka rader i låsta månader skulle dagens regler tagga annorlunda?',
	statement: ({
		lock,
		limit,
		offset
	}: {
		lock: number | null;
		limit: number;
		offset: number;
	}): Statement => ({
		sql: `SELECT * FROM (${restated})${lock === null ? '' : ' WHERE lock_id = ?::INTEGER'}
			ORDER BY abs(coalesce(it_after - it_before, 0)) DESC, abs(amount) DESC, row_id LIMIT ? OFFSET ?`,
		parameters: [...(lock === null ? [] : [lock]), limit, offset]
	}),
	row: v.object({
		row_id: v.number(),
		day: v.string(),
		is_period: v.boolean(),
		unit: v.nullable(v.string()),
		account: v.nullable(v.string()),
		account_text: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		amount: v.number(),
		currency: v.nullable(v.string()),
		it_before: v.nullable(v.number()),
		it_after: v.nullable(v.number()),
		tags_before: v.string(),
		tags_after: v.string(),
		version_before: v.number(),
		version_after: v.number(),
		lock_id: v.nullable(v.number())
	})
});
export type RestatedRow = v.InferOutput<typeof restatementRows.row>;
