import { inConflict } from './tagging-conflicts';
import { otherTagColumns } from '$lib/domain/tag-columns';
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { isOwnTag, matchNames, words, type RuledTable } from './tagging-table';

export interface CoverageInput extends RuledTable {
	/** `keys` of ruleConflicts for the same table and version. */
	conflicts: readonly string[];
}

/**
 * |Öre| per nämnd and year, per nämnd (year null), and in all (both null, `is_total`): IT by file, rule and hand, judged as not
 * IT, candidates, and rows that no rule names. The six sum to the whole. `in_conflict` is |öre| of any of them where rules
 * disagree; months that another version decides are never in conflict.
 */
export const taggingCoverage = defineQuery({
	name: 'tagging-coverage',
	question: 'Hur stor del av kronorna är bedömd, av vem, per nämnd och år?',
	statement: ({ table, matchColumns, version, conflicts }: CoverageInput): Statement => {
		const matches = matchNames({ matchColumns });
		// One scan makes groups; what is in conflict is asked of those, and only where several rules could disagree.
		const detail = conflicts.length
			? [
					'rule_position',
					'part',
					'rule_version',
					...otherTagColumns.map((tag) => `CASE WHEN ${isOwnTag()} THEN ${tag} END AS ${tag}`),
					...matches
				].join(', ') + ','
			: '';
		const isInConflict = conflicts.length
			? sql`rule_version = ${bound(version)}::INTEGER AND ${inConflict({ matchColumns }, conflicts)}`
			: sql`false`;
		return sql`WITH grouped AS MATERIALIZED (
				SELECT unit, year(day) AS year, it_cost, candidate, tag_source, ${detail}
					sum(abs(amount)) AS absolute_ore
				FROM ${table} WHERE currency = 'SEK' GROUP BY ALL
			),
			named AS (
				SELECT unit::VARCHAR AS unit, year::INTEGER AS year, it_cost::VARCHAR AS it_cost,
					tag_source::VARCHAR AS tag_source, candidate, absolute_ore, ${isInConflict} AS in_conflict
				FROM grouped
			)
			SELECT unit, year, grouping(unit) = 1 AS is_total,
				coalesce(sum(absolute_ore), 0)::BIGINT AS total,
				coalesce(sum(absolute_ore) FILTER (it_cost = 'ja' AND tag_source = 'fil'), 0)::BIGINT AS by_file,
				coalesce(sum(absolute_ore) FILTER (it_cost = 'ja' AND tag_source = 'hand'), 0)::BIGINT AS by_hand,
				coalesce(sum(absolute_ore) FILTER (it_cost = 'ja'
					AND coalesce(tag_source, 'regel') = 'regel'), 0)::BIGINT AS by_rule,
				coalesce(sum(absolute_ore) FILTER (it_cost = 'nej'), 0)::BIGINT AS not_it,
				coalesce(sum(absolute_ore) FILTER (it_cost IS NULL AND candidate), 0)::BIGINT AS candidates,
				coalesce(sum(absolute_ore) FILTER (it_cost IS NULL AND NOT coalesce(candidate, false)), 0)::BIGINT
					AS unjudged,
				coalesce(sum(absolute_ore) FILTER (in_conflict), 0)::BIGINT AS in_conflict
			FROM named GROUP BY GROUPING SETS ((unit, year), (unit), ())
			ORDER BY is_total DESC, unit, year DESC NULLS FIRST`;
	},
	row: v.object({
		unit: words,
		year: v.nullable(v.number()),
		is_total: v.boolean(),
		total: v.number(),
		by_file: v.number(),
		by_hand: v.number(),
		by_rule: v.number(),
		not_it: v.number(),
		candidates: v.number(),
		unjudged: v.number(),
		in_conflict: v.number()
	})
});
