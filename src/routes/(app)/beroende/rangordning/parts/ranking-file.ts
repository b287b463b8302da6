// The ranking as a file: the order as shown, with what was weighed.
import type { Ranked, RankingChoice } from '$lib/domain/dependence-ranking';
import type { PageContext } from '$lib/state/page-context';
import { tableFile } from '../../parts/figure-ground';

/** One line for each supplier or system; measures and sums are 0–1. */
export function rankingFile(
	context: PageContext,
	{ subject, chosen }: RankingChoice,
	rows: readonly Ranked[]
) {
	const share = (header: string) => ({ header, format: 'share' as const });
	const weights = chosen.map(({ measure, weight }) => `${measure} ${weight}`).join(', ');
	return tableFile(
		subject === 'supplier' ? 'rangordning_leverantorer' : 'rangordning_system',
		context.filters.current,
		[
			{ header: 'plats_hogst', format: 'count' },
			{ header: 'plats_lagst', format: 'count' },
			{ header: subject === 'supplier' ? 'leverantor' : 'namn', format: 'text' },
			{ header: subject === 'supplier' ? 'organisationsnummer' : 'system_id', format: 'text' },
			{ header: 'kostnad', format: 'amount' },
			share('summa_min'),
			share('summa_max'),
			...chosen.flatMap(({ measure }) => [share(`${measure}_min`), share(`${measure}_max`)]),
			{ header: 'vikter', format: 'text' }
		],
		rows.map(({ of, place, sum, parts }) => [
			place.first,
			place.last,
			of.name ?? of.key,
			subject === 'supplier' ? of.organisationNumber : of.key,
			of.amount,
			sum.low,
			sum.high,
			...parts.flatMap(({ bound }) => [bound.low, bound.high]),
			weights
		]),
		context.exportStamp
	);
}
