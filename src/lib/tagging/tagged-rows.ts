// Cost rows with their tags, as one SELECT: publishing and the preview of a file's effect tag by the same text.
import type { Parameter } from '$lib/engine/engine';
import { compileRules } from './compile';
import type { RuleSet, RuleTags } from './rule';

/**
 * The rows of a table of cost with its tags decided: the file's own value first, then the winning rule's. Adds
 * `rule_position`, `tag_source` ('fil', 'regel') and `candidate`.
 * @param table a name that the program has made
 */
export function taggedRows(rules: RuleSet, table: string): { sql: string; parameters: Parameter[] } {
	const { winner, parameters } = compileRules(rules);
	// The values of tags are bound too, so that their order in the text is the order of the parameters.
	const bound: Parameter[] = [];
	const tagOf = (value: (tags: RuleTags) => string | undefined): string => {
		const branches: string[] = [];
		rules.regler.forEach(({ satt }, position) => {
			const word = value(satt);
			if (word === undefined) return;
			bound.push(word);
			branches.push(`WHEN ${position} THEN ?::VARCHAR`);
		});
		return branches.length ? `CASE rule_position ${branches.join(' ')} END` : 'NULL::VARCHAR';
	};
	const tags = [
		`${tagOf(({ it_kostnad }) => (it_kostnad === 'kandidat' ? undefined : it_kostnad))} AS rule_it_cost`,
		`${tagOf(({ it_kostnad }) => (it_kostnad === 'kandidat' ? 'ja' : undefined))} AS rule_candidate`,
		`${tagOf(({ kostnadsslag }) => kostnadsslag)} AS rule_cost_kind`,
		`${tagOf(({ inriktning }) => inriktning)} AS rule_orientation`,
		`${tagOf(({ system_id }) => system_id)} AS rule_system_id`,
		`${tagOf(({ avtals_id }) => avtals_id)} AS rule_contract_id`
	];
	const unlessNot = (tag: string) => `CASE WHEN it_cost IS DISTINCT FROM 'nej' THEN ${tag} END`;
	return {
		sql: `SELECT * EXCLUDE (rule_it_cost, rule_candidate, rule_cost_kind, rule_orientation, rule_system_id, rule_contract_id)
			REPLACE (
				coalesce(it_cost, rule_it_cost) AS it_cost,
				coalesce(cost_kind, ${unlessNot('rule_cost_kind')}) AS cost_kind,
				coalesce(orientation, ${unlessNot('rule_orientation')}) AS orientation,
				coalesce(system_id, ${unlessNot('rule_system_id')}) AS system_id,
				coalesce(contract_id, ${unlessNot('rule_contract_id')}) AS contract_id
			),
			CASE WHEN it_cost IS NOT NULL OR cost_kind IS NOT NULL OR orientation IS NOT NULL THEN 'fil'
				WHEN coalesce(rule_it_cost, rule_cost_kind, rule_orientation, rule_system_id, rule_contract_id) IS NOT NULL
				THEN 'regel' END AS tag_source,
			it_cost IS NULL AND rule_it_cost IS NULL AND rule_candidate IS NOT NULL AS candidate
		FROM (
			SELECT *, ${tags.join(', ')}
			FROM (SELECT *, (${winner})::INTEGER AS rule_position FROM ${table})
		)`,
		parameters: [...bound, ...parameters]
	};
}
