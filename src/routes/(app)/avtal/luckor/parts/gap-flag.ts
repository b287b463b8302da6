// A gap as a flag that can be put aside, and what stands of it.
import type { ContractGap } from '$lib/domain/contract-gap';
import { dismissalOf, type Dismissal, type Flag } from '$lib/domain/review';
import { gapSupplier } from '$lib/text/contract-gaps';

export function gapFlag(gap: ContractGap): Flag {
	const { kind, contractId, supplierKey, costKind, year, amount } = gap;
	const subject =
		contractId === null
			? { contractId, supplierKey, costKind: costKind ?? null, year: year ?? null }
			: { contractId, supplierKey: null, costKind: null, year: null };
	return { kind, subject, name: flagName(gap), amount };
}

/** Null for a gap that nobody has put aside. */
export function gapDismissal(gap: ContractGap, standing: ReadonlyMap<string, Dismissal>): Dismissal | null {
	return dismissalOf(gapFlag(gap), standing);
}

function flagName(gap: ContractGap): string {
	const about = gap.title ?? gapSupplier(gap) ?? '';
	return gap.costKind ? `${about}, ${gap.costKind} ${gap.year ?? ''}`.trim() : about;
}
