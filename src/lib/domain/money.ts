// Money is integer öre. Text becomes öre once, at import; öre becomes text once, on screen or in an export.

declare const oreBrand: unique symbol;
/** An amount in whole öre. */
export type Ore = number & { readonly [oreBrand]: true };

/** Below this base (50 tkr, in öre) a change is told in kronor only. */
export const smallestBaseForPercent = 5_000_000;

/** Brands a whole number of öre. @throws RangeError when it is not a safe integer */
export function ore(value: number): Ore {
	if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of öre: ${value}`);
	return (value === 0 ? 0 : value) as Ore;
}

/** Kronor with at most two decimals of meaning, as a number, to öre: rounded half away from zero. */
export function oreFromKronor(kronor: number): Ore {
	// Number.EPSILON scaling keeps 1.005 kronor (held as 1.00499…) from losing its last öre.
	const scaled = Math.abs(kronor) * 100;
	return ore(Math.sign(kronor) * Math.round(scaled + scaled * Number.EPSILON));
}

/** Öre as the canonical decimal text with a point and two decimals: 123450 → "1234.50". */
export function decimalText(value: number, decimalSign: '.' | ',' = '.'): string {
	const sign = value < 0 ? '-' : '';
	const digits = String(Math.abs(value)).padStart(3, '0');
	return `${sign}${digits.slice(0, -2)}${decimalSign}${digits.slice(-2)}`;
}
