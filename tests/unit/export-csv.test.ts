import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tables } from '$lib/domain/columns';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { guardText, toCsv } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { csvSource, importRows } from '../support/sources';

const stamp = { edition: '7', ruleVersion: '1', reconciled: true };

describe('Swedish CSV', () => {
	it('has BOM, semicolon, decimal comma, CRLF and the stamp last', () => {
		const csv = toCsv(
			[
				{ header: 'namnd', format: 'text' },
				{ header: 'kostnad', format: 'amount' },
				{ header: 'andel', format: 'share' }
			],
			[
				['Kulturnämnden', -123450, 0.25],
				['=1+1', null, null]
			],
			stamp
		);
		expect(csv).toBe(
			'\ufeffnamnd;kostnad;andel;utgava;regelversion;avstamd\r\n' +
				'Kulturnämnden;-1234,50;0,250000;7;1;avstämd\r\n' +
				"'=1+1;;;7;1;avstämd\r\n"
		);
	});

	it('guards text against formulas but does not touch numbers', () => {
		expect(['=A1', '+46', '-x', '@a', 'vanlig', "'=x"].map(guardText)).toEqual([
			"'=A1",
			"'+46",
			"'-x",
			"'@a",
			'vanlig',
			"''=x"
		]);
	});

	it('names the file by the selection', () => {
		expect(exportFileName(['Kostnader', 'Utbildningsnämnden', 'jan–okt 2026'])).toBe(
			'kostnader_utbildningsnämnden_jan_okt_2026.csv'
		);
	});
});

describe('what is exported can be imported again', () => {
	const text = fc
		.string({ unit: fc.constantFrom(...'abcÅÄÖåäö =+-@;"\'0123456789'), minLength: 1, maxLength: 15 })
		.map((value) =>
			`x${value}`
				.trim()
				.replace(/\s+/g, ' ')
				.slice(value.length % 2)
		)
		// A supplier called "Summa" reads as a summary row, and ten digits may read as a personnummer.
		.filter((value) => value.trim() === value && value !== '' && !/\d{4}|^-+$/.test(value));

	it('with the same amounts, dates, Swedish letters and quotes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ supplier: text, note: text, amount: fc.integer({ min: 1, max: 1e10 }) }), {
					minLength: 1,
					maxLength: 6
				}),
				async (rows) => {
					const columns = canonicalColumns('cost');
					const csv = toCsv(
						columns,
						rows.map((row) =>
							columns.map(({ name }) => {
								const values: Record<string, string | number> = {
									day: '2026-05-17',
									unit: 'Äldrenämnden',
									account: '074310',
									supplier: row.supplier,
									text: row.note,
									amount: row.amount
								};
								return values[name] ?? null;
							})
						),
						stamp
					);
					const { accepted, result } = await importRows(csvSource('kostnader.csv', csv));
					expect(result.problem).toBeNull();
					expect(accepted.map(({ by }) => [by.datum, by.konto, by.leverantor, by.text, by.belopp])).toEqual(
						rows.map((row) => ['2026-05-17', '074310', row.supplier, row.note, row.amount])
					);
				}
			),
			{ numRuns: 100 }
		);
	});

	it('every table has each header once', () => {
		for (const spec of Object.values(tables)) {
			const headers = spec.fields.map((field) => field.header);
			expect(new Set(headers).size).toBe(headers.length);
		}
	});
});
