// Amounts of a SIE file: the format says decimal point, and some programs write a comma.
import { ore, oreFromKronor, type Ore } from '$lib/domain/money';
import type { Cell } from '../record';
import type { Aside } from '../source-table';

export interface SieAmount {
	/** As it stands in the file, or a number where three decimals would read as thousands elsewhere. */
	cell: Cell;
	ore: Ore;
}

const written = /^([-\u2212+]?)(\d*)(?:([.,])(\d*))?(-?)$/;

/** Reads an amount in kronor; null for what is no number, or so large that öre would be lost. */
export function sieAmount(text: string): SieAmount | null {
	const trimmed = text.trim();
	const [match, sign = '', whole = '', point = '', decimals = '', behind = ''] = written.exec(trimmed) ?? [];
	if (!match || whole + decimals === '' || (sign && behind)) return null;
	// `1,234` may be one krona and some öre, or 1 234 kronor: the format allows no comma, so it says neither.
	if (point === ',' && decimals.length > 2) return null;
	const factor = sign === '-' || sign === '\u2212' || behind ? -1 : 1;
	if (/[1-9]/.test(decimals.slice(2))) {
		const kronor = factor * Number(`${whole || '0'}.${decimals}`);
		return Math.abs(kronor) < 1e12 ? { cell: kronor, ore: oreFromKronor(kronor) } : null;
	}
	const amount = factor * Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
	if (!Number.isSafeInteger(amount)) return null;
	// Noughts beyond the second decimal are left out, so that nobody takes the point for thousands.
	const cell = decimals.length > 2 ? trimmed.slice(0, trimmed.indexOf(point) + 3) + behind : trimmed;
	return { cell, ore: ore(amount) };
}

/** Rows and the öre they add up to. */
export class OreSum {
	rows = 0;
	private sum = 0;
	private amounts = 0;
	private exact = true;

	add(amount: Ore): void {
		this.rows++;
		this.amounts++;
		this.sum += amount;
		this.exact &&= Number.isSafeInteger(this.sum);
	}

	/** Counts a row that has no amount, or none that can be read. */
	addUnread(): void {
		this.rows++;
	}

	addAll(other: OreSum | undefined): void {
		if (!other) return;
		this.rows += other.rows;
		this.amounts += other.amounts;
		this.sum += other.sum;
		this.exact &&= other.exact && Number.isSafeInteger(this.sum);
	}

	/** Zero for no rows; null when the sum is beyond what is exact. */
	get total(): Ore | null {
		return this.exact ? ore(this.sum) : null;
	}

	/** True when some row had an amount. */
	get hasAmounts(): boolean {
		return this.amounts > 0;
	}
}

/** An aside whose sentence fits its number of rows. */
export function aside(sum: OreSum, [one, many]: readonly [string, string], clause: string): Aside {
	const { rows, total, hasAmounts } = sum;
	return { what: `${rows === 1 ? one : many} ${clause}`, rows, sum: hasAmounts ? total : null };
}
