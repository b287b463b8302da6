// The words of the filter bar and of what is empty by filter.
import type { Filters, MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import { formatMoneyWithUnit, formatPeriod } from './format';

export const filterWords = {
	bar: 'Filter',
	units: 'Nämnd',
	suppliers: 'Leverantör',
	costKinds: 'Kostnadsslag',
	orientations: 'Inriktning',
	withoutInternal: 'Utan interna rader',
	withoutInternalHelp: 'Interna rader har en egen nämnd eller ett eget bolag som motpart.',
	noSupplier: 'Utan leverantör'
} as const;

/** The chip's second half: "mot jan–okt 2025"; nothing when there is no data to compare with. */
export function comparedWith(compared: Period | null): string | undefined {
	return compared ? `mot ${formatPeriod(compared)}` : undefined;
}

/** One filter in words, and the filters without it. */
export interface NamedFilter {
	key: 'units' | 'suppliers' | 'costKinds' | 'orientations' | 'internal' | 'period';
	/** "Kostnadsslag: Moln". */
	label: string;
	without: Partial<Filters>;
}

/** The filters that are on, in the order of the bar. @param supplierName what a supplier key is called */
export function namedFilters(filters: Filters, supplierName: (key: string) => string): NamedFilter[] {
	const named = (
		key: 'units' | 'suppliers' | 'costKinds' | 'orientations',
		words: readonly string[]
	): NamedFilter[] =>
		words.length
			? [
					{
						key,
						label: `${filterWords[key]}: ${words.length > 2 ? `${words.length} valda` : words.join(', ')}`,
						without: { [key]: [] }
					}
				]
			: [];
	return [
		...named('units', filters.units),
		...named('suppliers', filters.suppliers.map(supplierName)),
		...named('costKinds', filters.costKinds),
		...named('orientations', filters.orientations),
		...(filters.internal
			? []
			: [
					{
						key: 'internal' as const,
						label: filterWords.withoutInternal,
						without: { internal: true }
					}
				])
	];
}

/** The period as a filter that can be taken away. */
export function periodFilter(period: Period): NamedFilter {
	return { key: 'period', label: formatPeriod(period), without: { period: null } };
}

/** "Inga rader i jan–okt 2026 har Nämnd: Kulturnämnden och Kostnadsslag: Moln." */
export function emptyByFilter(period: Period, names: readonly NamedFilter[]): string {
	const labels = names.map((name) => name.label);
	const list =
		labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} och ${labels.at(-1) ?? ''}`;
	return `Inga rader i ${formatPeriod(period)} har ${list}.`;
}

/** "Utan Kostnadsslag: Moln finns 7,3 mnkr." */
export function withoutFilter(name: NamedFilter, ore: number, unit: MoneyUnit): string {
	const amount = formatMoneyWithUnit(ore, unit);
	return name.key === 'period' ? `Andra månader har ${amount}.` : `Utan ${name.label} finns ${amount}.`;
}

/** "Ta bort Kostnadsslag: Moln". */
export function removeFilter(name: NamedFilter): string {
	return `Ta bort ${name.label}`;
}
