// The table `Verifikationer` of a SIE file: its #TRANS on cost accounts. What is not cost is counted, never left out in
// silence. #RTRANS and #BTRANS tell how a voucher was mended; the format lets #TRANS say what holds, so they do not count.
import { decimalText } from '$lib/domain/money';
import { accountClass, classRange, type DimensionColumn, type Dimensions } from './accounts';
import { aside, OreSum } from './amount';
import { monthOf } from './balances';
import type { SieRow } from './fields';
import type { SieLine } from './lines';
import { sieTransaction, VoucherState, voucherNumber, type SieVoucher } from './transaction';
import type { RecordRemark, SourceRecord } from '../record';
import type { Aside } from '../source-table';

/** What one reading of the vouchers found, before their rows are read. */
export class VoucherSurvey {
	/** Rows of the table, the damaged ones counted. */
	rows = 0;
	readonly dimensions = new Set<string>();
	/** First and last month of the vouchers, `YYYY-MM`. */
	from = '';
	to = '';
	private readonly others = new Map<number | null, OreSum>();
	private readonly mended = { RTRANS: new OreSum(), BTRANS: new OreSum() };
	private readonly imbalances = new Map<number, number>();
	private readonly unreadableOthers = new OreSum();
	private readonly withEmployee = new OreSum();
	private sum = new OreSum();
	private before: SieVoucher | null = null;

	constructor(
		private readonly classes: readonly number[],
		private readonly names: Dimensions
	) {}

	add(row: SieRow, line: string, voucher: SieVoucher | null): void {
		if (voucher !== this.before) this.endVoucher(voucher);
		const transaction = sieTransaction(row, line);
		const { account, amount, broken } = transaction;
		if (row.label !== 'TRANS') {
			const mended = this.mended[row.label === 'RTRANS' ? 'RTRANS' : 'BTRANS'];
			if (amount) mended.add(amount.ore);
			else mended.addUnread();
			return;
		}
		if (amount && !broken) this.sum.add(amount.ore);
		if (!isInTable(account, this.classes)) {
			if (!amount || broken) this.unreadableOthers.addUnread();
			else this.addOther(accountClass(account), amount.ore);
			return;
		}
		this.rows++;
		if (broken) return;
		const month = monthOf(voucher?.date || transaction.date);
		if (month && (!this.from || month < this.from)) this.from = month;
		if (month > this.to) this.to = month;
		for (const { dimension } of transaction.objects) this.dimensions.add(dimension);
		if (transaction.objects.some(({ dimension }) => this.names.isEmployee(dimension)))
			this.withEmployee.addUnread();
	}

	/** Call once after the last row. */
	end(): void {
		this.endVoucher(null);
	}

	/** By how many öre the #TRANS of the voucher miss zero; 0 when they balance. */
	imbalanceOf(voucher: SieVoucher): number {
		return this.imbalances.get(voucher.row) ?? 0;
	}

	get unbalancedVouchers(): number {
		return this.imbalances.size;
	}

	asides(): Aside[] {
		const inBalance = [1, 2].filter((one) => this.others.has(one));
		const balance = new OreSum();
		for (const one of inBalance) balance.addAll(this.others.get(one));
		const groups = [...this.others]
			.filter(([one]) => one !== 1 && one !== 2)
			.toSorted(([a], [b]) => (a ?? 10) - (b ?? 10));
		const { RTRANS, BTRANS } = this.mended;
		return [
			aside(
				balance,
				transactions,
				`på konto ${classRange(inBalance)} (balansräkningen) räknas inte som kostnad`
			),
			...groups.map(([one, sum]) => aside(sum, transactions, `på ${groupName(one)} räknas inte som kostnad`)),
			aside(this.unreadableOthers, transactions, 'på andra konton än kostnadskonton kunde inte läsas'),
			aside(
				RTRANS,
				['tillagd rad', 'tillagda rader'],
				'(#RTRANS) räknas inte: samma rad står som vanlig transaktion'
			),
			aside(BTRANS, ['borttagen rad', 'borttagna rader'], '(#BTRANS) räknas inte'),
			aside(this.withEmployee, transactions, 'anger en anställd, som är en person: den uppgiften läses inte')
		].filter(({ rows }) => rows > 0);
	}

