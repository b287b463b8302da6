// The words of the filter bar and of what is empty by filter.
import { listFilters, withoutValue, type Filters, type ListFilter, type MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import { formatMoneyWithUnit, formatPeriod } from './format';

export const filterWords = {
	bar: 'Filter',
	units: 'Nämnd',
	suppliers: 'Leverantör',
	costKinds: 'Kostnadsslag',
	orientations: 'Inriktning',
	systems: 'System',
	contracts: 'Avtal',
	accounts: 'Konto',
	makers: 'Verklig leverantör',
	/** In the lists that may lack a value. */
	without: {
		units: 'Okänd nämnd',
		suppliers: 'Utan leverantör',
		costKinds: 'Okänt',
		orientations: 'Okänd inriktning',
		systems: 'Utan system',
		contracts: 'Utan avtal',
		accounts: 'Utan konto',
		makers: 'Utan verklig leverantör'
	} satisfies Record<ListFilter, string>,
	withoutInternal: 'Utan interna rader',
	/** As a filter among others: "Ta bort Interna rader utelämnade". */
	internalLeftOut: 'Interna rader: utelämnade',
	withoutInternalHelp: 'Interna rader har en egen nämnd eller ett eget bolag som motpart.',
	except: 'utom',
	exclude: 'Visa alla utom de valda',
	leftOut: 'utelämnade',
	moreFilters: 'Fler filter',
	undo: 'Ångra',
	undoHelp: 'Ångra det senaste filtret (Ctrl+Z)',
	redo: 'Gör om',
	redoHelp: 'Gör om det ångrade filtret (Ctrl+Skift+Z)',
	/** Beside what can be filtered on: leaves it out, or takes it back. */
	leaveOut: 'Utom',
	takeBack: 'Ta med',
	ways: 'Fler val'
} as const;

/** Of a bar, for screen readers. */
export const leftOutWord = 'utelämnad';

/** Above bars that some are left out of: "Utelämnat: Nordvinge Data AB, 29,8 mnkr." */
export function leftOutWords(names: readonly string[], ore: number, unit: MoneyUnit): string {
	const told = names.length > 2 ? `${names.length} valda` : names.join(' och ');
	return `Utelämnat: ${told}, ${formatMoneyWithUnit(ore, unit)}.`;
}

/** Told when a bar is left out or taken back. */
export function leftOutSaid(name: string, leftOut: boolean): string {
	return leftOut ? `${name}: utelämnas.` : `${name}: tas med igen.`;
}

/** What a word of a list is called: an account and a contract by number and name, the others by name. */
export function wordName(list: ListFilter, { key, label }: { key: string; label: string | null }): string {
	if (key === withoutValue) return filterWords.without[list];
	if (label === null) return key;
	const numbered = list === 'accounts' || list === 'contracts';
	return numbered && !label.startsWith(key) ? `${key} ${label}` : label;
}

/** The chip's second half: "mot jan–okt 2025"; nothing when there is no data to compare with. */
export function comparedWith(compared: Period | null): string | undefined {
	return compared ? `mot ${formatPeriod(compared)}` : undefined;
}

/** One filter in words, and the filters without it. */
export interface NamedFilter {
	key: ListFilter | 'internal' | 'period';
	/** "Kostnadsslag: Moln". */
	label: string;
	without: Partial<Filters>;
}

/** The filters that are on, in the order of the bar. @param nameOf what a word of a list is called */
export function namedFilters(
	filters: Filters,
	nameOf: (list: ListFilter, word: string) => string
): NamedFilter[] {
	const lists = listFilters.flatMap((key): NamedFilter[] => {
		const words: readonly string[] = filters[key];
		if (!words.length) return [];
		const told =
			words.length > 2 ? `${words.length} valda` : words.map((word) => nameOf(key, word)).join(', ');
		const except = filters.excluding.includes(key) ? `alla ${filterWords.except} ` : '';
		return [{ key, label: `${filterWords[key]}: ${except}${told}`, without: { [key]: [] } }];
	});
	const internal: NamedFilter = {
		key: 'internal',
		label: filterWords.internalLeftOut,
		without: { internal: true }
	};
	return filters.internal ? lists : [...lists, internal];
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
