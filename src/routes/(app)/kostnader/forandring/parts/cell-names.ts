// What suppliers, contracts and systems are called, from the cells that name them.
import type { PurchaseTie } from '$lib/domain/purchase';
import { bridgeWords, tieName } from '$lib/text/bridge';
import type { NamedCell } from './ranked-changes';

export interface CellNames {
	supplier: (key: string | null) => string;
	tie: (tie: PurchaseTie) => string;
}

export function cellNames(cells: readonly NamedCell[]): CellNames {
	const suppliers = new Map(cells.map((cell) => [cell.supplier, cell.supplier_name]));
	const contracts = new Map(cells.map((cell) => [cell.contract, cell.contract_title]));
	const systems = new Map(cells.map((cell) => [cell.system, cell.system_name]));
	return {
		supplier: (key) => suppliers.get(key) ?? key ?? bridgeWords.noSupplier,
		tie: (tie) => tieName(tie, ({ of, id }) => (of === 'contract' ? contracts : systems).get(id) ?? null)
	};
}
