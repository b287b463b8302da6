// What a SIE file states itself about its sums: #RES a year, #PSALDO a month, as totals for transactions to agree with.
//
// For result accounts #PSALDO is the change in the month, not the accumulated balance: in the test files that the format's
// association hands out, the twelve months of one company add up to #RES of the year (BL0001_typ2 and _typ3 give
// 65 624,70 kr, which is also #RES and the sum of #TRANS on accounts 4–7 in BL0001_typ4; the same in ten other pairs).
// Rows without objects are the total of the account in most programs (BL, Mamut, Briljant, Edison). In others (Avendo,
// type 3) they are only what has no object, and the total is both together: objektsaldo_ovnbolag needs both to reach the
// 610 649,08 kr that periodsaldo_ovnbolag and the transactions of the same company have for January. #RES decides which.
import type { ControlStatement } from '../source-table';
import { accountClass, classRange } from './accounts';
import { OreSum, sieAmount } from './amount';
import { textField, type SieRow } from './fields';

interface MonthBalance {
	withoutObjects: OreSum;
	withObjects: OreSum;
}

interface Months {
	/** `YYYY-MM`. */
	from: string;
	to: string;
}

/** Gathers balances on the cost classes. */
export class Balances {
	private readonly years = new Map<string, Months>();
	private readonly results = new Map<string, OreSum>();
	private readonly periods = new Map<string, Map<string, MonthBalance>>();
	/** Last month that the balances are about, where the file says so. */
	private until = '';

	constructor(private readonly classes: readonly number[]) {}

	/** Takes a row of any label; those that are no balance are ignored. */
	add(row: SieRow): void {
		const year = textField(row, 0);
		if (row.label === 'RAR') {
			const from = monthOf(textField(row, 1));
			const to = monthOf(textField(row, 2));
			if (from && to) this.years.set(year, { from, to });
		} else if (row.label === 'OMFATTN') {
			this.until = monthOf(year);
		} else if (row.label === 'RES') {
			const sum = this.results.get(year) ?? new OreSum();
			this.results.set(year, sum);
			const amount = sieAmount(textField(row, 2));
			if (amount && this.isCost(textField(row, 1))) sum.add(amount.ore);
		} else if (row.label === 'PSALDO') {
			this.addPeriod(year, row);
		}
	}

	private isCost(account: string): boolean {
		return this.classes.includes(accountClass(account) ?? -1);
	}

	private addPeriod(year: string, row: SieRow): void {
		const month = monthOf(textField(row, 1));
		const list = row.fields[3];
		const hasList = list !== undefined && typeof list !== 'string';
		const amount = sieAmount(textField(row, hasList ? 4 : 3));
		if (!month || !amount || !this.isCost(textField(row, 2))) return;
		const months = this.periods.get(year) ?? new Map<string, MonthBalance>();
		this.periods.set(year, months);
		const balance = months.get(month) ?? { withoutObjects: new OreSum(), withObjects: new OreSum() };
		months.set(month, balance);
		(hasList && list.length ? balance.withObjects : balance.withoutObjects).add(amount.ore);
	}

	/** Whether a row without objects is the total of its account, or only what has no object; #RES of the years says. */
	get rowsWithoutObjects(): 'total' | 'rest' {
		let total = 0;
		let rest = 0;
		for (const [year, months] of this.periods) {
			const result = this.results.get(year)?.total;
			if (result === undefined || result === null) continue;
			const without = sumOf([...months.values()].map((month) => month.withoutObjects.total));
			const withObjects = sumOf([...months.values()].map((month) => month.withObjects.total));
			if (without === result) total++;
			else if (without + withObjects === result) rest++;
		}
		return rest > total ? 'rest' : 'total';
	}

	/** All that the file states, the years first. */
	statements(): ControlStatement[] {
		const years = [...this.results.keys()].flatMap((year) => this.yearStatement(year) ?? []);
		const months = [...this.periods].flatMap(([, balances]) =>
			[...balances.keys()].toSorted().map((month) => this.monthsStatement(balances, month, month))
		);
		return [...years, ...months];
	}

	/** What is stated about exactly the months of the file's transactions; null when the file states no such sum. */
	statementFor({ from, to }: Months): ControlStatement | null {
		const [year] = [...this.years].find(([, months]) => months.from <= from && to <= months.to) ?? [];
		if (year === undefined) return null;
		const balances = this.periods.get(year);
		const beyond = [...(balances ?? [])].some(
			([month, balance]) => (month < from || month > to) && this.monthSum(balance) !== 0
		);
		// Balances outside the months of the transactions mean that the transactions are a selection of the year.
		if (balances && beyond) return this.monthsStatement(balances, from, to);
		return this.yearStatement(year);
	}

	private monthSum(balance: MonthBalance): number {
		const without = balance.withoutObjects.total ?? 0;
		return this.rowsWithoutObjects === 'rest' ? without + (balance.withObjects.total ?? 0) : without;
	}

	private yearStatement(year: string): ControlStatement | null {
		const result = this.results.get(year);
		if (!result) return null;
		const months = this.years.get(year);
		const isUntil = year === '0' && months && months.from <= this.until && this.until <= months.to;
		const to = isUntil ? this.until : months?.to;
		const period = months && to ? `för ${monthsText(months.from, to)}` : `för år ${year}`;
		return {
			label: `Saldon (#RES) ${period}, konto ${classRange(this.classes)}`,
			sum: result.total,
			rows: null,
			from: months?.from ?? null,
			to: to ?? null
		};
	}

	private monthsStatement(
		balances: ReadonlyMap<string, MonthBalance>,
		from: string,
		to: string
	): ControlStatement {
		const sum = new OreSum();
		for (const [month, balance] of balances) {
			if (month < from || month > to) continue;
			for (const part of this.rowsWithoutObjects === 'rest'
				? [balance.withoutObjects, balance.withObjects]
				: [balance.withoutObjects]) {
				if (part.total !== null) sum.add(part.total);
			}
		}
		return {
			label: `Periodsaldon (#PSALDO) för ${monthsText(from, to)}, konto ${classRange(this.classes)}`,
			sum: sum.total,
			rows: null,
			from,
			to
		};
	}
}

function sumOf(parts: readonly (number | null)[]): number {
	return parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0);
}

/** `201603` or `20160331` → `2016-03`; empty for anything else. */
export function monthOf(text: string): string {
	const [, year, month] = /^(\d{4})-?(0[1-9]|1[0-2])(?:-?\d{2})?$/.exec(text.trim()) ?? [];
	return year && month ? `${year}-${month}` : '';
}

function monthsText(from: string, to: string): string {
	if (from === to) return from;
	const isYear = from.endsWith('-01') && to === `${from.slice(0, 4)}-12`;
	return isYear ? from.slice(0, 4) : `${from}–${to}`;
}
