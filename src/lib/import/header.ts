// Headers in files → fields of the canonical tables.
import { tables, type Field, type TableKind } from '$lib/domain/columns';

/** Lower case without accents or signs, words divided by one space: `RN1/FÖRVALTNING` → `rn1 forvaltning`. */
export function normaliseHeader(header: string): string {
	return header
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

/** A header's words without what it says about units: `Belopp (tkr)` → `belopp`, scale 1000. */
export function amountScale(header: string): number {
	const words = normaliseHeader(header).split(' ');
	if (words.some((word) => ['tkr', 'kkr', 'tsek', 'ksek'].includes(word))) return 1000;
	if (words.some((word) => ['mnkr', 'mkr', 'msek'].includes(word))) return 1_000_000;
	return 1;
}

const unitWords = /\b(?:sek|kr|kronor|tkr|kkr|tsek|ksek|mnkr|mkr|msek|exkl|ex|excl|moms|vat|i|in)\b/g;

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
			if (!lexicon.has(key)) lexicon.set(key, { field, rank, needsShape: name.endsWith('?') });
		});
	}
	return lexicon;
}

const lexicons = new Map<TableKind, Lexicon>();

/** The field of a table that a header names, or null. Amounts including VAT are never taken for amounts. */
export function matchHeader(kind: TableKind, header: string): HeaderMatch | null {
	let lexicon = lexicons.get(kind);
	if (!lexicon) lexicons.set(kind, (lexicon = lexiconOf(kind)));
	const whole = normaliseHeader(header);
	if (!whole || /\bink(?:l|lusive)?\b.*\bmoms\b|\bincl\b.*\bvat\b/.test(whole)) return null;
	const withoutUnit = whole.replace(unitWords, ' ').replace(/\s+/g, ' ').trim();
	const parts = header.split(/[/|(]/).map(normaliseHeader).filter(Boolean);
	for (const [penalty, candidate] of [whole, withoutUnit, ...parts].entries()) {
		const match = lexicon.get(candidate);
		if (match) return { ...match, rank: match.rank + (penalty > 0 ? 0.5 : 0) };
	}
	return null;
}
