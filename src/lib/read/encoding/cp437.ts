// IBM code page 437, the DOS characters that SIE calls PC8. TextDecoder does not know it.

const upper =
	'ÇüéâäàåçêëèïîìÄÅ' +
	'ÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
	'áíóúñÑªº¿⌐¬½¼¡«»' +
	'░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
	'└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
	'╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
	'αßΓπΣσµτΦΘΩδ∞φε∩' +
	'≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const characters = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte)).concat([...upper]);

/** Decodes bytes; every byte is one character, so pieces may be decoded one by one. */
export function decodeCp437(bytes: Uint8Array): string {
	let text = '';
	for (let i = 0; i < bytes.length; i++) text += characters[bytes[i] ?? 0] ?? '';
	return text;
}
