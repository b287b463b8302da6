// Who is really paid: the maker where somebody has said whose product it is, else who sent the invoice. A maker that bears the name
// of exactly one supplier is that supplier.
import type { Condition } from './cost-filter';

/** Before a maker's name where it is no known supplier. */
const makerMark = 'avser:';

/** A part of WITH: `named(name, supplier_key)`, suppliers by a name that only one of them bears. */
export const namedSuppliers = `named AS (
	SELECT lower(supplier) AS name, min(supplier_key) AS supplier_key FROM supplier GROUP BY ALL HAVING count(*) = 1
)`;

/** The key of who is really paid, of a table that is joined to `named` by the maker. @param table with supplier_key and maker */
export const realSupplierKey = (table: string) =>
	`CASE WHEN ${table}.maker IS NULL THEN ${table}.supplier_key
		ELSE coalesce(named.supplier_key, '${makerMark}' || lower(${table}.maker)) END`;

/** The rows of `cost` that are really a supplier's, by its key as {@link realSupplierKey} makes it. */
export function realSupplierRows(key: string): Condition {
	if (key.startsWith(makerMark))
		return { sql: 'lower(maker::VARCHAR) = ?', parameters: [key.slice(makerMark.length)] };
	return {
		sql: `((maker IS NULL AND supplier_key::VARCHAR = ?) OR lower(maker::VARCHAR) IN (
			SELECT lower(supplier) FROM supplier GROUP BY lower(supplier) HAVING count(*) = 1 AND min(supplier_key) = ?))`,
		parameters: [key, key]
	};
}
