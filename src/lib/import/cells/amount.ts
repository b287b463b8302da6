// Amounts as files write them. A misread decimal sign is an error of a factor 100, so the whole column decides.
import { ore, type Ore } from '$lib/domain/money';
import { exactFromDigits } from './exact-amount';

export type DecimalSign = ',' | '.';

/** What one cell says about its own decimal sign. */
export type AmountShape =
	| { shape: 'empty' }
	| { shape: 'whole' }
	/**
	 * The decimal sign is certain. `long`: three decimals or more prove that such occur. `grouped`: the other sign
	 * divides the thousands, which proves that it does so in the column.
	 */
	| { shape: 'decimal'; sign: DecimalSign; long: boolean; grouped: boolean }
	/** `12.500`: twelve and a half, or twelve thousand five hundred. */
	| { shape: 'ambiguous'; sign: DecimalSign }
	| { shape: 'not_a_number' };

interface Stripped {
	negative: boolean;
	digits: string;
}

const plain = /^-?\d+(?:[.,]\d+)?$/;
/** What divides thousands besides point and comma. A line break or a tab divides two amounts, never thousands. */
const spaced = /[ \u00a0\u202f\u2007\u2009'’]/;
const spacedInThrees = /^\d{1,3}(?:[ \u00a0\u202f\u2007\u2009'’]\d{3})+(?:[.,]\d*)?$/;

/** Takes off sign, currency and thousands spaces. Minus may be `-`, U+2212, `–`, trailing `-` or parentheses. */
function strip(text: string): Stripped | null {
	// Most amounts are written plainly; the rest of this function is for those that are not.
	if (plain.test(text)) {
		const negative = text.startsWith('-');
		return { negative, digits: negative ? text.slice(1) : text };
	}
	let rest = text.trim();
	rest = rest.replace(/^(?:SEK|kr)\s*|\s*(?:SEK|kr|[.,:]-)$/gi, '').trim();
	let negative = false;
	const wrapped = /^\((.*)\)$/.exec(rest);
	if (wrapped) {
		negative = true;
		rest = (wrapped[1] ?? '').trim();
	}
	const leading = /^[-\u2212\u2013+]/.exec(rest);
	const trailing = /[-\u2212\u2013+]$/.exec(rest);
	if (leading && trailing) return null;
	const sign = leading?.[0] ?? trailing?.[0];
	if (sign) {
		if (wrapped) return null;
		negative = sign !== '+';
		rest = (leading ? rest.slice(1) : rest.slice(0, -1)).trim();
	}
	// A space must divide groups of three, or a pair of columns has run together.
	const digits = spaced.test(rest) ? spacedInThrees.test(rest) && rest.replace(/[^\d.,]/g, '') : rest;
	if (digits === false) return null;
	return /^\d[\d.,]*$|^[.,]\d+$/.test(digits) ? { negative, digits } : null;
}

function shapeOf(digits: string): AmountShape {
	if (!/[.,]/.test(digits)) return { shape: 'whole' };
	const signs = digits.match(/[.,]/g) ?? [];
	const last = signs[signs.length - 1] as DecimalSign | undefined;
	if (!last) return { shape: 'not_a_number' };
	const other: DecimalSign = last === ',' ? '.' : ',';
	const lastAt = digits.lastIndexOf(last);
	const before = digits.slice(0, lastAt);
	const after = digits.slice(lastAt + 1);
	if (signs.length === 1) {
		if (after.length === 0) return { shape: 'whole' };
		const canBeThousands = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
		if (canBeThousands) return { shape: 'ambiguous', sign: last };
		return { shape: 'decimal', sign: last, long: after.length > 2, grouped: false };
	}
	const mixed = signs.some((sign) => sign === other);
	const grouped = (text: string, sign: DecimalSign): boolean =>
		(sign === ',' ? /^\d{1,3}(?:,\d{3})+$/ : /^\d{1,3}(?:\.\d{3})+$/).test(text);
	if (mixed) {
		const allOther = signs.slice(0, -1).every((sign) => sign === other);
		return allOther && grouped(before, other)
			? { shape: 'decimal', sign: last, long: after.length > 2, grouped: true }
			: { shape: 'not_a_number' };
	}
	// The same sign twice divides thousands, so the other is the decimal sign.
	return grouped(digits, last)
		? { shape: 'decimal', sign: other, long: false, grouped: true }
		: { shape: 'not_a_number' };
}

/** Most amounts: `1204,50`, certain by themselves. */
const usual = /^(-?)(\d+)(?:([.,])(\d\d?))?$/;

const whole: AmountShape = { shape: 'whole' };
const usualShapes: Readonly<Record<DecimalSign, AmountShape>> = {
	',': { shape: 'decimal', sign: ',', long: false, grouped: false },
	'.': { shape: 'decimal', sign: '.', long: false, grouped: false }
};

/** What a cell's text says about the decimal sign of its column. */
export function amountShape(text: string): AmountShape {
	const plainly = usual.exec(text);
	if (plainly) return plainly[3] === ',' ? usualShapes[','] : plainly[3] ? usualShapes['.'] : whole;
	if (text.trim() === '') return { shape: 'empty' };
	const stripped = strip(text);
	return stripped ? shapeOf(stripped.digits) : { shape: 'not_a_number' };
}

/** True when the text is a number below zero. */
export function isNegativeAmount(text: string): boolean {
	const stripped = strip(text);
	return stripped !== null && stripped.negative && /[1-9]/.test(stripped.digits);
}

/** How a column's amounts are read: one sign for all, or each by its own certain shape. */
export type AmountReading = { sign: DecimalSign | 'var_for_sig'; longDecimals: boolean };

export type ParsedAmount =
	| {
			amount: Ore;
			/** The text held more than whole öre; `exact` is then what it held, in 10⁻²⁴ kronor. */
			rounded: boolean;
			exact?: bigint;
	  }
	| { fault: 'not_a_number' | 'ambiguous' | 'too_large' };

/**
 * Reads one amount as öre, times `scale` (1 for kronor, 1 000 for tkr). Rounds half away from zero beyond two decimals
 * and says so. Ambiguous text is a fault, never a guess.
 */
export function parseAmount(text: string, reading: AmountReading, scale = 1): ParsedAmount {
	const plainly = usual.exec(text);
	if (plainly) {
		const [, minus, kronor = '', written, decimals = ''] = plainly;
		if (written && reading.sign !== 'var_for_sig' && written !== reading.sign)
			return { fault: 'not_a_number' };
		return toOre(minus === '-', kronor, decimals, scale);
	}
	const stripped = strip(text);
	if (!stripped) return { fault: 'not_a_number' };
	const { negative, digits } = stripped;
	const shape = shapeOf(digits);
	if (shape.shape === 'not_a_number' || shape.shape === 'empty') return { fault: 'not_a_number' };
	let sign: DecimalSign;
	if (reading.sign === 'var_for_sig') {
		if (shape.shape === 'ambiguous') return { fault: 'ambiguous' };
		sign = shape.shape === 'decimal' ? shape.sign : ',';
	} else {
		sign = reading.sign;
		if (shape.shape === 'decimal' && shape.sign !== sign) return { fault: 'not_a_number' };
		// Where the column never shows three decimals, `12,500` in a column of decimal commas may be a thousand.
		if (shape.shape === 'ambiguous' && shape.sign === sign && !reading.longDecimals)
			return { fault: 'ambiguous' };
	}
	const decimalAt = shape.shape === 'whole' ? -1 : digits.lastIndexOf(sign);
	const whole = decimalAt < 0 ? digits : digits.slice(0, decimalAt);
	return toOre(negative, whole.replace(/[.,]/g, ''), decimalAt < 0 ? '' : digits.slice(decimalAt + 1), scale);
}

/** Digits that a number holds exactly, whatever they are. */
const safeDigits = 15;

function toOre(negative: boolean, whole: string, decimals: string, scale: number): ParsedAmount {
	// Digits are moved as text, so no amount passes through a binary fraction.
	const tens = scale === 1 ? 0 : Math.round(Math.log10(scale));
	const shift = 2 + tens;
	const digits = whole + decimals.padEnd(shift, '0').slice(0, shift);
	const rest = decimals.slice(shift);
	if (digits.length <= safeDigits && rest === '')
		return { amount: signed(negative, Number(digits)), rounded: false };
	const value = BigInt(digits || '0') + (rest !== '' && (rest[0] ?? '0') >= '5' ? 1n : 0n);
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'too_large' };
	const amount = signed(negative, Number(value));
	return /[1-9]/.test(rest)
		? { amount, rounded: true, exact: exactFromDigits(negative, whole, decimals, tens) }
		: { amount, rounded: false };
}

function signed(negative: boolean, value: number): Ore {
	return ore(negative ? -value : value);
}

/**
 * A number that the file itself holds as a number (XLSX, JSON), as öre. It means the fifteen significant digits that
 * a spreadsheet keeps; what lies beyond them, and what sums of such numbers leave behind, is binary noise, not money.
 */
export function amountFromNumber(value: number, scale = 1): ParsedAmount {
	if (!Number.isFinite(value) || Math.abs(value * scale) > 9e13) return { fault: 'too_large' };
	const inOre = value * scale * 100;
	const nearest = Math.round(inOre);
	if (Math.abs(inOre - nearest) <= Math.max(1e-10, Math.abs(inOre) * 1e-12)) {
		return { amount: ore(nearest), rounded: false };
	}
	const [whole, decimals] = significantDigits(Math.abs(value));
	return toOre(value < 0, whole, decimals, scale);
}

/** Fifteen significant digits of a number, before and after the decimal sign. */
function significantDigits(value: number): [string, string] {
	const [mantissa = '0', power = '0'] = value.toExponential(14).split('e');
	const digits = mantissa.replace('.', '');
	const pointAt = Number(power) + 1;
	const padded = pointAt <= 0 ? '0'.repeat(1 - pointAt) + digits : digits.padEnd(pointAt, '0');
	const wholeLength = Math.max(1, pointAt);
	return [padded.slice(0, wholeLength), padded.slice(wholeLength).replace(/0+$/, '')];
}
