// An indicator over the years of the ledger, or over the editions, as points.
import type { DependenceIndicator, DependenceKey } from '$lib/domain/dependence-indicator';
import { dependenceSpecs } from '$lib/domain/dependence-indicator';
import type { EditionIndicators } from '$lib/queries/indicator-schema';
import type { YearIndicators } from '$lib/queries/dependence-trend';
import { dependenceText } from '$lib/text/dependence';
import { formatMonthShort, formatPeriod } from '$lib/text/format';

export type TrendBy = 'years' | 'editions';

export interface TrendPoint {
	/** Under the bar: "2025", "Utg. 3". */
	label: string;
	/** What it is of: "jan–dec 2025". */
	period: string;
	found: DependenceIndicator | undefined;
	/** A year without all its months. */
	partial: boolean;
}

/** The points of an indicator over the years; none for one that is made of registers. */
export function yearPoints(key: DependenceKey, years: readonly YearIndicators[]): TrendPoint[] {
	if (!dependenceSpecs[key].perYear) return [];
	return years.map(({ year, period, whole, indicators }) => ({
		label: whole
			? String(year)
			: `${formatMonthShort(period.from)}–${formatMonthShort(period.to)} ${String(year).slice(2)}`,
		period: formatPeriod(period),
		found: indicators.find((one) => one.key === key),
		partial: !whole
	}));
}

/** The points of an indicator over the editions. */
export function editionPoints(key: DependenceKey, editions: readonly EditionIndicators[]): TrendPoint[] {
	return editions.map(({ edition, period, indicators }) => ({
		label: dependenceText.trend.edition(edition),
		period: period ? formatPeriod(period) : '',
		found: indicators.find((one) => one.key === key),
		partial: false
	}));
}

/** What tells editions apart that are compared: none where all have the same months and rules. */
export function differingEditions(editions: readonly EditionIndicators[]): string[] {
	const alike =
		new Set(editions.map(({ ruleVersion, period }) => `${ruleVersion} ${period?.to ?? ''}`)).size < 2;
	if (alike) return [];
	return editions.map(({ edition, ruleVersion, period }) =>
		dependenceText.trend.versionOf(
			edition,
			ruleVersion,
			period ? formatPeriod({ from: period.to, to: period.to }) : '–'
		)
	);
}
