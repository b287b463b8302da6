// The contracts of the largest suppliers with their exit readiness.
import {
	exitAnswers,
	exitReadiness,
	type Answer,
	type ExitQuestion,
	type ExitReadiness
} from '$lib/domain/exit-readiness';
import { exitFactsOf, type DescribedContract } from '$lib/queries/described-contract';
import { supplierFilterKey, type SupplierCost } from './supplier-cost';

export interface ExitRow {
	key: string;
	contract: DescribedContract;
	supplier: string;
	answers: Record<ExitQuestion, Answer>;
	readiness: ExitReadiness;
}

/** Suppliers whose contracts are shown when none is chosen. */
const largestSuppliers = 3;

/** Contracts in force, by supplier in the order of cost and then by what is invoiced on them. */
export function exitRows(
	contracts: readonly DescribedContract[],
	suppliers: readonly SupplierCost[],
	chosen: readonly string[]
): ExitRow[] {
	const withContracts = suppliers.filter(
		(supplier) =>
			supplier.supplier_key !== null &&
			contracts.some(({ row, inForce }) => inForce && row.supplier_key === supplier.supplier_key)
	);
	const shown = chosen.length
		? withContracts.filter((supplier) => chosen.includes(supplierFilterKey(supplier)))
		: withContracts.slice(0, largestSuppliers);
	return shown.flatMap((supplier) =>
		contracts
			.filter(({ row, inForce }) => inForce && row.supplier_key === supplier.supplier_key)
			.sort((a, b) => (b.row.invoiced ?? 0) - (a.row.invoiced ?? 0))
			.map((contract) => ({
				key: contract.key,
				contract,
				supplier: supplier.supplier ?? supplier.supplier_key ?? '',
				answers: exitAnswers(exitFactsOf(contract.row)),
				readiness: exitReadiness([exitFactsOf(contract.row)])
			}))
	);
}
