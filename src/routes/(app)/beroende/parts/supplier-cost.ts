import type * as v from 'valibot';
import { withoutValue } from '$lib/domain/filters';
import type { supplierCosts } from '$lib/queries/supplier-costs';

/** A supplier's IT cost, as supplier-costs answers. */
export type SupplierCost = v.InferOutput<typeof supplierCosts.row>;

/** What the filter calls a supplier. */
export function supplierFilterKey(row: { supplier_key: string | null }): string {
	return row.supplier_key ?? withoutValue;
}
