// The lines of a SIE file. `#FORMAT PC8` says CP437, but files hold Latin-1, UTF-8 and mixtures, so each line is decoded
// by what its own bytes say, and the file's most common encoding decides where they say nothing.
import type { ByteSource } from '../byte-source';
import { decodeCp437 } from '../encoding/cp437';
import { linesOf } from '../csv/lines';
import {
	decodeText,
	decodeWestern,
	detectEncoding,
	type Encoding,
	type EncodingEvidence
} from '../encoding/encoding';
import { isLetterByte, isLetterOf } from '../encoding/letter-evidence';
import type { ReadingChoices } from '../source-table';

export interface SieLine {
	/** From 1. */
	row: number;
	text: string;
}

export interface SieDecoding {
	encoding: Encoding;
	/** A person has chosen it, so that every line is read so. */
	chosen: boolean;
	/** A lone CR ends lines only where there is no LF at all. */
	lineEnd: '\n' | '\r';
}

type LineEncoding = 'utf-8' | 'cp437' | 'windows-1252';

// Every byte is one character of Windows-1252 (the undefined ones become controls), so that a line can be turned back.
const byteOfCode = new Uint8Array(65_536);
const dosOfCode = new Map<string, string>();
for (let byte = 0; byte < 256; byte++) {
	const one = new Uint8Array([byte]);
	byteOfCode[decodeWestern(one).charCodeAt(0)] = byte;
	dosOfCode.set(decodeWestern(one), decodeCp437(one));
}
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const beyondAscii = /[^\u0000-\u007f]/;
const eachBeyondAscii = /[^\u0000-\u007f]/g;

/** Finds the encoding that most lines are written in, and how many are written otherwise. */
export async function detectSieDecoding(
	source: ByteSource,
	choices: ReadingChoices
): Promise<{ decoding: SieDecoding; evidence: EncodingEvidence }> {
	const found = await detectEncoding(source);
	let hasLineFeed = false;
	for await (const chunk of source.open()) {
		hasLineFeed = chunk.includes(10);
		if (hasLineFeed) break;
	}
	const lineEnd = hasLineFeed ? '\n' : '\r';
	if (choices.encoding) {
		const { encoding } = choices;
		return { decoding: { encoding, chosen: true, lineEnd }, evidence: { ...found, encoding } };
	}
	if (found.encoding === 'macintosh' || found.encoding.startsWith('utf-16')) {
		return { decoding: { encoding: found.encoding, chosen: true, lineEnd }, evidence: found };
	}
	const lines = { 'utf-8': 0, cp437: 0, 'windows-1252': 0, both: 0, unclear: 0 };
	for await (const batch of linesOf(decodeText(source, 'windows-1252'), lineEnd)) {
		for (const text of batch) if (beyondAscii.test(text)) lines[whatLineSays(text)]++;
	}
	const anyBeyond = Object.values(lines).some((count) => count > 0);
	const order: readonly LineEncoding[] = ['cp437', 'windows-1252', 'utf-8'];
	const encoding = anyBeyond
		? order.reduce((best, next) => (lines[next] > lines[best] ? next : best))
		: ('utf-8' as const);
	const strays = order
		.filter((other) => other !== encoding && lines[other] > 0)
		.map((other) => ({ encoding: other, lines: lines[other] }));
	if (lines.both)
		strays.push({ encoding: encoding === 'cp437' ? 'windows-1252' : 'cp437', lines: lines.both });
	return { decoding: { encoding, chosen: false, lineEnd }, evidence: { ...found, encoding, strays } };
}

/** The lines of the file, decoded, in batches. */
export async function* sieLines(source: ByteSource, decoding: SieDecoding): AsyncGenerator<SieLine[]> {
	const { encoding, chosen, lineEnd } = decoding;
	let row = 0;
	for await (const batch of linesOf(decodeText(source, chosen ? encoding : 'windows-1252'), lineEnd)) {
		yield batch.map((raw) => ({
			row: ++row,
			text: !chosen && beyondAscii.test(raw) ? decodeLine(raw, encoding) : raw
		}));
	}
}

function byteAt(line: string, at: number): number {
	return byteOfCode[line.charCodeAt(at)] ?? 0;
}

/** The line as UTF-8, or null where its bytes are not. Looked at first by hand, since a failing decoder is slow. */
function utf8Of(line: string): string | null {
	for (let at = 0; at < line.length; at++) {
		const byte = byteAt(line, at);
		if (byte < 0x80) continue;
		const following = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
		if (following === 0) return null;
		for (let i = 0; i < following; i++) if ((byteAt(line, ++at) & 0xc0) !== 0x80) return null;
	}
	try {
		return strictUtf8.decode(Uint8Array.from(line, (character) => byteOfCode[character.charCodeAt(0)] ?? 0));
	} catch {
		return null;
	}
}

/** What the bytes beyond ASCII of one line plead for. The line is given as Windows-1252. */
function whatLineSays(line: string): LineEncoding | 'both' | 'unclear' {
	let dos = 0;
	let latin = 0;
	for (let at = 0; at < line.length; at++) {
		if (line.charCodeAt(at) < 0x80) continue;
		const byte = byteAt(line, at);
		const before = at > 0 && isLetterByte(byteAt(line, at - 1));
		const after = at + 1 < line.length && isLetterByte(byteAt(line, at + 1));
		// `÷` is the only one of these signs of CP437 that a text may mean; the others are frames and Greek.
		if (isLetterOf('windows1252', byte)) latin += byte !== 0xf6 || before || after ? 1 : 0;
		// ” stands at either end of a quotation in Windows-1252 and is ö in CP437, so there it must be inside a word.
		else if (isLetterOf('cp437', byte)) dos += after && (before || byte !== 0x94) ? 1 : 0;
	}
	if (utf8Of(line) !== null) return 'utf-8';
	if (latin && dos) return 'both';
	if (latin) return 'windows-1252';
	return dos ? 'cp437' : 'unclear';
}

function decodeLine(line: string, usual: Encoding): string {
	const says = whatLineSays(line);
	const encoding = says === 'unclear' ? (usual === 'utf-8' ? 'windows-1252' : usual) : says;
	if (encoding === 'utf-8') return utf8Of(line) ?? line;
	if (encoding === 'windows-1252') return line;
	// In a line put together from two programs, letters of CP437 lie below 0xA6 and those of Windows-1252 from 0xC0.
	return line.replace(eachBeyondAscii, (character) =>
		encoding === 'both' && byteAt(character, 0) >= 0xa6 ? character : (dosOfCode.get(character) ?? character)
	);
}
