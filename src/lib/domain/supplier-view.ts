// Three answers to who a supplier is: who sent the invoice, the koncern that it belongs to, and whose product it was.
import { supplierConcentration, type Concentration } from './concentration';
import { countByGroup, type CountedSupplier, type SupplierGroup } from './supplier-group';

/** `invoiced` as the ledger has it, `group` by koncern, `maker` by who makes what is invoiced. */
export const supplierViews = ['invoiced', 'group', 'maker'] as const;
export type SupplierView = (typeof supplierViews)[number];

/** Net öre of a supplier's invoices for one maker's products; null maker is what nobody has said. */
export interface InvoicedFor {
	/** Null without a supplier. */
	supplierKey: string | null;
	supplier: string | null;
	/** Who is really paid: a supplier's key, else the maker's own; null without either. */
	realKey: string | null;
	realName: string | null;
	/** Somebody has said whose product it is. */
	makerKnown: boolean;
	amount: number;
	rows: number;
}

export interface ViewedSupplier extends CountedSupplier {
	name: string;
	/** Net öre, before anything is floored. */
	net: number;
	rows: number;
}

export interface ViewedConcentration {
	/** Largest first; suppliers whose net is not above zero are last, with 0. */
	suppliers: ViewedSupplier[];
	concentration: Concentration;
	/** Öre without any supplier, which are in no index. */
	nameless: number;
	/** Öre counted as who sent the invoice, since nobody has said otherwise: floored as the index is. */
	assumed: number;
}

interface Party {
	key: string;
	name: string;
	amount: number;
	rows: number;
}

function partiesBy(
	lines: readonly InvoicedFor[],
	who: (line: InvoicedFor) => { key: string | null; name: string | null }
): Map<string, Party> {
	const parties = new Map<string, Party>();
	for (const line of lines) {
		const { key, name } = who(line);
		if (key === null) continue;
		const party = parties.get(key) ?? { key, name: name ?? key, amount: 0, rows: 0 };
		party.amount += line.amount;
		party.rows += line.rows;
		parties.set(key, party);
	}
	return parties;
}

const invoicedBy = ({ supplierKey, supplier }: InvoicedFor) => ({ key: supplierKey, name: supplier });
const madeBy = ({ realKey, realName }: InvoicedFor) => ({ key: realKey, name: realName });

/** The concentration of these kronor in one of the three views. */
export function viewConcentration(
	lines: readonly InvoicedFor[],
	view: SupplierView,
	groups: ReadonlyMap<string, SupplierGroup>
): ViewedConcentration {
	const who = view === 'maker' ? madeBy : invoicedBy;
	const parties = partiesBy(lines, who);
	const counted = countByGroup([...parties.values()], view === 'group' ? groups : new Map());
	const suppliers = counted.map((one): ViewedSupplier => {
		const members = one.members.flatMap((key) => parties.get(key) ?? []);
		return {
			...one,
			name: one.group?.name ?? members[0]?.name ?? one.key,
			net: members.reduce((sum, { amount }) => sum + amount, 0),
			rows: members.reduce((sum, { rows }) => sum + rows, 0)
		};
	});
	const concentration = supplierConcentration(counted.map(({ amount }) => amount));
	return {
		suppliers,
		// countByGroup floors before it adds, so that the index never sees what was below zero.
		concentration: { ...concentration, floored: flooredOf([...parties.values()]) },
		nameless: lines.reduce((sum, line) => sum + (who(line).key === null ? line.amount : 0), 0),
		assumed: assumedOf(view, suppliers, lines)
	};
}

const flooredOf = (parties: readonly Party[]) =>
	parties.reduce((sum, { amount }) => sum + Math.max(0, -amount), 0);

function assumedOf(
	view: SupplierView,
	suppliers: readonly ViewedSupplier[],
	lines: readonly InvoicedFor[]
): number {
	if (view === 'invoiced') return 0;
	if (view === 'group') return suppliers.reduce((sum, { group, amount }) => sum + (group ? 0 : amount), 0);
	const own = partiesBy(
		lines.filter(({ makerKnown }) => !makerKnown),
		invoicedBy
	);
	return [...own.values()].reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
}
