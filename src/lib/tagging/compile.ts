// An ordered rule set → SQL that names the rules of a row.
import type { Parameter } from '$lib/engine/engine';
import { conditionSql } from './condition-sql';
import type { RuleSet } from './rule';

export interface CompiledRules {
	/**
	 * Gives the position (from 0) of the first rule that matches, NULL when none does. Reads the columns of a cost row that
	 * conditions name.
	 */
	winner: string;
	parameters: Parameter[];
}

/** Compiles the rules; every value of a condition is bound. */
export function compileRules(rules: RuleSet): CompiledRules {
	const parameters: Parameter[] = [];
	const branches = rules.regler.map((rule, position) => {
		const condition = conditionSql(rule.om);
		parameters.push(...condition.parameters);
		return `WHEN ${condition.sql} THEN ${position}`;
	});
	const winner = branches.length ? `CASE ${branches.join(' ')} END` : 'NULL::INTEGER';
	return { winner, parameters };
}
