import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFromNumber, amountShape, parseAmount, type AmountReading } from '$lib/import/amount';

const comma: AmountReading = { sign: ',', longDecimals: false };
const point: AmountReading = { sign: '.', longDecimals: false };
const each: AmountReading = { sign: 'var_for_sig', longDecimals: false };

const amountOf = (text: string, reading = comma) => {
	const parsed = parseAmount(text, reading);
	return 'amount' in parsed ? parsed.amount : parsed.fault;
};

describe('an amount becomes öre', () => {
	it.each([
		['1 234,50', 123450],
		['1\u00a0234,50', 123450],
		['1\u202f234,50', 123450],
		['1.234,50', 123450],
		['-12,50', -1250],
		['\u221212,50', -1250],
		['12,50-', -1250],
		['(12,50)', -1250],
		['12', 1200],
		['12,5', 1250],
		[',50', 50],
		['1 204,50 kr', 120450],
		['SEK 10,00', 1000],
		['1234,-', 123400],
		['1 234:-', 123400],
		['0,00', 0]
	])('%s with decimal comma is %i öre', (text, expected) => {
		expect(amountOf(text)).toBe(expected);
	});

	it('reads 1,234.50 with decimal point', () => {
		expect(amountOf('1,234.50', point)).toBe(123450);
	});

	it('refuses 1.50 in a column of decimal commas, instead of making it 150', () => {
		expect(amountOf('1.50')).toBe('not_a_number');
	});

	it('refuses 12,500 in a column that otherwise has two decimals', () => {
		expect(amountOf('12,500')).toBe('ambiguous');
	});

	it('reads each amount by itself only when it is certain', () => {
		expect(amountOf('1,234.50', each)).toBe(123450);
		expect(amountOf('1 234,50', each)).toBe(123450);
		expect(amountOf('12.500', each)).toBe('ambiguous');
	});

	it.each(['abc', '12 34', '1,2,3', '1.2.3,4', '--5', '5 5', '', '12a'])(
		'says that %j is no amount',
		(text) => {
			expect(amountOf(text)).toBe('not_a_number');
		}
	);

	it('rounds three decimals away from zero and says so', () => {
		expect(parseAmount('0,125', { sign: ',', longDecimals: true })).toMatchObject({ amount: 13, rounded: true });
		expect(parseAmount('-0,125', { sign: ',', longDecimals: true })).toMatchObject({ amount: -13, rounded: true });
	});

	it('turns thousands of kronor into öre', () => {
		expect(parseAmount('12,5', comma, 1000)).toEqual({ amount: 1250000, rounded: false });
	});
});

describe('the shape of an amount', () => {
	it.each([
		['12.500', { shape: 'ambiguous', sign: '.' }],
		['12,500', { shape: 'ambiguous', sign: ',' }],
		['0,500', { shape: 'decimal', sign: ',', long: true, grouped: false }],
		['1234,567', { shape: 'decimal', sign: ',', long: true, grouped: false }],
		['1.234.567', { shape: 'decimal', sign: ',', long: false, grouped: true }],
		['1 234', { shape: 'whole' }]
	])('%s', (text, expected) => {
		expect(amountShape(text)).toEqual(expected);
	});
});

describe('every amount is written and read back equal', () => {
	const whole = fc.integer({ min: -1e11, max: 1e11 });
	const grouped = (digits: string, separator: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);

	it('in every Swedish form', () => {
		fc.assert(
			fc.property(
				whole,
				fc.constantFrom('', ' ', '\u00a0', '\u202f', '.'),
				fc.constantFrom('-', '\u2212', 'efter', 'parentes'),
				(ore, separator, minus) => {
					const digits = String(Math.abs(ore)).padStart(3, '0');
					const body = `${grouped(digits.slice(0, -2), separator)},${digits.slice(-2)}`;
					const text =
						ore >= 0
							? body
							: minus === 'efter'
								? `${body}-`
								: minus === 'parentes'
									? `(${body})`
									: minus + body;
					expect(amountOf(text)).toBe(ore);
				}
			)
		);
	});

	it('as a number in a workbook', () => {
		fc.assert(
			fc.property(whole, (ore) => {
				const parsed = amountFromNumber(ore / 100);
				expect(parsed).toEqual({ amount: ore, rounded: false });
			})
		);
	});
});
