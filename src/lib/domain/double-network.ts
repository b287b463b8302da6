// Paying twice for data communication (Stokab's answer to the motion): what is paid beside the municipality's own network.
import { listedWords } from './listed-words';

export const networkKind = 'Tele och datakom';
const networkLayer = 'kommunikation';

/** Öre for data communication, as network-costs answers. */
export interface NetworkCost {
	system_ref: string | null;
	contract_ref: string | null;
	supplier_key: string | null;
	supplier: string | null;
	cost_kind: string | null;
	amount: number;
}

export interface NetworkSystem {
	system_id: string;
	name: string | null;
	layer: string | null;
	shared: string | null;
	supplier_key: string | null;
	contract_ids: string | null;
}

/**
 * `beside`: a supplier is paid for Tele och datakom on something that is not the shared network.
 * `second`: more than one supplier is paid on one system of the shared network.
 */
export interface DoubleNetwork {
	kind: 'beside' | 'second';
	systemId: string | null;
	systemName: string | null;
	supplierKey: string | null;
	supplier: string | null;
	/** Öre. Of `second`, what all but the largest are paid for, one line each. */
	amount: number;
	costKinds: string[];
	/** Who else is paid for the same: the network's suppliers, or the largest on the system. */
	others: string[];
}

export interface NetworkReading {
	/** Names of the systems that are the shared network. Without any nothing can be told to stand beside it. */
	central: string[];
	found: DoubleNetwork[];
	/** Öre of Tele och datakom in all, and what cannot be judged since no network is known. */
	total: number;
	unjudged: number;
}

/** What is flagged, the most kronor first. */
export function doubleNetworks(
	costs: readonly NetworkCost[],
	systems: readonly NetworkSystem[]
): NetworkReading {
	const names = new Map(systems.map(({ system_id, name }) => [system_id, name]));
	const ofNetwork = systems.filter(({ layer }) => layer?.trim().toLowerCase() === networkLayer);
	const central = ofNetwork.filter(({ shared }) => shared === 'ja');
	const centralIds = new Set(central.map(({ system_id }) => system_id));
	const centralContracts = new Set(central.flatMap(({ contract_ids }) => listedWords(contract_ids)));
	const tele = costs.filter(({ cost_kind }) => cost_kind === networkKind);
	const total = tele.reduce((sum, { amount }) => sum + amount, 0);
	if (!central.length) return { central: [], found: [], total, unjudged: total };

	const onCentral = costs.filter(({ system_ref }) => system_ref !== null && centralIds.has(system_ref));
	const centralSuppliers = new Set(
		[...central, ...onCentral.filter(({ cost_kind }) => cost_kind === networkKind)].flatMap(
			({ supplier_key }) => supplier_key ?? []
		)
	);
	const isOfNetwork = ({ system_ref, contract_ref, supplier_key }: NetworkCost) =>
		system_ref !== null
			? centralIds.has(system_ref)
			: (contract_ref !== null && centralContracts.has(contract_ref)) ||
				(supplier_key !== null && centralSuppliers.has(supplier_key));
	const networkNames = central.map(({ system_id, name }) => name ?? system_id);
	const gathered = (kind: DoubleNetwork['kind'], list: readonly NetworkCost[]): DoubleNetwork[] => {
		const groups = new Map<string, DoubleNetwork>();
		for (const cost of list) {
			const key = JSON.stringify([cost.system_ref, cost.supplier_key]);
			const group = groups.get(key) ?? {
				kind,
				systemId: cost.system_ref,
				systemName: cost.system_ref === null ? null : (names.get(cost.system_ref) ?? cost.system_ref),
				supplierKey: cost.supplier_key,
				supplier: cost.supplier ?? cost.supplier_key,
				amount: 0,
				costKinds: [],
				others: kind === 'beside' ? networkNames : []
			};
			group.amount += cost.amount;
			if (cost.cost_kind !== null && !group.costKinds.includes(cost.cost_kind))
				group.costKinds.push(cost.cost_kind);
			groups.set(key, group);
		}
		return [...groups.values()].filter(({ amount }) => amount > 0);
	};
	const beside = gathered(
		'beside',
		tele.filter((cost) => !isOfNetwork(cost))
	);
	const paid = gathered(
		'second',
		onCentral.filter(({ supplier_key }) => supplier_key !== null)
	);
	const second = paid.flatMap((line) => {
		const same = paid.filter(({ systemId }) => systemId === line.systemId);
		const largest = same.reduce((most, other) => (other.amount > most.amount ? other : most), line);
		return line === largest ? [] : [{ ...line, others: [largest.supplier ?? ''] }];
	});
	return {
		central: networkNames,
		found: [...beside, ...second].sort((a, b) => b.amount - a.amount),
		total,
		unjudged: 0
	};
}
