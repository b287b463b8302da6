import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { decodeCp437 } from '$lib/read/encoding/cp437';
import { decodeText, detectEncoding, type Encoding } from '$lib/read/encoding/encoding';

const dosBytes = new Map(
	Array.from({ length: 256 }, (_, byte) => [decodeCp437(new Uint8Array([byte])), byte] as const)
);
const macLetters: Readonly<Record<string, number>> = {
	å: 0x8c,
	ä: 0x8a,
	ö: 0x9a,
	Å: 0x81,
	Ä: 0x80,
	Ö: 0x85,
	é: 0x8e
};

function dos(text: string): number[] {
	return [...text].map((character) => dosBytes.get(character) ?? 0x3f);
}

function mac(text: string): number[] {
	return [...text].map((character) => macLetters[character] ?? character.charCodeAt(0));
}

function western(text: string): number[] {
	return [...Buffer.from(text, 'latin1')];
}

const found = async (bytes: readonly number[], chunk = 3) =>
	detectEncoding(bytesSource('fil.csv', new Uint8Array(bytes), chunk));

async function decoded(bytes: readonly number[], encoding: Encoding): Promise<string> {
	let text = '';
	for await (const piece of decodeText(bytesSource('fil.csv', new Uint8Array(bytes), 3), encoding))
		text += piece;
	return text;
}

const table = 'namnd;leverantör;belopp\nKulturnämnden;Ångström Måleri;100\nSkolnämnden;Örnsköld AB;200\n';

describe('the encoding of a text is decided by where its bytes are letters', () => {
	it('finds CP437 and Mac Roman, and says how many letters plead for each', async () => {
		expect(await found(dos(table))).toMatchObject({
			encoding: 'cp437',
			letters: { cp437: 6, windows1252: 0 }
		});
		expect(await found(mac(table))).toMatchObject({
			encoding: 'macintosh',
			letters: { windows1252: 0, macintosh: 6 }
		});
		expect(await found(western(table))).toMatchObject({
			encoding: 'windows-1252',
			letters: { cp437: 0, windows1252: 8, macintosh: 0 }
		});
	});

	it('decodes them without loss', async () => {
		expect(await decoded(dos(table), 'cp437')).toBe(table);
		expect(await decoded(mac(table), 'macintosh')).toBe(table);
	});

	it('decodes every byte of CP437 as a character of its own', () => {
		const all = decodeCp437(new Uint8Array(Array.from({ length: 256 }, (_, byte) => byte)));
		expect(new Set(all).size).toBe(256);
		expect(all.slice(0x80, 0x90)).toBe('ÇüéâäàåçêëèïîìÄÅ');
		expect(all.slice(0xe0, 0xe4)).toBe('αßΓπ');
		expect(all.slice(0xfd)).toBe('²■\u00a0');
	});

	it('stays with Windows-1252 for quotation marks, daggers and dashes', async () => {
		// ”Drift” †, – and ™ as Windows-1252 writes them, beside one å.
		const quoted = [
			0x94,
			...western('Drift'),
			0x94,
			0x20,
			0x86,
			0x20,
			0x96,
			0x20,
			0x99,
			...western(' p\u00e5')
		];
		expect(await found(quoted)).toMatchObject({ encoding: 'windows-1252' });
	});

	it('stays with Windows-1252 for names with š, whose byte is ö in Mac Roman', async () => {
		const names = [
			...western('Du'),
			0x9a,
			...western('an;Mate'),
			0x9a,
			...western('ka;Brati'),
			0x9a,
			...western('lav')
		];
		expect(await found(names)).toMatchObject({ encoding: 'windows-1252', letters: { macintosh: 3 } });
	});

	it('does not switch for one letter, nor where letters of both stand', async () => {
		expect(await found(dos('Kulturnämnden'))).toMatchObject({ encoding: 'windows-1252' });
		expect(await found([...dos('nämnd våg'), ...western(' f\u00f6r l\u00e5n h\u00e4r')])).toMatchObject({
			encoding: 'windows-1252'
		});
	});

	it('reads € and – in a mixture of UTF-8 and Windows-1252', async () => {
		const bytes = [...Buffer.from('åäöåäöåäö\n', 'utf8'), ...western('pris '), 0x80, 0x96, 0x0a];
		expect(await decoded(bytes, 'blandad')).toBe('åäöåäöåäö\npris €–\n');
	});
});
