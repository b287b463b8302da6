// Each system's consultants: what comes back every year apart from what does not, whose they are, and what employees would cost.
import { assumedFigure, type StoredAssumption } from '$lib/domain/assumption';
import { staffComparison, type StaffAssumptions, type StaffComparison } from '$lib/domain/in-house';
import { ownSupplierShare, type OwnSupplierShare } from '$lib/domain/own-supplier-share';
import type * as v from 'valibot';
import type { consultantCosts } from './consultant-costs';
import type { systemExitFacts } from './system-exit-facts';
import type { SystemSupplierCost } from './system-supplier-costs';

export type ConsultantRow = v.InferOutput<typeof consultantCosts.row>;

export interface ConsultantSupplier {
	supplierKey: string | null;
	supplier: string | null;
	amount: number;
	rowCount: number;
	/** It is the system's own supplier; null where that is unknown. */
	own: boolean | null;
}

export interface InHouseSystem {
	/** Null is consultants on no system. */
	systemId: string | null;
	name: string | null;
	/** Öre in the months asked about: the sum of the three. */
	consult: number;
	/** Inriktning förvaltning, which comes back. */
	recurring: number;
	/** Utveckling and avveckling, which do not. */
	temporary: number;
	/** Öre whose inriktning nobody has said. */
	unsaid: number;
	rowCount: number;
	/** The largest first. */
	suppliers: ConsultantSupplier[];
	share: OwnSupplierShare;
	/** All its consultants a year against employees; null where an assumption is unknown. */
	all: StaffComparison | null;
	/** The same of what comes back. */
	kept: StaffComparison | null;
}

/** The assumptions of own staff; a supplier may have an hourly price of its own. */
export function staffAssumptions(stored: readonly StoredAssumption[]): StaffAssumptions {
	return {
		consultantHour: (key) =>
			assumedFigure(stored, 'consultant_hour', key === null ? undefined : { kind: 'supplier', key }),
		consultantHours: assumedFigure(stored, 'consultant_hours_a_year'),
		employeeYear: assumedFigure(stored, 'employee_a_year')
	};
}

interface Sources {
	consultants: readonly ConsultantRow[];
	/** All kostnadsslag, which tell a system's own supplier where the register does not. */
	costs: readonly SystemSupplierCost[];
	facts: readonly Pick<v.InferOutput<typeof systemExitFacts.row>, 'system_id' | 'name' | 'supplier_keys'>[];
	/** How many months the rows are of, from 1. */
	months: number;
	stored: readonly StoredAssumption[];
}

/** Systems with consultants, those that cost most first; those on no system last. */
export function inHouseSystems({ consultants, costs, facts, months, stored }: Sources): InHouseSystem[] {
	const staff = staffAssumptions(stored);
	const factOf = new Map(facts.map((fact) => [fact.system_id, fact]));
	const costsOf = grouped(costs, ({ system_ref: id }) => id);
	return [...grouped(consultants, ({ system_id: id }) => id)]
		.map(([systemId, rows]) => inHouseSystem(systemId, rows))
		.sort(
			(a, b) =>
				Number(a.systemId === null) - Number(b.systemId === null) ||
				b.consult - a.consult ||
				((a.systemId ?? '') < (b.systemId ?? '') ? -1 : 1)
		);

	function inHouseSystem(systemId: string | null, rows: readonly ConsultantRow[]): InHouseSystem {
		const fact = systemId === null ? undefined : factOf.get(systemId);
		const share = ownSupplierShare(
			(systemId === null ? [] : (costsOf.get(systemId) ?? [])).map((cost) => ({
				supplierKey: cost.supplier_key,
				costKind: cost.cost_kind,
				amount: cost.amount
			})),
			fact?.supplier_keys?.split('\u001f') ?? []
		);
		const isRecurring = ({ orientation }: ConsultantRow) => orientation === 'förvaltning';
		const isTemporary = ({ orientation }: ConsultantRow) =>
			orientation === 'utveckling' || orientation === 'avveckling';
		const [consult, recurring, temporary] = [
			sum(rows),
			sum(rows.filter(isRecurring)),
			sum(rows.filter(isTemporary))
		];
		return {
			systemId,
			name: fact?.name ?? null,
			consult,
			recurring,
			temporary,
			unsaid: consult - recurring - temporary,
			rowCount: rows.reduce((count, row) => count + row.row_count, 0),
			suppliers: suppliersOf(rows, share),
			share,
			all: comparison(rows),
			kept: comparison(rows.filter(isRecurring))
		};
	}

	function comparison(rows: readonly ConsultantRow[]): StaffComparison | null {
		return staffComparison(
			[...grouped(rows, ({ supplier_key: key }) => key)].map(([supplierKey, some]) => ({
				supplierKey,
				yearly: Math.round((sum(some) * 12) / months)
			})),
			staff
		);
	}
}

function suppliersOf(rows: readonly ConsultantRow[], share: OwnSupplierShare): ConsultantSupplier[] {
	return [...grouped(rows, ({ supplier_key: key }) => key)]
		.map(([supplierKey, some]) => ({
			supplierKey,
			supplier: some[0]?.supplier ?? supplierKey,
			amount: sum(some),
			rowCount: some.reduce((count, row) => count + row.row_count, 0),
			own: share.basis === null || supplierKey === null ? null : share.suppliers.includes(supplierKey)
		}))
		.sort((a, b) => b.amount - a.amount);
}

const sum = (rows: readonly { amount: number }[]) => rows.reduce((ore, { amount }) => ore + amount, 0);

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string | null, Row[]> {
	const groups = new Map<string | null, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
