// Cost rows with their tags, as one SELECT: publishing, the workbench and the preview of a file's effect tag by the same text.
import { lockedMonths, type Tagging } from './locked-months';
import { rowMatches } from './matches';
import { otherTagColumns, tagColumns } from '$lib/domain/tag-columns';
import { monthEnd, monthStart, type Month } from '$lib/domain/period';
import { fingerprintSql } from './row-fingerprint';
import { shareOfRule, wholeShare, type JudgedTags, type RuleSet, type RuleTags } from './rule';
import { bound, boundTable, joined, sqlText, type SqlText } from '$lib/engine/sql-text';

export interface TaggedOptions {
	/** False keeps the amounts of rows whole: a budget is not divided. */
	divide?: boolean;
}

export interface LedgerOptions extends TaggedOptions {
	/** The column whose month may be locked; rules ask of `day`. */
	lockedBy?: string;
}

/**
 * The rows of a table of cost with its tags decided: by hand first, then the file's own, then the winning rule's. A row that
 * its rule divides becomes one row per part, whose amounts are exactly the row's.
 *
 * Adds `rule_position` (from 0), `rule_version`, `hand_position` (in `handtaggar`), `tag_source` ('hand', 'fil', 'regel'),
 * `candidate`, `part` (from 1; NULL when whole), `whole_amount` (öre, of a divided row), `own_…` (the tags in the file, see
 * tagColumns) and `match_…` (matches.ts).
 * @param table rows named as staged cost rows are, their tags those of the file
 */
export function taggedRows(
	rules: RuleSet,
	table: SqlText | string,
	{ divide = true }: TaggedOptions = {}
): SqlText {
	const source = typeof table === 'string' ? { sql: table, parameters: [] } : table;
	const { values, joins, columns, first } = rowMatches(rules.regler, source);
	const hasHandTags = rules.handtaggar.length > 0;
	const commons = [...(values ? [values] : []), ...(hasHandTags ? [handTable(rules)] : [])];
	const hand = (column: string, type = 'VARCHAR'): string =>
		hasHandTags ? `hand.${column}` : `NULL::${type}`;
	const matched = sqlText`SELECT found.*${columns.sql ? ', ' : ''}${columns} FROM ${source} AS found ${joins}`;
	const judged = hasHandTags
		? `LEFT JOIN hand ON hand.row_key =
			CASE WHEN ranked.amount IN (SELECT amount FROM hand) THEN ${fingerprintSql('ranked')} END`
		: '';
	const divides = divide
		? `${hand('hand_position', 'INTEGER')} IS NULL AND ranked.it_cost IS DISTINCT FROM 'nej' AND ranked.system_id IS NULL`
		: 'false';
	const decided = `coalesce(${hand('it_cost')}, ranked.it_cost::VARCHAR, tags.it_cost)`;
	const tag = (
		column: string
	): string => `CASE WHEN ${decided} = 'nej' THEN coalesce(${hand(column)}, ranked.${column}::VARCHAR)
		ELSE coalesce(${hand(column)}, ranked.${column}::VARCHAR, tags.${column}) END`;
	return sqlText`${commons.length ? 'WITH ' : ''}${joined(commons, ', ')}
		SELECT ranked.* REPLACE (
				${decided} AS it_cost,
				${otherTagColumns.map((column) => `${tag(column)} AS ${column}`).join(', ')},
				CASE WHEN tags.part IS NULL THEN ranked.amount
					ELSE (ranked.amount::HUGEINT * tags.share_to // ${String(wholeShare)}
						- ranked.amount::HUGEINT * tags.share_from // ${String(wholeShare)})::BIGINT END AS amount
			),
			CASE WHEN ${hand('hand_position', 'INTEGER')} IS NOT NULL THEN 'hand'
				WHEN ranked.it_cost IS NOT NULL OR ranked.cost_kind IS NOT NULL OR ranked.orientation IS NOT NULL THEN 'fil'
				WHEN tags.sets THEN 'regel' END AS tag_source,
			${decided} IS NULL AND coalesce(tags.candidate, false) AS candidate,
			tags.part, CASE WHEN tags.part IS NOT NULL THEN ranked.amount END AS whole_amount,
			${hand('hand_position', 'INTEGER')} AS hand_position,
			${String(rules.version)}::INTEGER AS rule_version,
			${tagColumns.map((column) => `ranked.${column}::VARCHAR AS own_${column}`).join(', ')}
		FROM (SELECT *, ${first} AS rule_position FROM (${matched})) AS ranked
		${judged}
		LEFT JOIN ${tagTable(rules)} AS tags
			ON tags.place = ranked.rule_position * 2 + CASE WHEN ${divides} THEN 1 ELSE 0 END`;
}

