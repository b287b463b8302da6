// A cell of the matrix of concentration, kostnadsslag × nämnd: how gathered its kronor are, and whether that is worth a question.
import type { DimensionCell } from './dimensions';

export interface ConcentrationCell {
	/** Undefined is all; null is cost without one. */
	costKind: string | null | undefined;
	unit: string | null | undefined;
	/** Net öre of all rows, also those without a supplier. */
	amount: number;
	nameless: number;
	/** Öre of suppliers above zero. */
	base: number;
	suppliers: number;
	hhi: number | null;
	topKey: string | null;
	topAmount: number;
	rows: number;
}

/** Öre: with less, a cell says that it is little to go by, and has no colour. */
export const littleMoney = 10_000_000;

/** Öre from which one or two suppliers are a flag: the limit of direct award, so that there was something to compete for. */
export const flaggedMoney = 70_000_000;

/** Suppliers that are few. */
export const fewSuppliers = 2;

/** Upper bounds of the steps of colour; the last is one supplier alone. */
export const hhiSteps = [1_000, 1_800, 2_500, 5_000, 9_999.5] as const;

/** 1–6 by HHI; null where there is no index, or little to go by. */
export function hhiStep({ hhi, base }: Pick<ConcentrationCell, 'hhi' | 'base'>): number | null {
	if (hhi === null || base < littleMoney) return null;
	const step = hhiSteps.findIndex((most) => hhi <= most);
	return step < 0 ? hhiSteps.length + 1 : step + 1;
}

/** One or two suppliers, and kronor enough to ask why. Totals are never flagged. */
export function isFlagged({ costKind, unit, suppliers, base }: ConcentrationCell): boolean {
	return (
		costKind !== undefined &&
		unit !== undefined &&
		suppliers > 0 &&
		suppliers <= fewSuppliers &&
		base >= flaggedMoney
	);
}

/** Which of the cells: for `RowSelection.cells` and for questions about it. */
export function cellDimensions({
	costKind,
	unit
}: Pick<ConcentrationCell, 'costKind' | 'unit'>): DimensionCell[] {
	return [
		...(costKind === undefined ? [] : [{ dimension: 'costKind' as const, value: costKind }]),
		...(unit === undefined ? [] : [{ dimension: 'unit' as const, value: unit }])
	];
}

/** The same cell. */
export function isSameCell(
	one: Pick<ConcentrationCell, 'costKind' | 'unit'>,
	other: Pick<ConcentrationCell, 'costKind' | 'unit'>
): boolean {
	return one.costKind === other.costKind && one.unit === other.unit;
}
