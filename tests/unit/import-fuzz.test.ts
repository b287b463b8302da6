import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { chanceFor } from '../../src/cli/demo/random';
import { bytesSource } from '$lib/read/byte-source';
import { dialect, encoded, meantRow, writtenTable } from '../support/dialects';
import { importRows, workbookSource } from '../support/sources';
import { allBytes } from '$lib/read/byte-source';

const files = 10_000;
const random = chanceFor('damaged files').next;
const below = (limit: number): number => Math.floor(random() * limit);

const sie = [
	'#FLAGGA 0',
	'#PROGRAM "Bokslutet" 1.0',
	'#FORMAT PC8',
	'#SIETYP 4',
	'#RAR 0 20260101 20261231',
	'#KONTO 6540 "It-tjänster"',
	'#DIM 1 "Kostnadsställe"',
	'#OBJEKT 1 "10" "Kansliet"',
	'#RES 0 6540 1500.00',
	'#PSALDO 0 202601 6540 {} 1500.00',
	'#PBUDGET 0 202601 6540 {} 1000.00',
	'#VER A 1 20260115 "Faktura"',
	'{',
	'\t#TRANS 6540 {1 "10"} 1500.00 20260115 "Drift"',
	'\t#TRANS 2440 {} -1500.00',
	'}'
].join('\r\n');

const json = JSON.stringify({
	resultCount: 2,
	results: [
		{
			datum: '2026-01-15',
			namnd: 'Kulturnämnden',
			konto: '74310',
			leverantor: 'Norr AB',
			belopp: '1 204,50'
		},
		{ datum: '2026-01-16', namnd: 'Kulturnämnden', konto: '74310', leverantor: 'Söder AB', belopp: -99.5 }
	]
});

const ocds = JSON.stringify({
	version: '1.1',
	releases: [
		{
			ocid: 'ocds-abc-1',
			id: '1',
			date: '2026-01-01T00:00:00Z',
			tag: ['contract'],
			buyer: { name: 'Kommunstyrelsen' },
			awards: [{ id: 'a', suppliers: [{ name: 'Norr AB' }] }],
			contracts: [{ id: 'c', awardID: 'a', title: 'Drift', value: { amount: 10, currency: 'SEK' } }]
		}
	]
});

/** Sound files of every sort that is read. */
async function soundFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
	const [rows, ...dialects] = [
		fc.sample(meantRow, { numRuns: 12, seed: 7 }),
		...fc.sample(dialect, { numRuns: 40, seed: 11 })
	];
	const csv = dialects.map((style, i) => ({
		name: i % 3 ? `utdrag_${i}.csv` : `utdrag_2026-0${1 + (i % 9)}.csv`,
		bytes: encoded(writtenTable(rows, style), style.encoding)
	}));
	const workbook = await allBytes(
		await workbookSource('bok.xlsx', {
			Kostnader: [
				['datum', 'namnd', 'konto', 'leverantor', 'belopp'],
				[new Date('2026-01-15'), 'Kulturnämnden', '74310', 'Norr AB', 1204.5]
			],
			System: [
				['namn', 'namnd', 'leverantor'],
				['Kartan', 'Kulturnämnden', 'Norr AB']
			]
		})
	);
	const text = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'));
	const [first] = csv;
	const plain = first?.bytes ?? text('');
	return [
		...csv,
		{ name: 'bok.se', bytes: text(sie) },
		{ name: 'bok.si', bytes: new Uint8Array(Buffer.from(sie, 'latin1')) },
		{ name: 'rader.json', bytes: text(json) },
		{ name: 'upphandling.json', bytes: text(ocds) },
		{ name: 'utdrag.csv.gz', bytes: gzipSync(plain) },
		{ name: 'arkiv.zip', bytes: zipSync({ 'a.csv': plain, 'b.se': text(sie) }) },
		{ name: 'bok.xlsx', bytes: workbook }
	];
}

/** The same file with one to eight things wrong with its bytes. */
function damaged(bytes: Uint8Array): Uint8Array {
	let all = Array.from(bytes);
	for (let times = 1 + below(8); times > 0; times--) {
		const at = below(all.length + 1);
		const length = 1 + below(20);
		switch (below(7)) {
			case 0:
				all[at % Math.max(all.length, 1)] = below(256);
				break;
			case 1:
				all.splice(at, length);
				break;
			case 2:
				all.splice(at, 0, ...Array.from({ length }, () => below(256)));
				break;
			case 3:
				all.splice(at, 0, ...all.slice(at, at + 200));
				break;
			case 4:
				all = all.slice(0, at);
				break;
			case 5:
				// What breaks tables most: quotes, delimiters and line ends in the wrong place.
				all.splice(
					at,
					0,
					...Buffer.from(['"', ';', '\r', '\n', '\0', '{', '}', ',', '#TRANS '][below(9)] ?? '')
				);
				break;
			case 6:
				all.splice(at, 0, ...all.slice(-below(300)));
		}
	}
	return Uint8Array.from(all);
}

describe('damaged files', () => {
	it(
		`never crash or hang the import, and rows read are always accepted, rejected or empty (${files} files)`,
		{ timeout: 300_000 },
		async () => {
			const sound = await soundFiles();
			let taken = 0;
			for (let i = 0; i < files; i++) {
				const original = sound[i % sound.length];
				if (!original) throw new Error('No file to damage');
				const bytes = damaged(original.bytes);
				const source = bytesSource(original.name, bytes, 1 + below(5000));
				const { result, accepted, rejected } = await importRows(source);
				const where = `file ${i} made from ${original.name}`;
				const { totals, problem } = result;
				if (!totals) {
					// What cannot be read is refused with a sentence.
					expect(problem?.message, where).toMatch(/^[A-ZÅÄÖ].+[.?]$/su);
					continue;
				}
				expect(totals.accepted + totals.rejected + totals.empty, where).toBe(totals.read);
				if (problem) {
					expect(problem.code, where).toBe('fraga');
					continue;
				}
				taken++;
				expect(accepted.length, where).toBe(totals.accepted);
				expect(rejected.length, where).toBe(totals.rejected);
				expect(
					rejected.every(({ reason }) => reason.length > 10),
					where
				).toBe(true);
				const sum = accepted.reduce(
					(all, { by }) =>
						all + (by['valuta'] === 'SEK' || by['valuta'] === undefined ? Number(by['belopp'] ?? 0) : 0),
					0
				);
				if (totals.sum !== null) expect(totals.sum, where).toBe(sum);
			}
			// The damage is of a sort that leaves much to read, so that the counts above are put to the test.
			expect(taken).toBeGreaterThan(files / 5);
		}
	);
});
