// A condition → SQL over a table of cost rows. Values are bound; an empty cell answers no, and so "inte" of it yes.
import type { Parameter } from '$lib/engine/engine';
import { monthPlus, monthStart, parseMonth } from '$lib/domain/period';
import { oreOfRule, ruleField, type Condition, type Test } from './condition';

export interface CompiledCondition {
	/** A boolean expression, never NULL, with `?` for each parameter. */
	sql: string;
	parameters: Parameter[];
}

/** Compiles a condition that has passed conditionSchema. */
export function conditionSql(condition: Condition): CompiledCondition {
	if ('alla' in condition) return joined(condition.alla, ' AND ');
	if ('nagon' in condition) return joined(condition.nagon, ' OR ');
	if ('inte' in condition) {
		const { sql, parameters } = conditionSql(condition.inte);
		return { sql: `NOT ${sql}`, parameters };
	}
	return testSql(condition);
}

function joined(conditions: readonly Condition[], operator: string): CompiledCondition {
	const parts = conditions.map(conditionSql);
	return {
		sql: `(${parts.map(({ sql }) => sql).join(operator)})`,
		parameters: parts.flatMap(({ parameters }) => parameters)
	};
}

function testSql(test: Test): CompiledCondition {
	const { column, nature } = ruleField(test.falt);
	if (test.ar === 'saknas') return { sql: `(${column} IS NULL)`, parameters: [] };
	const { sql, parameters } =
		nature === 'amount'
			? amountSql(test, column)
			: nature === 'month'
				? monthSql(test, column)
				: nature === 'code'
					? codeSql(test, column)
					: nature === 'number'
						? eachOf(test.varden, (value) => `list_contains(string_split(${column}, '|'), ${value})`)
						: wordSql(test, column);
	return { sql: `coalesce(${sql}, false)`, parameters };
}

/** One comparison per value, any of which will do. */
function eachOf(values: readonly string[], comparison: (value: string) => string): CompiledCondition {
	return { sql: `(${values.map(() => comparison('?')).join(' OR ')})`, parameters: [...values] };
}

function codeSql({ ar, varden }: Test, column: string): CompiledCondition {
	if (ar === 'borjar_med') return eachOf(varden, (value) => `starts_with(${column}, ${value})`);
	if (ar === 'ar') return eachOf(varden, (value) => `${column} = ${value}`);
	// 74311–74312, and 743–745 which holds 745 99: each end counts to its own length.
	const [from = '', to = ''] = varden;
	return {
		sql: `(left(${column}, length(?::VARCHAR)) >= ? AND left(${column}, length(?::VARCHAR)) <= ?)`,
		parameters: [from, from, to, to]
	};
}

function wordSql({ ar, varden }: Test, column: string): CompiledCondition {
	const lower = varden.map((value) => value.trim().toLocaleLowerCase('sv'));
	if (ar === 'ar') return eachOf(lower, (value) => `lower(${column}) = ${value}`);
	if (ar === 'borjar_med') return eachOf(lower, (value) => `starts_with(lower(${column}), ${value})`);
	return eachOf(lower, (value) => `contains(lower(${column}), ${value})`);
}

function amountSql({ ar, varden }: Test, column: string): CompiledCondition {
	const parameters = varden.map(oreOfRule);
	if (ar === 'minst') return { sql: `(${column} >= ?::BIGINT)`, parameters };
	if (ar === 'hogst') return { sql: `(${column} <= ?::BIGINT)`, parameters };
	return { sql: `(${column} BETWEEN ?::BIGINT AND ?::BIGINT)`, parameters };
}

function monthSql({ ar, varden }: Test, column: string): CompiledCondition {
	const months = varden.map(parseMonth).filter((month) => month !== null);
	const [first, last = first] = months;
	if (!first || !last) throw new Error('A month of a rule was not checked');
	const from = { sql: `${column} >= ?::DATE`, parameters: [monthStart(first)] };
	const to = { sql: `${column} < ?::DATE`, parameters: [monthStart(monthPlus(last, 1))] };
	if (ar === 'fran') return { sql: `(${from.sql})`, parameters: from.parameters };
	if (ar === 'till') return { sql: `(${to.sql})`, parameters: to.parameters };
	return { sql: `(${from.sql} AND ${to.sql})`, parameters: [...from.parameters, ...to.parameters] };
}
