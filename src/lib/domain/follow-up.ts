// The budget follow-ups as addresses name them, which one data reaches, and which versions of the budget they count.
import type { FollowUpSetting } from './follow-up-setting';
import { monthFrom, type Month, type Period } from './period';

/** A follow-up of a year: T2 2026. */
export interface YearFollowUp {
	year: number;
	/** As the setting names it: `T2`. */
	followUp: string;
	/** The last month, 1–12; counted from January. */
	cut: number;
}

/** Reads the address `/budget/2026/t2`; null when it names no follow-up of the municipality. */
export function parseFollowUp(
	year: string,
	slug: string,
	settings: readonly FollowUpSetting[]
): YearFollowUp | null {
	if (!/^(19|20|21)\d\d$/.test(year)) return null;
	const setting = settings.find(({ name }) => slugOf(name) === slugOf(slug));
	return setting ? { year: Number(year), followUp: setting.name, cut: setting.cut } : null;
}

const slugOf = (name: string) => name.toLocaleLowerCase('sv');

/** The address of a follow-up. */
export function followUpPath({ year, followUp }: Pick<YearFollowUp, 'year' | 'followUp'>): string {
	return `/budget/${year}/${encodeURIComponent(slugOf(followUp))}`;
}

/** The months of a follow-up: T2 2026 is January–August 2026. */
export function monthsOfFollowUp({ year, cut }: Pick<YearFollowUp, 'year' | 'cut'>): Period {
	return { from: monthFrom(year, 1), to: monthFrom(year, cut) };
}

/** The whole year has its outcome where another follow-up has a forecast. */
export function isYearEnd({ cut }: Pick<YearFollowUp, 'cut'>): boolean {
	return cut === 12;
}

/** The latest follow-up whose last month data reaches; before the first one, the first of that year. */
export function latestFollowUp(
	dataFrom: Month,
	dataTo: Month,
	settings: readonly FollowUpSetting[]
): YearFollowUp | null {
	const year = Number(dataTo.slice(0, 4));
	const inOrder = [...settings].sort((a, b) => a.cut - b.cut);
	const of = (ofYear: number, setting: FollowUpSetting | undefined): YearFollowUp | null =>
		setting ? { year: ofYear, followUp: setting.name, cut: setting.cut } : null;
	const reached = inOrder.findLast(({ cut }) => monthFrom(year, cut) <= dataTo);
	if (reached) return of(year, reached);
	if (dataFrom <= monthFrom(year - 1, 12)) return of(year - 1, inOrder.at(-1));
	return of(year, inOrder[0]);
}

/** The version of the budget that holds the forecast of a follow-up; null for a whole year. */
export function forecastVersion(followUp: Pick<YearFollowUp, 'followUp' | 'cut'>): string | null {
	return isYearEnd(followUp) ? null : `${followUp.followUp}-prognos`;
}

/** True when the ledger holds every month of a period. */
export function isCovered(
	period: { from: Month; to: Month },
	data: { from: Month | null; to: Month | null }
): boolean {
	return data.from !== null && data.to !== null && data.from <= period.from && period.to <= data.to;
}

/**
 * The versions that make up a year's budget, the one that every nämnd must have first: kommunfullmäktige's with its
 * additions, else the nämnd's own. Empty when the year has no budget.
 */
export function countedVersions(present: readonly string[]): string[] {
	if (present.includes('KF-budget')) {
		return present.includes('tilläggsbudget') ? ['KF-budget', 'tilläggsbudget'] : ['KF-budget'];
	}
	return present.includes('nämndbudget') ? ['nämndbudget'] : [];
}
