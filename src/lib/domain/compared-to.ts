// What the cost of a page is compared with, whose only home is the address. The usual comparison is never written there.
import { monthPlus, monthsOf, parseMonth, yearBefore, type Month, type Period } from './period';

/**
 * `yearBefore` the same months a year earlier · `months` as many months from another first one · `unit` another nämnd in
 * the same months · `edition` the same months as an earlier published edition had them · `budget` · `nothing`.
 */
export type ComparedTo =
	| { kind: 'yearBefore' }
	| { kind: 'months'; from: Month }
	| { kind: 'unit'; unit: string }
	| { kind: 'edition'; edition: string }
	| { kind: 'budget' }
	| { kind: 'nothing' };

export const usualComparison: ComparedTo = { kind: 'yearBefore' };

/** The parameter of an address that holds the comparison. */
export const comparedParameter = 'mot';

const plainWords = { budget: 'budget', nothing: 'inget' } as const;
const prefixes = { unit: 'namnd:', edition: 'utgava:' } as const;

/** Reads `mot` of a query string: `2024-01`, `namnd:Kulturnämnden`, `utgava:…`, `budget` or `inget`. What cannot be read is as usual. */
export function compareFromUrl(search: URLSearchParams): ComparedTo {
	const text = search.get(comparedParameter) ?? '';
	if (text === plainWords.budget) return { kind: 'budget' };
	if (text === plainWords.nothing) return { kind: 'nothing' };
	const from = parseMonth(text);
	if (from) return { kind: 'months', from };
	const unit = after(text, prefixes.unit);
	if (unit) return { kind: 'unit', unit };
	const edition = after(text, prefixes.edition);
	return /^[1-9]\d{0,8}$/.test(edition) ? { kind: 'edition', edition } : usualComparison;
}

/** Writes a comparison into a query string, keeping every other parameter. */
export function compareToUrl(
	compared: ComparedTo,
	keep: URLSearchParams = new URLSearchParams()
): URLSearchParams {
	const search = new URLSearchParams(keep);
	const word = comparedWord(compared);
	if (word === null) search.delete(comparedParameter);
	else search.set(comparedParameter, word);
	return search;
}

/** A comparison as `mot` holds it; null for the usual one, which is not written. */
export function comparedWord(compared: ComparedTo): string | null {
	switch (compared.kind) {
		case 'yearBefore':
			return null;
		case 'months':
			return compared.from;
		case 'unit':
			return prefixes.unit + compared.unit;
		case 'edition':
			return prefixes.edition + compared.edition;
		default:
			return plainWords[compared.kind];
	}
}

/**
 * The months that the rows compared with lie in: as many as the period has. Null where the comparison is with something
 * else than rows of the ledger.
 */
export function comparedMonths(compared: ComparedTo, period: Period): Period | null {
	switch (compared.kind) {
		case 'yearBefore':
			return yearBefore(period);
		case 'months':
			return { from: compared.from, to: monthPlus(compared.from, monthsOf(period).length - 1) };
		case 'unit':
		case 'edition':
			return period;
		default:
			return null;
	}
}

function after(text: string, prefix: string): string {
	return text.startsWith(prefix) ? text.slice(prefix.length) : '';
}
