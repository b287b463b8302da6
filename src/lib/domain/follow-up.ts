// The budget follow-ups as addresses name them, which one data reaches, and which versions of the budget they count.
import { followUpCut, followUpPeriod, monthFrom, type FollowUp, type Month } from './period';

export const followUps = ['T1', 'T2', 'VB'] as const satisfies readonly FollowUp[];

/** A follow-up of a year: T2 2026. */
export interface YearFollowUp {
	year: number;
	followUp: FollowUp;
}

/** Reads the address `/budget/2026/t2`; null when it names no follow-up. */
export function parseFollowUp(year: string, slug: string): YearFollowUp | null {
	if (!/^(19|20|21)\d\d$/.test(year)) return null;
	const followUp = followUps.find((name) => name.toLowerCase() === slug.toLowerCase());
	return followUp ? { year: Number(year), followUp } : null;
}

/** The address of a follow-up. */
export function followUpPath({ year, followUp }: YearFollowUp): string {
	return `/budget/${year}/${followUp.toLowerCase()}`;
}

/** The latest follow-up whose last month data reaches; before the first one, T1 of that year. */
export function latestFollowUp(dataFrom: Month, dataTo: Month): YearFollowUp {
	const year = Number(dataTo.slice(0, 4));
	const reached = followUps.findLast((followUp) => followUpPeriod(year, followUp).to <= dataTo);
	if (reached) return { year, followUp: reached };
	if (dataFrom <= monthFrom(year - 1, 12)) return { year: year - 1, followUp: 'VB' };
	return { year, followUp: 'T1' };
}

/** The version that holds the forecast of a follow-up; the year itself has an outcome instead. */
export function forecastVersion(followUp: FollowUp): 'T1-prognos' | 'T2-prognos' | null {
	return followUp === 'VB' ? null : `${followUp}-prognos`;
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

/** The last month of a follow-up, 1–12. */
export function cutMonth(followUp: FollowUp): number {
	return followUpCut[followUp];
}
