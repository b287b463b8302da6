// Organisationsnummer and personnummer: what a cell that should name a legal person really holds.
import { daysInMonth } from './day';

/** What one identity in a cell turned out to be. */
export type Identity =
	| { kind: 'organisation'; number: string; luhn: boolean }
	| { kind: 'person'; digits: string }
	| { kind: 'foreign'; number: string }
	| { kind: 'other'; text: string };

/** Luhn check over a run of digits, last digit the check digit. */
export function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
		if (i % 2 === 1) {
			digit *= 2;
			if (digit > 9) digit -= 9;
		}
		sum += digit;
	}
	return sum % 10 === 0;
}

/** True when ten digits start with a day of birth (samordningsnummer count: day + 60). */
export function startsWithBirthDay(tenDigits: string): boolean {
	const month = Number(tenDigits.slice(2, 4));
	const day = Number(tenDigits.slice(4, 6));
	const plain = day > 60 ? day - 60 : day;
	return month >= 1 && month <= 12 && plain >= 1 && plain <= daysInMonth(2000, month);
}

/** First letters of VAT numbers: the EU, and neighbours. */
const vatCountries = new Set(
	'AT BE BG CH CY CZ DE DK EE EL ES FI FR GB HR HU IE IS IT LT LU LV MT NL NO PL PT RO SI SK XI'.split(' ')
);

/** Every dash that files write between date and number, with blanks around it. */
const dashes = /\s*[-\u2010-\u2015\u2212]\s*/g;

/**
 * Reads one identity. Third digit 2 or more is a legal person; 0 or 1, or a 12-digit birth date, is a
 * personnummer; 12 digits with prefix 16 is a company (Skatteverket's form).
 */
export function readIdentity(text: string): Identity {
	const trimmed = text.trim().replace(dashes, '-');
	const plain = /^\d{6}[-\u2013+ ]?\d{4}$|^(?:16|18|19|20)\d{6}[-\u2013+ ]?\d{4}$/.test(trimmed);
	if (plain) {
		const digits = trimmed.replace(/\D/g, '');
		const ten = digits.slice(-10);
		const century = digits.length === 12 ? digits.slice(0, 2) : '';
		if (century && century !== '16') {
			return startsWithBirthDay(ten) ? { kind: 'person', digits: ten } : { kind: 'other', text: trimmed };
		}
		if (Number(ten[2]) >= 2) {
			return { kind: 'organisation', number: `${ten.slice(0, 6)}-${ten.slice(6)}`, luhn: passesLuhn(ten) };
		}
		return { kind: 'person', digits: ten };
	}
	const swedishVat = /^SE[ -]?(\d{6}[- ]?\d{4})[ -]?(?:\d{2})?$/i.exec(trimmed);
	if (swedishVat?.[1]) return readIdentity(swedishVat[1]);
	if (/^[A-Z]{2}[ -]?[0-9A-Z][0-9A-Z .-]{4,16}$/i.test(trimmed)) {
		const number = trimmed.toUpperCase().replace(/[ .-]/g, '');
		// DK 12 34 56 78 is written in pairs; of other words in capitals only a run of digits tells a number.
		if (/\d{4}/.test(trimmed) || (vatCountries.has(number.slice(0, 2)) && /\d{6}/.test(number))) {
			return { kind: 'foreign', number };
		}
	}
	return { kind: 'other', text: trimmed };
}

/** Words that files write where no number is known. */
const absent = /^(?:saknas|null|none|n\/a|na|okänt|okänd|-+|0+|\.+|x+)?$/i;

/** True for the ways files say "no number". */
export function saysNoNumber(text: string): boolean {
	return absent.test(text.trim());
}

/** The identities of a cell: one, or several separated by comma, slash, semicolon, bar, " och " or two spaces. */
export function readIdentities(cell: string): Identity[] {
	if (saysNoNumber(cell)) return [];
	const whole = readIdentity(cell);
	if (whole.kind !== 'other') return [whole];
	return cell
		.split(/[,;/|]|\soch\s|\s{2,}|(?<=\d{4})\s+(?=\d{6})/)
		.map((part) => part.trim())
		.filter((part) => part && !saysNoNumber(part))
		.map(readIdentity);
}

/** False for a personnummer, which must never stand in an address, whatever a controller has said of its file. */
export function addressed(supplierKey: string): boolean {
	return readIdentity(supplierKey).kind !== 'person';
}
