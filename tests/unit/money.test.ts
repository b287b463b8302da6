import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, ore, oreFromKronor } from '../../src/lib/domain/money';

const anyOre = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });

/** What a reader of the file does: the text with a point back to whole öre, without fractions. */
function oreOfText(text: string): number {
	const [kronor = '', rest = ''] = text.replace('-', '').split('.');
	return (text.startsWith('-') ? -1 : 1) * (Number(kronor) * 100 + Number(rest));
}

describe('öre', () => {
	it('are whole and exact, or refused', () => {
		expect(ore(123_450)).toBe(123_450);
		expect(() => ore(1.5)).toThrow(RangeError);
		expect(() => ore(2 ** 53)).toThrow(RangeError);
		expect(() => ore(Number.NaN)).toThrow(RangeError);
	});

	it('have one zero', () => {
		expect(Object.is(ore(-0), 0)).toBe(true);
	});
});

describe('kronor to öre', () => {
	it('round half away from zero, also where a fraction is held just below the half', () => {
		expect(oreFromKronor(1234.5)).toBe(123_450);
		expect(oreFromKronor(1.005)).toBe(101);
		expect(oreFromKronor(-1.005)).toBe(-101);
		expect(oreFromKronor(0.1 + 0.2)).toBe(30);
	});

	it('give back the öre that the kronor were made from', () => {
		fc.assert(fc.property(anyOre, (amount) => oreFromKronor(amount / 100) === (amount === 0 ? 0 : amount)));
	});
});

describe('öre as text', () => {
	it('has two decimals and a point, or a comma when asked', () => {
		expect(decimalText(123_450)).toBe('1234.50');
		expect(decimalText(123_450, ',')).toBe('1234,50');
		expect(decimalText(-5)).toBe('-0.05');
		expect(decimalText(0)).toBe('0.00');
		expect(decimalText(100)).toBe('1.00');
	});

	it('comes back as the same öre', () => {
		fc.assert(fc.property(anyOre, (amount) => oreOfText(decimalText(amount)) === amount + 0));
	});
});
