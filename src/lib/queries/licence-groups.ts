import * as v from 'valibot';
import { withoutValue } from '$lib/domain/filters';
import { licenceCondition, licenceSums, licenceSumsRow, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** What licences can be shown per. */
export const licenceDimensions = ['product', 'supplier', 'unit', 'month'] as const;
export type LicenceDimension = (typeof licenceDimensions)[number];

const keys: Readonly<Record<LicenceDimension, string>> = {
	product: "coalesce(product::VARCHAR, 'Okänt')",
	supplier: `coalesce(supplier_key::VARCHAR, '${withoutValue}')`,
	unit: "coalesce(unit::VARCHAR, 'Okänt')",
	month: 'month::VARCHAR'
};

/**
 * Bought, assigned, active and unused by both definitions (öre a month) per product, supplier, nämnd or month. The most
 * expensive unused come first; months in their order.
 */
export const licenceGroups = defineQuery({
	name: 'licence-groups',
	question: 'Vilka licenser betalar vi för utan att använda?',
	statement: ({ by, ...selection }: LicenceSelection & { by: LicenceDimension }) => {
		const where = licenceCondition(selection);
		const name = by === 'supplier' ? "coalesce(any_value(supplier::VARCHAR), 'Okänt')" : keys[by];
		return {
			sql: `SELECT ${keys[by]} AS key, ${name} AS name, ${licenceSums}
			FROM licence WHERE ${where.sql} GROUP BY ${keys[by]}
			ORDER BY ${by === 'month' ? 'key DESC' : 'unused_amount DESC NULLS LAST, key'}`,
			parameters: where.parameters
		};
	},
	row: v.object({ key: v.string(), name: v.string(), ...licenceSumsRow })
});
