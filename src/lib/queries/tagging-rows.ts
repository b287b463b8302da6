// The rows behind the figures of the work lists, what a person judges them by, and how the ledger writes their suppliers.
import { inConflict } from './tagging-conflicts';
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import {
	allOf,
	isOwnTag,
	judged,
	judgement,
	matchNames,
	oreSums,
	rowCount,
	tagSource,
	type TaggingTable,
	words,
	cellIs,
	inYear,
	anyOf
} from './tagging-table';
import {
	notJudged,
	rowConditions,
	untaggedGroupings,
	wordConditions,
	type UntaggedInput
} from './tagging-untagged';

/** The cells that the rows of a group share; see untaggedGroupings. */
export interface GroupCells {
	supplier_key?: string | null;
	account?: string | null;
	unit?: string | null;
}

/** The parts that coverage is told in, by the names of tagging-coverage. */
export const coverageShares = [
	'by_file',
	'by_rule',
	'by_hand',
	'not_it',
	'candidates',
	'unjudged',
	'in_conflict'
] as const;
export type CoverageShare = (typeof coverageShares)[number];

/** Which judged rows. */
export type JudgedSelection =
	/** Of some groups of untagged rows, under the filters that they were found by; of all that the filters find when null. */
	| { of: 'untagged'; filter: Omit<UntaggedInput, 'table'>; groups: readonly GroupCells[] | null }
	/** With any of these keys of tagging-conflicts. */
	| { of: 'conflict'; keys: readonly string[] }
	| { of: 'supplier'; supplier_key: string; side: 'it' | 'not_it' | 'unjudged' }
	/** That the rule at a position wins. */
	| { of: 'rule'; position: number }
	/** Of a nämnd (undefined for all, null for none named) and a year, or all years. */
	| {
			of: 'coverage';
			share: CoverageShare;
			unit?: string | null;
			year: number | null;
			/** `keys` of ruleConflicts. */
			conflicts: readonly string[];
	  };

/** A table of judged rows, or a bracketed SELECT of several. */
export interface JudgedRowsInput extends TaggingTable {
	matchColumns: number;
	selection: JudgedSelection;
}

function condition({ matchColumns, selection }: JudgedRowsInput): Statement {
	switch (selection.of) {
		case 'untagged':
			return untagged(selection.filter, selection.groups);
		case 'conflict':
			return inConflict({ matchColumns }, selection.keys);
		case 'supplier': {
			const side = { it: "it_cost = 'ja'", not_it: "it_cost = 'nej'", unjudged: 'it_cost IS NULL' };
			return sql`supplier_key::VARCHAR = ${bound(selection.supplier_key)} AND ${side[selection.side]}`;
		}
		case 'rule':
			return sql`rule_position = ${bound(selection.position)}::INTEGER AND NOT ${isOwnTag()}`;
		case 'coverage': {
			const { share, unit, year, conflicts } = selection;
			const conditions = [sql`currency = 'SEK'`, shareCondition(share, matchColumns, conflicts)];
			if (unit !== undefined) conditions.push(cellIs('unit', unit));
			if (year !== null) conditions.push(inYear(year));
			return allOf(conditions);
		}
	}
}

function untagged(filter: Omit<UntaggedInput, 'table'>, groups: readonly GroupCells[] | null): Statement {
	const input = { ...filter, table: '' };
	const conditions = [rowConditions(input), wordConditions(input)];
	if (groups) {
		const keys = untaggedGroupings[filter.by];
		const each = groups.map((group) => allOf(keys.map((key) => cellIs(key, group[key] ?? null))));
		conditions.push(anyOf(each));
	}
	return allOf(conditions);
}

