// What the amount of a row counts for: its sign, its currency, and the sum that it goes into.
import type { ImportPlan } from './plan';
import type { Flag } from './problem-count';
import type { Value } from './read-cell';

/** Sums in öre (minor units). */
export interface AmountTotals {
	/** SEK over accepted rows; null for tables without amounts. */
	sum: number | null;
	/** Per other currency. */
	otherCurrencies: Record<string, number>;
}

const kronor = /^(?:SEK|KR|KRONOR)$/;

/** Sums the amounts of one table. */
export class AmountCounter {
	/** @param currencyAt place of the currency among the values, −1 where all amounts are SEK */
	constructor(
		private readonly plan: ImportPlan,
		private readonly totals: AmountTotals,
		private readonly amountAt: number,
		private readonly currencyAt: number
	) {}

	/** Counts the amount of an accepted row and writes what it counts for into its values. Returns its öre in SEK. */
	count(values: Value[], flags: Flag[]): number {
		if (this.amountAt < 0 || this.totals.sum === null) return 0;
		const raw = values[this.amountAt];
		const amount = (typeof raw === 'number' ? raw : 0) * this.plan.sign || 0;
		values[this.amountAt] = amount;
		if (this.currencyAt < 0) {
			this.totals.sum += amount;
			return amount;
		}
		const said = values[this.currencyAt];
		const written = typeof said === 'string' ? said.toUpperCase() : 'SEK';
		const currency = kronor.test(written) ? 'SEK' : written;
		values[this.currencyAt] = currency;
		if (currency === 'SEK') {
			this.totals.sum += amount;
			return amount;
		}
		this.totals.otherCurrencies[currency] = (this.totals.otherCurrencies[currency] ?? 0) + amount;
		flags.push({
			kind: 'annan_valuta',
			effect: 'flaggas',
			column: this.plan.columns.find(({ field }) => field.name === 'currency')?.column ?? 0,
			reason: `Beloppet är i ${currency} och räknas inte in i summor förrän en kurs är angiven.`,
			value: currency
		});
		return 0;
	}
}
