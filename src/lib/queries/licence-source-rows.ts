import * as v from 'valibot';
import {
	licenceCondition,
	licenceSums,
	licenceSumsRow,
	strict,
	type LicenceSelection
} from './licence-measures';
import { defineQuery } from './query';

/** The sums of the licence rows behind a figure. */
export const licenceSourceTotals = defineQuery({
	name: 'licence-source-totals',
	question: 'Hur många licensrader ligger bakom talet, och vad är deras summor?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition(selection);
		return {
			sql: `SELECT ${licenceSums}, sum(purchased * price)::BIGINT AS purchase_amount FROM licence WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({ ...licenceSumsRow, purchase_amount: v.nullable(v.number()) })
});

const text = v.nullable(v.string());
const count = v.nullable(v.number());

/** The licence rows behind a figure, largest unused first, with the file and row they came from. */
export const licenceSourceRows = defineQuery({
	name: 'licence-source-rows',
	question: 'Vilka licensrader ligger bakom talet?',
	statement: ({ selection, limit }: { selection: LicenceSelection; limit: number }) => {
		const where = licenceCondition(selection);
		const order = 'month::VARCHAR DESC, unused_amount DESC NULLS LAST, file_id, source_row';
		return {
			sql: `SELECT product::VARCHAR AS product, unit::VARCHAR AS unit, month::VARCHAR AS month, purchased, assigned, active,
				unused, price, unused_amount, ${strict} AS strict, (${strict}) * price AS strict_amount,
				purchased * price AS purchase_amount,
				file.name AS file_name, sheet::VARCHAR AS sheet, source_row
			FROM (SELECT * FROM licence WHERE ${where.sql} ORDER BY ${order} LIMIT ?::INTEGER) licence
			LEFT JOIN file ON file.file_id = licence.file_id
			ORDER BY ${order.replace('file_id', 'licence.file_id')}`,
			parameters: [...where.parameters, limit]
		};
	},
	row: v.object({
		product: text,
		unit: text,
		month: text,
		purchased: count,
		assigned: count,
		active: count,
		unused: count,
		price: count,
		unused_amount: count,
		strict: count,
		strict_amount: count,
		purchase_amount: count,
		file_name: text,
		sheet: text,
		source_row: v.number()
	})
});
