// What is chosen on every page of Licenser, read from the address.
import type { Month, Period } from '$lib/domain/period';
import type { LicenceDimension } from '$lib/queries/licence-groups';
import type { LicenceSelection } from '$lib/queries/licence-measures';

export interface LicenceChoice {
	/** Every product of the licence table, with its first and last month. */
	products: readonly { product: string; first: string; last: string }[];
	/** Null is all of them. */
	product: string | null;
	/** The months of the licence table. */
	span: Period;
	month: Month;
	/** Empty: all. */
	units: string[];
	/** Keys; empty: all. */
	suppliers: string[];
}

/** The chosen licences over some months. */
export function chosenLicences(
	{ product, units, suppliers }: Pick<LicenceChoice, 'product' | 'units' | 'suppliers'>,
	{ from, to }: { from: string; to: string }
): LicenceSelection {
	return { product, units, suppliers, from, to };
}

/** The licences of one row of a table. @param key as the groups have it */
export function narrowedTo(by: LicenceDimension, key: string): Partial<LicenceSelection> {
	switch (by) {
		case 'product':
			return { product: key };
		case 'supplier':
			return { suppliers: [key] };
		case 'unit':
			return { units: [key] };
		case 'month':
			return { from: key, to: key };
	}
}
