import * as v from 'valibot';
import { tables } from '$lib/domain/columns';
import { lineKey, spreadColumns } from './accrued-cost';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** The canonical fields of a cost row that a slice holds, in file order. */
export function exportedFields(freeText: boolean) {
	return tables.cost.fields.filter((field) => freeText || !field.controllersOnly);
}

/** The rows of a selection with all their fields and their source, in the order of the ledger, a page at a time. */
export const costRowExport = defineQuery({
	name: 'cost-row-export',
	question: 'Vilka rader ligger bakom talet, med alla fält?',
	statement: ({
		selection,
		freeText,
		after,
		limit
	}: {
		selection: RowSelection;
		freeText: boolean;
		/** The line that the page before ended with, 0 for the first. */
		after: number;
		limit: number;
	}) => {
		const line = lineKey(selection.filters);
		const where = selectionCondition(selection);
		const fields = exportedFields(freeText).map(({ name }) =>
			name === 'amount' || name === 'day' ? name : `${name}::VARCHAR AS ${name}`
		);
		return {
			sql: `SELECT ${line} AS line, is_period, candidate, ${fields.join(', ')}, internal, contract_ref::VARCHAR AS contract_ref,
				contract_cover::VARCHAR AS contract_cover, system_ref::VARCHAR AS system_ref,
				system_cover::VARCHAR AS system_cover, tag_source::VARCHAR AS tag_source, rule_id::VARCHAR AS rule_id,
				CASE WHEN rule_id IS NOT NULL THEN rule_version END AS rule_version, part, ${spreadColumns(selection.filters)},
				file_name, sheet::VARCHAR AS sheet, source_row
			FROM (SELECT * FROM ${selectionTable(selection)} WHERE ${where.sql} AND ${line} > ? ORDER BY ${line} LIMIT ?) cost
			LEFT JOIN (SELECT file_id, name AS file_name FROM file) f USING (file_id) ORDER BY line`,
			parameters: [...where.parameters, after, limit]
		};
	},
	row: v.objectWithRest({ line: v.number(), is_period: v.boolean(), file_name: v.nullable(v.string()) }, cell)
});
