import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFromNumber, amountShape, parseAmount, type AmountReading } from '$lib/import/cells/amount';
import { csvSource, importRows } from '../support/sources';

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
		['10,00 SEK', 1000],
		["1'234,50", 123450],
		['1’234,50', 123450],
		['1.234.567', 123456700],
		['5,', 500],
		['+5,00', 500],
		['12,50 -', -1250],
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

	it.each([
		'abc',
		'12 34',
		'1,2,3',
		'1.2.3,4',
		'--5',
		'5 5',
		'',
		'12a',
		'1e5',
		'1E+05',
		'１２,５０',
		'12,50 13,00',
		'12,50/13,00',
		'100\n200',
		'100\t200',
		"12'34",
		"1'2'3",
		'-(12,50)',
		'(12,50)-',
		'12 tkr',
		'12 mkr',
		'€ 12,50',
		'12,50 %',
		'1 234.567,50',
		'1,234,567.89'
	])('says that %j is no amount', (text) => {
		expect(amountOf(text)).toBe('not_a_number');
	});

	it('rounds three decimals away from zero and says so', () => {
		expect(parseAmount('0,125', { sign: ',', longDecimals: true })).toMatchObject({
			amount: 13,
			rounded: true
		});
		expect(parseAmount('-0,125', { sign: ',', longDecimals: true })).toMatchObject({
			amount: -13,
			rounded: true
		});
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

describe('a number in a workbook', () => {
	const fromNumber = (value: number) => {
		const parsed = amountFromNumber(value);
		return 'amount' in parsed ? [parsed.amount, parsed.rounded] : parsed.fault;
	};

	it.each([
		[0.1 + 0.2, 30, false],
		[1204.5000000000002, 120450, false],
		[12345.670000000118, 1234567, false],
		[1.005, 101, true],
		[-1.005, -101, true],
		[0.0000008, 0, true],
		[123456789.125, 12345678913, true]
	])('%d is %i öre, rounded: %s', (value, amount, rounded) => {
		expect(fromNumber(value)).toEqual([amount, rounded]);
	});

	it.each([NaN, Infinity, 1e17])('%d is no plausible amount', (value) => {
		expect(fromNumber(value)).toBe('too_large');
	});
});

/** Reads a column as a file does: its öre, or null where a row was rejected; the question where one is asked. */
async function readColumn(texts: readonly string[]): Promise<(number | null)[] | string> {
	const lines = texts.map((text) => `2026-01-01\tUBN\t1\tA\t${text}`);
	const { result, accepted } = await importRows(
		csvSource('k.csv', ['datum\tnamnd\tkonto\tleverantor\tbelopp', ...lines]),
		{ answers: { tecken: 'plus', avgransare: '\t' } }
	);
	if (result.problem) return result.problem.question ?? result.problem.code;
	const byRow = new Map(accepted.map((row) => [row.row, Number(row.by.belopp)]));
	return texts.map((_, i) => byRow.get(i + 2) ?? null);
}

describe('a column of amounts is never silently wrong by a factor 100 or 1 000', () => {
	it('12.500, 1,234.50 and 1 234,50 together are asked about', async () => {
		expect(await readColumn(['12.500', '1,234.50', '1 234,50'])).toBe('decimaltecken');
	});

	it('1,234.50 and 1 234,50 together are each certain', async () => {
		expect(await readColumn(['1,234.50', '1 234,50', '7'])).toEqual([123450, 123450, 700]);
	});

	it('12.500 among decimal commas is asked about', async () => {
		expect(await readColumn(['12.500', '5,50', '7,25'])).toBe('decimaltecken');
	});

	it('12.500 is twelve thousand where 1.234,50 shows that points divide thousands', async () => {
		expect(await readColumn(['12.500', '1.234,50'])).toEqual([1250000, 123450]);
	});

	it('a lone 12,500 among amounts of two decimals is rejected', async () => {
		expect(await readColumn(['12,500', '5,50', '7,25'])).toEqual([null, 550, 725]);
	});

	it('one amount of three decimals does not make 12,500 a small amount', async () => {
		expect(await readColumn(['12,500', '0,125', '5,50', '7,25'])).toEqual([null, 13, 550, 725]);
	});

	/** One way of writing amounts; `millis`: thousandths of a krona. */
	interface Dialect {
		sign: ',' | '.';
		group: string;
		decimals: 0 | 2 | 3;
	}
	const dialects: Dialect[] = ([',', '.'] as const).flatMap((sign) =>
		['', ' ', '\u00a0', '\u202f', "'", sign === ',' ? '.' : ','].flatMap((group) =>
			([0, 2, 3] as const).map((decimals) => ({ sign, group, decimals }))
		)
	);
	const written = (millis: number, { sign, group, decimals }: Dialect): string => {
		const digits = String(Math.abs(millis)).padStart(4, '0');
		const whole = digits.slice(0, -3).replace(/\B(?=(\d{3})+(?!\d))/g, group);
		const body = decimals === 0 ? whole : `${whole}${sign}${digits.slice(-3).slice(0, decimals)}`;
		return millis < 0 ? `-${body}` : body;
	};
	/** What is really meant, in thousandths. */
	const meant = (millis: number, { decimals }: Dialect): number =>
		decimals === 3
			? millis
			: Math.trunc(millis / (decimals === 2 ? 10 : 1000)) * (decimals === 2 ? 10 : 1000);
	const amount = fc.oneof(
		fc.integer({ min: -2_000_000, max: 2_000_000 }),
		fc.integer({ min: -1e12, max: 1e12 })
	);

	it('in one dialect every amount is right to the öre, or asked about, or rejected', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...dialects),
				fc.array(amount, { minLength: 1, maxLength: 12 }),
				async (dialect, amounts) => {
					const read = await readColumn(amounts.map((millis) => written(millis, dialect)));
					if (typeof read === 'string') {
						expect(read).toBe('decimaltecken');
						return;
					}
					read.forEach((ore, i) => {
						if (ore === null) return;
						// A thousandth may move an öre to the next row, never more.
						expect(Math.abs(ore * 10 - meant(amounts[i] ?? 0, dialect))).toBeLessThan(10);
					});
				}
			),
			{ numRuns: 200 }
		);
	});

	it('in two dialects none is wrong by a factor, where each dialect shows its decimal sign', async () => {
		const certain = (dialect: Dialect) => dialect.decimals === 2;
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...dialects.filter(certain)),
				fc.constantFrom(...dialects),
				fc.array(fc.tuple(amount, fc.boolean()), { minLength: 1, maxLength: 12 }),
				async (first, second, amounts) => {
					const dialectOf = (isFirst: boolean) => (isFirst ? first : second);
					// The second dialect is seen where its decimal sign is certain.
					const seen = written(1_234_560, { ...second, decimals: 2 });
					const all: [number, Dialect][] = [
						[1_234_560, first],
						...amounts.map(([millis, isFirst]): [number, Dialect] => [millis, dialectOf(isFirst)])
					];
					const read = await readColumn([...all.map(([millis, dialect]) => written(millis, dialect)), seen]);
					if (typeof read === 'string') {
						expect(read).toBe('decimaltecken');
						return;
					}
					all.forEach(([millis, dialect], i) => {
						const ore = read[i] ?? null;
						if (ore !== null) expect(Math.abs(ore * 10 - meant(millis, dialect))).toBeLessThan(10);
					});
				}
			),
			{ numRuns: 200 }
		);
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
