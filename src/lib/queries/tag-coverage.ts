import * as v from 'valibot';
import { defineQuery } from './query';

/** Kronor (öre, absolute) that are IT, possible IT not judged, and neither. Otaggad andel = candidates / (IT + candidates). */
export const tagCoverage = defineQuery({
	name: 'tag-coverage',
	question: 'Hur stor del av de möjliga it-kronorna är inte bedömda?',
	statement: () => ({
		sql: `SELECT
			coalesce(sum(abs(amount)) FILTER (it_cost = 'ja'), 0)::BIGINT AS it_amount,
			coalesce(sum(abs(amount)) FILTER (candidate), 0)::BIGINT AS candidate_amount,
			coalesce(sum(abs(amount)) FILTER (it_cost IS NULL AND NOT candidate), 0)::BIGINT AS unjudged_amount,
			count(*) FILTER (candidate) AS candidate_rows
		FROM cost WHERE currency = 'SEK'`,
		parameters: []
	}),
	row: v.object({
		it_amount: v.number(),
		candidate_amount: v.number(),
		unjudged_amount: v.number(),
		candidate_rows: v.number()
	})
});
