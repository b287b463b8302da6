// The filters and the money unit, whose only home is the address: read from page.url, changed by navigating to another one.
//
//   const { filters } = pageContext();
//   filters.current            // with the period filled in; use it in questions
//   filters.change({ units: ['Kommunstyrelsen'] });
//   filters.toggle('units', 'Kommunstyrelsen');
import { goto } from '$app/navigation';
import { page } from '$app/state';
import {
	filtersFromUrl,
	filtersToUrl,
	isUnfiltered,
	moneyUnits,
	noFilters,
	type Filters,
	type MoneyUnit
} from '$lib/domain/filters';
import { yearBefore, type Period } from '$lib/domain/period';
import { addressOf, addressWith } from './address';

/** Filters with a period, as pages ask with them. */
export type ActiveFilters = Filters & { period: Period };

/** The filters that hold a list of words. */
export type ListFilter = 'units' | 'suppliers' | 'costKinds' | 'orientations';

const usualUnit: MoneyUnit = 'mnkr';

export class FilterUrl {
	#defaultPeriod: () => Period;
	#available: () => Period;

	/** As the address has them; `period` is null when the default holds. */
	chosen: Filters = $derived(filtersFromUrl(page.url.searchParams));
	/** True when nothing but the period is chosen. */
	unfiltered: boolean = $derived(isUnfiltered(this.chosen));
	moneyUnit: MoneyUnit = $derived(
		moneyUnits.find((unit) => unit === page.url.searchParams.get('enhet')) ?? usualUnit
	);

	/**
	 * @param defaultPeriod what holds when the address names no period
	 * @param available the months with data
	 */
	constructor(defaultPeriod: () => Period, available: () => Period) {
		this.#defaultPeriod = defaultPeriod;
		this.#available = available;
	}

	/** With the period filled in. */
	get current(): ActiveFilters {
		return { ...this.chosen, period: this.period };
	}

	get period(): Period {
		return this.chosen.period ?? this.#defaultPeriod();
	}

	/** The months with data. */
	get available(): Period {
		return this.#available();
	}

	/** The same months a year before; null when the data does not reach back over all of them. */
	get compared(): Period | null {
		const before = yearBefore(this.period);
		return before.from >= this.available.from ? before : null;
	}

	/** Changes some filters and keeps the rest. The default period is not written. */
	change(part: Partial<Filters>): Promise<void> {
		const next = { ...this.chosen, ...part };
		const usual = this.#defaultPeriod();
		if (next.period?.from === usual.from && next.period.to === usual.to) next.period = null;
		return this.#go(addressOf(page.url.pathname, filtersToUrl(next, page.url.searchParams)));
	}

	/** Adds a word to a filter, or takes it away. */
	toggle(name: 'units' | 'suppliers', word: string): Promise<void>;
	toggle<Name extends ListFilter>(name: Name, word: Filters[Name][number]): Promise<void>;
	toggle(name: ListFilter, word: string): Promise<void> {
		const now: readonly string[] = this.chosen[name];
		const next = now.includes(word) ? now.filter((other) => other !== word) : [...now, word];
		return this.change({ [name]: next });
	}

	/** Takes away every filter but the period. */
	clear(): Promise<void> {
		return this.change({ ...noFilters, period: this.chosen.period });
	}

	setMoneyUnit(unit: MoneyUnit): Promise<void> {
		return this.#go(addressWith(page.url, 'enhet', unit === usualUnit ? null : unit));
	}

	/** An address of another page, with the money unit kept, and these filters and other parameters set. */
	href(path: string, filters: Partial<Filters> = {}, others: Record<string, string> = {}): string {
		const search = filtersToUrl({ ...noFilters, ...filters });
		for (const [name, value] of Object.entries(others)) search.set(name, value);
		if (this.moneyUnit !== usualUnit) search.set('enhet', this.moneyUnit);
		return addressOf(path, search);
	}

	#go(address: string): Promise<void> {
		return goto(address, { keepFocus: true, noScroll: true });
	}
}
