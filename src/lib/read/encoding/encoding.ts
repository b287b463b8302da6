// Which characters the bytes stand for, decided by evidence from the whole file, and decoded without loss.
import { firstBytes, type ByteSource } from '../byte-source';
import { decodeCp437 } from './cp437';
import { LetterCounter, type LetterCounts } from './letter-evidence';

/** `blandad`: UTF-8 with stray Windows-1252 bytes, decoded line by line. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' | 'cp437' | 'macintosh' | 'blandad';

export interface EncodingEvidence {
	encoding: Encoding;
	/** A byte order mark stood first. */
	mark: boolean;
	/** Characters beyond ASCII that are well-formed UTF-8. */
	wellFormed: number;
	/** Bytes that cannot be UTF-8. */
	malformed: number;
	/** Swedish letters inside words, by the code page that the bytes are read in; null in UTF-16. */
	letters?: LetterCounts | null;
	/** Lines that are written otherwise than the rest of the file, and were read so. */
	strays?: readonly { encoding: Encoding; lines: number }[];
}

/** What screens and reports call an encoding. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
	'utf-8': 'UTF-8',
	'windows-1252': 'Windows-1252',
	'utf-16le': 'UTF-16LE',
	'utf-16be': 'UTF-16BE',
	cp437: 'CP437 (DOS)',
	macintosh: 'Mac Roman',
	blandad: 'UTF-8 med inslag av Windows-1252'
};

/** Counts what is and what cannot be UTF-8, across chunk borders. */
class Utf8Counter {
	wellFormed = 0;
	malformed = 0;
	private needed = 0;
	private seen = 0;
	private lowest = 0x80;
	private highest = 0xbf;

	add(bytes: Uint8Array): void {
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] ?? 0;
			if (this.needed === 0) {
				if (byte < 0x80) continue;
				this.start(byte);
			} else if (byte >= this.lowest && byte <= this.highest) {
				this.lowest = 0x80;
				this.highest = 0xbf;
				this.seen++;
				if (--this.needed === 0) this.wellFormed++;
			} else {
				this.malformed += this.seen;
				this.needed = 0;
				if (byte >= 0x80) this.start(byte);
			}
		}
	}

	end(): void {
		if (this.needed > 0) this.malformed += this.seen;
		this.needed = 0;
	}

	/** The lead byte sets how many follow, and the first one's range (no overlong forms, no surrogates). */
	private start(byte: number): void {
		this.seen = 1;
		this.lowest = 0x80;
		this.highest = 0xbf;
		if (byte >= 0xc2 && byte <= 0xdf) this.needed = 1;
		else if (byte >= 0xe0 && byte <= 0xef) {
			this.needed = 2;
			if (byte === 0xe0) this.lowest = 0xa0;
			if (byte === 0xed) this.highest = 0x9f;
		} else if (byte >= 0xf0 && byte <= 0xf4) {
			this.needed = 3;
			if (byte === 0xf0) this.lowest = 0x90;
			if (byte === 0xf4) this.highest = 0x8f;
		} else this.malformed++;
	}
}

/** Decides the encoding of a text file. A file with no byte beyond ASCII is UTF-8. */
export async function detectEncoding(source: ByteSource): Promise<EncodingEvidence> {
	const head = await firstBytes(source, 4096);
	const evidence = (encoding: Encoding, mark: boolean): EncodingEvidence => ({
		encoding,
		mark,
		wellFormed: 0,
		malformed: 0
	});
	if (head[0] === 0xff && head[1] === 0xfe) return evidence('utf-16le', true);
	if (head[0] === 0xfe && head[1] === 0xff) return evidence('utf-16be', true);
	const zeros = [0, 0];
	head.forEach((byte, i) => {
		if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	if (odd > head.length / 8 && even < odd / 8) return evidence('utf-16le', false);
	if (even > head.length / 8 && odd < even / 8) return evidence('utf-16be', false);

	const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
	const counter = new Utf8Counter();
	const letters = new LetterCounter();
	for await (const chunk of source.open()) {
		counter.add(chunk);
		letters.add(chunk);
	}
	counter.end();
	letters.end();
	const { wellFormed, malformed } = counter;
	// In Windows-1252 text a pair that happens to be well-formed UTF-8 (`Ã¥`) is rare, so a few stray bytes among many
	// well-formed characters mean damage, not another encoding.
	const encoding =
		malformed === 0 ? 'utf-8' : mark || wellFormed > malformed * 4 ? 'blandad' : letters.verdict();
	return { encoding, mark, wellFormed, malformed, letters: letters.counts };
}

/** Decodes a source to text in pieces, without the byte order mark. */
export async function* decodeText(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
	if (encoding === 'blandad') {
		yield* decodeMixed(source);
		return;
	}
	if (encoding === 'cp437') {
		for await (const chunk of source.open()) yield decodeCp437(chunk);
		return;
	}
	const decoder = new TextDecoder(encoding);
	for await (const chunk of source.open()) {
		const text = decoder.decode(chunk, { stream: true });
		if (text) yield text;
	}
	const rest = decoder.decode();
	if (rest) yield rest;
}

const western = new TextDecoder('windows-1252');

/**
 * Decodes Windows-1252. Node 20 reads a whole buffer as Latin-1 instead, so that € and – become control signs, unless it is
 * told that more may follow.
 */
export function decodeWestern(bytes: Uint8Array): string {
	return western.decode(bytes, { stream: true });
}

async function* decodeMixed(source: ByteSource): AsyncGenerator<string> {
	const strict = new TextDecoder('utf-8', { fatal: true });
	const decodeLine = (line: Uint8Array): string => {
		try {
			return strict.decode(line);
		} catch {
			return decodeWestern(line);
		}
	};
	let rest = new Uint8Array(0);
	for await (const chunk of source.open()) {
		const bytes = new Uint8Array(rest.length + chunk.length);
		bytes.set(rest);
		bytes.set(chunk, rest.length);
		let text = '';
		let from = 0;
		for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
			text += decodeLine(bytes.subarray(from, end + 1));
			from = end + 1;
		}
		rest = bytes.slice(from);
		if (text) yield text;
	}
	if (rest.length) yield decodeLine(rest);
}
