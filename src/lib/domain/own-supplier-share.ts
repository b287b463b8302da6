// Kompetensberoende: how much of a system's consultants the system's own supplier sells.
import { shareOf } from './indicator';

/** Öre to one supplier for one kostnadsslag; a null supplier is not named in the ledger. */
export interface SystemCost {
	supplierKey: string | null;
	costKind: string | null;
	amount: number;
}

/** `register`: the register names the supplier; `antagen`: who is paid most for licences and operation. */
export type OwnSupplierBasis = 'register' | 'antagen';

export interface OwnSupplierShare {
	/** The system's own suppliers; empty where nobody knows. */
	suppliers: string[];
	/** Null where nobody knows. */
	basis: OwnSupplierBasis | null;
	/** Öre of consultants on the system, net per supplier and floored at 0. */
	consult: number;
	/** Öre of that to the system's own suppliers; null where they are unknown. */
	own: number | null;
	/** Öre of that without a supplier in the ledger. */
	unnamed: number;
	/** own / consult, 0–1; null without consultants, or where the own supplier is unknown. */
	low: number | null;
	/** The same if whoever is not named is the own supplier. */
	high: number | null;
}

/** What the own supplier of a system without one in the register is assumed from. */
const supplierKinds: readonly (string | null)[] = ['Licens/SaaS', 'Drift', 'Systemunderhåll', 'Moln'];

/**
 * The share of a system's consultants that its own supplier sells.
 * @param registered the suppliers that the register has for the system
 */
export function ownSupplierShare(
	costs: readonly SystemCost[],
	registered: readonly (string | null)[]
): OwnSupplierShare {
	const perSupplier = netBySupplier(costs.filter(({ costKind }) => costKind === 'Konsult'));
	const consult = [...perSupplier.values()].reduce((sum, amount) => sum + amount, 0);
	const unnamed = perSupplier.get(null) ?? 0;
	const named = [...new Set(registered.filter((key) => key !== null))];
	const assumed = named.length ? null : largestOf(costs);
	const suppliers = assumed === null ? named : [assumed];
	const known = suppliers.length > 0;
	const own = known ? suppliers.reduce((sum, key) => sum + (perSupplier.get(key) ?? 0), 0) : null;
	return {
		suppliers,
		basis: known ? (assumed === null ? 'register' : 'antagen') : null,
		consult,
		own,
		unnamed,
		low: shareOf(own, consult),
		high: own === null ? null : shareOf(own + unnamed, consult)
	};
}

/** Who is paid most for licences and operation; null where nobody who is named is. */
function largestOf(costs: readonly SystemCost[]): string | null {
	const paid = netBySupplier(costs.filter(({ costKind }) => supplierKinds.includes(costKind)));
	// Of two as large the first by name, so that the answer does not go by the order of rows.
	const [largest] = [...paid]
		.flatMap(([key, amount]) => (key !== null && amount > 0 ? [{ key, amount }] : []))
		.sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
	return largest?.key ?? null;
}

/** Credits beyond what was bought count as nothing. */
function netBySupplier(costs: readonly SystemCost[]): Map<string | null, number> {
	const net = new Map<string | null, number>();
	for (const { supplierKey, amount } of costs) net.set(supplierKey, (net.get(supplierKey) ?? 0) + amount);
	return new Map([...net].map(([key, amount]) => [key, Math.max(0, amount)]));
}
