// A #TRANS, #RTRANS or #BTRANS row, and the voucher it stands in.
import { sieAmount, type SieAmount } from './amount';
import { sieRow, textField, type SieObject, type SieRow } from './fields';
import type { SieLine } from './lines';

export interface SieVoucher {
	/** Line of its #VER. */
	row: number;
	series: string;
	number: string;
	/** As it stands in the file: ÅÅÅÅMMDD. */
	date: string;
	text: string;
}

export interface SieTransaction {
	account: string;
	objects: readonly SieObject[];
	amount: SieAmount | null;
	/** Empty where the voucher's date holds. */
	date: string;
	text: string;
	/** Why it cannot be read: a Swedish sentence. */
	broken: string | null;
	/** What is odd in a row that can be read. */
	remark: string | null;
}

/** Follows which voucher a line stands in. Feed it every line in order. */
export class VoucherState {
	current: SieVoucher | null = null;
	/** Vouchers whose closing brace never came. */
	unclosed = 0;
	private open = false;

	/** The line's labelled row, or null for a brace, a blank or a line without a label. */
	follow({ row, text }: SieLine): SieRow | null {
		const parsed = sieRow(text);
		if (!parsed) {
			const first = text.trimStart()[0];
			if (first === '{') this.open = true;
			if (first === '}') this.close();
			return null;
		}
		if (parsed.label === 'VER') {
			this.end();
			this.open = true;
			this.current = {
				row,
				series: textField(parsed, 0),
				number: textField(parsed, 1),
				date: dateOf(textField(parsed, 2)),
				text: textField(parsed, 3)
			};
		}
		return parsed;
	}

	/** The file, or the voucher before the next, is over. */
	end(): void {
		if (this.current && this.open) this.unclosed++;
		this.close();
	}

	private close(): void {
		this.current = null;
		this.open = false;
	}
}

/** Noughts stand for no date. */
function dateOf(text: string): string {
	return /^0*$/.test(text) ? '' : text;
}

/** Reads a transaction row; its line is needed where a quotation mark is missing. */
export function sieTransaction(row: SieRow, line: string): SieTransaction {
	const account = textField(row, 0).trim();
	// Some programs leave the empty object list out.
	const list = row.fields[1];
	const objects = list !== undefined && typeof list !== 'string' ? list : [];
	const amountAt = list !== undefined && typeof list !== 'string' ? 2 : 1;
	const written = textField(row, amountAt);
	const amount = sieAmount(written);
	const read = {
		account,
		objects,
		amount,
		date: dateOf(textField(row, amountAt + 1)),
		text: textField(row, amountAt + 2),
		broken: null,
		remark: null
	};
	const { fault } = row;
	if (fault && fault.field <= amountAt) return { ...read, amount: null, broken: faults[fault.what] };
	if (account === '')
		return { ...read, broken: 'Raden saknar konto. Rätta raden i källsystemet och exportera filen på nytt.' };
	if (!amount) {
		return {
			...read,
			broken: written
				? `Beloppet ${written} är inget tal som SIE tillåter. Skriv det med punkt och två decimaler, som 1234.50.`
				: 'Raden saknar belopp. Rätta raden i källsystemet och exportera filen på nytt.'
		};
	}
	const textAt = amountAt + 2;
	const start = row.starts[Math.min(fault?.field ?? textAt, textAt)] ?? line.length;
	if (fault) {
		return {
			...read,
			date: fault.field >= textAt ? read.date : '',
			text: line.slice(start).trim().replace(/^"|"$/g, ''),
			remark: 'Raden har ett citattecken utan par, så resten av raden lästes som text. Kontrollera texten.'
		};
	}
	// Words without quotation marks run on where a quantity would stand.
	const next = textField(row, textAt + 1);
	const runsOn = line[start] !== '"' && next !== '' && !sieAmount(next);
	return runsOn ? { ...read, text: line.slice(start).trim() } : read;
}

const faults = {
	citattecken:
		'Raden har ett citattecken utan par före beloppet, så beloppet går inte att skilja ut. Rätta raden.',
	klammer:
		'Objektlistan saknar slutklammer } eller har ett udda antal värden, så beloppet går inte att skilja ut. Rätta raden.'
} as const;

/** Series and number as one: `A12`, and `1-12` where the series ends with a digit. Empty without a number. */
export function voucherNumber(voucher: SieVoucher | null): string {
	if (!voucher?.number) return '';
	const { series, number } = voucher;
	return /\d$/.test(series) && /^\d/.test(number) ? `${series}-${number}` : series + number;
}
