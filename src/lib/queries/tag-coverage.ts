import * as v from 'valibot';
import { otherTagColumns, tagColumns } from '$lib/domain/tag-columns';
import { defineQuery } from './query';
import { isOwnTag } from './tagging-table';

const sumOf = (condition: string): string => `coalesce(sum(abs(amount)) FILTER (${condition}), 0)::BIGINT`;

/**
 * Kronor (öre, absolute) by what judged them: IT by the file, a rule or a person, not IT, possible IT that nobody has judged
 * (`candidate_…`), and what no rule names (`unjudged_amount`). The six sum to all. Otaggad andel = candidates / (IT +
 * candidates). `conflict_amount` is of any of them: rows where a rule that lost would have set another tag, in the months
 * that today's rules decide. A judgement above a rule that only names candidates is no conflict: candidates are sorted so.
 */
export const tagCoverage = defineQuery({
	name: 'tag-coverage',
	question: 'Hur stor del av de möjliga it-kronorna är bedömd, och av vem?',
	statement: () => ({
		// Rules are compared once per combination of matches and tags, not once per row.
		sql: `WITH combination AS MATERIALIZED (
			SELECT *, row_number() OVER () AS place FROM (
				SELECT rule_id::VARCHAR AS rule_id, rule_version, also_matched::VARCHAR AS also_matched,
					tag_source::VARCHAR AS tag_source, keeps_own,
					${tagColumns.map((tag) => `CASE WHEN keeps_own THEN ${tag} END::VARCHAR AS ${tag}`).join(', ')},
					sum(abs(amount))::BIGINT AS amount
				FROM (
					SELECT *, ${isOwnTag()} OR part IS NOT NULL AS keeps_own FROM cost
					WHERE currency = 'SEK' AND rule_id IS NOT NULL AND (also_matched IS NOT NULL OR tag_source = 'fil')
						AND rule_version = (SELECT max(value)::INTEGER FROM meta WHERE key = 'rule_version')
				) GROUP BY ALL
			)
		),
		loser AS (
			SELECT place, rule_version, unnest(string_split(also_matched, '|')) AS rule_id FROM combination
			WHERE also_matched IS NOT NULL
			UNION ALL
			SELECT place, rule_version, rule_id FROM combination WHERE tag_source = 'fil'
		),
		winner AS (
			SELECT c.place, c.amount,
				${tagColumns.map((tag) => `CASE WHEN c.keeps_own THEN c.${tag} ELSE r.${tag} END AS ${tag}`).join(', ')}
			FROM combination c LEFT JOIN rule r ON r.rule_id = c.rule_id AND r.rule_version = c.rule_version
		),
		conflict AS (
			SELECT DISTINCT w.place, w.amount
			FROM winner w JOIN loser ON loser.place = w.place
				JOIN rule l ON l.rule_id = loser.rule_id AND l.rule_version = loser.rule_version
			WHERE (w.it_cost <> l.it_cost AND l.it_cost <> 'kandidat')
				OR (w.it_cost IS DISTINCT FROM 'nej' AND l.it_cost IS DISTINCT FROM 'nej'
					AND (${otherTagColumns.map((tag) => `w.${tag} <> l.${tag}`).join(' OR ')}))
		)
		SELECT ${sumOf("it_cost = 'ja'")} AS it_amount,
			${sumOf("it_cost = 'ja' AND tag_source = 'fil'")} AS by_file,
			${sumOf("it_cost = 'ja' AND tag_source = 'hand'")} AS by_hand,
			${sumOf("it_cost = 'ja' AND coalesce(tag_source, 'regel') = 'regel'")} AS by_rule,
			${sumOf("it_cost = 'nej'")} AS not_it,
			${sumOf('candidate')} AS candidate_amount,
			${sumOf('it_cost IS NULL AND NOT candidate')} AS unjudged_amount,
			count(*) FILTER (candidate) AS candidate_rows,
			(SELECT coalesce(sum(amount), 0)::BIGINT FROM conflict) AS conflict_amount
		FROM cost WHERE currency = 'SEK'`,
		parameters: []
	}),
	row: v.object({
		it_amount: v.number(),
		by_file: v.number(),
		by_hand: v.number(),
		by_rule: v.number(),
		not_it: v.number(),
		candidate_amount: v.number(),
		unjudged_amount: v.number(),
		candidate_rows: v.number(),
		conflict_amount: v.number()
	})
});
