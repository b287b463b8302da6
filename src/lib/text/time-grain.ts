// What spans of time are called: a month, a tertial by its months, a year.
import { monthsOfValue } from '../domain/dimension-months';
import type { TimeGrain } from '../domain/time-grain';
import { formatMonthLong, formatMonthShort, formatPeriod } from './format';

export const grainWords = {
	label: 'Hur fint tiden visas',
	names: { month: 'Månad', tertial: 'Tertial', year: 'År' },
	/** "Per månad och kostnadsslag". */
	per: { month: 'Per månad', tertial: 'Per tertial', year: 'Per år' },
	/** "Kostnad per månad", where no finding says more. */
	neutral: { month: 'Kostnad per månad', tertial: 'Kostnad per tertial', year: 'Kostnad per år' },
	sameLastYear: {
		month: 'samma månad i fjol',
		tertial: 'samma tertial i fjol',
		year: 'året före'
	},
	column: { month: 'I fjol', tertial: 'I fjol', year: 'Året före' }
} as const satisfies Record<string, string | Readonly<Record<TimeGrain, string>>>;

/** In a sentence: "augusti 2026", "maj–aug 2026", "2026". */
export function spanName(key: string, grain: TimeGrain): string {
	if (grain === 'month') return formatMonthLong(key);
	const months = monthsOfValue(grain, key);
	return grain === 'tertial' && months ? formatPeriod(months) : key;
}

/** On an axis, without its year: "aug", "maj–aug"; the year itself. */
export function spanShort(key: string, grain: TimeGrain): string {
	return grain === 'month' ? formatMonthShort(key) : spanName(key, grain).replace(/ \d{4}$/, '');
}
