// Ledgers that write an amount in two columns: belopp = debet − kredit, one cell made of two.
import type { Cell, SourceRecord } from '$lib/read/record';
import { isNegativeAmount } from '../cells/amount';
import { normaliseHeader } from './header';

export const debitCreditHeader = 'Debet − Kredit';

export interface DebitCreditPair {
	debit: number;
	credit: number;
	/** Where the column made of them stands. */
	at: number;
	/** `credit` says D or K, and `debit` holds the amounts of both, without sign. */
	isMark?: true;
}

const debitWords = new Set(['debet', 'debit', 'debetbelopp', 'belopp debet', 'debit amount', 'debet sek']);
const creditWords = new Set([
	'kredit',
	'credit',
	'kreditbelopp',
	'belopp kredit',
	'credit amount',
	'kredit sek'
]);

const markHeaders = new Set(
	'd k,dk,d c,dc,dr cr,debet kredit,debit credit,debet eller kredit,d k kod,dk kod,dc flag,deb kred'.split(
		','
	)
);
const debitMark = /^(?:d|dr|deb|debet|debit)\.?$/i;
const creditMark = /^(?:k|c|cr|kr|kred|kredit|credit)\.?$/i;

/**
 * The column of D and K that says the sign of amounts written without one. None where some credit is below zero already:
 * then the amounts have their signs.
 */
export function debitCreditMark(
	headers: readonly string[],
	amount: number,
	sample: readonly SourceRecord[]
): DebitCreditPair | undefined {
	const mark = headers.findIndex((header) => markHeaders.has(normaliseHeader(header)));
	if (mark < 0 || mark === amount) return undefined;
	const marked = sample.filter(({ cells }) => String(cells[mark] ?? '').trim() !== '');
	const sort = (word: RegExp) => marked.filter(({ cells }) => word.test(String(cells[mark]).trim()));
	const credits = sort(creditMark);
	if (!marked.length || credits.length + sort(debitMark).length < marked.length * 0.9) return undefined;
	if (credits.some(({ cells }) => isBelowZero(cells[amount] ?? ''))) return undefined;
	return { debit: amount, credit: mark, at: headers.length, isMark: true };
}

function isBelowZero(cell: Cell): boolean {
	return typeof cell === 'number' ? cell < 0 : isNegativeAmount(cell);
}

/** Says nothing, or nothing but zeros. */
function isNothing(cell: Cell): boolean {
	return typeof cell === 'number' ? cell === 0 : /^[0\s.,\-\u2212\u00a0\u202f]*$/.test(cell);
}

/**
 * The one pair of debet and kredit among headers. None where most of the credit is written below zero, since then it cannot
 * be said which way it counts.
 */
export function debitCreditPair(
	headers: readonly string[],
	sample: readonly SourceRecord[]
): DebitCreditPair | undefined {
	const among = (words: ReadonlySet<string>): number[] =>
		headers.flatMap((header, i) => (words.has(normaliseHeader(header)) ? [i] : []));
	const [debits, credits] = [among(debitWords), among(creditWords)];
	const [debit] = debits;
	const [credit] = credits;
	if (debit === undefined || credit === undefined || debits.length + credits.length > 2) return undefined;
	const filled = sample.map(({ cells }) => cells[credit] ?? '').filter((cell) => !isNothing(cell));
	const below = filled.filter((cell) => String(cell).trim().startsWith('-')).length;
	if (below * 2 > filled.length) return undefined;
	return { debit, credit, at: headers.length };
}

/** The amount of one record. Where both columns say something the cell says so, and is read as no amount. */
export function debitCreditCell(cells: readonly Cell[], { debit, credit, isMark }: DebitCreditPair): Cell {
	const [plus, minus] = [cells[debit] ?? '', cells[credit] ?? ''];
	if (isMark) {
		const isCredit = creditMark.test(String(minus).trim());
		return isCredit && !isNothing(plus) && !isBelowZero(plus) ? negated(plus) : plus;
	}
	if (isNothing(minus)) return isNothing(plus) && plus === '' ? minus : plus;
	if (isNothing(plus)) return negated(minus);
	if (typeof plus === 'number' && typeof minus === 'number') return plus - minus;
	return `${String(plus)} − ${String(minus)}`;
}

function negated(cell: Cell): Cell {
	if (typeof cell === 'number') return -cell;
	const text = cell.trim();
	const inside = /^\((.*)\)$/.exec(text)?.[1] ?? /^[-\u2212\u2013](.*)$/.exec(text)?.[1];
	if (inside !== undefined) return inside.trim();
	return /[-\u2212]$/.test(text) ? text.slice(0, -1).trim() : `-${text}`;
}
