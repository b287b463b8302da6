// The words of the forecast.
import type { MoneyUnit } from '../domain/filters';
import { formatCount, formatMoney, formatMonthLong, listed } from './format';

export const forecastText = {
	failed: 'Prognosen kunde inte räknas fram',
	chart: 'Känt till och med vald månad, prognos för resten av året',
	known: 'Känt',
	forecast: 'Prognos, trolig',
	span: 'Låg till hög',
	actual: 'Blev sedan',
	table: 'Året per produkt',
	year: 'Hela året',
	low: 'Låg',
	likely: 'Trolig',
	high: 'Hög',
	soFar: 'Hittills',
	others: (count: number): string => `Övriga ${formatCount(count)} produkter`,
	sumOfEnds: 'Produkternas låga och höga läggs ihop ände mot ände, så spannet är det bredaste som kan bli.',
	budget: 'Mot budgeten för Licens/SaaS',
	budgetNone: 'Budgeten har ingen rad för Licens/SaaS det året, så prognosen går inte att ställa mot den.',
	budgetFiltered: 'Budgeten visas när inga leverantörer eller produkter är valda.',
	budgetCaution:
		'Budgeten gäller allt som bokförs som Licens/SaaS. Licensuppgifterna täcker bara en del, så det övriga står för sig.',
	noLevel: 'Vald månad saknar pris eller antal, så det finns ingen nivå att räkna vidare från.',
	noPrice: (count: number): string =>
		`${formatCount(count)} köpta licenser i vald månad saknar pris och är inte med.`
} as const;

export interface ForecastFacts {
	year: number;
	range: { low: number; likely: number; high: number };
	unit: MoneyUnit;
	finished: boolean;
	hasSpan: boolean;
}

/** "Licenserna kostar troligen 64,1 mnkr under 2026, mellan 63,0 och 65,2." */
export function forecastLead({ year, range, unit, finished, hasSpan }: ForecastFacts): string {
	const figure = (ore: number) => formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 1 : 0 });
	if (finished) return `De köpta licenserna kostade ${figure(range.likely)} ${unit} under ${year}.`;
	const between = hasSpan ? `, mellan ${figure(range.low)} och ${figure(range.high)}` : '';
	return `De köpta licenserna kostar troligen ${figure(range.likely)} ${unit} under ${year}${between}.`;
}

/** How the forecast is made, from which years. */
export function forecastMethod(last: string, years: readonly number[]): string {
	const level = `Varje kvarvarande månad börjar på nivån i ${formatMonthLong(last)}, köpta gånger pris.`;
	if (!years.length) return `${level} Inget tidigare år har samma månader, så inget spann går att räkna.`;
	if (years.length === 1)
		return `${level} Spannet är hur ${years[0]} rörde sig efter samma månad. Trolig är oförändrad nivå.`;
	return `${level} Den flyttas som ${listed(years.map(String))} rörde sig efter samma månad: trolig är medlet, låg och hög det minsta och det mesta.`;
}

/** How a forecast of a month with later data came out. */
export function outcomeSentence(actual: string, inside: boolean): string {
	return `Facit finns: utfallet blev ${actual}, ${inside ? 'inom spannet' : 'utanför spannet'}.`;
}