/**
 * The rows of a ledger as they count: reported months by the version that they were locked with, the others by today's.
 */
export function taggedLedger(tagging: Tagging, table: string, options: LedgerOptions = {}): SqlText {
	const { lockedBy = 'day' } = options;
	const locked = lockedMonths(tagging);
	if (!locked.length) return taggedRows(tagging.rules, table, options);
	const among = (months: readonly Month[]): SqlText =>
		sqlText`(${joined(
			months.map(
				(month) =>
					sqlText`${lockedBy} BETWEEN ${bound(monthStart(month))}::DATE AND ${bound(monthEnd(month))}::DATE`
			),
			' OR '
		)})`;
	const parts = locked.map(({ months, rules }) =>
		taggedRows(rules, sqlText`(SELECT * FROM ${table} WHERE ${among(months)})`, options)
	);
	const open = among(locked.flatMap(({ months }) => months));
	parts.push(taggedRows(tagging.rules, sqlText`(SELECT * FROM ${table} WHERE NOT ${open})`, options));
	return joined(
		parts.map((part) => sqlText`SELECT * FROM (${part})`),
		' UNION ALL BY NAME '
	);
}

const typedTags = tagColumns.map((tag) => [tag, 'VARCHAR'] as const);

function tagCells({
	it_kostnad,
	kostnadsslag,
	inriktning,
	system_id,
	avtals_id,
	verklig_leverantor
}: JudgedTags) {
	return [it_kostnad, kostnadsslag, inriktning, system_id, avtals_id, verklig_leverantor];
}

/** What each rule sets, at twice its position for whole rows and one above that for rows that may be divided. */
function tagTable(rules: RuleSet): SqlText {
	const columns = [
		['place', 'INTEGER'],
		['part', 'TINYINT'],
		['share_from', 'INTEGER'],
		['share_to', 'INTEGER'],
		['candidate', 'BOOLEAN'],
		['sets', 'BOOLEAN'],
		...typedTags
	] as const;
	const rows = rules.regler.flatMap(({ satt, dela }, position) => {
		const parts = (dela ?? []).map((part) => ({ ...satt, ...part.satt }));
		// A row that is not divided, since it names its own system, is still what every part would be.
		const whole = setBy({ ...satt, ...inCommon(parts) });
		const line = (place: number): (string | number | null | undefined)[] => [
			place,
			null,
			null,
			null,
			...whole
		];
		if (!dela) return [line(position * 2), line(position * 2 + 1)];
		let share = 0;
		const divided = dela.map(({ andel }, index) => {
			const from = share;
			share += shareOfRule(andel) ?? 0;
			return [position * 2 + 1, index + 1, from, share, ...setBy(parts[index] ?? satt)];
		});
		return [line(position * 2), ...divided];
	});
	return boundTable(columns, rows);
}

/** The tags that all parts have alike. */
function inCommon([first = {}, ...others]: readonly RuleTags[]): RuleTags {
	const alike = Object.entries(first).filter(([tag, value]) =>
		others.every((other) => Object.entries(other).some(([own, its]) => own === tag && its === value))
	);
	return Object.fromEntries(alike);
}

function setBy({ it_kostnad, ...rest }: RuleTags): (string | undefined)[] {
	const cells = tagCells({ ...rest, ...(it_kostnad === 'kandidat' ? {} : { it_kostnad }) });
	return [
		it_kostnad === 'kandidat' ? 'true' : 'false',
		cells.some((cell) => cell !== undefined) ? 'true' : 'false',
		...cells
	];
}

function handTable(rules: RuleSet): SqlText {
	const columns = [
		['row_key', 'VARCHAR'],
		['amount', 'BIGINT'],
		['hand_position', 'INTEGER'],
		...typedTags
	] as const;
	const rows = rules.handtaggar.map(({ rad, belopp, satt }, position) => [
		rad,
		belopp,
		position,
		...tagCells(satt)
	]);
	return sqlText`hand AS MATERIALIZED ${boundTable(columns, rows)}`;
}
