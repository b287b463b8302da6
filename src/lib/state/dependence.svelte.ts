// What binds the municipality to its suppliers, as the pages of Inlåsning ask for it: under the filters, and year by year.
// What the first screen shows is asked first; what lies below it, and the years, when that is shown.
import {
	dependenceIndicators,
	type DependenceIndicator,
	type LeavingCost
} from '$lib/domain/dependence-indicator';
import type { Filters } from '$lib/domain/filters';
import { monthFrom, type Period } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import {
	dependenceOf,
	leavingCost,
	licenceMonth,
	supplierReading,
	type FoundDependence,
	type SupplierGround
} from '$lib/queries/dependence';
import type { DependenceSubject } from '$lib/queries/dependence-costs';
import { dependenceRegister, type DependenceRegister } from '$lib/queries/dependence-register';
import { yearIndicators, type CalendarYear, type YearIndicators } from '$lib/queries/dependence-trend';
import { dependenceYears } from '$lib/queries/dependence-years';
import type { EditionMeta } from '$lib/queries/edition-meta';
import { licencePricesYear } from '$lib/queries/licence-prices-year';
import { ask } from '$lib/queries/query';
import type { Answer } from './answer.svelte';
import type { Assumptions } from './assumptions.svelte';
import type { PageContext } from './page-context';
import { createReading } from './reading.svelte';

const keyOf = (filters: Filters, ...more: string[]) => JSON.stringify([filters, ...more]);

/** The registers of an edition do not change while it is open, whichever page asks. */
const registers = new WeakMap<Engine, DependenceRegister>();

async function registerOf(
	engine: Engine,
	meta: EditionMeta,
	signal: AbortSignal
): Promise<DependenceRegister> {
	const known = registers.get(engine);
	if (known) return known;
	const read = await dependenceRegister(engine, meta, signal);
	registers.set(engine, read);
	return read;
}

export interface DependenceShown {
	suppliers: FoundDependence;
	/** Every supplier of the other filters, so that a choice of suppliers keeps the rest in sight. */
	everyone: FoundDependence;
	ground: SupplierGround;
	register: DependenceRegister;
	/** Those that the suppliers' own rows tell; unknown for the rest, which {@link createIndicators} adds. */
	indicators: DependenceIndicator[];
}

/** The suppliers under the filters of the page. */
export function createDependence(context: PageContext): Answer<DependenceShown> {
	return createReading(() => {
		const filters: Filters = context.filters.current;
		const { meta, coverage } = context.answers;
		// The page came with it.
		const untagged = coverage
			? { candidates: coverage.candidate_amount, it: coverage.it_amount }
			: { candidates: 0, it: 0 };
		return {
			key: keyOf(filters, 'dependence'),
			read: async (engine, signal) => {
				const register = await registerOf(engine, meta, signal);
				const { suppliers, ground } = await supplierReading(engine, filters, register, signal, untagged);
				const everyone = filters.suppliers.length
					? await dependenceOf(engine, { ...filters, suppliers: [] }, 'supplier', register, signal)
					: suppliers;
				const indicators = dependenceIndicators({ ...ground, licences: [], leaving: null });
				return { suppliers, everyone, ground, register, indicators };
			}
		};
	}, context.edition);
}

/** Every supplier or system under the filters. */
export function createDependenceList(
	context: PageContext,
	by: () => DependenceSubject
): Answer<FoundDependence> {
	return createReading(() => {
		const filters: Filters = context.filters.current;
		const { meta } = context.answers;
		const subject = by();
		return {
			key: keyOf(filters, subject),
			read: async (engine, signal) =>
				dependenceOf(engine, filters, subject, await registerOf(engine, meta, signal), signal)
		};
	}, context.edition);
}

/** As many years as a trend goes back over. */
const mostYears = 5;

export interface ShownIndicators {
	/** Every indicator, under the filters. */
	indicators: DependenceIndicator[];
	/** Of each calendar year under the other filters, the earliest first. */
	years: YearIndicators[];
}

/** Every indicator and its years, when the suppliers of the same filters are shown. */
export function createIndicators(
	context: PageContext,
	suppliers: Answer<DependenceShown>,
	assumptions: Assumptions
): Answer<ShownIndicators> {
	/** What does not depend on the filters is asked once. */
	let left: { key: string; engine: Engine; cost: LeavingCost | null } | null = null;
	return createReading(() => {
		const now = suppliers.current;
		// The standards must not be shown as if they were what the municipality assumes.
		if (now.name !== 'rows' || now.stale || (!assumptions.loaded && !assumptions.failure)) return null;
		const [shown] = now.rows;
		if (!shown) return null;
		const { stored } = assumptions;
		const filters: Filters = context.filters.current;
		const { meta } = context.answers;
		const { available } = context.filters;
		const assumed = stored.map(({ id }) => String(id)).join();
		return {
			key: keyOf(filters, 'indicators', available.from, available.to, assumed),
			read: async (engine, signal) => {
				const { register, ground } = shown;
				const calendar = calendarYears(available);
				const month = licenceMonth(filters, meta);
				const others = calendar.map(({ period }) => period.to).filter((other) => other !== month);
				const to = [month, ...others];
				const licences = await ask(engine, licencePricesYear, { to, units: filters.units }, signal);
				const licencesAt = (asked: string) => licences.filter((row) => row.to === asked);
				if (left?.key !== assumed || left.engine !== engine) {
					const cost = await leavingCost(engine, meta, register, stored, signal);
					left = { key: assumed, engine, cost };
				}
				const [first, last] = [calendar[0], calendar.at(-1)];
				const found =
					first && last
						? await ask(
								engine,
								dependenceYears,
								{ ...filters, period: { from: first.period.from, to: last.period.to } },
								signal
							)
						: [];
				return {
					indicators: dependenceIndicators({ ...ground, licences: licencesAt(month), leaving: left.cost }),
					years: yearIndicators(calendar, found, register, ground.hasLedger, licencesAt)
				};
			}
		};
	}, context.edition);
}

function calendarYears(available: Period): CalendarYear[] {
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
