// Summary rows among the rows of a table: they repeat what stands above them, so they are compared and never counted.
import type { Cell } from '$lib/read/record';
import { formatMoneyWithUnit, formatOre } from '$lib/text/format';
import { amountShape } from './amount';
import { isBlank } from './read-cell';

const summaryCell = /^(?:del|slut|total)?summa(?:\s.*|:)?$|^totalt?:?$|^total(?:t|summa)\s.*$|^grand total$/i;

/** `Summa totalt` first, and nothing but numbers after it: a summary row of a table with few columns. */
function startsWithSummary(cells: readonly Cell[]): boolean {
	const [first, ...rest] = cells.filter((cell) => !isBlank(cell));
	return (
		typeof first === 'string' &&
		summaryCell.test(first.trim()) &&
		rest.every((cell) => typeof cell === 'number' || amountShape(cell).shape !== 'not_a_number')
	);
}

/** The column that says `Summa` in a mostly empty row of a table of so many columns; −1 when none does. */
export function summaryColumn(cells: readonly Cell[], width: number): number {
	if (startsWithSummary(cells)) return cells.findIndex((cell) => !isBlank(cell));
	const most = Math.max(3, Math.ceil(width / 2));
	let filled = 0;
	for (const cell of cells) {
		if (!isBlank(cell) && ++filled > most) return -1;
	}
	return cells.findIndex(
		(cell) => typeof cell === 'string' && cell.length < 60 && summaryCell.test(cell.trim())
	);
}

const aside = 'Raden är en summarad och räknas inte som en egen kostnad.';

/** Follows the sum of the rows, to compare summary rows with. All amounts are öre with the sign of the file. */
export class SummaryRows {
	private all = 0;
	private sinceLast = 0;
	private rows = 0;
	private rejected = 0;
	private hasOtherCurrency = false;

	/** @param scale 1 000 where the file counts in tkr */
	constructor(private readonly scale: number) {}

	/** An accepted row; `amount` null where it is in another currency. */
	add(amount: number | null): void {
		this.rows++;
		if (amount === null) this.hasOtherCurrency = true;
		else {
			this.all += amount;
			this.sinceLast += amount;
		}
	}

	/** A rejected row that is no summary row. */
	skip(): void {
		this.rejected++;
	}

	/**
	 * Why a summary row is not counted, and whether it agrees with the rows above it: all of them, or those after the
	 * summary row before.
	 * @param stated what it says; null where that cannot be read
	 * @param slack öre that rounding may make
	 */
	reasonFor(stated: number | null, slack: number): string {
		const sums = [this.sinceLast, this.all];
		this.sinceLast = 0;
		if (stated === null || !this.rows || this.hasOtherCurrency) return aside;
		if (sums.some((sum) => Math.abs(sum - stated) <= slack)) {
			return `${aside} Den stämmer med raderna ovanför: ${this.figure(stated)}.`;
		}
		const nearest = sums.reduce((a, b) => (Math.abs(b - stated) < Math.abs(a - stated) ? b : a));
		const missing = this.rejected
			? ` Då är ${this.rejected === 1 ? 'en avvisad rad' : `${this.rejected} avvisade rader`} inte med.`
			: '';
		return `${aside} Summaraden säger ${this.figure(stated)}, raderna ovanför ger ${this.figure(nearest)}.${missing}`;
	}

	/** An amount in the unit that the file counts in. */
	private figure(amount: number): string {
		if (this.scale === 1) return formatOre(amount);
		const unit = this.scale === 1000 ? 'tkr' : 'mnkr';
		const inUnit = this.scale * 100;
		const decimals = [0, 1, 2, 3, 4].find((count) => amount % (inUnit / 10 ** count) === 0) ?? 5;
		return formatMoneyWithUnit(amount, unit, { decimals });
	}
}
