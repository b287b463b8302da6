// A figure of the follow-up, and the rows that it opens.
import type { LinePlace } from '$lib/domain/budget-levels';
import { findListed, costKinds } from '$lib/domain/cost-kind';
import { noFilters } from '$lib/domain/filters';
import { forecastVersion, isYearEnd, monthsOfFollowUp, type YearFollowUp } from '$lib/domain/follow-up';
import { monthFrom, yearBefore } from '$lib/domain/period';
import { openRows } from '$lib/state/rows.svelte';
import { budgetText } from '$lib/text/budget';
import { unsaid } from '$lib/text/budget-levels';
import { budgetDimensions } from '$lib/domain/budget-leaf';
import { openBudgetRows } from './budget-drawer';

/** What a figure counts. */
export type BudgetFigure =
	'budgetToDate' | 'outcome' | 'budgetYear' | 'expected' | 'outcomeYearBefore' | 'outcomeWholeYearBefore';

/** Opens the rows of a figure at a place; an empty place is all that is shown. */
export type OpenFigure = (figure: BudgetFigure, place: LinePlace) => void;

interface Shown {
	chosen: YearFollowUp;
	/** Versions of the budget that are counted. */
	versions: readonly string[];
	/** The nämnder that are shown; empty: all. */
	units: readonly string[];
	/** The edition that the figures are of, where it is not the page's own. */
	edition: number | null;
}

export function openFigure(
	{ chosen, versions, units, edition }: Shown,
	figure: BudgetFigure,
	place: LinePlace
): void {
	const whose = place.unit ? [place.unit] : [...units];
	const named = budgetDimensions.flatMap((dimension) =>
		dimension in place ? [place[dimension] ?? unsaid(dimension)] : []
	);
	const path = [
		`${budgetText.title} ${chosen.followUp} ${chosen.year}`,
		...(named.length ? named : units),
		figureName(figure, chosen)
	];
	const forecast = forecastVersion(chosen);
	if (figure === 'budgetYear' || figure === 'budgetToDate' || (figure === 'expected' && forecast)) {
		const { costKind, orientation, system } = place;
		void openBudgetRows({
			path,
			edition,
			selection: {
				year: chosen.year,
				versions: figure === 'expected' && forecast ? [forecast] : versions,
				untilMonth: figure === 'budgetToDate' && !isYearEnd(chosen) ? chosen.cut : null,
				units: whose,
				...(costKind === undefined ? {} : { costKind }),
				...(orientation === undefined ? {} : { orientation }),
				...(system === undefined ? {} : { system })
			}
		});
		return;
	}
	const months = monthsOfFollowUp(chosen);
	const period =
		figure === 'outcomeYearBefore'
			? yearBefore(months)
			: figure === 'outcomeWholeYearBefore'
				? { from: monthFrom(chosen.year - 1, 1), to: monthFrom(chosen.year - 1, 12) }
				: months;
	const kind = findListed(costKinds, place.costKind ?? '');
	void openRows(
		path,
		{
			filters: { ...noFilters, period, units: whose, costKinds: kind ? [kind] : [] },
			...(place.system === undefined ? {} : { ofSystem: place.system }),
			cells: [
				...(place.costKind === undefined || kind
					? []
					: [{ dimension: 'costKind' as const, value: place.costKind }]),
				...(place.orientation === undefined
					? []
					: [{ dimension: 'orientation' as const, value: place.orientation }])
			]
		},
		edition
	);
}

function figureName(figure: BudgetFigure, chosen: YearFollowUp): string {
	if (figure === 'budgetToDate' || figure === 'budgetYear') return budgetText.budget;
	if (figure === 'outcomeYearBefore') return budgetText.yearBefore(chosen.year - 1);
	if (figure === 'outcomeWholeYearBefore') return budgetText.wholeYearBefore(chosen.year - 1);
	return figure === 'expected' && !isYearEnd(chosen) ? budgetText.forecast : budgetText.outcome;
}
