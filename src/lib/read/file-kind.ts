// What kind of file the first bytes say it is, whatever its name.

export type FileKind =
	'text' | 'zip' | 'gzip' | 'image' | 'pdf' | 'html' | 'json' | 'sie' | 'old_excel' | 'binary' | 'empty';

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, i) => bytes[i] === byte);
}

/** An object or array that begins with a key, a value within quotes, another of them, or nothing. */
function looksLikeJson(text: string): boolean {
	return /^(?:\{\s*["}]|\[\s*["[{\]])/.test(text);
}

const sieLabel =
	/^[ \t"]*#(?:FLAGGA|FORMAT|SIETYP|PROGRAM|GEN|FNAMN|ORGNR|RAR|KPTYP|KONTO|DIM|OBJEKT|IB|UB|RES|PSALDO|PBUDGET|VER|TRANS)\b/gim;

/** Starts with the labels that SIE files start with; or has three labels on lines of their own, after whatever stands first. */
function looksLikeSie(text: string): boolean {
	return /^#(?:FLAGGA|FORMAT|SIETYP|PROGRAM)\b/i.test(text) || (text.match(sieLabel)?.length ?? 0) >= 3;
}

/** Recognises a file by its first few thousand bytes. */
export function fileKindOf(head: Uint8Array): FileKind {
	if (head.length === 0) return 'empty';
	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
	if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
	if (startsWith(head, [0xff, 0xd8, 0xff]) || startsWith(head, [0x89, 0x50, 0x4e, 0x47])) return 'image';
	if (startsWith(head, [0x47, 0x49, 0x46, 0x38]) || startsWith(head, [0x42, 0x4d])) {
		if (head.includes(0)) return 'image';
	}
	if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
	if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'old_excel';
	if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
		const wide = new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
		return looksLikeJson(wide.trimStart()) ? 'json' : 'text';
	}
	const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
	// UTF-16 without a mark has a zero in every second byte; other zeros mean that this is no text.
	if (zeros > 0 && zeros < head.length / 4) return 'binary';
	const controls = head.reduce(
		(count, byte) => count + (byte < 32 && ![9, 10, 13, 0, 26].includes(byte) ? 1 : 0),
		0
	);
	if (controls > head.length / 50) return 'binary';
	const text = new TextDecoder('windows-1252')
		.decode(head)
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	if (text === '') return head.length < 4096 ? 'empty' : 'text';
	if (/^<(?:!doctype|!--|html|head|body|title|script|meta|\?xml)/i.test(text)) return 'html';
	if (looksLikeSie(text)) return 'sie';
	if (looksLikeJson(text)) return 'json';
	return 'text';
}
