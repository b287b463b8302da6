// Which currency amounts are in, as cells and headers write it.
import { normaliseHeader } from './header';

const kronor = /^(?:SEK|SKR|KR\.?|KRONOR|SVENSKA KRONOR)?$/;
const signs: readonly (readonly [string, string])[] = [
	['€', 'EUR'],
	['£', 'GBP'],
	['$', 'USD']
];

/** The currency of a cell as a code; SEK where it says nothing, the cell's own words where they are no known code. */
export function currencyCode(cell: string): string {
	const written = cell.trim().toUpperCase();
	if (kronor.test(written)) return 'SEK';
	return signs.find(([sign]) => sign === written)?.[1] ?? (written === 'EURO' ? 'EUR' : written);
}

/** Words of a header that are codes of currencies. */
const codes = ['EUR', 'USD', 'GBP', 'NOK', 'DKK', 'CHF', 'SEK'];

/** The currency that a header of amounts states: `Amount (EUR)`, `Net Amount £`, `Belopp SEK`; null where it states none. */
export function currencyInHeader(header: string): string | null {
	const words = normaliseHeader(header).toUpperCase().split(' ');
	const word = words.find((candidate) => codes.includes(candidate));
	if (word) return word;
	if (words.some((candidate) => ['TSEK', 'KSEK', 'MSEK'].includes(candidate))) return 'SEK';
	if (words.includes('EURO')) return 'EUR';
	return signs.find(([sign]) => header.includes(sign))?.[1] ?? null;
}
