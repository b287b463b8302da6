// Amounts as files write them. A misread decimal sign is an error of a factor 100, so the whole column decides.
import { ore, type Ore } from '$lib/domain/money';

export type DecimalSign = ',' | '.';

/** What one cell says about its own decimal sign. */
export type AmountShape =
	| { shape: 'empty' }
	| { shape: 'whole' }
	/** The decimal sign is certain; `long` when three decimals or more prove that such occur. */
	| { shape: 'decimal'; sign: DecimalSign; long: boolean }
	/** `12.500`: twelve and a half, or twelve thousand five hundred. */
	| { shape: 'ambiguous'; sign: DecimalSign }
	| { shape: 'not_a_number' };

interface Stripped {
	negative: boolean;
	digits: string;
}

const plain = /^-?\d+(?:[.,]\d+)?$/;
const spaces = /[\s\u00a0\u202f\u2007\u2009'’]/g;

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
	if (
		/[\s\u00a0\u202f\u2007\u2009]/.test(rest) &&
		!/^\d{1,3}(?:[\s\u00a0\u202f\u2007\u2009]\d{3})+(?:[.,]\d+)?$/.test(rest)
	) {
		return null;
	}
	const digits = rest.replace(spaces, '');
	return /^\d[\d.,]*$|^[.,]\d+$/.test(digits) ? { negative, digits } : null;
}

function shapeOf(digits: string): AmountShape {
	if (/^\d+$/.test(digits)) return { shape: 'whole' };
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
		return { shape: 'decimal', sign: last, long: after.length > 2 };
	}
	const mixed = signs.some((sign) => sign === other);
	const grouped = (text: string, sign: DecimalSign): boolean =>
		(sign === ',' ? /^\d{1,3}(?:,\d{3})+$/ : /^\d{1,3}(?:\.\d{3})+$/).test(text);
	if (mixed) {
		const allOther = signs.slice(0, -1).every((sign) => sign === other);
		return allOther && grouped(before, other)
			? { shape: 'decimal', sign: last, long: after.length > 2 }
			: { shape: 'not_a_number' };
	}
	// The same sign twice divides thousands, so the other is the decimal sign.
	return grouped(digits, last) ? { shape: 'decimal', sign: other, long: false } : { shape: 'not_a_number' };
}

/** What a cell's text says about the decimal sign of its column. */
export function amountShape(text: string): AmountShape {
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
	{ amount: Ore; rounded: boolean } | { fault: 'not_a_number' | 'ambiguous' | 'too_large' };

/**
 * Reads one amount as öre, times `scale` (1 for kronor, 1 000 for tkr). Rounds half away from zero beyond two decimals
 * and says so. Ambiguous text is a fault, never a guess.
 */
export function parseAmount(text: string, reading: AmountReading, scale = 1): ParsedAmount {
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
	const thousands = sign === ',' ? /\./g : /,/g;
	const [whole = '0', decimals = ''] = digits.replace(thousands, '').split(sign);
	return toOre(negative, whole, decimals, scale);
}

function toOre(negative: boolean, whole: string, decimals: string, scale: number): ParsedAmount {
	// Digits are moved as text, so no amount passes through a binary fraction.
	const shift = 2 + Math.round(Math.log10(scale));
	const padded = decimals.padEnd(shift, '0');
	const exact = BigInt((whole || '0') + padded.slice(0, shift));
	const rest = padded.slice(shift);
	const up = rest !== '' && (rest[0] ?? '0') >= '5' ? 1n : 0n;
	const value = exact + up;
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'too_large' };
	return { amount: ore(negative ? -Number(value) : Number(value)), rounded: /[1-9]/.test(rest) };
}

/** A number that the file itself holds as a number (XLSX), as öre. */
export function amountFromNumber(value: number, scale = 1): ParsedAmount {
	if (!Number.isFinite(value) || Math.abs(value * scale) > 9e13) return { fault: 'too_large' };
	const text = Math.abs(value).toFixed(9);
	const [whole = '0', decimals = ''] = text.split('.');
	// Nine decimals of a double hold the typed figure; what lies beyond is binary noise, not money.
	const parsed = toOre(value < 0, whole, decimals.replace(/0+$/, ''), scale);
	if ('amount' in parsed && Math.abs(value * scale * 100 - parsed.amount) < 1e-4)
		return { ...parsed, rounded: false };
	return parsed;
}
