import * as v from 'valibot';
import { withoutValue } from '$lib/domain/filters';
import { defineQuery } from './query';

/** Every supplier of the licence table; `-` stands for licences without one. */
export const licenceSuppliers = defineQuery({
	name: 'licence-suppliers',
	question: 'Vilka leverantörer har licensuppgifter?',
	statement: () => ({
		sql: `SELECT coalesce(supplier_key::VARCHAR, '${withoutValue}') AS key,
			coalesce(any_value(supplier::VARCHAR), 'Okänt') AS name
		FROM licence GROUP BY 1 ORDER BY translate(lower(name), 'åäö', '{|}'), key`,
		parameters: []
	}),
	row: v.object({ key: v.string(), name: v.string() })
});
