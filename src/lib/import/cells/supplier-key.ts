// Who a supplier is: the organisationsnummer first, the name second.
import { saysNoNumber } from '$lib/domain/organisation-number';

/** A number that identifies: Swedish NNNNNN-NNNN, a foreign VAT number, or a masked sole trader. */
const identifies = /^(?:\d{6}-\d{4}|[A-Z]{2}[0-9A-Z]{5,}|Enskild firma \d+)$/;

/**
 * The key of a supplier, null when the row names none. Where a cell holds several numbers the first counts.
 * @param organisation canonical cell: numbers joined by `|`
 */
export function supplierKeyOf(organisation: string | null, name: string | null): string | null {
	const number = organisation?.split('|').find((part) => identifies.test(part));
	if (number) return number;
	const trimmed = name?.trim() ?? '';
	if (!trimmed || saysNoNumber(trimmed)) return null;
	return trimmed.toLocaleUpperCase('sv');
}
