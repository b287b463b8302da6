// Headers in files → fields of the canonical tables.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import type { SourceRecord } from '$lib/read/record';

/** The cells of a record as headers: text without a byte order mark and blanks around it. */
export function headersOf({ cells }: SourceRecord): string[] {
	return cells.map((cell) =>
		String(cell)
			.replace(/^\ufeff/, '')
			.replace(/\s+/g, ' ')
			.trim()
	);
}

/** Lower case without accents or signs, words divided by one space: `RN1/FÖRVALTNING` → `rn1 forvaltning`. */
export function normaliseHeader(header: string): string {
	return header
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

export type AmountUnit = 'öre' | 'kr' | 'tkr' | 'mnkr';

/** How many kronor one of each unit is. */
export const unitScales: Readonly<Record<AmountUnit, number>> = {
	öre: 0.01,
	kr: 1,
	tkr: 1000,
	mnkr: 1_000_000
};

const thousandWords = ['tkr', 'kkr', 'tsek', 'ksek', 'tusen', 'tusental', 'tusentals', 'thousands'];
/** `Belopp (1000 kr)`, `1 000-tal kronor`, `000 kr`; not the 15 000 kr of a sentence. */
const thousandFigures = /(?:^|[a-z] )(?:1 ?)?000 (?:tals? )?(?:kr|sek|kronor)\b/;
const millionWords = ['mnkr', 'mkr', 'msek', 'miljon', 'miljoner', 'millions'];

/** The unit that a text names: `Belopp (tkr)`, `budget_2025_tkr`; null when it names none. */
export function amountUnit(text: string): AmountUnit | null {
	const plain = normaliseHeader(text);
	const words = plain.split(' ');
	if (words.some((word) => thousandWords.includes(word)) || thousandFigures.test(plain)) return 'tkr';
	if (words.some((word) => millionWords.includes(word))) return 'mnkr';
	if (words.some((word) => ['kr', 'sek', 'kronor'].includes(word))) return 'kr';
	return words.includes('ore') ? 'öre' : null;
}

/** A year in a header or a file name, between non-digits; null when there is none or more than one. */
export function yearIn(text: string): number | null {
	const found = new Set(Array.from(text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g), ([year]) => Number(year)));
	return found.size === 1 ? ([...found][0] ?? null) : null;
}

const unitWords =
	/\b(?:sek|kr|kronor|tkr|kkr|tsek|ksek|tusen|tusental|tusentals|1 000|1000|000|tals?|mnkr|mkr|msek|miljon|miljoner|ore|gbp|eur|euro|usd|nok|dkk|chf|exkl|exklusive|exclusive|ex|excl|excluding|utan|moms|vat|i|in|of)\b/g;
const yearWords = /\b(?:19|20)\d{2}(?: (?:19|20)?\d{2})?\b/g;

/** How well a header names a field: lower is better, 0 the canonical header itself; null when it does not. */
export interface HeaderMatch {
	field: Field;
	rank: number;
	/** The match holds only if the values look right too. */
	needsShape: boolean;
}

type Lexicon = Map<string, HeaderMatch>;

function lexiconOf(kind: TableKind): Lexicon {
	const lexicon: Lexicon = new Map();
	for (const field of tables[kind].fields) {
		const names = [field.header, ...(field.synonyms ?? [])];
		names.forEach((name, rank) => {
			const key = normaliseHeader(name);
			for (const written of [key, key.replaceAll(' ', '')]) {
				if (!lexicon.has(written)) lexicon.set(written, { field, rank, needsShape: name.endsWith('?') });
			}
		});
	}
	return lexicon;
}

const lexicons = new Map<TableKind, Lexicon>();

/** The header says that VAT is in the amount, which no amount here may hold. */
export function includesVat(header: string): boolean {
	const words = normaliseHeader(header);
	return (
		/\b(?:inkl|inklusive|incl|including|inc|med)\b.*\b(?:moms|vat)\b/.test(words) ||
		/^(?:bruttobelopp|brutto|gross|gross amount|gross value|amount gross|totalbelopp inkl)$/.test(words)
	);
}

/** The field of a table that a header names, or null. Amounts including VAT are never taken for amounts. */
export function matchHeader(kind: TableKind, header: string): HeaderMatch | null {
	let lexicon = lexicons.get(kind);
	if (!lexicon) lexicons.set(kind, (lexicon = lexiconOf(kind)));
	const whole = normaliseHeader(header);
	if (!whole || includesVat(header)) return null;
	const plain = (text: string, words: RegExp): string => text.replace(words, ' ').replace(/\s+/g, ' ').trim();
	const withoutUnit = plain(whole, unitWords);
	const parts = header.split(/[/|(]/).map(normaliseHeader).filter(Boolean);
	// `belopp/currency` of nested JSON is the currency, not the amount.
	const own = header.includes('/') ? lexicon.get(parts.at(-1) ?? '') : undefined;
	if (own?.field.name === 'currency') return { ...own, rank: own.rank + 0.5 };
	const candidates = [whole, withoutUnit, ...parts, plain(withoutUnit, yearWords)];
	for (const [penalty, candidate] of candidates.entries()) {
		// `Faktura datum` and `Fakturadatum` are the same words.
		const match = lexicon.get(candidate) ?? lexicon.get(candidate.replaceAll(' ', ''));
		if (match) return { ...match, rank: match.rank + (penalty > 0 ? 0.5 : 0) };
	}
	return null;
}
