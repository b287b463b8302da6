// An ordered rule set → one SQL expression that names the winning rule of a row.
import type { Parameter } from '$lib/engine/engine';
import type { RuleSet } from './rule';

export interface CompiledRules {
	/** Gives the position (from 0) of the first rule that matches, NULL when none does. Reads the column `account`. */
	winner: string;
	parameters: Parameter[];
}

/** Compiles the rules; account prefixes are bound values. */
export function compileRules(rules: RuleSet): CompiledRules {
	const parameters: Parameter[] = [];
	const branches = rules.regler.map((rule, position) => {
		const conditions = rule.konto.map((prefix) => {
			parameters.push(prefix);
			return 'starts_with(account, ?)';
		});
		return `WHEN ${conditions.join(' OR ')} THEN ${position}`;
	});
	const winner = branches.length ? `CASE ${branches.join(' ')} END` : 'NULL::INTEGER';
	return { winner, parameters };
}
