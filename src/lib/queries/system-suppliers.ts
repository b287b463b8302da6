import * as v from 'valibot';
import { defineQuery } from './query';

/** Every system of the register with who supplies it; null where the register does not say. */
export const systemSuppliers = defineQuery({
	name: 'system-suppliers',
	question: 'Vem levererar varje system?',
	statement: () => ({
		sql: `SELECT DISTINCT system_id, supplier_key::VARCHAR AS supplier_key FROM system ORDER BY 1, 2`,
		parameters: []
	}),
	row: v.object({ system_id: v.string(), supplier_key: v.nullable(v.string()) })
});
