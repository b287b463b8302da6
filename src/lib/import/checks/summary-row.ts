// Summary rows among the rows of a table: they repeat what stands above them, so they are compared and never counted.
import type { Cell } from '$lib/read/record';
import { formatMoneyWithUnit, formatOre } from '$lib/text/format';
import { amountShape } from '../cells/amount';
import { isBlank } from '../cells/read-cell';

const summaryCell =
	/^(?:del|slut|total|sub)?summa(?:[\s:].*)?$|^totalt?:?$|^total(?:t|summa)[\s:].*$|^(?:grand|sub)[ -]?total(?:[\s:].*)?$|^(?:sum|tot|s:a)[.:]?$/i;
/** Words of summary rows that may also be words of a name: only the figures can tell. */
const summaryWord = /(?:^|\s)(?:(?:del|slut|total|sub)?summa|totalt?|s:a|tot\.|[\w-]*total)(?:$|[\s:])/i;

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

/** The column with a word of a summary row, however many cells are filled; −1 when none has. */
function wordColumn(cells: readonly Cell[], word: RegExp): number {
	return cells.findIndex(
		(cell) => typeof cell === 'string' && cell.length > 2 && cell.length < 60 && word.test(cell.trim())
	);
}

/** What a row that is filled as any other may be after all. */
export interface SummarySuspicion {
	/** False: it is counted, and flagged. */
	isSummary: boolean;
	/** −1 for the row as a whole. */
	column: number;
	reason: string;
}

const aside = 'Raden är en summarad och räknas inte som en egen kostnad.';

/** Follows the sum of the rows, to compare summary rows with. All amounts are öre with the sign of the file. */
export class SummaryRows {
	private all = 0;
	private sinceLast = 0;
	private rows = 0;
	private rejected = 0;
	private hasOtherCurrency = false;
	private bare = 0;
	/** Sums that a summary row may start from, with the rows counted by then: the top, and after each summary row. */
	private readonly starts = new Map<number, number>([[0, 0]]);

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
		const agrees = stated !== null && this.rowsIn(stated, slack) > 0;
		this.sinceLast = 0;
		if (!this.starts.has(this.all)) this.starts.set(this.all, this.rows);
		if (stated === null || !this.rows || this.hasOtherCurrency) return aside;
		if (agrees) {
			return `${aside} Den stämmer med raderna ovanför: ${this.figure(stated)}.`;
		}
		const nearest = sums.reduce((a, b) => (Math.abs(b - stated) < Math.abs(a - stated) ? b : a));
		const missing = this.rejected
			? ` Då är ${this.rejected === 1 ? 'en avvisad rad' : `${this.rejected} avvisade rader`} inte med.`
			: '';
		return `${aside} Summaraden säger ${this.figure(stated)}, raderna ovanför ger ${this.figure(nearest)}.${missing}`;
	}

	/**
	 * What a readable row may be: a summary row although its cells are filled, as subtotals in reports are, or although
	 * it has no words at all. The figures decide; without their proof a row is counted and flagged.
	 * @param isBare nothing but its amount says anything
	 */
	suspicionOf(
		cells: readonly Cell[],
		stated: number,
		isBare: boolean,
		slack: number
	): SummarySuspicion | null {
		const inSum = stated === 0 ? 0 : this.rowsIn(stated, slack);
		// Where rows without words are the rule, they are the rows of the table.
		const isUnlike = isBare && this.bare * 2 < this.rows;
		if (isBare) this.bare++;
		if (isUnlike) {
			if (inSum > 1) return { isSummary: true, column: -1, reason: this.reasonFor(stated, slack) };
			const reason =
				'Raden har ett belopp men inget som säger vad det gäller. Den räknas; avgör om den är en summarad.';
			return { isSummary: false, column: -1, reason };
		}
		const column = wordColumn(cells, inSum > 0 ? summaryWord : summaryCell);
		if (column >= 0 && inSum > 1) return { isSummary: true, column, reason: this.reasonFor(stated, slack) };
		if (column < 0) return null;
		const reason = `Raden kan vara en summarad: ${String(cells[column]).trim()}. Den räknas; avgör om den ska vara med.`;
		return { isSummary: false, column, reason };
	}

	/** How many rows just above add up to a figure; 0 when no run of them that a summary row could mean does. */
	private rowsIn(stated: number, slack: number): number {
		if (this.hasOtherCurrency) return 0;
		for (let off = -slack; off <= slack; off++) {
			const before = this.starts.get(this.all - stated + off);
			if (before !== undefined && before < this.rows) return this.rows - before;
		}
		return 0;
	}

	/** An amount in the unit that the file counts in. */
	private figure(amount: number): string {
		if (this.scale <= 1) return formatOre(amount);
		const unit = this.scale === 1000 ? 'tkr' : 'mnkr';
		const inUnit = this.scale * 100;
		const decimals = [0, 1, 2, 3, 4].find((count) => amount % (inUnit / 10 ** count) === 0) ?? 5;
		return formatMoneyWithUnit(amount, unit, { decimals });
	}
}
