// An amount as people write it in a form: kronor, or with tkr or mnkr after it.
import { decimalText, oreFromKronor } from './money';

const times: Readonly<Record<string, number>> = { kr: 1, tkr: 1_000, mnkr: 1_000_000 };

/** Öre; null for what is no amount, or is larger than can be counted. "53 420 000", "53,42 mnkr". */
export function oreFromText(text: string): number | null {
	const bare = text
		.toLowerCase()
		.replace(/[\s\u00a0\u202f]/g, '')
		.replace('\u2212', '-');
	const [, figure = '', unit = 'kr'] = /^(-?\d+(?:[.,]\d+)?)(kr|tkr|mnkr)?$/.exec(bare) ?? [];
	if (!figure) return null;
	const kronor = Number(figure.replace(',', '.')) * (times[unit] ?? 1);
	return Number.isFinite(kronor) && Math.abs(kronor) < 1e11 ? oreFromKronor(Number(kronor.toFixed(2))) : null;
}

/** As it is written back into the form: whole kronor without öre. */
export function textFromOre(ore: number): string {
	return decimalText(ore, ',')
		.replace(/,00$/, '')
		.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}
