import type { CompetitionPart } from '$lib/domain/competition-parts';
import type { bidsPerContract } from '$lib/queries/single-bid';
import type { AnswerState } from '$lib/state/answer.svelte';
import type * as v from 'valibot';

export interface RegisteredParts {
	/** Contracts of the whole register; none lies outside it. */
	contracts: Record<CompetitionPart, number>;
	/** Öre of the filters. */
	amounts: Record<CompetitionPart, number>;
	/** Contracts in all; 0 where no register is loaded. */
	loaded: number;
}

/** What bids-per-contract answers, by what is known of the competition; null until it has. */
export function registerParts(
	answer: AnswerState<v.InferOutput<typeof bidsPerContract.row>>
): RegisteredParts | null {
	if (answer.name !== 'rows') return null;
	const of = (competition: string) => answer.rows.find((row) => row.competition === competition);
	const contracts = {
		ett: of('ett')?.contracts ?? 0,
		flera: of('flera')?.contracts ?? 0,
		'utan annons': of('utan annons')?.contracts ?? 0,
		okänt: of('okänt')?.contracts ?? 0,
		möjligt: 0,
		utanför: 0
	};
	return {
		contracts,
		amounts: {
			ett: of('ett')?.amount ?? 0,
			flera: of('flera')?.amount ?? 0,
			'utan annons': of('utan annons')?.amount ?? 0,
			okänt: of('okänt')?.amount ?? 0,
			möjligt: answer.rows[0]?.possible_amount ?? 0,
			utanför: answer.rows[0]?.outside_amount ?? 0
		},
		loaded: Object.values(contracts).reduce((sum, count) => sum + count, 0)
	};
}
