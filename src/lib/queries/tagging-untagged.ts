// What nobody has judged, in groups that a person can judge at once.
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { allOf, oreSums, rowCount, words, type TaggingTable, inYear } from './tagging-table';

/** What the rows are grouped by, and the columns that are then one value each. */
export const untaggedGroupings = {
	supplier_account: ['supplier_key', 'account'],
	supplier: ['supplier_key'],
	account: ['account'],
	unit: ['unit'],
	account_unit: ['account', 'unit']
} as const;
export type UntaggedGrouping = keyof typeof untaggedGroupings;

/** Possible IT that is not judged · rows that no rule names · both. */
export type UntaggedKind = 'candidates' | 'unjudged' | 'all';

export interface UntaggedInput extends TaggingTable {
	by: UntaggedGrouping;
	which: UntaggedKind;
	/** Words in the supplier's name, the account or its text; all groups when empty. */
	search?: string;
	accountPrefix?: string;
	year?: number | null;
}

/** SQL for rows that nobody has judged. */
export function notJudged(which: UntaggedKind, alias?: string): string {
	const row = alias === undefined ? '' : `${alias}.`;
	const candidate = `coalesce(${row}candidate, false)`;
	const isOpen = `${row}it_cost IS NULL`;
	if (which === 'candidates') return `${isOpen} AND ${candidate}`;
	return which === 'unjudged' ? `${isOpen} AND NOT ${candidate}` : isOpen;
}

/** What is asked of each row: whole numbers only. */
export function rowConditions({ which, year }: UntaggedInput): Statement {
	const conditions = [sql`${notJudged(which)}`];
	if (year !== undefined && year !== null) conditions.push(inYear(year));
	return allOf(conditions);
}

/** What is asked of words, and so of groups that have one of each. */
export function wordConditions({ search, accountPrefix }: UntaggedInput): Statement {
	const conditions: Statement[] = [];
	const wanted = search?.trim().toLocaleLowerCase('sv') ?? '';
	if (accountPrefix) conditions.push(sql`starts_with(account::VARCHAR, ${bound(accountPrefix)})`);
	if (wanted)
		conditions.push(sql`contains(lower(concat_ws(chr(31), supplier::VARCHAR, account::VARCHAR, account_text::VARCHAR)),
			${bound(wanted)})`);
	return allOf(conditions);
}

/**
 * `fine`: one line per supplier, account and nämnd; `grouped`: the groups asked for. The ledger is scanned once, on columns of
 * numbered words; words themselves are only looked at in the lines.
 */
function groups(input: UntaggedInput): Statement {
	const keys = untaggedGroupings[input.by];
	const hasUnit = (keys as readonly string[]).includes('unit');
	return sql`fine AS MATERIALIZED (
			SELECT supplier_key, supplier, account, account_text, ${hasUnit ? 'unit,' : ''}
				${rowCount} AS row_count, ${oreSums}, min(day) AS first_day, max(day) AS last_day
			FROM ${input.table} WHERE ${rowConditions(input)} GROUP BY ALL
		),
		grouped AS (
			SELECT ${keys.join(', ')}, sum(row_count)::BIGINT AS row_count, sum(ore)::BIGINT AS ore, sum(absolute_ore)::BIGINT AS absolute_ore,
				min(first_day) AS first_day, max(last_day) AS last_day
			FROM fine WHERE ${wordConditions(input)} GROUP BY ${keys.join(', ')}
		)`;
}

/**
 * The groups with most |öre| first. `supplier` and `account_text` are the names with most kronor, null where the grouping does
 * not hold them to one; `suppliers` and `accounts` are how many there are. `text_rows` have a free text.
 */
export const taggingUntagged = defineQuery({
	name: 'tagging-untagged',
	question: 'Vilka rader är inte bedömda, och hur många kronor rör de?',
	statement: (input: UntaggedInput & { limit: number; offset: number }): Statement => {
		const keys: readonly string[] = untaggedGroupings[input.by];
		const held = (key: string, table: string, column = key): string =>
			keys.includes(key) ? `${table}.${column}::VARCHAR AS ${column}` : `NULL::VARCHAR AS ${column}`;
		const same = (table: string): string =>
			keys.map((key) => `shown.${key} IS NOT DISTINCT FROM ${table}.${key}`).join(' AND ');
		const order = `absolute_ore DESC, ${keys.join(', ')}`;
		return sql`WITH ${groups(input)},
			shown AS MATERIALIZED (
				SELECT * FROM grouped ORDER BY ${order} LIMIT ${bound(input.limit)} OFFSET ${bound(input.offset)}
			),
			named AS (
				SELECT ${keys.map((key) => `shown.${key}`).join(', ')},
					arg_max(fine.supplier::VARCHAR, fine.absolute_ore) AS supplier,
					arg_max(fine.account_text::VARCHAR, fine.absolute_ore) AS account_text,
					count(DISTINCT fine.supplier_key) AS suppliers, count(DISTINCT fine.account) AS accounts
				FROM shown JOIN (SELECT * FROM fine WHERE ${wordConditions(input)}) fine ON ${same('fine')}
				GROUP BY ALL
			),
			texts AS (
				SELECT ${keys.map((key) => `shown.${key}`).join(', ')}, count(DISTINCT own.row_id) AS text_rows
				FROM (
					SELECT row_id, ${keys.join(', ')} FROM ${input.table}
					WHERE ${rowConditions(input)} AND ${wordConditions(input)}
				) own
				JOIN shown ON ${same('own')}
				JOIN cost ON cost.row_id = own.row_id
				WHERE cost.text IS NOT NULL GROUP BY ALL
			)
			SELECT ${[
				held('supplier_key', 'shown'),
				held('supplier_key', 'named', 'supplier'),
				held('account', 'shown'),
				held('account', 'named', 'account_text'),
				held('unit', 'shown')
			].join(', ')},
				suppliers, accounts, row_count, ore, absolute_ore, first_day, last_day,
				coalesce(text_rows, 0)::BIGINT AS text_rows
			FROM shown JOIN named ON ${same('named')} LEFT JOIN texts ON ${same('texts')}
			ORDER BY ${order
				.split(', ')
				.map((column) => `shown.${column}`)
				.join(', ')}`;
	},
	row: v.object({
		supplier_key: words,
		supplier: words,
		account: words,
		account_text: words,
		unit: words,
		suppliers: v.number(),
		accounts: v.number(),
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number(),
		first_day: v.string(),
		last_day: v.string(),
		text_rows: v.number()
	})
});

/** How many groups there are, and their rows and öre: what is not shown is the difference. */
export const taggingUntaggedTotals = defineQuery({
	name: 'tagging-untagged-totals',
	question: 'Hur mycket är inte bedömt?',
	statement: (input: UntaggedInput): Statement =>
		sql`WITH ${groups(input)}
			SELECT count(*) AS group_count, coalesce(sum(row_count), 0)::BIGINT AS row_count,
				coalesce(sum(ore), 0)::BIGINT AS ore, coalesce(sum(absolute_ore), 0)::BIGINT AS absolute_ore
			FROM grouped`,
	row: v.object({
		group_count: v.number(),
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number()
	})
});
