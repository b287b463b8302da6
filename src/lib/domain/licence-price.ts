// A licence's price against an index that the municipality has chosen: what the price would be had it followed the index,
// and what the difference costs.
import type { YearlySeries } from './assumption';

export interface PricedMonth {
	/** `YYYY-MM`. */
	month: string;
	/** Öre per licence and month, weighted by what is bought. */
	price: number;
	/** Licences bought at a known price. */
	purchased: number;
	/** Öre of the month: purchased × price, row by row. */
	amount: number;
}

export interface PriceYear {
	year: number;
	/** Öre per licence and month, weighted by what is bought. */
	price: number;
	/** The first year is 100. */
	priceIndex: number;
	/** The index scaled alike; null where it has no value for the year. */
	index: number | null;
	/** Öre per licence and month had the price followed the index. */
	indexedPrice: number | null;
	/** Öre that the year's licences cost above (or, below zero, under) that. */
	above: number | null;
}

/** A price has risen more than its index when it stands at least this many units above it. */
export const aboveIndexUnits = 1;

/**
 * A year at a time, from the first that has both a price and a value of the index; without an index from the first with a
 * price. Years before are left out: they have nothing to be compared with.
 */
export function priceYears(months: readonly PricedMonth[], series: YearlySeries | null): PriceYear[] {
	const years = new Map<number, PricedMonth[]>();
	for (const month of months) {
		const year = Number(month.month.slice(0, 4));
		years.set(year, [...(years.get(year) ?? []), month]);
	}
	const value = (year: number) => series?.points.find((point) => point.year === year)?.value ?? null;
	const priced = [...years]
		.map(([year, own]) => {
			const purchased = own.reduce((sum, month) => sum + month.purchased, 0);
			const amount = own.reduce((sum, month) => sum + month.amount, 0);
			const price = purchased > 0 ? amount / purchased : mean(own.map((month) => month.price));
			return { year, price, purchased, amount };
		})
		.filter(({ price }) => price > 0)
		.sort((one, other) => one.year - other.year);
	const base = priced.find(({ year }) => !series || value(year) !== null);
	if (!base) return [];
	const baseIndex = value(base.year);
	return priced
		.filter(({ year }) => year >= base.year)
		.map(({ year, price, purchased, amount }) => {
			const own = value(year);
			const index = own !== null && baseIndex !== null ? (own / baseIndex) * 100 : null;
			const indexedPrice = index === null ? null : (base.price * index) / 100;
			return {
				year,
				price,
				priceIndex: (price / base.price) * 100,
				index,
				indexedPrice,
				above: indexedPrice === null ? null : Math.round(amount - indexedPrice * purchased)
			};
		});
}

/** The latest year that has an index beside its price, after the first; null while there is none. */
export function comparedYear(years: readonly PriceYear[]): PriceYear | null {
	return years.findLast(({ index }, place) => place > 0 && index !== null) ?? null;
}

/** The price has risen more than the index, by more than rounding. */
export function risesAboveIndex(year: PriceYear | null): boolean {
	return year !== null && year.index !== null && year.priceIndex - year.index >= aboveIndexUnits;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
