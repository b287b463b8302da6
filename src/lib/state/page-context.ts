// What every page behind sign-in shares. The layout sets it; a page or component reads it while it starts:
//
//   const context = pageContext();
//   const answer = createAnswer(() => ({ query: costPerUnit, input: context.filters.current }), context.edition);
import { createContext } from 'svelte';
import type { FollowUpSetting } from '$lib/domain/follow-up-setting';
import type { ExportStamp } from '$lib/export/csv';
import type { StartAnswers } from '$lib/queries/start-answers';
import type { StampState } from '$lib/text/common';
import type { CostCellsReader } from './cost-cells';
import type { EditionState } from './edition.svelte';
import type { FilterUrl } from './filter-url.svelte';

export interface PageContext {
	/** The engine, for createAnswer. It is being opened when pages start. */
	readonly edition: EditionState;
	/** The figures of the cost pages, for createCostFigures; it needs no engine. */
	readonly cells: CostCellsReader;
	/** Filters and money unit, from the address. */
	readonly filters: FilterUrl;
	/** The answers that came with the page. Reading pages are not shown before an edition is published. */
	readonly answers: StartAnswers;
	/** Avstämd or Ej avstämd, for Källrad and Stamp. */
	readonly stamp: StampState;
	/** The stamp columns of exports. */
	readonly exportStamp: ExportStamp;
	/** This person's slice has free text. */
	readonly freeText: boolean;
	/** The nämnder that this person sees; null is the whole municipality. */
	readonly units: readonly string[] | null;
	readonly canImport: boolean;
	/** May write rules and judge rows, in Taggning. */
	readonly canTag: boolean;
	/** May ask, answer and dismiss flags. */
	readonly canDiscuss: boolean;
	/** May say what ought to be done with a contract. */
	readonly canJudge: boolean;
	/** May say whether two systems are doubles, and what to do with a system. */
	readonly canJudgeSystems: boolean;
	/** May fill in what the register lacks. */
	readonly canComplete: boolean;
	/** May call meetings and make their papers. */
	readonly canConvene: boolean;
	/** May say what estimates rest on. */
	readonly canAssume: boolean;
	/** The municipality's follow-ups, in the order of the year. */
	readonly followUps: readonly FollowUpSetting[];
	/** May write notes on deviations, forecasts and plans, of the nämnder that are seen. */
	readonly canFollowUp: boolean;
	/** May say that a follow-up is reviewed. */
	readonly canReviewFollowUp: boolean;
	/** May lock a follow-up, and open it again. */
	readonly canLockFollowUp: boolean;
	/** The name of who is signed in. */
	readonly person: string;
	/** The id of that account, for what its browser keeps. */
	readonly account: string;
	readonly municipality: string;
	/** Says what the open page is about, for the breadcrumb: a supplier's name is known when it has been asked for. */
	namePage(name: string): void;
}

export const [pageContext, setPageContext] = createContext<PageContext>();
