import * as v from 'valibot';
import { defineQuery } from './query';

/** Everything that ties a ledger row to the licence table, as keys of filters. */
export const licenceNamed = defineQuery({
	name: 'licence-named',
	question: 'Vilka leverantörer, system och avtal har licensuppgifter?',
	statement: () => ({
		sql: `SELECT DISTINCT 'suppliers' AS list, supplier_key::VARCHAR AS key FROM licence WHERE supplier_key IS NOT NULL
			UNION ALL SELECT DISTINCT 'systems', system_id::VARCHAR FROM licence WHERE system_id IS NOT NULL
			UNION ALL SELECT DISTINCT 'contracts', contract_id::VARCHAR FROM licence WHERE contract_id IS NOT NULL
			ORDER BY 1, 2`,
		parameters: []
	}),
	row: v.object({ list: v.picklist(['suppliers', 'systems', 'contracts']), key: v.string() })
});
