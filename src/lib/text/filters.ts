// The words of the filter bar and of what is empty by filter.
import { type Filters } from '../domain/filters';
import { yearBefore } from '../domain/period';
import { formatMoneyWithUnit, formatPeriod } from './format';
import type { MoneyUnit } from '../domain/filters';

export const filterWords = {
	bar: 'Filter',
	units: 'Nämnd',
	suppliers: 'Leverantör',
	costKinds: 'Kostnadsslag',
	orientations: 'Inriktning',
	withoutInternal: 'Utan interna rader',
	withoutInternalHelp: 'Interna rader har en egen nämnd eller ett eget bolag som motpart.',
	noSupplier: 'Utan leverantör',
	failed: 'Filtren kunde inte fyllas.'
} as const;

/** The chip's second half: "mot jan–okt 2025"; nothing when there is no data to compare with. */
export function comparedWith(compared: Filters['period']): string | undefined {
	return compared ? `mot ${formatPeriod(compared)}` : undefined;
}

/** "Siffror för jan–okt 2025 är inte inlästa." */
export function notCompared(period: NonNullable<Filters['period']>): string {
	return `Siffror för ${formatPeriod(yearBefore(period))} är inte inlästa.`;
}

/** One filter in words, and the filters without it. */
export interface NamedFilter {
	key: 'units' | 'suppliers' | 'costKinds' | 'orientations' | 'internal';
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

/** "Kulturnämnden har inga kostnader för Moln i jan–okt 2026." in the general form. */
export function emptyByFilter(period: NonNullable<Filters['period']>, names: readonly NamedFilter[]): string {
	const list = names.map((name) => name.label).join(' och ');
	return `Inga rader i ${formatPeriod(period)} har ${list}.`;
}

/** "Utan Kostnadsslag: Moln finns 7,3 mnkr." */
export function withoutFilter(name: NamedFilter, ore: number, unit: MoneyUnit): string {
	return `Utan ${name.label} finns ${formatMoneyWithUnit(ore, unit)}.`;
}
