// Where the ledger and the register of contracts do not fit together. A register is no census: a gap asks a question, and
// says nothing of what is right.
import { ceilingNear, type ContractFacts } from './contract-step';
import type { CostKind } from './cost-kind';
import { directAwardLimit } from './direct-award';
import { monthOf, type Period } from './period';

export const gapKinds = [
	/** Cost of a supplier without avtals_id and without any contract of the supplier valid that day. */
	'uncovered',
	/** Such cost of one supplier, kostnadsslag and year that exceeds the direct-award limit. */
	'over-limit',
	/** A contract in force in the months of the ledger without a krona invoiced, on itself or on avrop under it. */
	'unused',
	/** Cost on a contract later than its end. */
	'expired-invoiced',
	/** At least 80 % of the ceiling is used. */
	'ceiling-80',
	/** The ceiling is used up. */
	'ceiling-100'
] as const;
export type GapKind = (typeof gapKinds)[number];

export interface ContractGap {
	kind: GapKind;
	/** Null for gaps of a supplier. */
	contractId: string | null;
	title: string | null;
	/** As the register or the ledger names it; null where no supplier is known. */
	supplier: string | null;
	supplierKey: string | null;
	organisationNumber: string | null;
	/** The nämnd that owns the contract; null for gaps of a supplier. */
	unit: string | null;
	/** Öre: what lies in the gap. 0 for an unused contract. */
	amount: number;
	/** Ledger rows in the gap. */
	rows: number;
	/** Of `over-limit`. */
	costKind?: string;
	year?: number;
	/** Öre: the limit or the ceiling that the amount is set against. */
	against?: number;
	/** Of `expired-invoiced`: the contract's last day and the last day that was invoiced. */
	endDay?: string;
	lastDay?: string;
}

/** Cost without contract, öre, by supplier, kostnadsslag, year and whether the city charges itself. */
export interface UncoveredCost {
	supplier_key: string | null;
	supplier: string | null;
	organisation_number: string | null;
	cost_kind: string;
	year: number;
	internal: boolean;
	amount: number;
	row_count: number;
}

/** Cost on a contract after its end, öre. */
export interface LateCost {
	contract_id: string;
	amount: number;
	row_count: number;
	/** The latest end of the contract's lines, and the last day that was invoiced. */
	end_day: string;
	last_day: string;
}

/** A contract of the register, as it is looked at here. */
export interface RegisterContract {
	contractId: string;
	title: string;
	supplier: string | null;
	supplierKey: string | null;
	organisationNumber: string | null;
	unit: string | null;
	facts: Pick<ContractFacts, 'startDay' | 'endDay' | 'extensionKind' | 'ceilingShare'>;
	/** Öre; null where no ceiling is known. */
	ceiling: number | null;
	/** Öre on it and on avrop under it since its start; null without cost data. */
	ceilingUsed: number | null;
	/** Rows on the contract itself; null without cost data. */
	invoicedRows: number | null;
}

/**
 * Every gap, by kind and then by kronor, largest first. A contract on several lines of the register counts once.
 * @param ledger the months with cost; null without any, and then nothing is known of what is invoiced
 * @param units the nämnder whose cost the ledger holds, null for all: what others have been invoiced is not known
 */
export function contractGapsOf(
	uncovered: readonly UncoveredCost[],
	late: readonly LateCost[],
	contracts: readonly RegisterContract[],
	ledger: Period | null,
	units: readonly string[] | null = null
): ContractGap[] {
	const lines = new Map<string, RegisterContract[]>();
	for (const contract of contracts)
		lines.set(contract.contractId, [...(lines.get(contract.contractId) ?? []), contract]);
	const isKnown = (contract: readonly RegisterContract[]) =>
		units === null || contract.some(({ unit }) => unit !== null && units.includes(unit));
	const gaps = [
		...suppliersWithoutContract(uncovered),
		...overLimit(uncovered),
		...(ledger ? [...lines.values()].filter(isKnown).flatMap((contract) => unused(contract, ledger)) : []),
		...late.flatMap((cost) => expired(cost, lines.get(cost.contract_id)?.[0])),
		...[...lines.values()].flatMap(ceiling)
	];
	const place = (gap: ContractGap) => gapKinds.indexOf(gap.kind);
	return gaps.sort(
		(one, other) =>
			place(one) - place(other) ||
			other.amount - one.amount ||
			(one.supplier ?? '').localeCompare(other.supplier ?? '', 'sv') ||
			(one.contractId ?? '').localeCompare(other.contractId ?? '', 'sv')
	);
}

