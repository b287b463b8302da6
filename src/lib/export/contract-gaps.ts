// Where ledger and register do not fit together, as a file: the same from the page and from the batch command.
import type { ContractGap } from '$lib/domain/contract-gap';
import { gapFileWords, gapReason, gapSupplier } from '$lib/text/contract-gaps';
import type { ExportColumn, ExportValue } from './csv';

export const contractGapColumns: readonly ExportColumn[] = [
	{ header: 'typ', format: 'text' },
	{ header: 'avtals_id', format: 'text' },
	{ header: 'leverantor', format: 'text' },
	{ header: 'organisationsnummer', format: 'text' },
	{ header: 'belopp', format: 'amount' },
	{ header: 'orsak', format: 'text' }
];

/** A gap as the cells of those columns. */
export function contractGapCells(gap: ContractGap): ExportValue[] {
	return [
		gapFileWords[gap.kind],
		gap.contractId,
		gapSupplier(gap),
		gap.organisationNumber,
		gap.amount,
		// Files have plain spaces.
		gapReason(gap).replace(/\s/g, ' ')
	];
}