function shareCondition(share: CoverageShare, matchColumns: number, conflicts: readonly string[]): Statement {
	switch (share) {
		case 'by_file':
			return sql`it_cost = 'ja' AND tag_source = 'fil'`;
		case 'by_hand':
			return sql`it_cost = 'ja' AND tag_source = 'hand'`;
		case 'by_rule':
			return sql`it_cost = 'ja' AND coalesce(tag_source, 'regel') = 'regel'`;
		case 'not_it':
			return sql`it_cost = 'nej'`;
		case 'in_conflict':
			return inConflict({ matchColumns }, conflicts);
		default:
			return sql`${notJudged(share)}`;
	}
}

/** How many rows, and their öre and |öre| in kronor. `foreign_rows` are in other currencies. */
export const taggingRowTotals = defineQuery({
	name: 'tagging-row-totals',
	question: 'Hur många rader ligger bakom talet, och vad är deras summa?',
	statement: (input: JudgedRowsInput): Statement =>
		sql`SELECT ${rowCount} AS row_count, ${oreSums},
				count(*) FILTER (currency IS DISTINCT FROM 'SEK') AS foreign_rows
			FROM ${input.table} WHERE ${condition(input)}`,
	row: v.object({
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number(),
		foreign_rows: v.number()
	})
});

const cells = [
	'organisation_number',
	'responsibility',
	'operation',
	'project',
	'activity',
	'object',
	'counterpart',
	'voucher',
	'invoice'
];

/**
 * One page of rows, or parts of rows, largest |öre| first, with what a rule can ask about and what decided their tags. In full
 * editions only.
 * @param input.matchColumns the `match_…` columns of the table; they are returned as they are
 */
export const taggingRows = defineQuery({
	name: 'tagging-rows',
	question: 'Vilka rader i huvudboken ligger bakom talet, och vad avgör deras taggar?',
	statement: (input: JudgedRowsInput & { limit: number; offset: number }): Statement =>
		sql`WITH shown AS MATERIALIZED (
				SELECT * FROM ${input.table} WHERE ${condition(input)}
				ORDER BY abs(amount) DESC, row_id, part LIMIT ${bound(input.limit)} OFFSET ${bound(input.offset)}
			)
			SELECT shown.row_id, shown.part, shown.day, cost.is_period, shown.unit::VARCHAR AS unit,
				shown.account::VARCHAR AS account, shown.account_text::VARCHAR AS account_text,
				shown.supplier_key::VARCHAR AS supplier_key, shown.supplier::VARCHAR AS supplier, cost.text,
				shown.amount, shown.currency::VARCHAR AS currency,
				${cells.map((cell) => `cost.${cell}::VARCHAR AS ${cell}`).join(', ')},
				${judged('shown')} AS judged, shown.cost_kind::VARCHAR AS cost_kind,
				shown.orientation::VARCHAR AS orientation, shown.system_id::VARCHAR AS system_id,
				shown.contract_id::VARCHAR AS contract_id, shown.maker::VARCHAR AS maker,
				shown.tag_source::VARCHAR AS tag_source, shown.rule_position, shown.hand_position, shown.drafted,
				[${matchNames(input)
					.map((match) => `shown.${match}::VARCHAR`)
					.join(', ')}]::VARCHAR[]::VARCHAR AS matches,
				file.name AS file_name, cost.sheet::VARCHAR AS sheet, cost.source_row
			FROM shown JOIN cost ON cost.row_id = shown.row_id LEFT JOIN file ON file.file_id = cost.file_id
			ORDER BY abs(shown.amount) DESC, shown.row_id, shown.part`,
	row: v.object({
		row_id: v.number(),
		part: v.nullable(v.number()),
		day: v.string(),
		is_period: v.boolean(),
		unit: words,
		account: words,
		account_text: words,
		supplier_key: words,
		supplier: words,
		text: words,
		amount: v.number(),
		currency: words,
		organisation_number: words,
		responsibility: words,
		operation: words,
		project: words,
		activity: words,
		object: words,
		counterpart: words,
		voucher: words,
		invoice: words,
		judged: judgement,
		cost_kind: words,
		orientation: words,
		system_id: words,
		contract_id: words,
		maker: words,
		tag_source: tagSource,
		rule_position: v.nullable(v.number()),
		hand_position: v.nullable(v.number()),
		/** The row is judged by the draft, and its positions are those of the draft. */
		drafted: v.boolean(),
		/** The `match_…` values. */
		matches: v.pipe(
			v.string(),
			v.transform((text) =>
				text
					.replace(/[[\]\s]/g, '')
					.split(',')
					.filter(Boolean)
					.map(Number)
			)
		),
		file_name: words,
		sheet: words,
		source_row: v.number()
	})
});
export type JudgedRow = v.InferOutput<typeof taggingRows.row>;

