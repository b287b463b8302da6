// The figures of one follow-up, as its page, its files and its paper have them: those of the edition, or those that were locked.
import { page } from '$app/state';
import { levelsFromUrl, usualLevels, worstFirst, type BudgetLevels } from '$lib/domain/budget-levels';
import { budgetLines, type BudgetBranch, type FollowUpBasis } from '$lib/domain/budget-lines';
import { notesIn, type ShownNote } from '$lib/domain/deviation-note';
import { keptWords } from '$lib/domain/filters';
import {
	followUpPath,
	forecastVersion,
	isCovered,
	monthsOfFollowUp,
	type YearFollowUp
} from '$lib/domain/follow-up';
import { monthFrom, type Period } from '$lib/domain/period';
import type { ExportStamp } from '$lib/export/csv';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { dataPeriod } from '$lib/queries/default-period';
import { namesById, systemNames as namesOfSystems } from '$lib/queries/system-names';
import type { StampState } from '$lib/text/common';
import { createAnswer } from './answer.svelte';
import { createDeviationNotes, type DeviationNotes } from './deviation-notes.svelte';
import { createFollowUpSteps, type FollowUpSteps } from './follow-up-steps.svelte';
import { pageContext } from './page-context';
import { createSetForecasts, type SetForecasts } from './set-forecasts.svelte';

export interface FollowUpFigures {
	/** `known` when the figures are: what has been done with the follow-up decides whether they are the locked ones. */
	readonly reading: 'waiting' | 'known' | 'failed';
	readonly stale: boolean;
	retry(): void;
	readonly steps: FollowUpSteps;
	/** The forecasts that controllers have set, which the figures hold. */
	readonly setForecasts: SetForecasts;
	/** Versions of the budget that are counted. */
	readonly versions: readonly string[];
	readonly period: Period;
	/** The ledger holds every month of the follow-up. */
	readonly covered: boolean;
	/** The nämnder that the address keeps; none is all. */
	readonly units: readonly string[];
	/** Levels of the address; null where it names what there is not. */
	readonly askedLevels: BudgetLevels | null;
	readonly levels: BudgetLevels;
	/** The total of the nämnder shown with its parts, the largest overrun first. @param unit only that one of them */
	divided(by: BudgetLevels, unit?: string | null): BudgetBranch;
	/** Lines of every nämnd that is seen, shown or not. */
	readonly everyUnit: readonly BudgetBranch[];
	readonly systemNames: ReadonlyMap<string, string>;
	readonly notes: DeviationNotes;
	/** The notes that this follow-up shows, of every nämnd that is seen. */
	readonly shownNotes: readonly ShownNote[];
	/** The edition that frozen figures are of, where the page is of another. */
	readonly keptIn: number | null;
	/** Of the figures: what is locked keeps its own. */
	readonly stamp: StampState;
	readonly exportStamp: ExportStamp;
}

/**
 * Asks for the figures of a follow-up. To be created anew for another one.
 * @param asked versions of the budget that are counted; not empty
 */
export function createFollowUpFigures(
	chosen: YearFollowUp,
	asked: () => { versions: readonly string[] }
): FollowUpFigures {
	const context = pageContext();
	const steps = createFollowUpSteps(followUpPath(chosen));
	const notes = createDeviationNotes();
	const period = monthsOfFollowUp(chosen);
	const wholeYear = (year: number) => ({ from: monthFrom(year, 1), to: monthFrom(year, 12) });
	const ledger = $derived(dataPeriod(context.answers.meta) ?? { from: null, to: null });
	const units = $derived(keptWords(context.filters.chosen, 'units'));
	const askedLevels = $derived(levelsFromUrl(page.url.searchParams));
	const levels = $derived(askedLevels ?? usualLevels);
	const frozen = $derived(steps.frozen);
	const basis = $derived<FollowUpBasis>({
		cut: chosen.cut,
		covered: frozen?.covered ?? isCovered(period, ledger),
		yearBeforeCovered: frozen?.yearBeforeCovered ?? isCovered(wholeYear(chosen.year - 1), ledger)
	});

	const answer = createAnswer(
		() => ({
			query: budgetLeaves,
			input: {
				year: chosen.year,
				cut: chosen.cut,
				versions: asked().versions,
				forecast: forecastVersion(chosen)
			}
		}),
		context.edition
	);
	const systemAnswer = createAnswer(() => ({ query: namesOfSystems, input: undefined }), context.edition);
	const systemNames = $derived(
		namesById(systemAnswer.current.name === 'rows' ? systemAnswer.current.rows : [])
	);
	const found = $derived(answer.current.name === 'rows' ? answer.current.rows.map(budgetLeaf) : null);
	const setForecasts = createSetForecasts(
		chosen,
		dataPeriod(context.answers.meta),
		() => found,
		context.edition
	);
	const everyLeaf = $derived(frozen?.leaves ?? (found ? [...found, ...setForecasts.leaves] : []));
	const leaves = $derived(everyLeaf.filter(({ unit }) => !units.length || units.includes(unit)));
	const everyUnit = $derived(budgetLines(everyLeaf, ['unit'], basis).parts);
	const shownNotes = $derived(notesIn(notes.notes, chosen, context.followUps));
	const known = $derived((steps.standing !== null || steps.failure !== '') && setForecasts.known);

	return {
		get reading() {
			if (answer.current.name === 'error') return 'failed';
			return answer.current.name === 'rows' && known ? 'known' : 'waiting';
		},
		get stale() {
			return answer.current.name === 'rows' && answer.current.stale;
		},
		retry: () => answer.retry(),
		steps,
		setForecasts,
		get versions() {
			return frozen?.versions ?? asked().versions;
		},
		period,
		get covered() {
			return basis.covered;
		},
		get units() {
			return units;
		},
		get askedLevels() {
			return askedLevels;
		},
		get levels() {
			return levels;
		},
		divided(by, unit = null) {
			const own = unit === null ? leaves : leaves.filter((leaf) => leaf.unit === unit);
			const total = budgetLines(own, by, basis);
			return { ...total, parts: worstFirst(total.parts) };
		},
		get everyUnit() {
			return everyUnit;
		},
		get systemNames() {
			return systemNames;
		},
		notes,
		get shownNotes() {
			return shownNotes;
		},
		get keptIn() {
			return frozen && steps.locked && steps.locked.edition !== context.answers.meta.edition
				? steps.locked.edition
				: null;
		},
		get stamp() {
			return frozen ? (frozen.reconciled ? 'reconciled' : 'unreconciled') : context.stamp;
		},
		get exportStamp() {
			return frozen && steps.locked
				? {
						edition: String(steps.locked.edition),
						ruleVersion: String(steps.locked.version),
						reconciled: frozen.reconciled
					}
				: context.exportStamp;
		}
	};
}
