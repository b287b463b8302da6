import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { dialect, encoded, meantRow, writtenTable } from '../support/dialects';
import { importRows } from '../support/sources';

describe('a cost table', () => {
	it(
		'is read back equal in every dialect: amounts, days, Swedish letters, quotes and line ends',
		{ timeout: 120_000 },
		async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(meantRow, { minLength: 1, maxLength: 25 }),
					dialect,
					fc.integer({ min: 3, max: 4096 }),
					async (rows, style, chunkSize) => {
						const text = writtenTable(rows, style);
						const source = bytesSource('utdrag.csv', encoded(text, style.encoding), chunkSize);
						// The sign of a mostly negative file is a person's to say; everything else must be found.
						const { result, accepted, rejected } = await importRows(source, { answers: { tecken: 'plus' } });
						// Only the file that leaves it truly open may ask.
						expect(result.questions).toEqual([]);
						expect(result.problem).toBeNull();
						expect(rejected).toEqual([]);
						expect(
							accepted.map(({ by }) => ({
								day: by['datum'],
								unit: by['namnd'],
								account: by['konto'],
								supplier: by['leverantor'],
								text: by['text'],
								amount: by['belopp']
							}))
						).toEqual(rows);
						expect(result.totals?.sum).toBe(rows.reduce((sum, row) => sum + row.amount, 0));
					}
				),
				{ numRuns: 1500 }
			);
		}
	);
});
