// What binds the municipality to its suppliers, as the pages of Inlåsning ask for it: under the filters, and year by year.
import type { Filters } from '$lib/domain/filters';
import type { RankingSubject } from '$lib/domain/dependence-ranking';
import { monthFrom, type Period } from '$lib/domain/period';
import type { DependenceIndicator } from '$lib/domain/dependence-indicator';
import {
	dependenceOf,
	dependenceReading,
	dependenceRegister,
	type DependenceReading,
	type FoundDependence
} from '$lib/queries/dependence';
import type { Answer } from './answer.svelte';
import { createAssumptions } from './assumptions.svelte';
import type { PageContext } from './page-context';
import { createReading } from './reading.svelte';

const keyOf = (filters: Filters, ...more: string[]) => JSON.stringify([filters, ...more]);

export interface DependenceShown extends DependenceReading {
	/** Every supplier of the other filters, so that a choice of suppliers keeps the rest in sight. */
	everyone: FoundDependence;
}

/** The suppliers and the indicators under the filters of the page. */
export function createDependence(context: PageContext): Answer<DependenceShown> {
	const assumptions = createAssumptions();
	return createReading(() => {
		// The standards must not be shown as if they were what the municipality assumes.
		if (!assumptions.loaded && !assumptions.failure) return null;
		const { stored } = assumptions;
		const filters: Filters = context.filters.current;
		const { meta } = context.answers;
		return {
			key: keyOf(filters, 'dependence', ...stored.map(({ id }) => String(id))),
			read: async (engine, signal) => {
				const register = await dependenceRegister(engine, meta, signal, stored);
				const reading = await dependenceReading(engine, filters, meta, register, signal);
				const everyone = filters.suppliers.length
					? await dependenceOf(engine, { ...filters, suppliers: [] }, 'supplier', register, signal)
					: reading.suppliers;
				return { ...reading, everyone };
			}
		};
	}, context.edition);
}

/** Every supplier or system under the filters. */
export function createDependenceList(
	context: PageContext,
	by: () => RankingSubject
): Answer<FoundDependence> {
	return createReading(() => {
		const filters: Filters = context.filters.current;
		const { meta } = context.answers;
		const subject = by();
		return {
			key: keyOf(filters, subject),
			read: async (engine, signal) =>
				dependenceOf(engine, filters, subject, await dependenceRegister(engine, meta, signal), signal)
		};
	}, context.edition);
}

/** One calendar year of the ledger, or the months of it that there are. */
export interface YearIndicators {
	year: number;
	period: Period;
	whole: boolean;
	indicators: DependenceIndicator[];
}

/** As many years as a trend goes back over. */
const mostYears = 5;

/** The indicators of each calendar year under the other filters, the earliest first. @param after nothing is asked before it is true */
export function createYears(context: PageContext, after: () => boolean): Answer<YearIndicators[]> {
	return createReading(() => {
		if (!after()) return null;
		const filters: Filters = { ...context.filters.current, period: null };
		const { meta } = context.answers;
		const available = context.filters.available;
		return {
			key: keyOf(filters, 'years', available.from, available.to),
			read: async (engine, signal) => {
				const register = await dependenceRegister(engine, meta, signal);
				const years: YearIndicators[] = [];
				for (const { year, period, whole } of calendarYears(available)) {
					const asked = { ...filters, period };
					const { indicators } = await dependenceReading(engine, asked, meta, register, signal);
					years.push({ year, period, whole, indicators });
				}
				return years;
			}
		};
	}, context.edition);
}

function calendarYears(available: Period): Omit<YearIndicators, 'indicators'>[] {
	const [first, last] = [available.from, available.to].map((month) => Number(month.slice(0, 4)));
	if (first === undefined || last === undefined) return [];
	const from = Math.max(first, last - mostYears + 1);
	return Array.from({ length: last - from + 1 }, (_, index) => {
		const year = from + index;
		const [january, december] = [monthFrom(year, 1), monthFrom(year, 12)];
		const period = {
			from: january < available.from ? available.from : january,
			to: december > available.to ? available.to : december
		};
		return { year, period, whole: period.from === january && period.to === december };
	});
}
