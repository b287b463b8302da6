// Cost rows with their tags, as one SELECT: publishing and the preview of a file's effect tag by the same text.
import type { Parameter } from '$lib/engine/engine';
import { compileRules } from './compile';
import type { Rule, RuleSet } from './rule';

/** The expression for one tag of the winning rule. */
function tagOf(rules: readonly Rule[], value: (rule: Rule) => string | undefined): string {
	const branches = rules
		.map((rule, position) => ({ position, word: value(rule) }))
		.filter(({ word }) => word !== undefined)
		// Words come from the closed lists that the rule set is checked against.
		.map(({ position, word }) => `WHEN ${position} THEN '${word}'`);
	return branches.length ? `CASE rule_position ${branches.join(' ')} END` : 'NULL';
}

/**
 * The rows of a table of cost with its tags decided: the file's own value first, then the winning rule's. Adds
 * `rule_position`, `tag_source` ('fil', 'regel') and `candidate`.
 * @param table a name that the program has made
 */
export function taggedRows(rules: RuleSet, table: string): { sql: string; parameters: Parameter[] } {
	const { winner, parameters } = compileRules(rules);
	const itOf = tagOf(rules.regler, (rule) => (rule.it_kostnad === 'kandidat' ? undefined : rule.it_kostnad));
	const candidateOf = tagOf(rules.regler, (rule) => (rule.it_kostnad === 'kandidat' ? 'ja' : undefined));
	const kindOf = tagOf(rules.regler, (rule) => rule.kostnadsslag);
	const orientationOf = tagOf(rules.regler, (rule) => rule.inriktning);
	return {
		sql: `SELECT * REPLACE (
				coalesce(it_cost, ${itOf}) AS it_cost,
				coalesce(cost_kind, CASE WHEN it_cost IS DISTINCT FROM 'nej' THEN ${kindOf} END) AS cost_kind,
				coalesce(orientation, CASE WHEN it_cost IS DISTINCT FROM 'nej' THEN ${orientationOf} END) AS orientation
			),
			CASE WHEN it_cost IS NOT NULL OR cost_kind IS NOT NULL OR orientation IS NOT NULL THEN 'fil'
				WHEN rule_position IS NOT NULL AND ${itOf} IS NOT NULL THEN 'regel' END AS tag_source,
			it_cost IS NULL AND (${itOf}) IS NULL AND (${candidateOf}) IS NOT NULL AS candidate
		FROM (SELECT *, (${winner})::INTEGER AS rule_position FROM ${table})`,
		parameters
	};
}
