// How the bytes of a text file were read, in words.
import { encodingChoices } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import { encodingNames, type EncodingEvidence } from '$lib/read/encoding/encoding';
import { interpretationWords as words } from '$lib/text/import';
import { capitalised, formatCount, formatCounted } from '$lib/text/format';
import type { Draft } from './interpretation';

export function encodingOf({ text, reading }: ImportResult): Draft | null {
	if (!text || !reading) return null;
	const { encoding, malformed, strays = [] } = text.encoding;
	const isMixed = encoding === 'blandad' || strays.length > 0;
	const broken = encoding === 'utf-8' && !isMixed ? malformed : 0;
	return {
		key: 'teckenkodning',
		label: words.encoding,
		value: reading.encoding,
		evidence: broken
			? formatCounted(broken, 'tecken blir trasigt', 'tecken blir trasiga')
			: encodingEvidence(text.encoding),
		sure: broken === 0 && !isMixed,
		control: {
			as: 'select',
			options: encodingChoices.map((choice) => ({ value: choice, label: encodingNames[choice] })),
			value: encoding
		}
	};
}

/** What in the bytes says so. */
function encodingEvidence(evidence: EncodingEvidence): string {
	const { encoding, mark, wellFormed, malformed, letters, strays = [] } = evidence;
	const fitting = letters && (encoding === 'cp437' || encoding === 'macintosh') ? letters[encoding] : 0;
	const main = fitting
		? `${formatCounted(fitting, 'bokstav', 'bokstäver')} som å, ä och ö passar i ${encodingNames[encoding]}`
		: encoding === 'windows-1252' && malformed
			? `${formatCounted(malformed, 'tecken', 'tecken')} som å, ä och ö passar inte i UTF-8`
			: encoding === 'blandad'
				? `${formatCount(wellFormed)} tecken är UTF-8 och ${formatCount(malformed)} är Windows-1252`
				: mark
					? 'Filen börjar med ett märke som säger det'
					: wellFormed
						? `${formatCounted(wellFormed, 'tecken', 'tecken')} som å, ä och ö lästa, 0 trasiga`
						: 'Bara tecken som är lika i alla teckentabeller';
	const others = strays.map(
		(stray) => `${formatCounted(stray.lines, 'rad', 'rader')} lästes som ${encodingNames[stray.encoding]}`
	);
	return [main, ...others].join('; ');
}

const delimiterOptions = [
	{ value: ';', label: 'Semikolon' },
	{ value: ',', label: 'Komma' },
	{ value: '\t', label: 'Tabb' },
	{ value: '|', label: 'Lodstreck' }
];

export function delimiterOf({ text, reading }: ImportResult): Draft | null {
	if (!text?.delimiter || !reading) return null;
	const { columns, agreeing, lines, delimiter } = text.delimiter;
	const value = capitalised(reading.delimiter);
	const used = delimiterOptions.find((option) => option.label === value)?.value ?? delimiter;
	const evidence =
		used === delimiter
			? `${formatCounted(columns, 'kolumn', 'kolumner')} på ${formatCount(agreeing)} av ${formatCounted(lines, 'rad', 'rader')}`
			: 'Raderna tyder på en annan avgränsare';
	return {
		key: 'avgransare',
		label: words.delimiter,
		value,
		evidence,
		sure: used === delimiter && agreeing >= lines * 0.9,
		control: { as: 'select', options: delimiterOptions, value: used }
	};
}
