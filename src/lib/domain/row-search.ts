// What is typed to find rows: words that must all be found, or an amount as Swedish writes it.

export interface RowSearch {
	/** Lower case; each must stand in some field of the row. */
	words: readonly string[];
	/** What the text is as an amount: öre without sign, both ends included. */
	amount: { from: number; to: number; onlyNegative: boolean } | null;
	/** Whether the slice has free text to search. */
	freeText: boolean;
}

const writtenAmount =
	/^([-\u2212\u2013]?)\s*(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{1,12})(?:,(\d{1,2}))?\s*(?:kr|kronor|:-)?$/i;

/** Reads what was typed; null when nothing is asked. */
export function readRowSearch(text: string, freeText: boolean): RowSearch | null {
	const typed = text.trim().toLocaleLowerCase('sv');
	if (!typed) return null;
	const amount = readAmount(typed);
	// "1 234,50" is one thing; as two words it would find every row with a 1.
	return { words: amount ? [typed] : [...new Set(typed.split(/\s+/u))], amount, freeText };
}

/** `1 234,50` is that amount, `1 234` any from 1 234,00 to 1 234,99. Without a minus a credit is found too. */
function readAmount(text: string): RowSearch['amount'] {
	const [, minus, whole, decimals] = writtenAmount.exec(text) ?? [];
	if (whole === undefined) return null;
	const from = Number(whole.replace(/\D/g, '')) * 100 + Number((decimals ?? '').padEnd(2, '0'));
	return { from, to: decimals === undefined ? from + 99 : from, onlyNegative: Boolean(minus) };
}
