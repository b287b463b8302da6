import * as v from 'valibot';
import { defineQuery } from './query';

/** The contracts that some suppliers hold in the register. */
export const supplierContracts = defineQuery({
	name: 'supplier-contracts',
	question: 'Vilka avtal har leverantörerna?',
	statement: (suppliers: readonly string[]) => ({
		sql: `SELECT DISTINCT contract_id FROM contract
			WHERE contract_id IS NOT NULL AND supplier_key IN (${suppliers.map(() => '?').join(', ') || 'NULL'})
			ORDER BY 1`,
		parameters: [...suppliers]
	}),
	row: v.object({ contract_id: v.string() })
});
