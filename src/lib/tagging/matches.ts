// Which rules match each row. A test of words is asked once per distinct value of its column, not once per row: a ledger of
// a million rows has a few hundred accounts and some thousand suppliers, and a set of rules asks about them hundreds of times.
import { matchColumns, matchesPerColumn } from '$lib/domain/rule-matches';
import { ruleField, testsIn, type Condition, type Test } from './condition';
import { conditionSql, testSql } from './condition-sql';
import type { Rule } from './rule';
import { joined, sqlText, type SqlText } from '$lib/engine/sql-text';

/** Fewer tests of a column than this are asked of each row: finding its distinct values would cost more. */
const worthAsking = 4;

export interface RowMatches {
	/** Common tables of the tested values, for a WITH; null when there are none. */
	values: SqlText | null;
	/** `LEFT JOIN …` of those. */
	joins: string;
	/** `… AS match_0, … AS match_1`, empty without rules. */
	columns: SqlText;
	/** The position of the first rule that matches, or NULL, from columns of that name. */
	first: string;
}

/**
 * Compiles what asks every rule of every row of `table`, whose rows are named `found` in the joins.
 * @param table a name or a bracketed SELECT that the program has made
 */
export function rowMatches(rules: readonly Rule[], table: SqlText): RowMatches {
	const { testOf, values, joins } = valueTests(
		rules.map(({ om }) => om),
		table
	);
	const count = matchColumns(rules.length);
	const columns = Array.from({ length: count }, (_, column) => {
		const own = rules.slice(column * matchesPerColumn, (column + 1) * matchesPerColumn);
		return sqlText`${bits(own.map(({ om }) => conditionSql(om, testOf)))} AS match_${String(column)}`;
	});
	const first = Array.from(
		{ length: count },
		(_, column) =>
			`WHEN match_${column} <> 0 THEN ${column * matchesPerColumn} + log2(match_${column} & -match_${column})::INTEGER`
	);
	return {
		values,
		joins,
		columns: joined(columns, ', '),
		first: count ? `(CASE ${first.join(' ')} END)::INTEGER` : 'NULL::INTEGER'
	};
}

function bits(conditions: readonly SqlText[]): SqlText {
	const each = conditions.map(
		(condition, bit) => sqlText`CASE WHEN ${condition} THEN ${String(2 ** bit)}::BIGINT ELSE 0 END`
	);
	return sqlText`(${joined(each, ' | ')})`;
}

/** The tests of conditions, those of much asked columns moved to tables of the columns' distinct values. */
function valueTests(conditions: readonly Condition[], table: SqlText) {
	const tests = new Map<string, Map<string, Test>>();
	for (const test of conditions.flatMap(testsIn)) {
		const { column, nature } = ruleField(test.falt);
		if (nature === 'amount' || nature === 'month') continue;
		const known = tests.get(column) ?? new Map<string, Test>();
		tests.set(column, known.set(keyOf(test), test));
	}
	const asked = [...tests].filter(([, known]) => known.size >= worthAsking);
	const places = new Map<string, string>();
	const values = asked.map(([column, known]) => {
		const all = [...known];
		const chunks = Array.from({ length: matchColumns(all.length) }, (_, chunk) => {
			const own = all.slice(chunk * matchesPerColumn, (chunk + 1) * matchesPerColumn);
			own.forEach(([key], bit) =>
				places.set(key, `((values_of_${column}.test_${chunk} & ${2 ** bit}::BIGINT) <> 0)`)
			);
			return sqlText`${bits(own.map(([, test]) => testSql(test, 'value')))} AS test_${String(chunk)}`;
		});
		return sqlText`values_of_${column} AS MATERIALIZED (SELECT value, ${joined(chunks, ', ')}
			FROM (SELECT DISTINCT ${column}::VARCHAR AS value FROM ${table}))`;
	});
	return {
		testOf(test: Test): SqlText {
			const place = places.get(keyOf(test));
			if (place !== undefined) return { sql: place, parameters: [] };
			return testSql(test, `found.${ruleField(test.falt).column}`);
		},
		values: values.length ? joined(values, ', ') : null,
		joins: asked
			.map(
				([column]) =>
					`LEFT JOIN values_of_${column} ON found.${column}::VARCHAR IS NOT DISTINCT FROM values_of_${column}.value`
			)
			.join(' ')
	};
}

function keyOf({ falt, ar, varden }: Test): string {
	return JSON.stringify([falt, ar, varden]);
}
