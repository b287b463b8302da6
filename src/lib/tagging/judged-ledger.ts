// The whole ledger of an edition, judged anew: the workbench's own table, and the part of it that a draft can change.
import { tagColumns } from '$lib/domain/tag-columns';
import type { Condition } from './condition';
import { conditionSql } from './condition-sql';
import { matchColumns } from '$lib/domain/rule-matches';
import { handTagChanges, ruleChanges } from './rule-changes';
import type { RuleSet } from './rule';
import { fingerprintSql } from './row-fingerprint';
import { bound, joined, sqlText, type SqlText } from '$lib/engine/sql-text';
import { listedTypes } from './listed-types';
import { taggedRows } from './tagged-rows';

/** What an edition adds to a row as the ledger had it. */
const derived = [
	'candidate',
	'tag_source',
	'rule_id',
	'rule_version',
	'also_matched',
	'part',
	'whole_amount',
	'internal',
	'contract_cover',
	'contract_ref',
	...tagColumns.map((tag) => `own_${tag}`)
];

/**
 * The edition's cost rows as they were found: whole, with the tags of their file. The edition must be attached as
 * `edition` and be a controller's.
 */
export const foundCost = `(SELECT * EXCLUDE (${derived.join(', ')})
	REPLACE (${tagColumns.map((tag) => `own_${tag} AS ${tag}`).join(', ')}, coalesce(whole_amount, amount) AS amount)
	FROM edition.cost WHERE part IS NULL OR part = 1)`;

/** Which rows a draft is judged on: all, or those that a condition holds of. */
export type Affected = { all: true } | { all: false; condition: SqlText };

/**
 * The statement that judges a ledger by a rule set into a new table of the engine's own. One row per part of a ledger row:
 * `row_id` (of the edition), `part`, `day`, `amount` (öre), `currency`, `unit`, `account`, `account_text`, `supplier_key`,
 * `supplier`, the tags, `candidate`, `tag_source`, `rule_version`, `rule_position`, `hand_position` and `match_…`.
 */
export function judgeLedger(rules: RuleSet, table: string, affected: Affected = { all: true }): SqlText {
	const tagged = affected.all
		? taggedRows(rules, foundCost)
		: // The few rows are found once: the tagging reads its table several times, and would find them anew each time.
			sqlText`WITH affected_row AS MATERIALIZED (SELECT * FROM ${foundCost} AS found WHERE ${affected.condition})
				SELECT * FROM (${taggedRows(rules, 'affected_row')})`;
	const matches = Array.from({ length: matchColumns(rules.regler.length) }, (_, n) => `, match_${n}`);
	return sqlText`CREATE TABLE ${table} AS SELECT row_id, part, day, amount, currency, unit, account, account_text,
		supplier_key, supplier, it_cost::${listedTypes.it_cost} AS it_cost, candidate, cost_kind::${listedTypes.cost_kind} AS cost_kind,
		orientation::${listedTypes.orientation} AS orientation, system_id, contract_id, maker,
		tag_source::${listedTypes.tag_source} AS tag_source, rule_version, rule_position, hand_position
		${matches.join('')} FROM (${tagged})`;
}

/** More changes than this, and the whole ledger is judged: asking which rows they touch would cost as much. */
const fewChanges = 12;

/**
 * The rows that can be judged otherwise after a change of rules: those that a new, removed, changed or moved rule holds of,
 * before or after, and those judged by hand. Null when nothing is changed.
 */
export function affectedRows(before: RuleSet, after: RuleSet): Affected | null {
	const changes = ruleChanges(before, after);
	const hands = handTagChanges(before, after);
	if (!changes.length && !hands.length) return null;
	if (changes.length > fewChanges) return { all: true };
	const conditions = changes
		.flatMap(({ before: old, after: fresh }) => [old?.om, fresh?.om])
		.filter((condition): condition is Condition => condition !== undefined);
	const distinct = [
		...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()
	];
	const parts = distinct.map((condition) => conditionSql(condition));
	if (hands.length) {
		const amounts = joined(
			hands.map(({ before: old, after: fresh }) => bound((fresh ?? old)?.belopp ?? null)),
			', '
		);
		const keys = joined(
			hands.map(({ before: old, after: fresh }) => bound((fresh ?? old)?.rad ?? null)),
			', '
		);
		parts.push(
			sqlText`(CASE WHEN found.amount IN (${amounts}) THEN ${fingerprintSql('found')} IN (${keys}) ELSE false END)`
		);
	}
	return { all: false, condition: joined(parts, ' OR ') };
}
