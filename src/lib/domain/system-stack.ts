// Who holds which parts of a system: licences, operation, consultants and hardware, by what each supplier is paid.
import type { CostKind } from './cost-kind';

/** The parts that binding is counted over. */
export const boundParts = ['licence', 'operation', 'consulting', 'hardware'] as const;
export type BoundPart = (typeof boundParts)[number];
/** With all other kostnadsslag, so that the parts of a system sum to what it costs. */
export const stackParts = [...boundParts, 'other'] as const;
export type StackPart = (typeof stackParts)[number];

/** Which part of a system a kostnadsslag pays for. Maintenance of a product goes with the right to use it. */
export const partOfKind: Readonly<Record<CostKind, StackPart>> = {
	'Licens/SaaS': 'licence',
	Systemunderhåll: 'licence',
	Drift: 'operation',
	Moln: 'operation',
	Infrastruktur: 'operation',
	Konsult: 'consulting',
	Hårdvara: 'hardware',
	'Tele och datakom': 'other',
	Personal: 'other',
	Kapitalkostnad: 'other',
	'Intern debitering': 'other',
	Okänt: 'other'
};

export function stackPartOf(costKind: string | null): StackPart {
	return (partOfKind as Readonly<Record<string, StackPart | undefined>>)[costKind ?? ''] ?? 'other';
}

/** Kronor (öre) of a system, a supplier and a kostnadsslag, as system-supplier-costs answers. */
export interface StackCost {
	system_ref: string | null;
	system_cover: 'tagg' | 'avtal' | null;
	supplier_key: string | null;
	supplier: string | null;
	cost_kind: string | null;
	amount: number;
	row_count: number;
}

/** What one supplier is paid for one part. */
export interface StackCell {
	/** Null is cost without a supplier. */
	supplierKey: string | null;
	supplier: string | null;
	/** Öre, net. */
	amount: number;
	/** The kostnadsslag that it is of. */
	costKinds: string[];
}

/** How far one supplier holds a system. */
export interface VerticalBinding {
	supplierKey: string;
	supplier: string | null;
	/** Of the four parts, those that the supplier is paid for. */
	held: number;
	/** Those that anybody is paid for. */
	present: number;
	/** Öre of the supplier, and of all suppliers of the system, each net and not below zero. */
	amount: number;
	of: number;
}

export interface SystemStack {
	/** Null is cost joined to no system. */
	systemId: string | null;
	/** Öre, net: the parts sum to it. */
	amount: number;
	/** Öre of it that only a contract joins to the system. */
	byContract: number;
	rowCount: number;
	/** Largest first. */
	parts: Readonly<Record<StackPart, StackCell[]>>;
	/** Null where no named supplier is paid for any of the four parts. */
	binding: VerticalBinding | null;
}

/** A stack for each system of the costs, the most costly first; what is joined to no system comes last. */
export function systemStacks(costs: readonly StackCost[]): SystemStack[] {
	const bySystem = new Map<string | null, StackCost[]>();
	for (const cost of costs) {
		const known = bySystem.get(cost.system_ref);
		if (known) known.push(cost);
		else bySystem.set(cost.system_ref, [cost]);
	}
	return [...bySystem]
		.map(([systemId, own]) => systemStack(systemId, own))
		.sort((a, b) => Number(a.systemId === null) - Number(b.systemId === null) || b.amount - a.amount);
}

/** @param costs of one system */
export function systemStack(systemId: string | null, costs: readonly StackCost[]): SystemStack {
	const parts: Record<StackPart, StackCell[]> = {
		licence: [],
		operation: [],
		consulting: [],
		hardware: [],
		other: []
	};
	for (const cost of costs) {
		const cells = parts[stackPartOf(cost.cost_kind)];
		let cell = cells.find(({ supplierKey }) => supplierKey === cost.supplier_key);
		if (!cell) {
			cell = { supplierKey: cost.supplier_key, supplier: cost.supplier, amount: 0, costKinds: [] };
			cells.push(cell);
		}
		cell.amount += cost.amount;
		if (cost.cost_kind !== null && !cell.costKinds.includes(cost.cost_kind))
			cell.costKinds.push(cost.cost_kind);
	}
	for (const part of stackParts) parts[part].sort((a, b) => b.amount - a.amount);
	const sum = (list: readonly StackCost[]) => list.reduce((total, { amount }) => total + amount, 0);
	return {
		systemId,
		amount: sum(costs),
		byContract: sum(costs.filter(({ system_cover }) => system_cover === 'avtal')),
		rowCount: costs.reduce((rows, { row_count }) => rows + row_count, 0),
		parts,
		binding: verticalBinding(parts)
	};
}

/**
 * Vertikal bindning: the largest share of the parts present that one supplier holds; of several, the one that is paid most.
 * A part is present, and held, where the net is above zero. Cost without a supplier makes a part present, but nobody holds it.
 */
export function verticalBinding(
	parts: Readonly<Record<StackPart, readonly StackCell[]>>
): VerticalBinding | null {
	const present = boundParts.filter((part) => parts[part].some(({ amount }) => amount > 0)).length;
	const paid = new Map<string | null, { supplier: string | null; held: number; amount: number }>();
	for (const part of stackParts)
		for (const cell of parts[part]) {
			const known = paid.get(cell.supplierKey) ?? { supplier: cell.supplier, held: 0, amount: 0 };
			if (part !== 'other' && cell.amount > 0) known.held += 1;
			known.amount += cell.amount;
			paid.set(cell.supplierKey, known);
		}
	const of = [...paid.values()].reduce((total, { amount }) => total + Math.max(0, amount), 0);
	let binding: VerticalBinding | null = null;
	for (const [supplierKey, { supplier, held, amount }] of paid) {
		if (supplierKey === null || held === 0) continue;
		const isMore =
			binding === null || held > binding.held || (held === binding.held && amount > binding.amount);
		if (isMore) binding = { supplierKey, supplier, held, present, amount: Math.max(0, amount), of };
	}
	return binding;
}

/** One supplier holds at least two parts, and more than half of those that are paid for. */
export function isBundled(binding: VerticalBinding | null): binding is VerticalBinding {
	return binding !== null && binding.held >= 2 && binding.held * 2 > binding.present;
}

/** The parts that a supplier is paid for in a system. */
export function heldParts({ parts }: SystemStack, supplierKey: string): BoundPart[] {
	return boundParts.filter((part) =>
		parts[part].some((cell) => cell.supplierKey === supplierKey && cell.amount > 0)
	);
}
