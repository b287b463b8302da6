import * as v from 'valibot';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

/** How a selection is joined to systems (öre): by the rows' own tags, or through a contract that one system alone has. */
export const joinedCost = defineQuery({
	name: 'joined-cost',
	question: 'Hur mycket hör till system genom en tagg, och hur mycket genom avtalet?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `SELECT coalesce(sum(amount) FILTER (system_cover = 'tagg'), 0)::BIGINT AS by_tag,
				coalesce(sum(amount) FILTER (system_cover = 'avtal'), 0)::BIGINT AS by_contract,
				count(*) FILTER (system_cover = 'avtal') AS contract_rows
			FROM ${selectionTable(selection)} WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({ by_tag: v.number(), by_contract: v.number(), contract_rows: v.number() })
});
