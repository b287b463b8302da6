import * as v from 'valibot';
import { defineQuery } from './query';

/** How many rows an edition holds of each kind, and how many of its files agree with their control totals. */
export const editionContents = defineQuery({
	name: 'edition-contents',
	question: 'Vad är inläst, och stämmer det med huvudboken?',
	statement: () => ({
		sql: `SELECT (SELECT count(*) FROM cost) AS cost_rows,
			(SELECT count(*) FROM budget) AS budget_rows,
			(SELECT count(*) FROM contract) AS contract_rows,
			(SELECT count(*) FROM licence) AS licence_rows,
			(SELECT coalesce(sum(amount), 0)::BIGINT FROM cost WHERE currency = 'SEK') AS cost_amount,
			(SELECT count(*) FROM file WHERE kind = 'cost') AS cost_files,
			(SELECT count(*) FROM file WHERE kind = 'cost' AND reconciled) AS reconciled_files,
			(SELECT bool_and(reconciled IS TRUE) FROM file WHERE kind = 'budget') AS budget_reconciled,
			(SELECT bool_and(reconciled IS TRUE) FROM file WHERE kind = 'contract') AS contracts_reconciled,
			(SELECT bool_and(reconciled IS TRUE) FROM file WHERE kind = 'licence') AS licences_reconciled`,
		parameters: []
	}),
	row: v.object({
		cost_rows: v.number(),
		budget_rows: v.number(),
		contract_rows: v.number(),
		licence_rows: v.number(),
		cost_amount: v.number(),
		cost_files: v.number(),
		reconciled_files: v.number(),
		budget_reconciled: v.nullable(v.boolean()),
		contracts_reconciled: v.nullable(v.boolean()),
		licences_reconciled: v.nullable(v.boolean())
	})
});
