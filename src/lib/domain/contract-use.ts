// What a contract's systems say of it: who uses them, in which layers they lie, and what their licences have come to cost.
import { monthPlus, parseMonth, type Month } from './period';

export interface BoughtSystem {
	system_id: string;
	name: string | null;
	/** kommunikation, infrastruktur, plattform or applikation. */
	layer: string | null;
	/** Nämnder, divided by `|`. */
	used_by: string | null;
	/** ja, nej or nothing. */
	shared: string | null;
	/** 1–5. */
	user_rating: number | null;
}

/** The nämnder that use the systems, in alphabetical order; 'all' when one is shared without naming them; null when unknown. */
export function usersOf(systems: readonly BoughtSystem[]): string[] | 'all' | null {
	if (systems.some(({ shared, used_by }) => shared === 'ja' && used_by === null)) return 'all';
	const units = new Set(systems.flatMap(({ used_by }) => used_by?.split('|') ?? []));
	return units.size ? [...units].toSorted((one, other) => one.localeCompare(other, 'sv')) : null;
}

/** The layers that the systems lie in. Two or more bind the city vertically. */
export function layersOf(systems: readonly BoughtSystem[]): string[] {
	return [...new Set(systems.flatMap(({ layer }) => layer ?? []))].toSorted((one, other) =>
		one.localeCompare(other, 'sv')
	);
}

export interface LicencePrice {
	product: string;
	month: string;
	/** Öre a month. */
	price: number;
}

export interface PriceChange {
	product: string;
	from: Month;
	to: Month;
	/** Öre a month per licence. */
	before: number;
	now: number;
}

/** Each product's latest price beside that of the same month a year before; products without both are left out. */
export function yearlyPriceChanges(prices: readonly LicencePrice[]): PriceChange[] {
	const products = new Map<string, LicencePrice[]>();
	for (const price of prices) products.set(price.product, [...(products.get(price.product) ?? []), price]);
	return [...products].flatMap(([product, months]) => {
		const now = months.reduce((last, price) => (price.month > last.month ? price : last));
		const to = parseMonth(now.month);
		const from = to && monthPlus(to, -12);
		const before = months.find(({ month }) => month === from);
		return from && to && before ? [{ product, from, to, before: before.price, now: now.price }] : [];
	});
}
