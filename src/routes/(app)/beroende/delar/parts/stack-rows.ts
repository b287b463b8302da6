// The stacks of systems as the page lists them, the rows that each figure opens, and the file of them.
import { keeping, withoutValue, type Filters } from '$lib/domain/filters';
import type { Flag } from '$lib/domain/review';
import {
	heldParts,
	isBundled,
	stackParts,
	type BoundPart,
	type StackCell,
	type SystemStack
} from '$lib/domain/system-stack';
import type { ExportValue } from '$lib/export/csv';
import type { RowSelection } from '$lib/queries/cost-rows';
import type { RegisteredSystem } from '$lib/queries/system-register';
import { exportColumn } from '$lib/state/table-file';
import { bindingText, partNames, stackWords as words } from '$lib/text/system-parts';

export interface StackRow {
	stack: SystemStack;
	name: string;
	about: string | null;
	flag: Flag | null;
}

/** @param systems of the register, by id */
export function stackRow(stack: SystemStack, systems: ReadonlyMap<string, RegisteredSystem>): StackRow {
	const { systemId, binding } = stack;
	if (systemId === null) return { stack, name: words.outside, about: null, flag: null };
	const known = systems.get(systemId);
	const name = known?.name ?? systemId;
	const flag: Flag | null = isBundled(binding)
		? {
				kind: 'bundling',
				subject: {
					contractId: null,
					supplierKey: binding.supplierKey,
					costKind: null,
					year: null,
					systemId
				},
				name: `${name}, ${words.bundledFlag(binding)}`,
				amount: binding.amount
			}
		: null;
	return { stack, name, about: known?.criticality ?? null, flag };
}

/** The rows of a system, of one part of it, or of one supplier in that part. */
export function stackSelection(stack: SystemStack, filters: Filters, cell: StackCell | null): RowSelection {
	if (!cell) return { filters, ofSystem: stack.systemId };
	const bySupplier = keeping(filters, 'suppliers', [cell.supplierKey ?? withoutValue]);
	return { filters: keeping(bySupplier, 'costKinds', cell.costKinds), ofSystem: stack.systemId };
}

/** In how many systems a supplier holds each part. */
export function holding(stacks: readonly SystemStack[], supplierKey: string): Record<BoundPart, number> {
	const held: Record<BoundPart, number> = { licence: 0, operation: 0, consulting: 0, hardware: 0 };
	for (const stack of stacks)
		if (stack.systemId !== null) for (const part of heldParts(stack, supplierKey)) held[part] += 1;
	return held;
}

/** The supplier that binds most systems by several parts; of equals, the one that is paid most. */
export function largestBinder(stacks: readonly SystemStack[]): { key: string; name: string } | null {
	const found = new Map<string, { name: string; systems: number; amount: number }>();
	for (const { binding } of stacks) {
		if (!isBundled(binding)) continue;
		const known = found.get(binding.supplierKey);
		found.set(binding.supplierKey, {
			name: binding.supplier ?? binding.supplierKey,
			systems: (known?.systems ?? 0) + 1,
			amount: (known?.amount ?? 0) + binding.amount
		});
	}
	const [first] = [...found].sort(([, a], [, b]) => b.systems - a.systems || b.amount - a.amount);
	return first ? { key: first[0], name: first[1].name } : null;
}

export const stackColumns = [
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('kritikalitet'),
	exportColumn('del'),
	exportColumn('leverantor'),
	exportColumn('leverantor_id'),
	exportColumn('kostnad', 'amount'),
	exportColumn('systemets_kostnad', 'amount'),
	exportColumn('kopplat_genom_avtal', 'amount'),
	exportColumn('bindning'),
	exportColumn('bindande_leverantor'),
	exportColumn('bindande_andel', 'share'),
	exportColumn('avfardad')
];

/** One line a system, part and supplier. @param reasonOf why a flag is put aside; null where nobody has */
export function stackCells(
	rows: readonly StackRow[],
	reasonOf: (flag: Flag) => string | null
): ExportValue[][] {
	return rows.flatMap(({ stack, name, about, flag }) =>
		stackParts.flatMap((part) =>
			stack.parts[part].map((cell) => [
				stack.systemId,
				name,
				about,
				partNames[part],
				cell.supplier ?? (cell.supplierKey === null ? words.withoutSupplier : cell.supplierKey),
				cell.supplierKey,
				cell.amount,
				stack.amount,
				stack.byContract,
				stack.systemId === null || !stack.binding ? null : bindingText(stack.binding),
				stack.systemId === null ? null : (stack.binding?.supplier ?? null),
				stack.systemId === null || !stack.binding?.of ? null : stack.binding.amount / stack.binding.of,
				flag && reasonOf(flag)
			])
		)
	);
}
