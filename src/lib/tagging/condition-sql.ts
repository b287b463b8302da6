// A condition → SQL over a table of cost rows. Values are bound; an empty cell answers no, and so "inte" of it yes.
import { monthPlus, monthStart, parseMonth } from '$lib/domain/period';
import { oreOfRule, ruleField, type Condition, type Test } from './condition';
import { bound, joined, sqlText, type SqlText } from '$lib/engine/sql-text';

/**
 * Compiles a condition that has passed conditionSchema to a boolean that is never NULL.
 * @param testOf how one test is asked; directly of the row's columns when nothing else is said
 */
export function conditionSql(
	condition: Condition,
	testOf: (test: Test) => SqlText = (test) => testSql(test, ruleField(test.falt).column)
): SqlText {
	if ('alla' in condition)
		return sqlText`(${joined(
			condition.alla.map((part) => conditionSql(part, testOf)),
			' AND '
		)})`;
	if ('nagon' in condition)
		return sqlText`(${joined(
			condition.nagon.map((part) => conditionSql(part, testOf)),
			' OR '
		)})`;
	if ('inte' in condition) return sqlText`NOT ${conditionSql(condition.inte, testOf)}`;
	return testOf(condition);
}

/** One test as a boolean that is never NULL. `column` is SQL for what is tested. */
export function testSql(test: Test, column: string): SqlText {
	const { nature } = ruleField(test.falt);
	if (test.ar === 'saknas') return { sql: `(${column} IS NULL)`, parameters: [] };
	return sqlText`coalesce(${
		nature === 'amount'
			? amountSql(test, column)
			: nature === 'month'
				? monthSql(test, column)
				: nature === 'code'
					? codeSql(test, `${column}::VARCHAR`)
					: nature === 'number'
						? eachOf(
								test.varden.map(withHyphen),
								(value) => sqlText`list_contains(string_split(${column}::VARCHAR, '|'), ${value})`
							)
						: wordSql(test, `${column}::VARCHAR`)
	}, false)`;
}

/** A number as the ledger has it, however it is written in a rule: 5560360793 is 556036-0793. */
function withHyphen(number: string): string {
	return number.trim().replace(/^(\d{6})(\d{4})$/, '$1-$2');
}

/** One comparison per value, any of which will do. */
function eachOf(values: readonly string[], comparison: (value: SqlText) => SqlText): SqlText {
	return sqlText`(${joined(
		values.map((value) => comparison(bound(value))),
		' OR '
	)})`;
}

function codeSql({ ar, varden }: Test, column: string): SqlText {
	if (ar === 'borjar_med') return eachOf(varden, (value) => sqlText`starts_with(${column}, ${value})`);
	if (ar === 'ar') return eachOf(varden, (value) => sqlText`${column} = ${value}`);
	// 74311–74312, and 743–745 which holds 745 99: each end counts to its own length.
	const [from, to] = [bound(varden[0] ?? ''), bound(varden[1] ?? '')];
	return sqlText`(left(${column}, length(${from}::VARCHAR)) >= ${from}
		AND left(${column}, length(${to}::VARCHAR)) <= ${to})`;
}

function wordSql({ ar, varden }: Test, column: string): SqlText {
	const words = varden.map((value) => value.trim());
	// Both sides are put in lower case by the engine: the program's own lower case differs, as for İ and a last Σ.
	const own = `lower(${column})`;
	const lower = (value: SqlText): SqlText => sqlText`lower(${value}::VARCHAR)`;
	if (ar === 'ar') return eachOf(words, (value) => sqlText`${own} = ${lower(value)}`);
	if (ar === 'borjar_med') return eachOf(words, (value) => sqlText`starts_with(${own}, ${lower(value)})`);
	return eachOf(words, (value) => sqlText`contains(${own}, ${lower(value)})`);
}

function amountSql({ ar, varden }: Test, column: string): SqlText {
	const [low, high = low] = varden.map((text) => bound(oreOfRule(text)));
	if (!low || !high) throw new Error('An amount of a rule was not checked');
	if (ar === 'minst') return sqlText`(${column} >= ${low}::BIGINT)`;
	if (ar === 'hogst') return sqlText`(${column} <= ${low}::BIGINT)`;
	return sqlText`(${column} BETWEEN ${low}::BIGINT AND ${high}::BIGINT)`;
}

function monthSql({ ar, varden }: Test, column: string): SqlText {
	const months = varden.map(parseMonth).filter((month) => month !== null);
	const [first, last = first] = months;
	if (!first || !last) throw new Error('A month of a rule was not checked');
	const from = sqlText`${column} >= ${bound(monthStart(first))}::DATE`;
	const to = sqlText`${column} < ${bound(monthStart(monthPlus(last, 1)))}::DATE`;
	if (ar === 'fran') return sqlText`(${from})`;
	if (ar === 'till') return sqlText`(${to})`;
	return sqlText`(${from} AND ${to})`;
}
