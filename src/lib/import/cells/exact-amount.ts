// Amounts finer than an öre, exactly: cloud bills of many decimals, and other currencies times a rate. Counted as BigInt
// in 10⁻²⁴ kronor, so that eighteen decimals times a rate of six decimals lose nothing.

const places = 24;
const oneOre = 10n ** BigInt(places - 2);
const ratePlaces = 6;
const oneRate = 10n ** BigInt(ratePlaces);

/** The digits of an amount, times a power of ten, as an exact amount. Decimals beyond the 24th are cut. */
export function exactFromDigits(negative: boolean, whole: string, decimals: string, tens: number): bigint {
	const kept = decimals.slice(0, places);
	const value = BigInt(whole + kept) * 10n ** BigInt(places - kept.length + tens);
	return negative ? -value : value;
}

/** Whole öre as an exact amount. */
export function exactFromOre(amount: number): bigint {
	return BigInt(amount) * oneOre;
}

/** The nearest whole öre, a half away from zero. */
export function nearestOre(exact: bigint): bigint {
	const size = exact < 0n ? -exact : exact;
	const rounded = (size + oneOre / 2n) / oneOre;
	return exact < 0n ? -rounded : rounded;
}

/** What is left of an amount when so many öre are taken from it. */
export function lessOre(exact: bigint, taken: bigint): bigint {
	return exact - taken * oneOre;
}

/** True when the amount is finer than an öre. */
export function isFinerThanOre(exact: bigint): boolean {
	return exact % oneOre !== 0n;
}

/** An amount times a rate in Swedish decimals (`10,55`); null when that is no rate above zero. */
export function converted(exact: bigint, rate: string): bigint | null {
	const match = /^(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(rate.trim());
	if (!match) return null;
	const factor = BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(ratePlaces, '0'));
	return factor === 0n ? null : (exact * factor) / oneRate;
}

/** An exact amount as decimal text in kronor, as short as it can be: `-0.0049`. */
export function exactText(exact: bigint): string {
	const digits = (exact < 0n ? -exact : exact).toString().padStart(places + 1, '0');
	const decimals = digits.slice(-places).replace(/0+$/, '');
	return `${exact < 0n ? '-' : ''}${digits.slice(0, -places)}${decimals ? `.${decimals}` : ''}`;
}
