// The ranking as a file: the order as shown, with what was weighed.
import type { Ranked, RankingChoice, RankingMeasure, RankingSubject } from '$lib/domain/dependence-ranking';
import type { PageContext } from '$lib/state/page-context';
import { tableFile } from '../../parts/figure-ground';

const files: Readonly<Record<RankingSubject, string>> = {
	supplier: 'rangordning_leverantorer',
	group: 'rangordning_koncerner',
	system: 'rangordning_system'
};

/** What a measure is called in a file: high is bound, so that readiness is told by what it lacks. */
const headOf = (measure: RankingMeasure) => (measure === 'exitberedskap' ? 'brister_exitberedskap' : measure);

/** One line for each supplier or system; measures and sums are 0–1. */
export function rankingFile(
	context: PageContext,
	{ subject, chosen }: RankingChoice,
	rows: readonly Ranked[]
) {
	const share = (header: string) => ({ header, format: 'share' as const });
	const weights = chosen.map(({ measure, weight }) => `${headOf(measure)} ${weight}`).join(', ');
	return tableFile(
		files[subject],
		context.filters.current,
		[
			{ header: 'plats_hogst', format: 'count' },
			{ header: 'plats_lagst', format: 'count' },
			{ header: subject === 'system' ? 'namn' : 'leverantor', format: 'text' },
			{ header: subject === 'system' ? 'system_id' : 'organisationsnummer', format: 'text' },
			{ header: 'kostnad', format: 'amount' },
			share('summa_min'),
			share('summa_max'),
			...chosen.flatMap(({ measure }) => [share(`${headOf(measure)}_min`), share(`${headOf(measure)}_max`)]),
			{ header: 'vikter', format: 'text' }
		],
		rows.map(({ of, place, sum, parts }) => [
			place.first,
			place.last,
			of.name ?? of.key,
			subject === 'system' ? of.key : of.organisationNumber,
			of.amount,
			sum.low,
			sum.high,
			...parts.flatMap(({ bound }) => [bound.low, bound.high]),
			weights
		]),
		context.exportStamp
	);
}
