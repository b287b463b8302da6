// What the sheet about a take-out of a follow-up tells beside the view itself: the period, what is counted, and how far it has come.
import { forecastVersion, type YearFollowUp } from '$lib/domain/follow-up';
import { aboutEdition } from '$lib/state/about-take-out';
import type { FollowUpFigures } from '$lib/state/follow-up-figures.svelte';
import type { PageContext } from '$lib/state/page-context';
import { versionList } from '$lib/text/budget';
import { levelsName } from '$lib/text/budget-levels';
import { stepWords } from '$lib/text/budget-steps';
import { followUpFileWords as words } from '$lib/text/follow-up-file';
import { setForecastWords } from '$lib/text/forecast';
import { capitalised, dayOfInstant, formatPeriod } from '$lib/text/format';
import { takeOutWords } from '$lib/text/take-out';

/** "T2 2026 är låst. Jan–aug 2026, låst 18 sep 2026 av Maja Lindqvist." Empty when nobody knows. */
export function followUpStanding(chosen: YearFollowUp, { steps, period }: FollowUpFigures): string {
	const { standing, locked } = steps;
	if (!standing) return '';
	const state = `${stepWords.state(`${chosen.followUp} ${chosen.year}`, standing.state)}.`;
	return locked && steps.frozen
		? `${state} ${capitalised(stepWords.lockedLine(period, locked.at, locked.by))}`
		: state;
}

/** Which forecasts controllers have set, by whom and why, a row each. */
function setForecastRows({ setForecasts, units }: FollowUpFigures): string[][] {
	return setForecasts.standing
		.filter(({ unit }) => !units.length || units.includes(unit))
		.map((one) => [words.setForecast, setForecastWords.line(one, 'kr')]);
}

/** Rows of a name and a value. What is told of the page's edition is left out where the figures are of another one. */
export function aboutFollowUp(
	context: PageContext,
	chosen: YearFollowUp,
	figures: FollowUpFigures
): string[][] {
	const ofEdition: readonly string[] = [takeOutWords.published, takeOutWords.dataTo];
	return [
		[words.period, words.fromJanuary(capitalised(formatPeriod(figures.period, 'long')))],
		[words.levels, levelsName(figures.levels)],
		[words.budget, versionList(figures.versions)],
		[words.forecast, forecastVersion(chosen) ?? words.atYearEnd],
		...(figures.steps.frozen ? [] : setForecastRows(figures)),
		[words.state, followUpStanding(chosen, figures)],
		[words.taken, dayOfInstant(new Date())],
		...aboutEdition(context).filter(([name = '']) => figures.keptIn === null || !ofEdition.includes(name))
	];
}
