// The forecast of each product from its months, and of all of them together.
import { forecastYear, sumRanges, type LicenceForecast } from '$lib/domain/licence-forecast';
import { monthFrom, monthPlus, parseMonth, type Month } from '$lib/domain/period';
import type { LicenceMonthAmount } from '$lib/queries/licence-month-amounts';
import type { ForecastBar } from './forecast-bars';

export interface ProductForecast {
	/** Null is the products that have no line of their own. */
	product: string | null;
	/** How many products it is. */
	products: number;
	/** Null where the chosen month has no amount to carry on. */
	forecast: LicenceForecast | null;
	/** Öre of the months that are known. */
	known: number;
	/** By month, also those after the chosen one. */
	amounts: ReadonlyMap<Month, number>;
}

/** @param rows as the query gives them, also of months after the chosen one, of which nothing is used but to compare with */
export function productForecasts(rows: readonly LicenceMonthAmount[], last: Month): ProductForecast[] {
	const year = last.slice(0, 4);
	const byProduct = Map.groupBy(rows, ({ product }) => product);
	return [...byProduct]
		.map(([product, own]): ProductForecast => {
			const amounts = new Map<Month, number>();
			for (const row of own) {
				const month = parseMonth(row.month);
				if (month && row.amount !== null) amounts.set(month, row.amount);
			}
			const before = new Map([...amounts].filter(([month]) => month <= last));
			const known = [...before].reduce(
				(sum, [month, amount]) => sum + (month.startsWith(year) ? amount : 0),
				0
			);
			const products = Math.max(...own.map((row) => row.products));
			return { product, products, forecast: forecastYear(before, last), known, amounts };
		})
		.sort(
			(one, other) => (other.forecast?.year.likely ?? other.known) - (one.forecast?.year.likely ?? one.known)
		);
}

/** The months of the year, all products together. A month that no product knows is left out. */
export function forecastMonths(products: readonly ProductForecast[], last: Month): ForecastBar[] {
	const bars: ForecastBar[] = [];
	for (
		let month = monthFrom(Number(last.slice(0, 4)), 1);
		month.startsWith(last.slice(0, 4));
		month = monthPlus(month, 1)
	) {
		const amounts = products.flatMap((one) => one.amounts.get(month) ?? []);
		const total = amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0) : null;
		if (month <= last) {
			if (total !== null)
				bars.push({ month, known: total, range: { low: total, likely: total, high: total }, actual: null });
			continue;
		}
		const ranges = products.flatMap(
			({ forecast }) => forecast?.months.find((one) => one.month === month)?.range ?? []
		);
		bars.push({ month, known: null, range: sumRanges(ranges), actual: total });
	}
	return bars;
}
