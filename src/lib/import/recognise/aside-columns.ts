// Columns that could be taken for something and are not, each with the reason that a person is told.
import type { Answers } from '../answers';
import { currencyInHeader } from './currency';
import { includesVat } from './header';
import type { Recognition } from './recognise';

/** A column that could be taken for something and is not. */
export interface AsideColumn {
	header: string;
	/** A Swedish sentence. */
	reason: string;
}

/** The column of currencies that amounts stated to be in kronor were changed from; null where it says what they are in. */
export function formerCurrency({ kind, mapping, headers }: Recognition, answers: Answers): number | null {
	const { amount, currency } = mapping;
	if (kind !== 'cost' || amount === undefined || currency === undefined || answers.kolumner?.['valuta'])
		return null;
	return currencyInHeader(headers[amount] ?? '') === 'SEK' ? currency : null;
}

/** The columns that are left aside, by their headers. */
export function asideColumnsOf(recognition: Recognition, answers: Answers): AsideColumn[] {
	const { kind, headers, mapping } = recognition;
	const former = formerCurrency(recognition, answers);
	const stated = headers[mapping['amount'] ?? -1] ?? '';
	const withVat = headers
		.filter((header) => ['cost', 'budget'].includes(kind) && includesVat(header))
		.map((header) => ({
			header,
			reason: 'Beloppet är inklusive moms. Alla belopp räknas exklusive moms.'
		}));
	if (former === null) return withVat;
	const reason = `Rubriken ${stated} säger att beloppen är i kronor, så de räknas inte om.`;
	return [...withVat, { header: headers[former] ?? '', reason }];
}
