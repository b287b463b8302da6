// What binds the municipality to each supplier, as a file: the same from the page and from the batch command.
import { competenceShare, type Dependence } from '$lib/domain/supplier-dependence';
import { decimalComma, type ExportColumn, type ExportValue } from './csv';

export const supplierDependenceColumns: readonly ExportColumn[] = [
	{ header: 'leverantor', format: 'text' },
	{ header: 'organisationsnummer', format: 'text' },
	{ header: 'kostnad', format: 'amount' },
	{ header: 'andel', format: 'share' },
	{ header: 'antal_avtal', format: 'count' },
	{ header: 'antal_system', format: 'count' },
	{ header: 'antal_namnder', format: 'count' },
	{ header: 'ettanbud_kronor', format: 'amount' },
	{ header: 'exitberedskap_min', format: 'share' },
	{ header: 'exitberedskap_max', format: 'share' },
	{ header: 'ar_sedan_konkurrens', format: 'number' },
	{ header: 'kompetensberoende', format: 'share' }
];

/** A supplier as the cells of those columns; what nobody knows is empty. @param hasLedger without cost there are no kronor */
export function supplierDependenceCells(supplier: Dependence, hasLedger: boolean): ExportValue[] {
	const { age, exit } = supplier;
	return [
		supplier.name ?? supplier.key,
		supplier.organisationNumber,
		hasLedger ? supplier.amount : null,
		supplier.share,
		supplier.contracts,
		supplier.tied,
		hasLedger ? supplier.units : null,
		hasLedger ? (supplier.competition?.one ?? null) : null,
		exit.low,
		exit.high,
		age.years === null ? null : decimalComma(age.years, 2),
		competenceShare(supplier.competence)
	];
}