	private addOther(one: number | null, amount: Parameters<OreSum['add']>[0]): void {
		const sum = this.others.get(one) ?? new OreSum();
		sum.add(amount);
		this.others.set(one, sum);
	}

	private endVoucher(next: SieVoucher | null): void {
		const total = this.sum.total;
		if (this.before && total !== 0) this.imbalances.set(this.before.row, total ?? Number.NaN);
		this.before = next;
		this.sum = new OreSum();
	}
}

/** A row without an account may be cost, so it is shown among the damaged. */
function isInTable(account: string, classes: readonly number[]): boolean {
	return account === '' || classes.includes(accountClass(account) ?? -1);
}

function groupName(one: number | null): string {
	if (one === null) return 'konton som inte börjar med en siffra';
	return one === 3 ? 'konto 3 (intäkter)' : `konto ${one}`;
}

export interface VoucherReading {
	classes: readonly number[];
	survey: VoucherSurvey;
	names: Dimensions;
	accounts: ReadonlyMap<string, string>;
	/** The currency of the file; empty for SEK. */
	currency: string;
}

const transactions = ['transaktion', 'transaktioner'] as const;
const headers = ['datum', 'konto', 'konto_text', 'verifikationsnummer', 'text', 'belopp'];

function columnsOf({ survey, names, currency }: VoucherReading): {
	header: string[];
	columns: DimensionColumn[];
} {
	const fixed = currency ? [...headers, 'valuta'] : headers;
	const columns = names.columns(survey.dimensions, fixed);
	return { header: [...fixed, ...columns.map((column) => column.header)], columns };
}

/** The rows of the table; the first is the header, row 0. */
export async function* voucherRecords(
	lines: AsyncIterable<SieLine[]>,
	reading: VoucherReading
): AsyncGenerator<SourceRecord[]> {
	const { header, columns } = columnsOf(reading);
	const { classes, names, accounts, currency } = reading;
	yield [{ row: 0, cells: header }];
	const state = new VoucherState();
	for await (const batch of lines) {
		const records: SourceRecord[] = [];
		for (const line of batch) {
			const row = state.follow(line);
			if (row?.label !== 'TRANS') continue;
			const read = sieTransaction(row, line.text);
			if (!isInTable(read.account, classes)) continue;
			const voucher = state.current;
			const record: SourceRecord = {
				row: line.row,
				cells: [
					read.date || (voucher?.date ?? ''),
					read.account,
					accounts.get(read.account) ?? '',
					voucherNumber(voucher),
					read.text || (voucher?.text ?? ''),
					read.amount?.cell ?? '',
					...(currency ? [currency] : []),
					...columns.map((column) => names.cell(read.objects, column))
				]
			};
			if (read.broken) record.broken = read.broken;
			const remarks = remarksOf(read.remark, voucher, reading.survey);
			if (remarks.length) record.remarks = remarks;
			records.push(record);
		}
		if (records.length) yield records;
	}
}

function remarksOf(remark: string | null, voucher: SieVoucher | null, survey: VoucherSurvey): RecordRemark[] {
	const remarks: RecordRemark[] = remark ? [{ kind: 'ofullstandig_uppgift', reason: remark }] : [];
	const difference = voucher ? survey.imbalanceOf(voucher) : 0;
	if (voucher && difference !== 0) {
		const name = [voucher.series, voucher.number].filter((part) => part).join(' ');
		const kronor = Number.isNaN(difference)
			? 'ett orimligt stort belopp'
			: `${decimalText(difference, ',')} kr`;
		remarks.push({
			kind: 'obalanserat_verifikat',
			reason: `Verifikat ${name || 'utan nummer'} på rad ${voucher.row} balanserar inte: debet och kredit skiljer ${kronor}. Jämför med källsystemet.`
		});
	}
	return remarks;
}
