// Precision help: rows that a rule takes but that do not look like the others that it takes.
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { isOwnTag, words, type TaggingTable } from './tagging-table';

/**
 * Why a group looks unlike the rest, the strongest first.
 * - `supplier_otherwise`, `account_otherwise`: most of the judged kronor that the supplier, or the account, has outside the
 *   rule are judged the other way (ja against nej).
 * - `supplier_outside`, `account_outside`: a rare group, and nearly all that the supplier, or the account, has outside the rule
 *   is touched by no rule.
 * - `rare`: a rare group, in a rule most of whose kronor lie in a few groups.
 */
export const unlikeReasons = [
	'supplier_otherwise',
	'account_otherwise',
	'supplier_outside',
	'account_outside',
	'rare'
] as const;

/** A group is rare below this share of the rule's |öre|. */
const rareBelow = 0.02;
/** How much of what lies outside the rule must stand outside every rule. */
const nearlyAll = 0.9;
/** Fewer rows than this elsewhere say nothing. */
const enoughRows = 2;

/**
 * Groups by supplier and account of the rows that a rule wins in the draft and that look unlike the rest, strongest reason
 * first and then by |öre|. `share` is of the rule's |öre|; `elsewhere_rows` and `elsewhere_share` (0–1, of |öre|) are what the
 * reason rests on, null for `rare`. `groups` is how many there are in all.
 */
export const taggingUnlikeRows = defineQuery({
	name: 'tagging-unlike-rows',
	question: 'Vilka rader som regeln tar liknar inte de andra?',
	statement: ({
		table,
		draft,
		position,
		limit
	}: TaggingTable & {
		draft: string;
		/** Of the rule, in the draft. */
		position: number;
		limit: number;
	}): Statement => {
		const sums = `count(*) AS row_count, coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0) AS absolute_ore`;
		// What lies outside the rule, by supplier and by account.
		const elsewhere = (key: string): string => `(
				SELECT ${key} AS key,
					coalesce(sum(absolute_ore) FILTER (it_cost = 'ja'), 0) AS it_ore,
					coalesce(sum(absolute_ore) FILTER (it_cost = 'nej'), 0) AS not_it_ore,
					coalesce(sum(row_count) FILTER (it_cost IS NOT NULL), 0) AS judged_rows,
					coalesce(sum(absolute_ore) FILTER (it_cost IS NULL AND NOT candidate), 0) AS outside_ore,
					sum(absolute_ore) AS all_ore, sum(row_count) AS all_rows
				FROM outside WHERE ${key} IS NOT NULL GROUP BY ${key}
			)`;
		const otherwise = (side: string): string => `CASE WHEN ${side}.judged_rows >= ${enoughRows} THEN
				CASE own.it_cost WHEN 'ja' THEN ${side}.not_it_ore WHEN 'nej' THEN ${side}.it_ore END
				/ nullif(${side}.it_ore + ${side}.not_it_ore, 0) END`;
		const outside = (
			side: string
		): string => `CASE WHEN own.it_cost = 'ja' AND ${side}.all_rows >= ${enoughRows}
				THEN ${side}.outside_ore / nullif(${side}.all_ore, 0) END`;
		return sql`WITH taken AS MATERIALIZED (
				SELECT row_id, supplier_key::VARCHAR AS supplier_key, supplier::VARCHAR AS supplier,
					account::VARCHAR AS account, account_text::VARCHAR AS account_text, amount, currency, part,
					it_cost::VARCHAR AS it_cost
				FROM ${draft} WHERE rule_position = ${bound(position)}::INTEGER AND NOT ${isOwnTag()}
			),
			own AS (
				SELECT *, absolute_ore / nullif(sum(absolute_ore) OVER (), 0) AS share,
					sum(CASE WHEN NOT is_rare THEN absolute_ore ELSE 0 END) OVER ()
						>= 0.5 * sum(absolute_ore) OVER () AS is_concentrated
				FROM (
					SELECT *, absolute_ore < ${String(rareBelow)} * sum(absolute_ore) OVER () AS is_rare FROM (
						SELECT supplier_key, account, max(supplier) AS supplier, max(account_text) AS account_text,
							CASE WHEN bool_or(it_cost = 'ja') THEN 'ja' WHEN bool_or(it_cost = 'nej') THEN 'nej' END AS it_cost,
							count(DISTINCT row_id) AS row_count,
							coalesce(sum(amount) FILTER (currency = 'SEK'), 0)::BIGINT AS ore,
							coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0)::BIGINT AS absolute_ore
						FROM taken GROUP BY supplier_key, account
					)
				)
			),
			outside AS MATERIALIZED (
				SELECT supplier_key::VARCHAR AS supplier_key, account::VARCHAR AS account, it_cost::VARCHAR AS it_cost,
					coalesce(candidate, false) AS candidate, row_count, absolute_ore
				FROM (
					SELECT supplier_key, account, it_cost, candidate, ${sums} FROM ${table}
					WHERE row_id NOT IN (SELECT row_id FROM taken) GROUP BY ALL
				)
			),
			weighed AS (
				SELECT own.*, ${otherwise('of_supplier')} AS supplier_otherwise, ${otherwise('of_account')} AS account_otherwise,
					${outside('of_supplier')} AS supplier_outside, ${outside('of_account')} AS account_outside,
					of_supplier.judged_rows AS supplier_judged, of_supplier.all_rows AS supplier_rows,
					of_account.judged_rows AS account_judged, of_account.all_rows AS account_rows
				FROM own LEFT JOIN ${elsewhere('supplier_key')} of_supplier ON of_supplier.key = own.supplier_key
					LEFT JOIN ${elsewhere('account')} of_account ON of_account.key = own.account
			),
			reasoned AS (
				SELECT *, CASE WHEN supplier_otherwise > 0.5 THEN 1 WHEN account_otherwise > 0.5 THEN 2
					WHEN is_rare AND supplier_outside >= ${String(nearlyAll)} THEN 3
					WHEN is_rare AND account_outside >= ${String(nearlyAll)} THEN 4
					WHEN is_rare AND is_concentrated THEN 5 END AS rank
				FROM weighed
			)
			SELECT supplier_key, supplier, account, account_text, row_count, ore, absolute_ore,
				coalesce(share, 0)::DOUBLE AS share,
				[${unlikeReasons.map((reason) => `'${reason}'`).join(', ')}][rank] AS reason,
				(CASE rank WHEN 1 THEN supplier_judged WHEN 2 THEN account_judged WHEN 3 THEN supplier_rows
					WHEN 4 THEN account_rows END)::BIGINT AS elsewhere_rows,
				(CASE rank WHEN 1 THEN supplier_otherwise WHEN 2 THEN account_otherwise WHEN 3 THEN supplier_outside
					WHEN 4 THEN account_outside END)::DOUBLE AS elsewhere_share,
				count(*) OVER () AS groups
			FROM reasoned WHERE rank IS NOT NULL
			ORDER BY rank, absolute_ore DESC, supplier_key, account LIMIT ${bound(limit)}`;
	},
	row: v.object({
		supplier_key: words,
		supplier: words,
		account: words,
		account_text: words,
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number(),
		share: v.number(),
		reason: v.picklist(unlikeReasons),
		elsewhere_rows: v.nullable(v.number()),
		elsewhere_share: v.nullable(v.number()),
		groups: v.number()
	})
});
