import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/**
 * One product per nämnd and month. A count is null when one of the rows behind it is unknown: half a set has no total.
 * `price` is öre a month, weighted by the bought licences where the rows differ.
 */
export const licenceMonths = defineQuery({
	name: 'licence-months',
	question: 'Hur har köpta, tilldelade och aktiva licenser ändrats månad för månad?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition(selection);
		return {
			sql: `SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, month::VARCHAR AS month,
				CASE WHEN count(purchased) = count(*) THEN sum(purchased) END::BIGINT AS purchased,
				CASE WHEN count(assigned) = count(*) THEN sum(assigned) END::BIGINT AS assigned,
				CASE WHEN count(active) = count(*) THEN sum(active) END::BIGINT AS active
			FROM licence WHERE ${where.sql} GROUP BY coalesce(unit::VARCHAR, 'Okänt'), month::VARCHAR
			ORDER BY month, unit`,
			parameters: where.parameters
		};
	},
	row: v.object({
		unit: v.string(),
		month: v.string(),
		purchased: v.nullable(v.number()),
		assigned: v.nullable(v.number()),
		active: v.nullable(v.number())
	})
});