/** The ledger's rows as they were found, and SQL for their fingerprint: both from `$lib/tagging`. */
export interface FoundRows {
	/** Bracketed SELECT of whole rows. */
	table: string;
	fingerprint: (row: string) => string;
}

/**
 * What rows are known by when a person judges them: the fingerprint, the whole öre, and how many rows of the ledger have it, which
 * is more than one where rows are alike in everything.
 */
export const taggingRowKeys = defineQuery({
	name: 'tagging-row-keys',
	question: 'Vilka rader är lika i allt, och bedöms därför lika?',
	statement: ({ found, rowIds }: { found: FoundRows; rowIds: readonly number[] }): Statement =>
		sql`WITH chosen AS MATERIALIZED (
				SELECT found.row_id, found.day, found.amount, ${found.fingerprint('found')} AS row_key
				FROM ${found.table} AS found
				WHERE row_id IN (SELECT unnest(string_split(${bound(rowIds.join())}::VARCHAR, ','))::INTEGER)
			),
			alike AS (
				SELECT row_key, count(*) AS alike FROM (
					SELECT ${found.fingerprint('found')} AS row_key FROM ${found.table} AS found
					WHERE found.amount IN (SELECT amount FROM chosen) AND found.day IN (SELECT day FROM chosen)
				) WHERE row_key IN (SELECT row_key FROM chosen) GROUP BY row_key
			)
			SELECT chosen.row_id, chosen.row_key, chosen.amount, alike.alike
			FROM chosen JOIN alike ON alike.row_key = chosen.row_key ORDER BY chosen.row_id`,
	row: v.object({
		row_id: v.number(),
		row_key: v.string(),
		amount: v.number(),
		alike: v.number()
	})
});

/**
 * How the ledger writes some suppliers: every name and number of each key. `is_shared`: another supplier has the same name, or is
 * without one too.
 */
export const taggingSpellings = defineQuery({
	name: 'tagging-spellings',
	question: 'Hur skriver huvudboken leverantörernas namn och nummer?',
	statement: ({ keys }: { keys: readonly (string | null)[] }): Statement => {
		const known = keys.filter((key) => key !== null);
		return sql`WITH known AS MATERIALIZED (
				SELECT supplier_key::VARCHAR AS supplier_key, supplier::VARCHAR AS supplier,
					organisation_number::VARCHAR AS organisation_number
				FROM (SELECT DISTINCT supplier_key, supplier, organisation_number FROM cost)
			),
			own AS (
				SELECT * FROM known WHERE ${keys.includes(null) ? 'supplier_key IS NULL OR' : ''}
					supplier_key IN (SELECT unnest(string_split(${bound(known.join('\u001e'))}::VARCHAR, chr(30))))
			)
			SELECT own.*, EXISTS (
					SELECT 1 FROM known other WHERE lower(other.supplier) IS NOT DISTINCT FROM lower(own.supplier)
						AND other.supplier_key IS DISTINCT FROM own.supplier_key
				) AS is_shared
			FROM own ORDER BY supplier_key, supplier, organisation_number`;
	},
	row: v.object({
		supplier_key: words,
		supplier: words,
		organisation_number: words,
		is_shared: v.boolean()
	})
});
