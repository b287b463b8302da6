import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '$lib/import/answers';
import type { ImportOptions } from '$lib/import/import-file';
import { csvSource, importRows } from '../support/sources';

const header = 'datum;namnd;konto;leverantor;organisationsnummer;text;belopp';

const costs = (lines: readonly string[], options: Partial<ImportOptions> = {}) =>
	importRows(csvSource('k.csv', lines), options);

describe('other currencies', () => {
	const head = 'datum;namnd;konto;leverantor;belopp;valuta';

	it('count as kronor by the rate given, flagged with it', async () => {
		const read = await costs([head, '2026-01-01;UBN;1;A;10,00;SEK', '2026-01-01;UBN;1;A;100,01;usd'], {
			answers: { kurser: { USD: '10,55' } }
		});
		// 100,01 × 10,55 = 1 055,1055 kr.
		expect(read.result.totals).toMatchObject({
			sum: 106511,
			otherCurrencies: {},
			roundingDifference: '-0.0045'
		});
		expect(read.accepted[1]?.by).toMatchObject({ belopp: 105511, valuta: 'SEK' });
		expect(read.result.totals?.problems).toMatchObject([
			{
				kind: 'omraknad_valuta',
				rows: 1,
				amount: 105511,
				examples: [{ reason: 'Beloppet är i USD och räknas om till kronor med kursen 10,55.' }]
			}
		]);
	});

	it('without a rate stay outside, and are never added to each other', async () => {
		const { result } = await costs(
			[
				head,
				'2026-01-01;UBN;1;A;10,00;SEK',
				'2026-01-01;UBN;1;A;100,00;USD',
				'2026-01-01;UBN;1;A;7,00;EUR',
				'2026-01-01;UBN;1;A;fel;EUR'
			],
			{ answers: { kurser: { NOK: '0,98' } } }
		);
		expect(result.totals).toMatchObject({ sum: 1000, otherCurrencies: { USD: 10000, EUR: 700 } });
	});
});

describe('amounts finer than an öre', () => {
	const bill = (amounts: readonly string[], answers: Answers = { tecken: 'plus' }) =>
		costs([header, ...amounts.map((amount, i) => `2026-01-01;UBN;1;A;;rad ${i};${amount}`)], { answers });

	it('a bill of 1 000 rows of 0,004 kr is 4 kr, not 0', async () => {
		const { result, accepted } = await bill(Array.from({ length: 1000 }, () => '0,004'));
		expect(result.totals).toMatchObject({ sum: 400, roundingDifference: '0' });
		expect(accepted.reduce((sum, { by }) => sum + Number(by.belopp), 0)).toBe(400);
		expect(result.totals?.problems).toMatchObject([{ kind: 'avrundat_belopp', rows: 1000, amount: 400 }]);
	});

	it('tells what rounding did to the sum', async () => {
		const { result } = await bill(['0,004', '0,004', '0,004']);
		expect(result.totals).toMatchObject({ sum: 1, roundingDifference: '0.002' });
	});

	it('says nothing of rounding where nothing was rounded', async () => {
		expect((await bill(['0,25', '1,5'])).result.totals?.roundingDifference).toBeNull();
	});

	it('leaves rows of whole öre as they are', async () => {
		const { accepted } = await bill(['0,005', '-1,00', '0,00500', '2,50']);
		expect(accepted.map(({ by }) => by.belopp)).toEqual([1, -100, 0, 250]);
	});

	it('the sum of the rows is the exact sum within half an öre, and turns with the sign', async () => {
		const ten = 10n ** 12n;
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.bigInt({ min: -20n * ten, max: 20n * ten }), { minLength: 1, maxLength: 60 }),
				async (amounts) => {
					const texts = amounts.map((amount) => {
						const digits = String(amount < 0n ? -amount : amount).padStart(13, '0');
						return `${amount < 0n ? '-' : ''}${digits.slice(0, -12)},${digits.slice(-12)}`;
					});
					const { result, accepted } = await bill(texts);
					const given = accepted.reduce((sum, { by }) => sum + BigInt(Number(by.belopp)), 0n);
					const exact = amounts.reduce((sum, amount) => sum + amount, 0n);
					const off = exact - given * 10n ** 10n;
					expect(off <= 5n * 10n ** 9n && off >= -5n * 10n ** 9n).toBe(true);
					expect(BigInt(result.totals?.sum ?? 0)).toBe(given);
					const turned = await bill(texts, { tecken: 'minus' });
					expect(turned.accepted.map(({ by }) => 0 - Number(by.belopp) || 0)).toEqual(
						accepted.map(({ by }) => by.belopp)
					);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('rows that differ below the öre are not identical', async () => {
		const row = (amount: string) => `2026-01-01;UBN;1;A;;;${amount}`;
		const { result } = await costs([header, row('0,0041'), row('0,0042'), row('0,0041')]);
		const identical = result.totals?.problems.find(({ kind }) => kind === 'identisk_rad');
		expect(identical?.rows).toBe(1);
	});
});
