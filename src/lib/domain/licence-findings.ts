// What stands out in a product's months: licences bought that did not come into use, and how its price moved.

export interface UnitMonth {
	unit: string;
	/** `YYYY-MM`. */
	month: string;
	purchased: number | null;
	active: number | null;
}

/** A nämnd bought so many more in a month, and so many more were active in the last one than just before. */
export interface PurchaseStep {
	unit: string;
	month: string;
	bought: number;
	moreActive: number;
}

/** Of a purchase at most this share may have come into use for it to be a finding. */
const smallUse = 0.25;
/** Purchases smaller than this are part of the ordinary. */
const smallPurchase = 20;

/**
 * The largest purchase of the given months that hardly anybody came to use; null when there is none.
 * @param months ordered by month
 */
export function purchaseWithoutUse(months: readonly UnitMonth[]): PurchaseStep | null {
	const byUnit = new Map<string, UnitMonth[]>();
	for (const row of months) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row]);
	let found: PurchaseStep | null = null;
	for (const [unit, rows] of byUnit) {
		const last = rows.at(-1);
		rows.forEach((row, index) => {
			const before = rows[index - 1];
			if (!before || before.purchased === null || row.purchased === null) return;
			if (before.active === null || !last || last.active === null) return;
			const bought = row.purchased - before.purchased;
			const moreActive = last.active - before.active;
			if (bought < smallPurchase || moreActive > bought * smallUse) return;
			if (!found || bought > found.bought) found = { unit, month: row.month, bought, moreActive };
		});
	}
	return found;
}

/** A price as an index of the first price = 100; null when the first is not above zero. */
export function priceIndex(price: number, first: number): number | null {
	return first > 0 ? (price / first) * 100 : null;
}
