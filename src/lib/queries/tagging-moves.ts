// What a draft of the rules would change: the draft's rows beside the same ledger rows as they are tagged now.
import { otherTagColumns, tagColumns } from '$lib/domain/tag-columns';
import * as v from 'valibot';
import type { Month } from '$lib/domain/period';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import {
	allOf,
	inMonths,
	isOwnTag,
	judged,
	judgement,
	tagSource,
	words,
	type TaggingTable
} from './tagging-table';

export interface MovesInput extends TaggingTable {
	/** The draft's table: every ledger row that the draft may change, all its parts. */
	draft: string;
	/** The version of the saved rules, and the one that the draft's rows carry. */
	version: number;
	draftVersion: number;
	/** For each position in the draft, the rule's position in the saved set; null for a new rule. Equal when left out. */
	savedPositions?: readonly (number | null)[];
	/** Months that are locked. */
	lockedMonths: readonly Month[];
}

const tags = ['judged', ...otherTagColumns] as const;
const sideColumns = [...tags, 'source', 'rule', 'version'] as const;

/** How a row, or a part of one, is tagged. */
const sideRow = {
	/** 'kandidat' is possible IT that nobody has judged. */
	judged: judgement,
	cost_kind: words,
	orientation: words,
	system_id: words,
	contract_id: words,
	maker: words,
	source: tagSource,
	/** Position of the rule that won, in the set of `version`; null where a person, the file or nothing decided. */
	rule: v.nullable(v.number()),
	version: v.nullable(v.number())
};
export type MoveSide = { [Name in keyof typeof sideRow]: v.InferOutput<(typeof sideRow)[Name]> };

type Prefixed<Prefix extends string> = {
	[Name in keyof MoveSide as `${Prefix}_${Name & string}`]: MoveSide[Name];
};
/** Both sides, as `before_…` and `after_…`. */
export type MoveSides = Prefixed<'before'> & Prefixed<'after'>;

/** The columns of both sides, for the schema of a row. */
export const moveSideRow = {
	before_judged: sideRow.judged,
	before_cost_kind: words,
	before_orientation: words,
	before_system_id: words,
	before_contract_id: words,
	before_maker: words,
	before_source: tagSource,
	before_rule: sideRow.rule,
	before_version: sideRow.version,
	after_judged: sideRow.judged,
	after_cost_kind: words,
	after_orientation: words,
	after_system_id: words,
	after_contract_id: words,
	after_maker: words,
	after_source: tagSource,
	after_rule: sideRow.rule,
	after_version: sideRow.version
};

/** `before_…` and `after_…`, for lists of columns. */
export const moveSideColumns = ['before', 'after'].flatMap((prefix) =>
	sideColumns.map((name) => `${prefix}_${name}`)
);

/** A side's columns, from a row of either table. */
function sideOf(alias: string, prefix: string): string {
	return [
		`${judged(alias)} AS ${prefix}_judged`,
		...otherTagColumns.map((tag) => `${alias}.${tag}::VARCHAR AS ${prefix}_${tag}`),
		`${alias}.tag_source::VARCHAR AS ${prefix}_source`,
		`${ruleOf(alias)} AS ${prefix}_rule`,
		`${alias}.rule_version AS ${prefix}_version`
	].join(', ');
}

function ruleOf(alias: string): string {
	return `CASE WHEN NOT ${isOwnTag(alias)} THEN ${alias}.rule_position END`;
}

/** One text per combination of tags; no tag is empty. */
const tagKey = (alias: string): string =>
	`concat_ws(chr(31), ${tags
		.map((tag) => `coalesce(${tag === 'judged' ? judged(alias) : `${alias}.${tag}::VARCHAR`}, '')`)
		.join(', ')})`;

/** Whether another decides the row than before. Positions of different versions are not compared. */
function deciderDiffers({ version, draftVersion, savedPositions }: MovesInput): Statement {
	const saved = savedPositions
		? sql`TRY_CAST(string_split(${bound(savedPositions.map((position) => position ?? -1).join(','))}::VARCHAR, ',')[d.rule_position + 1] AS INTEGER)`
		: sql`d.rule_position`;
	return sql`(d.tag_source IS DISTINCT FROM s.tag_source OR (NOT ${isOwnTag('d')} AND CASE
		WHEN s.rule_version = ${bound(version)}::INTEGER AND d.rule_version = ${bound(draftVersion)}::INTEGER
			THEN s.rule_position IS DISTINCT FROM ${saved}
		WHEN s.rule_version = d.rule_version THEN s.rule_position IS DISTINCT FROM d.rule_position
		ELSE false END))`;
}

