// What the cost of a page is compared with, as the address says it: the question's other side, and its names.
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { FiguresQuestion } from '$lib/crossfilter/cost-figures';
import { comparedMonths, compareFromUrl, compareToUrl, type ComparedTo } from '$lib/domain/compared-to';
import { keeping, keptWords, withoutValue } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { comparedNames, type ComparedNames } from '$lib/text/compared';
import { addressOf } from './address';
import { createCostFigures } from './cost-figures.svelte';
import type { PageContext } from './page-context';
import { unchanged } from './unchanged.svelte';

export interface PageComparison {
	readonly to: ComparedTo;
	/** The question's other side; null where there is nothing to compare with. */
	readonly against: FiguresQuestion['against'];
	/** The months compared with; null as `against`. */
	readonly period: Period | null;
	readonly names: ComparedNames | null;
}

/** Call while the page starts. The budget is no ledger, so it gives no other side here. */
export function createComparison({
	filters,
	answers
}: Pick<PageContext, 'filters' | 'answers'>): PageComparison {
	const asked = unchanged(() => compareFromUrl(page.url.searchParams));
	const to = $derived(asked.current);
	const compared = unchanged((): Period | null => {
		const months = comparedMonths(to, filters.period);
		if (!months) return null;
		// Half a year before would look like a fall of cost.
		return months.from >= filters.available.from &&
			months.to <= later(filters.available.to, filters.period.to)
			? months
			: null;
	});
	const period = $derived(compared.current);
	const against = $derived.by((): FiguresQuestion['against'] => {
		if (!period) return null;
		const same = { ...filters.current, period };
		if (to.kind === 'unit') return { filters: { ...keeping(same, 'units', [to.unit]), period } };
		if (to.kind === 'edition') return { filters: same, edition: Number(to.edition) };
		return { filters: same };
	});
	const names = $derived.by(() => {
		if (to.kind === 'budget') return comparedNames(to, filters.period, answers.meta.today);
		return period && comparedNames(to, period, answers.meta.today);
	});
	return {
		get to() {
			return to;
		},
		get against() {
			return against;
		},
		get period() {
			return period;
		},
		get names() {
			return names;
		}
	};
}

/** Compares the page with something else: a step of the address. */
export function compareWith(to: ComparedTo): Promise<void> {
	return goto(addressOf(page.url.pathname, compareToUrl(to, page.url.searchParams)), {
		keepFocus: true,
		noScroll: true
	});
}

/**
 * The nämnder that a page can be compared with, the largest first: those with cost under its other filters, but its own.
 * Call while a component starts.
 */
export function createComparableUnits(context: PageContext): { readonly names: string[] } {
	const { filters } = context;
	const counted = createCostFigures(
		() => ({
			filters: filters.current,
			against: null,
			lists: { units: null },
			table: null,
			withoutMonths: true
		}),
		context
	);
	const names = $derived.by(() => {
		const own: readonly string[] = keptWords(filters.chosen, 'units');
		const found = counted.current.name === 'rows' ? counted.current.rows[0]?.lists.units?.figures : undefined;
		return (found ?? []).map(({ key }) => key).filter((key) => key !== withoutValue && !own.includes(key));
	});
	return {
		get names() {
			return names;
		}
	};
}

function later<Text extends string>(first: Text, second: Text): Text {
	return first > second ? first : second;
}
