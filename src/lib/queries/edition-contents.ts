import * as v from 'valibot';
import { defineQuery } from './query';

/** How many rows an edition holds of each kind, and how far the cost files agree with the ledger. */
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
			(SELECT count(*) FROM file WHERE kind = 'cost' AND reconciled) AS reconciled_files`,
		parameters: []
	}),
	row: v.object({
		cost_rows: v.number(),
		budget_rows: v.number(),
		contract_rows: v.number(),
		licence_rows: v.number(),
		cost_amount: v.number(),
		cost_files: v.number(),
		reconciled_files: v.number()
	})
});
