// The filters and the money unit, whose only home is the address: read from page.url, changed by navigating to another one.
//
//   const { filters } = pageContext();
//   filters.current            // with the period filled in; use it in questions
//   filters.change({ units: ['Kommunstyrelsen'] });
//   filters.toggle('units', 'Kommunstyrelsen');
import { page } from '$app/state';
import {
	filtersFromUrl,
	filtersToUrl,
	isUnfiltered,
	leavesOut,
	moneyUnits,
	noFilters,
	withList,
	type Filters,
	type ListFilter,
	type MoneyUnit
} from '$lib/domain/filters';
import { yearBefore, type Period } from '$lib/domain/period';
import { addressOf, addressWith } from './address';
import { FilterSteps } from './filter-steps.svelte';
import { unchanged } from './unchanged.svelte';

/** Filters with a period, as pages ask with them. */
export type ActiveFilters = Filters & { period: Period };

const usualUnit: MoneyUnit = 'mnkr';

/** The pages that can be counted accrued. On the others an address that asks for it shows what is booked. */
const accrues = (path: string): boolean => path === '/kostnader' || path === '/kostnader/pivot';

export class FilterUrl {
	#defaultPeriod: () => Period;
	#available: () => Period;

	/** To undo and redo what was filtered. */
	readonly steps = new FilterSteps();

	/** What a hand that has not let go yet would choose: shown at once, written to the address when it lets go. */
	#held = $state.raw<Partial<Filters> | null>(null);

	#chosen = unchanged<Filters>(() => ({
		...filtersFromUrl(page.url.searchParams),
		...(accrues(page.url.pathname) ? {} : { basis: noFilters.basis }),
		...this.#held
	}));
	#settledPeriod = unchanged(() => filtersFromUrl(page.url.searchParams).period);
	/** True when nothing but the period and the basis is chosen. */
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

	/** As the address has them, or as they are being chosen; `period` is null when the default holds. */
	get chosen(): Filters {
		return this.#chosen.current;
	}

	/** With the period filled in. */
	get current(): ActiveFilters {
		return { ...this.chosen, period: this.period };
	}

	get period(): Period {
		return this.chosen.period ?? this.#defaultPeriod();
	}

	/** The period of the address, whatever a hand holds: a chart that is brushed draws the same months all the while. */
	get settledPeriod(): Period {
		return this.#settledPeriod.current ?? this.#defaultPeriod();
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

	/** A hand holds filters that the address does not have yet. */
	get isHeld(): boolean {
		return this.#held !== null;
	}

	/** Shows what some filters would give, without a step in the history. Null lets go of it. */
	hold(part: Partial<Filters> | null): void {
		this.#held = part;
	}

	/** Changes some filters and keeps the rest. The default period is not written. */
	async change(part: Partial<Filters>): Promise<void> {
		const next = { ...this.chosen, ...part };
		const usual = this.#defaultPeriod();
		if (next.period?.from === usual.from && next.period.to === usual.to) next.period = null;
		// Shown at once; the address follows when the page has moved on.
		this.#held = next;
		try {
			await this.steps.take(addressOf(page.url.pathname, filtersToUrl(next, page.url.searchParams)));
		} finally {
			if (this.#held === next) this.#held = null;
		}
	}

	/** Adds words to a list, or takes them away when it has them all. A list that leaves words out goes on doing so. */
	toggle(name: ListFilter, ...words: string[]): Promise<void> {
		const now: readonly string[] = this.chosen[name];
		const others = now.filter((word) => !words.includes(word));
		const next = words.every((word) => now.includes(word)) ? others : [...others, ...words];
		return this.choose(name, next, this.chosen.excluding.includes(name));
	}

	/** Sets a list. @param exclude leaves the words out instead of keeping them */
	choose(name: ListFilter, words: readonly string[], exclude = false): Promise<void> {
		return this.change(withList(this.chosen, name, words, exclude));
	}

	/** Leaves words out as well, or takes them back when all are left out; a list that keeps words stops keeping them. */
	exclude(name: ListFilter, ...words: string[]): Promise<void> {
		if (words.every((word) => leavesOut(this.chosen, name, word))) return this.toggle(name, ...words);
		const now: readonly string[] = this.chosen[name];
		const others = now.filter((word) => !words.includes(word));
		const keeps = now.length > 0 && !this.chosen.excluding.includes(name);
		if (keeps && others.length > 0 && others.length < now.length) return this.choose(name, others);
		return this.choose(name, keeps ? words : [...others, ...words], true);
	}

	/** Takes away every filter but the period and the basis. */
	clear(): Promise<void> {
		return this.change({ ...noFilters, period: this.chosen.period, basis: this.chosen.basis });
	}

	setMoneyUnit(unit: MoneyUnit): Promise<void> {
		return this.steps.take(addressWith(page.url, 'enhet', unit === usualUnit ? null : unit));
	}

	/** An address of another page, with the money unit and the edition shown kept, and these filters and other parameters set. */
	href(path: string, filters: Partial<Filters> = {}, others: Record<string, string> = {}): string {
		const shown = accrues(path) ? filters : { ...filters, basis: noFilters.basis };
		const search = filtersToUrl({ ...noFilters, ...shown });
		for (const [name, value] of Object.entries(others)) search.set(name, value);
		if (this.moneyUnit !== usualUnit) search.set('enhet', this.moneyUnit);
		const then = page.url.searchParams.get('utgava');
		if (then) search.set('utgava', then);
		return addressOf(path, search);
	}
}
