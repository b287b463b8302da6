// What the amount of a row counts for: its sign, its currency, its öre, and the sum that they go into.
//
// Cloud bills write amounts far below an öre, so a bill of 1 000 rows of 0,004 kr must not become 0 kr. An amount finer
// than an öre therefore carries on what the rows before it lost or gained by rounding: each gets the öre that bring the
// sum so far nearest to the exact one. Rows of whole öre are never touched, and the sum of a file is never more than
// half an öre from its exact sum, however many rows it has.
import type { Cell } from '$lib/read/record';
import { currencyCode } from '../recognise/currency';
import {
	converted,
	exactFromOre,
	exactText,
	isFinerThanOre,
	lessOre,
	nearestOre
} from '../cells/exact-amount';
import type { ImportPlan } from '../recognise/plan';
import type { Flag } from './problem-count';
import type { Value } from '../cells/read-cell';

/** Sums in öre (minor units). */
export interface AmountTotals {
	/** SEK over accepted rows; null for tables without amounts. */
	sum: number | null;
	/** Per other currency. */
	otherCurrencies: Record<string, number>;
}

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Sums the amounts of one table. */
export class AmountCounter {
	/** By currency: what the rows so far hold beyond the öre they were given, in 10⁻²⁴ kronor. */
	private readonly owed = new Map<string, bigint>();
	private readonly currencyColumn: number;

	/** @param currencyAt place of the currency among the values, −1 where all amounts are SEK */
	constructor(
		private readonly plan: ImportPlan,
		private readonly totals: AmountTotals,
		private readonly amountAt: number,
		private readonly currencyAt: number
	) {
		this.currencyColumn = plan.columns.find(({ field }) => field.name === 'currency')?.column ?? -1;
	}

	/** Writes the amount with the sign of a cost, and the currency by its code, into the values of a row. */
	settle(values: Value[]): void {
		if (this.amountAt < 0) return;
		const raw = values[this.amountAt];
		values[this.amountAt] = (typeof raw === 'number' ? raw : 0) * this.plan.sign || 0;
		if (this.currencyAt >= 0) values[this.currencyAt] = currencyCode(wordIn(values[this.currencyAt]));
	}

	/**
	 * Counts the amount of a settled, accepted row and writes the öre that it counts for into its values.
	 * @param exact what the cell held, where that is finer than an öre
	 * @returns its öre in SEK
	 */
	count(values: Value[], exact: bigint | undefined, flags: Flag[]): number {
		const amount = this.amountAt < 0 ? null : values[this.amountAt];
		if (typeof amount !== 'number' || this.totals.sum === null) return 0;
		const fine = exact === undefined ? null : exact * BigInt(this.plan.sign);
		const said = this.currencyAt < 0 ? 'SEK' : values[this.currencyAt];
		const currency = typeof said === 'string' ? said : 'SEK';
		if (currency === 'SEK') return this.addKronor(values, fine === null ? amount : this.rounded('SEK', fine));
		const inKronor = this.inKronor(currency, fine ?? exactFromOre(amount), flags);
		if (inKronor !== null) {
			values[this.currencyAt] = 'SEK';
			return this.addKronor(values, this.rounded('SEK', inKronor));
		}
		const counted = fine === null ? amount : this.rounded(currency, fine);
		values[this.amountAt] = counted;
		this.totals.otherCurrencies[currency] = (this.totals.otherCurrencies[currency] ?? 0) + counted;
		return 0;
	}

	/** Öre in SEK that a rejected row states: nothing where its currency has no rate. */
	stated(amount: number, cells: readonly Cell[]): number {
		const currency = this.currencyAt < 0 ? 'SEK' : currencyCode(String(cells[this.currencyColumn] ?? ''));
		if (currency === 'SEK') return amount * this.plan.sign || 0;
		const rate = this.plan.rates[currency];
		const inKronor = rate === undefined ? null : converted(exactFromOre(amount), rate);
		return inKronor === null ? 0 : Number(nearestOre(inKronor)) * this.plan.sign || 0;
	}

	/** Whether a counted row stands outside the sum in SEK. */
	isOutside(values: readonly Value[]): boolean {
		return this.currencyAt >= 0 && values[this.currencyAt] !== 'SEK';
	}

	/** The exact sum in SEK minus the sum of the rows, in kronor as decimal text; null when nothing was rounded. */
	roundingDifference(): string | null {
		const owed = this.owed.get('SEK');
		return owed === undefined ? null : exactText(owed);
	}

	private addKronor(values: Value[], amount: number): number {
		values[this.amountAt] = amount;
		this.totals.sum = (this.totals.sum ?? 0) + amount;
		return amount;
	}

	private rounded(currency: string, exact: bigint): number {
		if (!isFinerThanOre(exact)) return Number(nearestOre(exact));
		const due = (this.owed.get(currency) ?? 0n) + exact;
		const given = nearestOre(due);
		this.owed.set(currency, lessOre(due, given));
		return Number(given);
	}

	/** The amount in kronor by the rate given; null, and flagged, where it must stay outside the sums. */
	private inKronor(currency: string, exact: bigint, flags: Flag[]): bigint | null {
		const rate = this.plan.rates[currency];
		const inKronor = rate === undefined ? null : converted(exact, rate);
		const fits = inKronor !== null && nearestOre(inKronor < 0n ? -inKronor : inKronor) <= largest;
		flags.push({
			kind: fits ? 'omraknad_valuta' : 'annan_valuta',
			effect: 'flaggas',
			column: this.currencyColumn,
			reason: fits
				? `Beloppet är i ${currency} och räknas om till kronor med kursen ${rate}.`
				: `Beloppet är i ${currency} och räknas inte in i summor förrän en kurs är angiven.`,
			value: currency
		});
		return fits ? inKronor : null;
	}
}

function wordIn(value: Value | undefined): string {
	return typeof value === 'string' ? value : '';
}
