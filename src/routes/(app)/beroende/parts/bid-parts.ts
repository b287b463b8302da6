// IT kronor by what is known of the competition, for all suppliers and for each of them.
import type { CompetitionKey } from '$lib/text/lock-in';

export interface CompetitionRow {
	supplier_key: string | null;
	competition: CompetitionKey;
	amount: number;
}

/** Öre by competition; `known` is on contracts with a known number of bids. */
export interface BidParts {
	key: string;
	label: string;
	parts: Record<CompetitionKey, number>;
	known: number;
	total: number;
}

const none: Record<CompetitionKey, number> = { ett: 0, flera: 0, 'utan annons': 0, okänt: 0, utanför: 0 };

/** Adds up rows under one name. */
export function bidParts(key: string, label: string, rows: readonly CompetitionRow[]): BidParts {
	const parts = { ...none };
	for (const row of rows) parts[row.competition] += row.amount;
	return {
		key,
		label,
		parts,
		known: parts.ett + parts.flera,
		total: Object.values(parts).reduce((sum, amount) => sum + amount, 0)
	};
}
