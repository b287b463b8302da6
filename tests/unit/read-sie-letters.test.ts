import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { bytesOf, head, openSieFile, rowsOf, sieSource, twoVouchers, type SieEncoding } from '../support/sie';

describe('the letters of a SIE file are read as they were written', () => {
	it('reads each line by its own bytes where programs have been mixed, and tells how many', async () => {
		const dos = bytesOf(twoVouchers.join('\r\n') + '\r\n', 'cp437');
		const latin = bytesOf('#OBJEKT 20 "3001" "Östra"\r\n#VER C 1 20260301 "Årsavgift"\r\n', 'latin-1');
		const utf8 = bytesOf('{\r\n#TRANS 6540 {} 1 20260301 "Säkerhet"\r\n', 'utf-8');
		const file = await openSieFile(bytesSource('bok.se', new Uint8Array([...dos, ...latin, ...utf8]), 5));
		const rows = await rowsOf(file, 'Verifikationer');
		expect(rows.map((row) => row['text'])).toEqual([
			'Drift "molnet"',
			'Faktura januari',
			'Kredit',
			'Säkerhet'
		]);
		expect(rows[0]).toHaveProperty('Förvaltning', 'Skolförvaltningen');
		expect(file.tables[0]?.text?.encoding).toMatchObject({
			encoding: 'cp437',
			strays: [
				{ encoding: 'windows-1252', lines: 2 },
				{ encoding: 'utf-8', lines: 1 }
			]
		});
	});

	it('reads a line with letters of both code pages', async () => {
		const line = [...bytesOf('#OBJEKT 1 "', 'cp437'), 0xc5, ...bytesOf('1" "årsta"\r\n', 'cp437')];
		const rest = bytesOf(
			[...head, '#DIM 1 "Nämnd"', '#VER A 1 20260101 ""', '{', '#TRANS 6540 {1 "Å1"} 5', '}'].join('\r\n'),
			'latin-1'
		);
		const file = await openSieFile(bytesSource('bok.se', new Uint8Array([...line, ...rest])));
		expect((await rowsOf(file, 'Verifikationer'))[0]).toHaveProperty('Nämnd', 'årsta');
	});

	it('obeys a person who chooses the encoding', async () => {
		const file = await openSieFile(sieSource(twoVouchers, 'cp437'), { encoding: 'windows-1252' });
		expect(file.tables[0]?.text?.encoding.encoding).toBe('windows-1252');
		expect((await rowsOf(file, 'Verifikationer'))[0]).toHaveProperty('konto_text', 'IT-tj„nster');
	});

	const text = fc.string({ unit: fc.constantFrom(...'abcåäöÅÄÖé 019"{}#;,\''), minLength: 1, maxLength: 14 });
	const transaction = fc.record({
		account: fc.integer({ min: 4000, max: 7999 }).map(String),
		amount: fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }),
		day: fc.integer({ min: 1, max: 28 }),
		text,
		project: fc.option(text)
	});

	it('gives any vouchers back equal: accounts, amounts, days, texts and projects', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(transaction, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
				fc.constantFrom<SieEncoding[]>('cp437', 'latin-1', 'utf-8'),
				fc.constantFrom('\r\n', '\n', '\r'),
				fc.constantFrom(' ', '\t', '   '),
				async (vouchers, encoding, lineEnd, gap) => {
					const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
					const written = (amount: number): string =>
						`${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
					const dayOf = (day: number): string => `202603${String(day).padStart(2, '0')}`;
					const lines = vouchers.flatMap((rows, i) => [
						`#VER A ${i + 1} 20260301 ""`,
						'{',
						...rows.map((row) =>
							[
								'#TRANS',
								row.account,
								row.project === null ? '{}' : `{6 ${quoted(row.project)}}`,
								written(row.amount),
								dayOf(row.day),
								quoted(row.text)
							].join(gap)
						),
						'}'
					]);
					const file = await openSieFile(sieSource([...head, ...lines], encoding, lineEnd));
					const read = await rowsOf(file, 'Verifikationer');
					expect(
						read.map((row) => [row['konto'], row['belopp'], row['datum'], row['text'], row['Projekt'] ?? ''])
					).toEqual(
						vouchers
							.flat()
							.map((row) => [row.account, written(row.amount), dayOf(row.day), row.text, row.project ?? ''])
					);
				}
			),
			{ numRuns: 150 }
		);
	});
});
