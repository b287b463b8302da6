import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import {
	allOf,
	isOwnTag,
	judged,
	judgement,
	tagSource,
	words,
	type TaggingTable,
	cellIs
} from './tagging-table';
import { notJudged, untaggedGroupings, type UntaggedGrouping, type UntaggedKind } from './tagging-untagged';

/** The rows that a rule wins, or those of a group of untagged rows. */
export type ExampleSource =
	| { of: 'rule'; position: number; version: number }
	| {
			of: 'group';
			by: UntaggedGrouping;
			which: UntaggedKind;
			/** The group's own values of the columns that it is grouped by. */
			supplier_key?: string | null;
			account?: string | null;
			unit?: string | null;
	  };

function condition(source: ExampleSource): Statement {
	if (source.of === 'rule')
		return sql`rule_position = ${bound(source.position)}::INTEGER AND rule_version = ${bound(source.version)}::INTEGER
			AND NOT ${isOwnTag()}`;
	const cells = untaggedGroupings[source.by].map((key) => cellIs(key, source[key] ?? null));
	return allOf([sql`${notJudged(source.which)}`, ...cells]);
}

/**
 * Example rows, or parts of rows: the largest |öre| of each supplier first, then their second largest, so that one supplier
 * does not fill the list. `text` is the row's free text. In full editions only.
 */
export const taggingExamples = defineQuery({
	name: 'tagging-examples',
	question: 'Hur ser raderna ut?',
	statement: ({ table, source, limit }: TaggingTable & { source: ExampleSource; limit: number }): Statement =>
		sql`WITH shown AS MATERIALIZED (
				SELECT * FROM (
					SELECT *, row_number() OVER (PARTITION BY supplier_key ORDER BY abs(amount) DESC, row_id, part) AS turn
					FROM ${table} WHERE ${condition(source)}
				) ORDER BY turn, abs(amount) DESC, row_id, part LIMIT ${bound(limit)}
			)
			SELECT shown.row_id, shown.part, shown.day, shown.unit::VARCHAR AS unit, shown.account::VARCHAR AS account,
				shown.account_text::VARCHAR AS account_text, shown.supplier_key::VARCHAR AS supplier_key,
				shown.supplier::VARCHAR AS supplier, cost.text, shown.amount, shown.currency::VARCHAR AS currency,
				${judged('shown')} AS judged, shown.cost_kind::VARCHAR AS cost_kind,
				shown.tag_source::VARCHAR AS tag_source
			FROM shown LEFT JOIN cost ON cost.row_id = shown.row_id
			ORDER BY turn, abs(shown.amount) DESC, shown.row_id, shown.part`,
	row: v.object({
		row_id: v.number(),
		part: v.nullable(v.number()),
		day: v.string(),
		unit: words,
		account: words,
		account_text: words,
		supplier_key: words,
		supplier: words,
		text: words,
		amount: v.number(),
		currency: words,
		judged: judgement,
		cost_kind: words,
		tag_source: tagSource
	})
});
