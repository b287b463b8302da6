import { describe, expect, it } from 'vitest';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { encodingOf } from '../../src/routes/(app)/importera/parts/text-reading';
import { bytesOf, head, sieSource, twoVouchers } from '../support/sie';

async function shown(source: ReturnType<typeof sieSource>) {
	const draft = encodingOf(await importFile(source, { soleTraders: numbersInOrder() }));
	return [draft?.value, draft?.evidence?.replaceAll('\u00a0', ' '), draft?.sure];
}

describe('the page tells how the letters of a ledger were read', () => {
	it('counts the letters that fit', async () => {
		// Lövåsens, IT-tjänster, Förvaltning, Skolförvaltningen.
		expect(await shown(sieSource(twoVouchers))).toEqual([
			'CP437 (DOS)',
			'5 bokstäver som å, ä och ö passar i CP437 (DOS)',
			true
		]);
	});

	it('tells of lines in another encoding, and is not sure', async () => {
		const stray = bytesOf('#OBJEKT 20 "3001" "Västra"\r\n', 'latin-1');
		const bytes = new Uint8Array([...bytesOf(twoVouchers.join('\r\n') + '\r\n', 'cp437'), ...stray]);
		expect(await shown(bytesSource('bok.se', bytes))).toEqual([
			'CP437 (DOS)',
			'5 bokstäver som å, ä och ö passar i CP437 (DOS); 1 rad lästes som Windows-1252',
			false
		]);
	});

	it('says in one sentence what a ledger without cost holds instead', async () => {
		const source = sieSource([
			...head,
			'#VER A 1 20260115 ""',
			'{',
			'#TRANS 1510 {} 5',
			'#TRANS 3010 {} -5',
			'}'
		]);
		const { problem } = await importFile(source, { soleTraders: numbersInOrder() });
		expect(problem?.message).toBe(
			'Filen har inga rader som räknas: 1 transaktion på konto 1 (balansräkningen) räknas inte som kostnad; 1 transaktion på konto 3 (intäkter) räknas inte som kostnad. Kontrollera urvalet i källsystemet.'
		);
	});
});
