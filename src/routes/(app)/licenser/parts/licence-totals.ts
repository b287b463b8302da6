// Sums over products or nämnder. What is unknown is left out, and the bases say how much of the bought is covered.
import type { LicenceSums } from '$lib/queries/licence-measures';

type Counted = 'purchased' | 'assigned' | 'active' | 'unused' | 'unused_amount' | 'strict' | 'strict_amount';

/** The total of several rows; a measure that no row knows stays null. Prices have no total. */
export function licenceTotal(rows: readonly LicenceSums[]): LicenceSums {
	const known = (name: Counted) => {
		const values = rows.map((row) => row[name]).filter((value) => value !== null);
		return values.length ? values.reduce((sum, value) => sum + value, 0) : null;
	};
	const all = (value: (row: LicenceSums) => number) => rows.reduce((sum, row) => sum + value(row), 0);
	return {
		row_count: all((row) => row.row_count),
		purchased: known('purchased'),
		assigned: known('assigned'),
		assigned_base: all((row) => row.assigned_base),
		active: known('active'),
		active_base: all((row) => row.active_base),
		unused: known('unused'),
		unused_base: all((row) => row.unused_base),
		unused_amount: known('unused_amount'),
		unused_amount_base: all((row) => row.unused_amount_base),
		strict: known('strict'),
		strict_amount: known('strict_amount'),
		lowest_price: null,
		highest_price: null
	};
}
