import * as v from 'valibot';
import { itRows } from './cost-filter';
import { defineQuery } from './query';

/** IT cost for utveckling (öre) per nämnd, project, system, supplier and month. */
export const developmentCosts = defineQuery({
	name: 'development-costs',
	question: 'Vad har kostat utveckling, på vilket projekt och vilket system?',
	statement: () => ({
		sql: `SELECT unit::VARCHAR AS unit, nullif(project::VARCHAR, '') AS project, system_ref::VARCHAR AS system,
				named.supplier, strftime(day, '%Y-%m') AS month, sum(amount)::BIGINT AS amount
			FROM cost LEFT JOIN supplier named ON named.supplier_key = cost.supplier_key
			WHERE ${itRows} AND orientation = 'utveckling' GROUP BY ALL ORDER BY ALL`,
		parameters: []
	}),
	row: v.object({
		unit: v.nullable(v.string()),
		project: v.nullable(v.string()),
		system: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		month: v.string(),
		amount: v.number()
	})
});
