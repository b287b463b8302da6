// The table `Budget` of a SIE file: #PBUDGET, a month's budget of an account, as a whole or per object.
//
// A file may state both the account's total (`{}`) and the same money per object. Briljant does (Test3: 286 600,00 kr in
// either form), so counting both would double. Edison (typ3) states some accounts per object and others as a whole, so both
// count. Hence the choice is made for each account and month: where the objects of one dimension add up to the total, their rows are counted, since they say more, and the total is
// told aside; where they do not, the total is counted and the objects are told aside. In files whose balances show that a
// row without objects is only the rest (see sie-balances.ts), all rows count.
import { accountClass, type Dimensions } from './accounts';
import { aside, OreSum, sieAmount, type SieAmount } from './amount';
import { monthOf } from './balances';
import { sieRow, textField, type SieObject, type SieRow } from './fields';
import type { SieLine } from './lines';
import type { SourceRecord } from '../record';
import type { Aside } from '../source-table';

interface BudgetRow {
	account: string;
	/** `YYYY-MM`; empty when the file writes none. */
	month: string;
	objects: readonly SieObject[];
	amount: SieAmount | null;
	written: string;
	broken: string | null;
}

function budgetRow(row: SieRow): BudgetRow {
	const list = row.fields[3];
	const hasList = list !== undefined && typeof list !== 'string';
	const amountAt = hasList ? 4 : 3;
	const read = {
		account: textField(row, 2).trim(),
		month: monthOf(textField(row, 1)),
		objects: hasList ? list : [],
		amount: sieAmount(textField(row, amountAt)),
		written: textField(row, amountAt),
		broken: null
	};
	if (row.fault && row.fault.field <= amountAt)
		return {
			...read,
			amount: null,
			broken: 'Raden har ett citattecken eller en klammer utan par, så beloppet går inte att skilja ut.'
		};
	if (!read.account) return { ...read, broken: 'Budgetraden saknar konto. Rätta raden i källsystemet.' };
	if (!read.month)
		return { ...read, broken: 'Budgetraden saknar period i formen ÅÅÅÅMM. Rätta raden i källsystemet.' };
	if (!read.amount) {
		return {
			...read,
			broken: read.written
				? `Beloppet ${read.written} är inget tal som SIE tillåter. Skriv det med punkt och två decimaler, som 1234.50.`
				: 'Budgetraden saknar belopp. Rätta raden i källsystemet.'
		};
	}
	return read;
}

/** Which dimensions a row is about: `1`, `1+6`, or empty for the total. */
function formOf(objects: readonly SieObject[]): string {
	return objects.map(({ dimension }) => dimension).join('+');
}

/** What one reading of the budget found, before its rows are read. */
export class BudgetSurvey {
	/** Damaged rows that may be cost. */
	damaged = 0;
	private readonly cells = new Map<string, Map<string, OreSum>>();
	private readonly others = new Map<number | null, OreSum>();

	constructor(private readonly classes: readonly number[]) {}

	add(row: SieRow): void {
		const read = budgetRow(row);
		if (!this.isInTable(read.account)) {
			const one = accountClass(read.account);
			const sum = this.others.get(one) ?? new OreSum();
			this.others.set(one, sum);
			if (read.amount && !read.broken) sum.add(read.amount.ore);
			else sum.addUnread();
			return;
		}
		if (!read.amount || read.broken) {
			this.damaged++;
			return;
		}
		const key = `${read.month} ${read.account}`;
		const forms = this.cells.get(key) ?? new Map<string, OreSum>();
		this.cells.set(key, forms);
		const sum = forms.get(formOf(read.objects)) ?? new OreSum();
		forms.set(formOf(read.objects), sum);
		sum.add(read.amount.ore);
	}

	isInTable(account: string): boolean {
		return account === '' || this.classes.includes(accountClass(account) ?? -1);
	}

