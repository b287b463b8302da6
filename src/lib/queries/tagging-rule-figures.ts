// What each rule wins and matches. The engine groups the rows by who won and who matched; the rest is counted here.
import { tagColumns } from '$lib/domain/tag-columns';
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { matchedPositions } from '$lib/domain/rule-matches';
import { isOwnTag, matchNames, oreSums, tagSource, words, type RuledTable } from './tagging-table';

/** Who decided a row: the rule at a position, a person, or the file. Null where nothing did. */
export type Winner = number | 'hand' | 'fil';

/** Rows that the same rules match and the same one wins. */
export interface MatchGroup {
	tag_source: 'hand' | 'fil' | 'regel' | null;
	rule_position: number | null;
	/** Which part of a divided row, from 1. */
	part: number | null;
	/** The tags of rows that a person or the file decided; null in other groups. */
	it_cost: string | null;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	contract_id: string | null;
	maker: string | null;
	/** Ledger rows; a divided row counts in the group of its first part. */
	row_count: number;
	ore: number;
	absolute_ore: number;
	/** ISO day. */
	last_day: string | null;
	/** `match_0`, `match_1`, …, bit b of match_k for the rule at 48·k + b. */
	[match: `match_${number}`]: number;
}

/**
 * Rows and öre by winner and matching rules, for the months that `version` decides. Locked months stand outside, since
 * their positions are those of another version. Groups where no rule matches are left out.
 */
export const taggingRuleFigures = defineQuery({
	name: 'tagging-rule-figures',
	question: 'Vilka rader träffar varje regel, och vilka avgör den?',
	statement: ({ table, matchColumns, version }: RuledTable): Statement => {
		const matches = matchNames({ matchColumns });
		// Grouped on the columns as they are stored; words are made of the few groups.
		const own = tagColumns.map((tag) => `CASE WHEN ${isOwnTag()} THEN ${tag} END AS ${tag}`);
		return sql`SELECT * REPLACE (tag_source::VARCHAR AS tag_source,
				${tagColumns.map((tag) => `${tag}::VARCHAR AS ${tag}`).join(', ')})
			FROM (
				SELECT ${['tag_source', 'rule_position', 'part', ...own, ...matches].join(', ')},
					count(*) FILTER (part IS NULL OR part = 1) AS row_count, ${oreSums}, max(day) AS last_day
				FROM ${table}
				WHERE rule_version = ${bound(version)}::INTEGER
					AND (${matches.map((match) => `${match} <> 0`).join(' OR ') || 'false'})
				GROUP BY ALL
			) ORDER BY absolute_ore DESC`;
	},
	row: v.objectWithRest(
		{
			tag_source: tagSource,
			rule_position: v.nullable(v.number()),
			part: v.nullable(v.number()),
			it_cost: words,
			cost_kind: words,
			orientation: words,
			system_id: words,
			contract_id: words,
			maker: words,
			row_count: v.number(),
			ore: v.number(),
			absolute_ore: v.number(),
			last_day: words
		},
		v.union([v.number(), v.string(), v.null()])
	) as unknown as v.GenericSchema<unknown, MatchGroup>
});

/** Who decided the rows of a group. */
export function winnerOf({ tag_source, rule_position }: MatchGroup): Winner | null {
	return tag_source === 'hand' || tag_source === 'fil' ? tag_source : rule_position;
}

/** The `match_…` values of a group. */
export function matchesOf(group: MatchGroup): number[] {
	const matches: number[] = [];
	for (let column = 0; ; column++) {
		const match: number | undefined = group[`match_${column}`];
		if (match === undefined) return matches;
		matches.push(match);
	}
}

/** One rule's part in the ledger. Öre in kronor; rows of any currency. */
export interface RuleStanding {
	position: number;
	/** Rows that it wins, and their öre. */
	rows: number;
	ore: number;
	absoluteOre: number;
	/** The latest day that it won, ISO. */
	lastDay: string | null;
	/** Rows that it matches, won or not. */
	matchedRows: number;
	matchedOre: number;
	matchedAbsoluteOre: number;
	/** Who takes most of what it matches, where it wins nothing. */
	shadowedBy: Winner | null;
	/** Matches nothing · matches but never wins · wins. */
	state: 'dead' | 'shadowed' | 'wins';
}

/** What each rule wins and matches, by position from 0. */
export function ruleStandings(groups: readonly MatchGroup[], ruleCount: number): RuleStanding[] {
	const standings = Array.from({ length: ruleCount }, (_, position): RuleStanding => ({
		position,
		rows: 0,
		ore: 0,
		absoluteOre: 0,
		lastDay: null,
		matchedRows: 0,
		matchedOre: 0,
		matchedAbsoluteOre: 0,
		shadowedBy: null,
		state: 'dead'
	}));
	const takers = standings.map(() => new Map<Winner, { absoluteOre: number; rows: number }>());
	for (const group of groups) {
		const winner = winnerOf(group);
		for (const position of matchedPositions(matchesOf(group))) {
			const standing = standings[position];
			if (!standing) continue;
			standing.matchedRows += group.row_count;
			standing.matchedOre += group.ore;
			standing.matchedAbsoluteOre += group.absolute_ore;
			if (winner === position) {
				standing.rows += group.row_count;
				standing.ore += group.ore;
				standing.absoluteOre += group.absolute_ore;
				if (group.last_day !== null && group.last_day > (standing.lastDay ?? ''))
					standing.lastDay = group.last_day;
			} else if (winner !== null) {
				const taken = takers[position]?.get(winner) ?? { absoluteOre: 0, rows: 0 };
				takers[position]?.set(winner, {
					absoluteOre: taken.absoluteOre + group.absolute_ore,
					rows: taken.rows + group.row_count
				});
			}
		}
	}
	return standings.map((standing, position) => {
		if (standing.rows > 0) return { ...standing, state: 'wins' };
		if (standing.matchedRows === 0) return standing;
		const [most] = [...(takers[position] ?? [])].sort(
			([, a], [, b]) => b.absoluteOre - a.absoluteOre || b.rows - a.rows
		);
		return { ...standing, state: 'shadowed', shadowedBy: most?.[0] ?? null };
	});
}
