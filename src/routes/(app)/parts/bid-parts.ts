// The parts of "it cost by number of bids": they sum to the period's it cost, and each knows its rows.
import type { CostAnswer, StartAnswers } from '$lib/queries/start-answers';
import type { RowSelection } from '$lib/queries/cost-rows';
import { bidWords } from '$lib/text/start';

export interface BidPart {
	key: string;
	label: string;
	ore: number;
	/** Left out for what is not known, which is hatched. */
	colour?: string;
	selection: Partial<RowSelection>;
}

const colours = { ett: 'var(--c2)', flera: 'var(--c1)', 'utan annons': 'var(--c4)' } as const;

/** @param cost with what is known of the contract of each krona */
export function bidParts(bids: NonNullable<StartAnswers['bids']>, cost: CostAnswer): BidPart[] {
	const listed = (['ett', 'flera', 'utan annons', 'okänt'] as const).map((competition): BidPart => {
		const row = bids.find((candidate) => candidate.competition === competition);
		const colour = competition === 'okänt' ? undefined : colours[competition];
		return {
			key: competition,
			label: bidWords[competition],
			ore: row?.amount ?? 0,
			...(colour ? { colour } : {}),
			selection: { competition }
		};
	});
	const covered = (cover: 'flera' | 'okänt' | 'saknas', label: string): BidPart => ({
		key: `avtal ${cover}`,
		label,
		ore: cost.covers?.find((row) => row.cover === cover)?.amount ?? 0,
		selection: { cover }
	});
	const parts = [
		...listed,
		covered('flera', bidWords.several),
		covered('okänt', bidWords.undated),
		covered('saknas', bidWords.none)
	];
	// Rows that name a contract which the register does not have.
	const rest = cost.amount - parts.reduce((sum, part) => sum + part.ore, 0);
	const unlisted: BidPart = {
		key: 'avtal olistat',
		label: bidWords.unlisted,
		ore: rest,
		selection: { cover: 'avtal', competition: 'utanför' }
	};
	return [...parts, unlisted].filter((part) => part.ore !== 0);
}