	/** Decides which rows count. `rowsWithoutObjects` comes from the balances of the file. */
	decide(rowsWithoutObjects: 'total' | 'rest'): BudgetDecision {
		const counted = new Map<string, string | 'all' | 'unclear'>();
		const used = new Set<string>();
		const asTotals = new OreSum();
		const asObjects = new OreSum();
		let rows = this.damaged;
		for (const [key, forms] of this.cells) {
			const choice = rowsWithoutObjects === 'rest' ? 'all' : countedForm(forms);
			counted.set(key, choice);
			for (const [form, sum] of forms) {
				if (choice === 'all' || choice === 'unclear' || choice === form) {
					rows += sum.rows;
					for (const dimension of form ? form.split('+') : []) used.add(dimension);
				} else (form === '' ? asTotals : asObjects).addAll(sum);
			}
		}
		const asides = [
			...[...this.others]
				.toSorted(([a], [b]) => (a ?? 10) - (b ?? 10))
				.map(([one, sum]) => {
					const name = one === null ? 'konton som inte börjar med en siffra' : `konto ${one}`;
					return aside(sum, budgetRows, `på ${name} räknas inte som kostnad`);
				}),
			aside(asTotals, budgetRows, 'för hela kontot räknas inte: samma pengar står per objekt'),
			aside(asObjects, budgetRows, 'per objekt räknas inte: samma pengar står i en annan rad för kontot')
		].filter((one) => one.rows > 0);
		return { rows, used, asides, counted };
	}
}

export interface BudgetDecision {
	/** Rows of the table. */
	rows: number;
	used: ReadonlySet<string>;
	asides: Aside[];
	counted: ReadonlyMap<string, string>;
}

/** Among several forms of one account and month: the most detailed one that says the same as the total. */
function countedForm(forms: ReadonlyMap<string, OreSum>): string {
	if (forms.size === 1) return 'all';
	const total = forms.get('')?.total;
	const detailed = [...forms.keys()]
		.filter((form) => form !== '')
		.toSorted(
			(a, b) => b.split('+').length - a.split('+').length || a.localeCompare(b, 'sv', { numeric: true })
		);
	if (total !== undefined) return detailed.find((form) => forms.get(form)?.total === total) ?? '';
	const [first = ''] = detailed;
	const agree = detailed.every((form) => forms.get(form)?.total === forms.get(first)?.total);
	return agree ? first : 'unclear';
}

export interface BudgetReading {
	survey: BudgetSurvey;
	decision: BudgetDecision;
	names: Dimensions;
	accounts: ReadonlyMap<string, string>;
}

const budgetRows = ['budgetrad', 'budgetrader'] as const;
const headers = ['ar', 'manad', 'konto', 'konto_text', 'belopp'];

/** The rows of the table; the first is the header, row 0. */
export async function* budgetRecords(
	lines: AsyncIterable<SieLine[]>,
	{ survey, decision, names, accounts }: BudgetReading
): AsyncGenerator<SourceRecord[]> {
	const columns = names.columns(decision.used, headers);
	yield [{ row: 0, cells: [...headers, ...columns.map((column) => column.header)] }];
	for await (const batch of lines) {
		const records: SourceRecord[] = [];
		for (const line of batch) {
			if (!/#PBUDGET/i.test(line.text)) continue;
			const row = sieRow(line.text);
			if (row?.label !== 'PBUDGET') continue;
			const read = budgetRow(row);
			if (!survey.isInTable(read.account)) continue;
			const choice = read.broken ? 'all' : decision.counted.get(`${read.month} ${read.account}`);
			if (choice !== 'all' && choice !== 'unclear' && choice !== formOf(read.objects)) continue;
			const record: SourceRecord = {
				row: line.row,
				cells: [
					read.month.slice(0, 4),
					read.month.slice(5).replace(/^0/, ''),
					read.account,
					accounts.get(read.account) ?? '',
					read.amount?.cell ?? read.written,
					...columns.map((column) => names.cell(read.objects, column))
				]
			};
			if (read.broken) record.broken = read.broken;
			if (choice === 'unclear')
				record.remarks = [
					{
						kind: 'ofullstandig_uppgift',
						reason: `Budgeten för konto ${read.account} i ${read.month} står i flera dimensioner med olika summor. Alla rader räknas: kontrollera att inga pengar räknas två gånger.`
					}
				];
			records.push(record);
		}
		if (records.length) yield records;
	}
}
