// Tables written as municipalities' systems write them: one arbitrary cost table, one arbitrary dialect.
import fc from 'fast-check';
import Papa from 'papaparse';

/** A cost row as a person means it. */
export interface MeantRow {
	/** ISO day. */
	day: string;
	unit: string;
	account: string;
	supplier: string;
	/** As it should be read: no blanks around it, runs of blanks as one. */
	text: string;
	/** Öre. */
	amount: number;
}

export interface Dialect {
	encoding: 'utf-8' | 'utf-8-mark' | 'windows-1252' | 'utf-16le' | 'utf-16be';
	delimiter: ';' | '\t' | ',' | '|';
	lineEnd: '\r\n' | '\n' | '\r';
	decimal: ',' | '.';
	thousands: '' | ' ' | '\u00a0' | '.' | ',' | "'";
	minus: 'before' | 'behind' | 'typographic' | 'parentheses';
	date: 'iso' | 'slashed' | 'compact' | 'named';
	quoteAll: boolean;
	/** Texts are broken over lines at their blanks, inside quotes. */
	brokenTexts: boolean;
	headers: 'canonical' | 'shouted' | 'english' | 'swedish';
	/** Lines before the header, and empty rows after the last. */
	junkLines: number;
	emptyRows: number;
}

const headerNames: Readonly<Record<Dialect['headers'], readonly string[]>> = {
	canonical: ['datum', 'namnd', 'konto', 'leverantor', 'text', 'belopp'],
	shouted: ['DATUM', 'NÄMND', 'KONTO', 'LEVERANTÖR', 'TEXT', 'BELOPP'],
	english: ['Date', 'Directorate', 'Account', 'Supplier Name', 'Description', 'Amount'],
	swedish: ['Bokföringsdatum', 'Förvaltning', 'Konto nr', 'Leverantörsnamn', 'Fakturatext', 'Nettobelopp']
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

// No letter that ends like the first half of an UTF-8 pair stands before one that looks like its second half.
const letters = 'abcdefghijklmnoprstuvyåäöÅÄÖéüABCDEFGS';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 });
const oddText = fc
	.array(
		fc.oneof(
			{ weight: 6, arbitrary: word },
			{
				weight: 1,
				arbitrary: fc.constantFrom('"', ';', ',', '|', "'", '19"', '"hej"', '3,5', '1.5', '50 %')
			},
			{ weight: 1, arbitrary: fc.constantFrom('2,5;7', 'a"b', '""', 'ö;ä', '/', '(sic)', '#') }
		),
		{ minLength: 1, maxLength: 5 }
	)
	.map((parts) => parts.join(' '))
	// An apostrophe before a formula sign is a guard that reading takes off.
	.filter((text) => !/^'+[=+\-@]/.test(text));

const day = fc
	.date({ min: new Date('2015-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

export const meantRow: fc.Arbitrary<MeantRow> = fc.record({
	day,
	unit: word.map((name) => `${name}nämnden`),
	account: fc.constantFrom('74310', '74311', '0123', '40233', '63210'),
	supplier: word.map((name) => `${name} AB`),
	text: oddText,
	amount: fc.oneof(
		fc.integer({ min: -9_999_999, max: 9_999_999 }),
		fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })
	)
});

export const dialect: fc.Arbitrary<Dialect> = fc
	.record({
		encoding: fc.constantFrom('utf-8', 'utf-8-mark', 'windows-1252', 'utf-16le', 'utf-16be'),
		delimiter: fc.constantFrom(';', '\t', ',', '|'),
		lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
		decimal: fc.constantFrom(',', '.'),
		thousands: fc.constantFrom('', ' ', '\u00a0', '.', ',', "'"),
		minus: fc.constantFrom('before', 'behind', 'typographic', 'parentheses'),
		date: fc.constantFrom('iso', 'slashed', 'compact', 'named'),
		quoteAll: fc.boolean(),
		brokenTexts: fc.boolean(),
		headers: fc.constantFrom('canonical', 'shouted', 'english', 'swedish'),
		junkLines: fc.integer({ min: 0, max: 4 }),
		emptyRows: fc.integer({ min: 0, max: 5 })
	})
	.filter(
		({ decimal, thousands, minus, encoding }) =>
			decimal !== thousands && !(minus === 'typographic' && encoding === 'windows-1252')
	);

function writtenAmount(amount: number, { decimal, thousands, minus }: Dialect): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, thousands);
	const plain = `${whole}${decimal}${digits.slice(-2)}`;
	if (amount >= 0) return plain;
	if (minus === 'behind') return `${plain}-`;
	if (minus === 'parentheses') return `(${plain})`;
	return `${minus === 'typographic' ? '\u2212' : '-'}${plain}`;
}

function writtenDay(iso: string, style: Dialect['date']): string {
	const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
	if (style === 'slashed') return `${dayOfMonth}/${month}/${year}`;
	if (style === 'compact') return `${year}${month}${dayOfMonth}`;
	if (style === 'named') return `${dayOfMonth}-${monthNames[Number(month) - 1]}-${year}`;
	return iso;
}

/** The text of a table in a dialect. */
export function writtenTable(rows: readonly MeantRow[], style: Dialect): string {
	const lines = [
		...Array.from({ length: style.junkLines }, (_, i) => [i % 2 ? '' : 'Utdrag ur huvudboken']),
		[...headerNames[style.headers]],
		...rows.map((row) => [
			writtenDay(row.day, style.date),
			row.unit,
			row.account,
			row.supplier,
			style.brokenTexts ? row.text.replaceAll(' ', style.lineEnd) : row.text,
			writtenAmount(row.amount, style)
		]),
		...Array.from({ length: style.emptyRows }, () => ['', '', '', '', '', ''])
	];
	const options = { delimiter: style.delimiter, newline: style.lineEnd, quotes: style.quoteAll };
	return Papa.unparse(lines, options) + style.lineEnd;
}

/** Text as bytes in an encoding of the dialect. */
export function encoded(text: string, encoding: Dialect['encoding']): Uint8Array {
	if (encoding === 'windows-1252') return new Uint8Array(Buffer.from(text, 'latin1'));
	if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
	if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
	return new Uint8Array(Buffer.from(encoding === 'utf-8-mark' ? `\ufeff${text}` : text, 'utf8'));
}
