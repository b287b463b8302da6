import { monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { inPeriod } from './cost-filter';
import { defineQuery } from './query';

/**
 * What today's rules would tag otherwise in the months of a follow-up, per nämnd and change of tags: rows, and öre of IT before
 * and after. Rows in other currencies stand outside sums. The change that moves most comes first.
 */
export const followUpRestatements = defineQuery({
	name: 'follow-up-restatements',
	question: 'Vad skulle dagens regler ändra i uppföljningens låsta månader?',
	statement: ({ year, cut }: { year: number; cut: number }) => {
		const period = inPeriod({ from: monthFrom(year, 1), to: monthFrom(year, cut) });
		return {
			sql: `SELECT coalesce(c.unit::VARCHAR, 'Okänt') AS unit, r.tags_before, r.tags_after, r.version_before,
				r.version_after, count(*) AS row_count, sum(r.it_before)::BIGINT AS it_before, sum(r.it_after)::BIGINT AS it_after
			FROM restatement r JOIN cost c ON c.row_id = r.row_id
			WHERE c.currency = 'SEK' AND c.${period.sql}
			GROUP BY ALL ORDER BY abs(sum(r.it_after) - sum(r.it_before)) DESC, count(*) DESC, unit, r.tags_before, r.tags_after`,
			parameters: period.parameters
		};
	},
	row: v.object({
		unit: v.string(),
		tags_before: v.string(),
		tags_after: v.string(),
		version_before: v.number(),
		version_after: v.number(),
		row_count: v.number(),
		it_before: v.number(),
		it_after: v.number()
	})
});
export type FollowUpRestatement = v.InferOutput<typeof followUpRestatements.row>;