/**
 * Common tables that end in `moves`: what goes from one way of being tagged to another, `row_id`, `day`, `currency`, `amount`
 * (öre), both sides, and `tags_differ`: false where only who decides is another and no kronor change their tags.
 *
 * A row that is divided on either side is compared as the multiset of its parts. Parts with the same tags are put together.
 * What a tag combination has on both sides stays there. The rest on either side sums to the same; it is laid out in the
 * order of the tags along one line, and what lies beside each other is what has moved from the one to the other. So each
 * side's öre are counted once, and no more moves than must.
 */
export function movesBetween(input: MovesInput): Statement {
	const { table, draft } = input;
	const differ = [
		'coalesce(s.candidate AND s.it_cost IS NULL, false) <> coalesce(d.candidate AND d.it_cost IS NULL, false)',
		...tagColumns.map((tag) => `s.${tag} IS DISTINCT FROM d.${tag}`)
	].join(' OR ');
	const parts = (name: string, from: string, prefix: string): string => `${name} AS MATERIALIZED (
			SELECT p.row_id, ${tagKey('p')} AS key, ${sideOf('p', prefix)}, min(p.day) AS day,
				min(p.currency::VARCHAR) AS currency, sum(p.amount)::BIGINT AS amount
			FROM ${from} p WHERE p.row_id IN (SELECT row_id FROM divided) GROUP BY ALL
		)`;
	// What is left of each combination when what stays is taken away, as a stretch from `upto - rest` to `upto`.
	const rest = (name: string, from: string): string => `${name} AS (
			SELECT *, sum(rest) OVER (PARTITION BY row_id ORDER BY key)::BIGINT AS upto,
				row_number() OVER (PARTITION BY row_id ORDER BY key) AS nth
			FROM (
				SELECT p.*, abs(p.amount) - coalesce(abs(stays.amount), 0) AS rest,
					sum(abs(p.amount)) OVER (PARTITION BY p.row_id) AS whole, stays.key IS NOT NULL AS has_stayed
				FROM ${from} p LEFT JOIN stays ON stays.row_id = p.row_id AND stays.key = p.key
			) WHERE rest > 0 OR (whole = 0 AND NOT has_stayed)
		)`;
	const columns = ['row_id', 'day', 'currency', 'amount', ...moveSideColumns, 'tags_differ'].join(', ');
	return sql`divided AS MATERIALIZED (
			SELECT DISTINCT d.row_id FROM ${draft} d JOIN ${table} s ON s.row_id = d.row_id
			WHERE d.part IS NOT NULL OR s.part IS NOT NULL
		),
		decided AS MATERIALIZED (
			SELECT d.row_id, bool_or(${deciderDiffers(input)}) AS decider_differs
			FROM ${draft} d JOIN ${table} s ON s.row_id = d.row_id
			WHERE d.row_id IN (SELECT row_id FROM divided) GROUP BY d.row_id
		),
		${parts('before_parts', table, 'before')},
		${parts('after_parts', draft, 'after')},
		stays AS MATERIALIZED (
			SELECT b.row_id, b.key, CASE WHEN abs(b.amount) < abs(a.amount) THEN b.amount ELSE a.amount END AS amount
			FROM before_parts b JOIN after_parts a ON a.row_id = b.row_id AND a.key = b.key
		),
		${rest('before_rest', 'before_parts')},
		${rest('after_rest', 'after_parts')},
		moves AS (
			SELECT ${columns} FROM (
				SELECT d.row_id, d.day, d.currency::VARCHAR AS currency, d.amount, ${sideOf('s', 'before')},
					${sideOf('d', 'after')}, (${differ}) AS tags_differ
				FROM ${draft} d JOIN ${table} s ON s.row_id = d.row_id
				WHERE d.part IS NULL AND s.part IS NULL AND (${differ} OR ${deciderDiffers(input)})
			)
			UNION ALL
			SELECT ${columns} FROM (
				SELECT b.row_id, b.day, b.currency, b.* EXCLUDE (row_id, day, currency, amount, key),
					a.* EXCLUDE (row_id, day, currency, amount, key, rest, upto, nth, whole, has_stayed),
					(sign(b.amount) * (least(b.upto, a.upto) - greatest(b.upto - b.rest, a.upto - a.rest)))::BIGINT AS amount,
					true AS tags_differ
				FROM before_rest b JOIN after_rest a ON a.row_id = b.row_id
				WHERE greatest(b.upto - b.rest, a.upto - a.rest) < least(b.upto, a.upto)
					OR (b.whole = 0 AND b.nth = 1 AND a.nth = 1)
			)
			UNION ALL
			SELECT ${columns} FROM (
				SELECT b.row_id, b.day, b.currency, stays.amount, b.* EXCLUDE (row_id, day, currency, amount, key),
					a.* EXCLUDE (row_id, day, currency, amount, key), false AS tags_differ
				FROM stays JOIN decided ON decided.row_id = stays.row_id AND decided.decider_differs
				JOIN before_parts b ON b.row_id = stays.row_id AND b.key = stays.key
				JOIN after_parts a ON a.row_id = stays.row_id AND a.key = stays.key
			)
		)`;
}