function ofSupplier(cost: UncoveredCost) {
	return {
		contractId: null,
		title: null,
		supplier: cost.supplier,
		supplierKey: cost.supplier_key,
		organisationNumber: cost.organisation_number,
		unit: null
	};
}

function ofContract({
	contractId,
	title,
	supplier,
	supplierKey,
	organisationNumber,
	unit
}: RegisterContract) {
	return { contractId, title, supplier, supplierKey, organisationNumber, unit };
}

function suppliersWithoutContract(uncovered: readonly UncoveredCost[]): ContractGap[] {
	const suppliers = new Map<string | null, ContractGap>();
	for (const cost of uncovered) {
		const gap = suppliers.get(cost.supplier_key) ?? {
			kind: 'uncovered' as const,
			...ofSupplier(cost),
			amount: 0,
			rows: 0
		};
		gap.amount += cost.amount;
		gap.rows += cost.row_count;
		suppliers.set(cost.supplier_key, gap);
	}
	return [...suppliers.values()];
}

/** What is not bought from anybody outside. */
const notBought: readonly string[] = ['Personal', 'Kapitalkostnad', 'Intern debitering'] satisfies CostKind[];

/** Cost without a supplier is nobody's purchase, and what a city charges itself is none: no limit applies to them. */
function overLimit(uncovered: readonly UncoveredCost[]): ContractGap[] {
	return uncovered.flatMap((cost) => {
		const limit = directAwardLimit(cost.year);
		const isBought = cost.supplier_key !== null && !cost.internal && !notBought.includes(cost.cost_kind);
		if (limit === null || !isBought || cost.amount <= limit) return [];
		const { amount, row_count: rows, cost_kind: costKind, year } = cost;
		return { kind: 'over-limit' as const, ...ofSupplier(cost), amount, rows, costKind, year, against: limit };
	});
}

/** Nothing says that a line without both days ran in these months. */
function ranIn({ facts: { startDay, endDay, extensionKind } }: RegisterContract, ledger: Period): boolean {
	const openEnded = extensionKind === 'tillsvidare';
	if (startDay === null && endDay === null && !openEnded) return false;
	const begun = startDay === null || monthOf(startDay) <= ledger.to;
	return begun && (openEnded || endDay === null || monthOf(endDay) >= ledger.from);
}

function unused(lines: readonly RegisterContract[], ledger: Period): ContractGap[] {
	const contract = lines.find((line) => ranIn(line, ledger));
	const isUsed = lines.some(
		({ invoicedRows, ceilingUsed }) => (invoicedRows ?? 0) > 0 || (ceilingUsed ?? 0) !== 0
	);
	return contract && !isUsed ? [{ kind: 'unused', ...ofContract(contract), amount: 0, rows: 0 }] : [];
}

function expired(cost: LateCost, contract: RegisterContract | undefined): ContractGap[] {
	if (!contract) return [];
	const { amount, row_count: rows, end_day: endDay, last_day: lastDay } = cost;
	return [{ kind: 'expired-invoiced', ...ofContract(contract), amount, rows, endDay, lastDay }];
}

function ceiling(lines: readonly RegisterContract[]): ContractGap[] {
	const share = (line: RegisterContract) => line.facts.ceilingShare ?? 0;
	const contract = lines.reduce((most, line) => (share(line) > share(most) ? line : most));
	if (share(contract) < ceilingNear) return [];
	return [
		{
			kind: share(contract) >= 1 ? 'ceiling-100' : 'ceiling-80',
			...ofContract(contract),
			amount: contract.ceilingUsed ?? 0,
			rows: contract.invoicedRows ?? 0,
			against: contract.ceiling ?? undefined
		}
	];
}
