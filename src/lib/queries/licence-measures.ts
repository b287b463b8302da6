// What every question about licences counts, in one place, so that a product, a nämnd and a month are counted alike.
import * as v from 'valibot';
import { withoutValue } from '$lib/domain/filters';
import type { Parameter } from '$lib/engine/engine';
import type { Condition } from './cost-filter';

/** Which licence rows. Months are `YYYY-MM`, both ends included. */
export interface LicenceSelection {
	product: string | null;
	/** Empty: all. */
	units: readonly string[];
	from: string;
	to: string;
	/** Only licences bought from these suppliers, by their keys; `-` is those without one. Empty: all. */
	suppliers?: readonly string[];
	/** Only licences of this system. */
	system?: string;
	/** Only rows that say this. */
	known?: 'assigned' | 'active' | 'unused' | 'price';
}

export function licenceCondition(selection: LicenceSelection): Condition {
	const parts = ['month::VARCHAR BETWEEN ? AND ?'];
	const parameters: Parameter[] = [selection.from, selection.to];
	if (selection.product !== null) {
		parts.push("coalesce(product::VARCHAR, 'Okänt') = ?");
		parameters.push(selection.product);
	}
	if (selection.units.length) {
		parts.push(`coalesce(unit::VARCHAR, 'Okänt') IN (${selection.units.map(() => '?').join(', ')})`);
		parameters.push(...selection.units);
	}
	if (selection.suppliers?.length) {
		parts.push(
			`coalesce(supplier_key::VARCHAR, '${withoutValue}') IN (${selection.suppliers.map(() => '?').join(', ')})`
		);
		parameters.push(...selection.suppliers);
	}
	if (selection.system !== undefined) {
		parts.push('system_id::VARCHAR = ?');
		parameters.push(selection.system);
	}
	if (selection.known) parts.push(`${selection.known} IS NOT NULL`);
	return { sql: parts.join(' AND '), parameters };
}

/** Bought and not active, per row and never netted; NULL where active is unknown (greatest() would skip the NULL). */
export const strict = 'CASE WHEN active IS NOT NULL THEN greatest(0, purchased - active) END';

/**
 * Sums over rows. Unknown rows are left out of a sum, and the `…_base` beside it says how many of the bought licences
 * it covers. Amounts are öre a month.
 */
export const licenceSums = `
	count(*) AS row_count,
	sum(purchased)::BIGINT AS purchased,
	sum(assigned)::BIGINT AS assigned,
	coalesce(sum(purchased) FILTER (assigned IS NOT NULL), 0)::BIGINT AS assigned_base,
	sum(active)::BIGINT AS active,
	coalesce(sum(purchased) FILTER (active IS NOT NULL), 0)::BIGINT AS active_base,
	sum(unused)::BIGINT AS unused,
	coalesce(sum(purchased) FILTER (unused IS NOT NULL), 0)::BIGINT AS unused_base,
	sum(unused_amount)::BIGINT AS unused_amount,
	coalesce(sum(purchased) FILTER (unused_amount IS NOT NULL), 0)::BIGINT AS unused_amount_base,
	sum(${strict})::BIGINT AS strict,
	sum((${strict}) * price)::BIGINT AS strict_amount,
	min(price) AS lowest_price,
	max(price) AS highest_price`;

const maybe = v.nullable(v.number());

export const licenceSumsRow = {
	row_count: v.number(),
	purchased: maybe,
	assigned: maybe,
	assigned_base: v.number(),
	active: maybe,
	active_base: v.number(),
	unused: maybe,
	unused_base: v.number(),
	unused_amount: maybe,
	unused_amount_base: v.number(),
	strict: maybe,
	strict_amount: maybe,
	lowest_price: maybe,
	highest_price: maybe
} as const;

/** Sums of licence rows, as queries give them. */
export type LicenceSums = {
	[Name in keyof typeof licenceSumsRow]: v.InferOutput<(typeof licenceSumsRow)[Name]>;
};
