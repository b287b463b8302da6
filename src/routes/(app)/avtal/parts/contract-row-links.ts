// The ledger rows behind the figures of one contract.
import { monthsOfYear } from '$lib/domain/contract-payments';
import { noFilters, withoutValue } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { openRows } from '$lib/state/rows.svelte';
import { cardWords } from '$lib/text/contract-card';
import { formatPeriod } from '$lib/text/format';
import type { ListedContract } from './listed-contract';

export interface ContractRowLinks {
	/** The latest twelve months with data; null when no cost is loaded. */
	year: Period | null;
	openYear(contract: ListedContract): void;
	/** The same months on what is called off under it. */
	openCalled(contract: ListedContract): void;
	openAll(contract: ListedContract): void;
	/** What counts against the ceiling: the contract and its avrop since the start. */
	openCeiling(contract: ListedContract): void;
	/** What a nämnd has paid; its name, or the key of rows without one. */
	openPayer(contract: ListedContract, unit: string): void;
	openCalendarYear(contract: ListedContract, year: number): void;
}

export function contractRowLinks(year: Period | null): ContractRowLinks {
	return {
		year,
		openYear: ({ row }) => {
			if (!year) return;
			void openRows(['Avtal', row.title, formatPeriod(year)], {
				filters: { ...noFilters, period: year, contracts: [row.contract_id] },
				anyTag: true
			});
		},
		openCalled: ({ row, calledOff }) => {
			if (!year) return;
			void openRows(['Avtal', row.title, cardWords.called, formatPeriod(year)], {
				filters: { ...noFilters, period: year, contracts: calledOff },
				anyTag: true
			});
		},
		openAll: ({ row }) =>
			void openRows(['Avtal', row.title, 'Fakturerat'], {
				filters: { ...noFilters, contracts: [row.contract_id] },
				anyTag: true
			}),
		openCeiling: ({ row }) =>
			void openRows(['Avtal', row.title, 'Takvolym'], {
				filters: noFilters,
				ceilingOf: row.contract_id,
				anyTag: true
			}),
		openPayer: ({ row }, unit) =>
			void openRows(['Avtal', row.title, unit === withoutValue ? cardWords.unitless : unit], {
				filters: { ...noFilters, contracts: [row.contract_id], units: [unit] },
				anyTag: true
			}),
		openCalendarYear: ({ row }, year) =>
			void openRows(['Avtal', row.title, String(year)], {
				filters: { ...noFilters, contracts: [row.contract_id], period: monthsOfYear(year) },
				anyTag: true
			})
	};
}
