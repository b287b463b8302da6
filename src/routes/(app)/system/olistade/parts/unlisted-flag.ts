// A supplier's cost on no system, as a flag that can be put aside.
import type { Flag } from '$lib/domain/review';
import type { UnlistedCandidate } from '$lib/domain/unlisted-system';
import { supplierOf } from '$lib/text/unlisted-systems';

export function unlistedFlag(candidate: UnlistedCandidate): Flag {
	const { supplier_key: supplierKey, cost_kind: costKind, amount } = candidate;
	return {
		kind: 'unlisted-system',
		subject: { contractId: null, supplierKey, costKind, year: null },
		name: `${supplierOf(candidate)}, ${costKind}`,
		amount
	};
}
