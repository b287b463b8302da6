// What pages share, for figures that were kept: the same parts that draw a page draw them, with the edition they are of.
import { monthFrom, type Period } from '$lib/domain/period';
import type { Filters } from '$lib/domain/filters';
import { dataPeriod, defaultPeriod } from '$lib/queries/default-period';
import type { StartAnswers } from '$lib/queries/start-answers';
import { FilterUrl } from './filter-url.svelte';
import type { PageContext } from './page-context';

/** Addresses that lead to the edition that the figures are of. */
class FrozenFilterUrl extends FilterUrl {
	#edition: number;

	constructor(edition: number, usual: Period, available: Period) {
		super(
			() => usual,
			() => available
		);
		this.#edition = edition;
	}

	override href(path: string, filters: Partial<Filters> = {}, others: Record<string, string> = {}): string {
		return super.href(path, filters, { ...others, utgava: String(this.#edition) });
	}
}

/**
 * Call while a component starts, and set it for what the component holds. Nothing can be written or read in from there.
 * @param kept the answers of the edition, and the nämnder they are of
 */
export function frozenContext(
	context: PageContext,
	kept: { answers: StartAnswers; units: readonly string[] | null }
): PageContext {
	const { answers, units } = kept;
	const { meta } = answers;
	const year = Number(meta.today.slice(0, 4));
	const noData: Period = { from: monthFrom(year, 1), to: monthFrom(year, 12) };
	const reconciled = meta.reconciled ? 'reconciled' : 'unreconciled';
	return {
		edition: context.edition,
		cells: context.cells,
		filters: new FrozenFilterUrl(meta.edition, defaultPeriod(meta) ?? noData, dataPeriod(meta) ?? noData),
		answers,
		stamp: reconciled,
		exportStamp: {
			edition: String(meta.edition),
			ruleVersion: String(meta.ruleVersion),
			reconciled: meta.reconciled
		},
		freeText: false,
		units,
		canImport: false,
		canTag: false,
		canDiscuss: false,
		canJudge: false,
		canComplete: false,
		canConvene: false,
		canAssume: false,
		get followUps() {
			return context.followUps;
		},
		canFollowUp: false,
		canReviewFollowUp: false,
		canJudgeSystems: false,
		canLockFollowUp: false,
		account: context.account,
		person: context.person,
		municipality: meta.municipality,
		namePage: (name) => context.namePage(name)
	};
}
