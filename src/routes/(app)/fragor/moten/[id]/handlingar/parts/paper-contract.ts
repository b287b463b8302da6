// A contract of the papers as the pages describe it, from the rows that were kept.
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { Period } from '$lib/domain/period';
import { describeContracts } from '$lib/queries/described-contract';
import { latestYear } from '$lib/queries/latest-year';
import type { Papers, PapersContract } from '$lib/queries/meeting-papers';
import { listContracts, type ListedContract } from '../../../../../avtal/parts/listed-contract';

export interface PaperContract {
	kept: PapersContract;
	/** Its lines of the register; none when it was not there. */
	lines: ListedContract[];
}

/** "Today" of the edition that the papers are of. */
export function papersDay(papers: Papers): Day {
	const day = parseIsoDay(papers.start.meta.today);
	if (!day) throw new Error('The papers have no as-of day');
	return day;
}

/** The latest twelve months of the edition; null when it has no costs. */
export function papersYear(papers: Papers): Period | null {
	return latestYear(papers.start.meta);
}

/** By avtals_id. */
export function paperContracts(papers: Papers): ReadonlyMap<string, PaperContract> {
	const today = papersDay(papers);
	const hasCost = papersYear(papers) !== null;
	return new Map(
		papers.contracts.map((kept) => {
			const listed = listContracts(describeContracts(kept.register, today), kept.year, {
				today,
				seen: papers.units,
				hasCost
			});
			return [kept.id, { kept, lines: listed.filter(({ row }) => row.contract_id === kept.id) }];
		})
	);
}
