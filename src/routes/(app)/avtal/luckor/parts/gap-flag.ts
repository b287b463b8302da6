// A gap as a flag that can be put aside, and what stands of the flags of a list.
import type { ContractGap } from '$lib/domain/contract-gap';
import { flagKey, flagName, type Dismissal, type FlagSubject } from '$lib/domain/review';
import { gapSupplier } from '$lib/text/contract-gaps';

export function gapFlag({ contractId, supplierKey, costKind, year }: ContractGap): FlagSubject {
	return contractId === null
		? { contractId, supplierKey, costKind: costKind ?? null, year: year ?? null }
		: { contractId, supplierKey: null, costKind: null, year: null };
}

/** What the flag is about, in words. */
export function gapFlagName(gap: ContractGap): string {
	const about = gap.title ?? gapSupplier(gap) ?? '';
	return gap.costKind ? `${about}, ${gap.costKind} ${gap.year ?? ''}`.trim() : about;
}

/** Null for a gap that nobody has put aside. */
export function dismissalOf(gap: ContractGap, standing: ReadonlyMap<string, Dismissal>): Dismissal | null {
	return standing.get(flagName(gap.kind, flagKey(gapFlag(gap)))) ?? null;
}
