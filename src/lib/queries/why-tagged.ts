import * as v from 'valibot';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/**
 * What decided the rows of a selection, largest first: a person, the file, or one rule of one version; 'ingen' where no rule
 * matches. The rows and öre sum to those of cost-row-totals.
 */
export const whyTagged = defineQuery({
	name: 'why-tagged',
	question: 'Varför räknas kronorna hit?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `WITH decided AS (
				SELECT CASE WHEN tag_source IN ('hand', 'fil') THEN tag_source::VARCHAR
						WHEN rule_id IS NULL THEN 'ingen' ELSE 'regel' END AS decider,
					CASE WHEN tag_source IS NULL OR tag_source = 'regel' THEN rule_id END AS rule_id,
					CASE WHEN (tag_source IS NULL OR tag_source = 'regel') AND rule_id IS NOT NULL THEN rule_version END
						AS rule_version,
					count(*) AS row_count, sum(amount)::BIGINT AS amount
				FROM ${selectionTable(selection)} WHERE ${where.sql} GROUP BY ALL
			)
			SELECT decided.*, rule.position, rule.name, rule.condition
			FROM decided LEFT JOIN rule
				ON rule.rule_id = decided.rule_id AND rule.rule_version = decided.rule_version
			ORDER BY abs(decided.amount) DESC, decider, position`,
			parameters: where.parameters
		};
	},
	row: v.object({
		decider: v.picklist(['hand', 'fil', 'regel', 'ingen']),
		rule_id: text,
		/** Of the rule set that decided the rows. */
		rule_version: v.nullable(v.number()),
		row_count: v.number(),
		amount: v.number(),
		position: v.nullable(v.number()),
		name: text,
		condition: text
	})
});
export type DecidedRows = v.InferOutput<typeof whyTagged.row>;
