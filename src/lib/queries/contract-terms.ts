import { contractList } from './contract-list';
import { defineQuery } from './query';

/** The lines of contract-list by the register alone: what the ledger holds on them is not asked for, and null. */
export const contractTerms = defineQuery({
	name: 'contract-terms',
	question: 'Vilka avtal finns, och vilka villkor har de?',
	statement: () => ({
		sql: `SELECT * EXCLUDE (sheet, file_id, source_row, supplier_key), supplier_key::VARCHAR AS supplier_key,
			NULL::BIGINT AS invoiced, NULL::INTEGER AS invoiced_rows, 0::BIGINT AS assumed, NULL::BIGINT AS ceiling_used
		FROM contract ORDER BY file_id, source_row`,
		parameters: []
	}),
	row: contractList.row
});
