// The questions of Kostnader, asked together and answered by the engine as the filters change.
import { page } from '$app/state';
import { keptWords } from '$lib/domain/filters';
import { costByKind, type CostTableRows } from '$lib/queries/cost-by-kind';
import { costFacets, type CostFacet } from '$lib/queries/cost-facets';
import { costPerMonth } from '$lib/queries/cost-per-month';
import type { Comparison } from '$lib/queries/compared-cost';
import { grainFromUrl } from '$lib/domain/time-grain';
import { chartSpan, yearBefore } from '$lib/domain/period';
import { createAnswer } from '$lib/state/answer.svelte';
import type { PageContext } from '$lib/state/page-context';

/** Call while the page starts. */
export function createCostAnswers({ filters, edition }: PageContext) {
	const comparison = $derived<Comparison>({ filters: filters.current, compared: filters.compared });
	const span = $derived(
		grainFromUrl(page.url.searchParams) === 'month'
			? chartSpan(filters.settledPeriod, filters.available)
			: filters.available
	);
	const spanBefore = $derived(yearBefore(span).from >= filters.available.from ? yearBefore(span) : null);
	let chosenRows = $state<CostTableRows | null>(null);
	const by = $derived(chosenRows ?? (keptWords(filters.chosen, 'units').length === 1 ? 'supplier' : 'unit'));
	const facets = createAnswer(() => ({ query: costFacets, input: comparison }), edition);
	return {
		get span() {
			return span;
		},
		/** The months that the span is compared with. */
		get spanBefore() {
			return spanBefore;
		},
		facets,
		/** The bars of one facet; empty while they are computed. */
		of(facet: CostFacet) {
			return facets.current.name === 'rows' ? facets.current.rows.filter((row) => row.facet === facet) : [];
		},
		months: createAnswer(
			() => ({
				query: costPerMonth,
				input: { filters: { ...filters.current, period: span }, compared: spanBefore }
			}),
			edition
		),
		table: createAnswer(() => ({ query: costByKind, input: { ...comparison, by } }), edition),
		/** What the rows of the table are: chosen, else suppliers when only one nämnd is left. */
		get by() {
			return by;
		},
		set by(rows: CostTableRows) {
			chosenRows = rows;
		}
	};
}
export type CostAnswers = ReturnType<typeof createCostAnswers>;