/**
 * Rows and öre that change, from how they are tagged now to how the draft would tag them, per year and apart for locked
 * months; what changes tags first, then largest |öre|. `groups` is how many there are in all. A divided row counts in each
 * group that a part of it moves in.
 */
export const taggingMoves = defineQuery({
	name: 'tagging-moves',
	question: 'Vad flyttas om utkastet sparas, varifrån och vart?',
	statement: (input: MovesInput & { limit: number }): Statement => {
		const columns = moveSideColumns.join(', ');
		return sql`WITH ${movesBetween(input)}
			SELECT *, count(*) OVER () AS groups FROM (
				SELECT year(day)::INTEGER AS year, (${inMonths(input.lockedMonths)}) AS locked, tags_differ, ${columns},
					count(*) AS row_count,
					coalesce(sum(amount) FILTER (currency = 'SEK'), 0)::BIGINT AS ore,
					coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0)::BIGINT AS absolute_ore
				FROM moves GROUP BY ALL
			) ORDER BY tags_differ DESC, absolute_ore DESC, row_count DESC, year, ${columns} LIMIT ${bound(input.limit)}`;
	},
	row: v.object({
		year: v.number(),
		locked: v.boolean(),
		tags_differ: v.boolean(),
		...moveSideRow,
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number(),
		groups: v.number()
	})
});

/** Everything that changes its tags: ledger rows, öre and |öre|, and what of it lies in locked months. */
export const taggingMoveTotals = defineQuery({
	name: 'tagging-move-totals',
	question: 'Hur många rader och kronor flyttas om utkastet sparas?',
	statement: (input: MovesInput): Statement => {
		return sql`WITH ${movesBetween(input)}
			SELECT count(DISTINCT row_id) AS row_count,
				coalesce(sum(amount) FILTER (currency = 'SEK'), 0)::BIGINT AS ore,
				coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0)::BIGINT AS absolute_ore,
				count(DISTINCT row_id) FILTER (is_locked) AS locked_rows,
				coalesce(sum(amount) FILTER (is_locked AND currency = 'SEK'), 0)::BIGINT AS locked_ore,
				coalesce(sum(abs(amount)) FILTER (is_locked AND currency = 'SEK'), 0)::BIGINT AS locked_absolute_ore
			FROM (SELECT *, (${inMonths(input.lockedMonths)}) AS is_locked FROM moves WHERE tags_differ)`;
	},
	row: v.object({
		row_count: v.number(),
		ore: v.number(),
		absolute_ore: v.number(),
		locked_rows: v.number(),
		locked_ore: v.number(),
		locked_absolute_ore: v.number()
	})
});

/** Which of the moved rows: one group, or only those of locked months, or all that change tags. */
export interface MovedSelection {
	/** The sides of a group, and its year. */
	group?: MoveSides & { year: number };
	locked?: boolean;
}

/** The condition of a selection on `moves`. */
export function movedCondition({ group, locked, lockedMonths }: MovedSelection & MovesInput): Statement {
	const conditions: Statement[] = [];
	if (locked !== undefined) conditions.push(sql`(${inMonths(lockedMonths)}) = ${bound(locked)}`);
	if (!group) return allOf([...conditions, sql`tags_differ`]);
	const cells: Readonly<Record<string, string | number | null>> = group;
	conditions.push(sql`year(day) = ${bound(group.year)}::INTEGER`);
	for (const name of moveSideColumns) {
		const cell = cells[name] ?? null;
		const type = typeof cell === 'number' ? 'INTEGER' : 'VARCHAR';
		conditions.push(cell === null ? sql`${name} IS NULL` : sql`${name} = ${bound(cell)}::${type}`);
	}
	return allOf(conditions);
}
