// The words of trend and season.
import type { Month } from '../domain/period';
import { capitalised, formatCount, formatMonthLong, formatShare } from './format';

export const seasonText = {
	failed: 'Trend och säsong kunde inte räknas fram',
	level: 'Köpta och använda licenser, månad för månad',
	season: 'Säsongen',
	seasonMeasure:
		'Använda licenser mot medlet av de tolv månaderna omkring, procent. Tillväxt räknas inte som säsong.',
	ends: 'Oanvända i årets högsta och lägsta månad',
	endsTold:
		'De senaste tolv månaderna med uppgift. Det som är oanvänt också när flest är aktiva behövs inte för årets toppar.',
	place: 'Läge i året',
	now: 'Vald månad',
	high: 'Flest använda',
	low: 'Minst använda',
	noUse: 'Ingen månad säger hur många licenser som används. Då finns varken trend eller säsong att visa.',
	knownMoves:
		'Andelen licenser med känd användning har ändrats under året. En del av ändringen kan komma av det.'
} as const;

/** "Aktiva" or "tilldelade", inside a sentence. */
type UsedWord = 'aktiva' | 'tilldelade';

/** "155 fler aktiva licenser än för ett år sedan (+2,1 %)." */
export function trendSentence(
	change: { change: number; share: number | null } | null,
	used: UsedWord
): string {
	if (!change) return `Antalet ${used} licenser går inte att jämföra med för ett år sedan.`;
	if (change.change === 0) return `Lika många licenser är ${used} som för ett år sedan.`;
	const share = change.share === null ? '' : ` (${formatShare(Math.abs(change.share), 1)})`;
	const way = change.change > 0 ? 'fler' : 'färre';
	return `${formatCount(Math.abs(change.change))} ${way} licenser är ${used} än för ett år sedan${share}.`;
}

/** "I juli används 7 % färre än årets medel." */
export function seasonSentence(low: { name: string; ratio: number } | null): string {
	if (!low) return 'Användningen är ungefär lika stor året runt.';
	return `I ${low.name} används ${formatShare(1 - low.ratio, 0)} färre än årets medel, så den månaden visar mer oanvänt än vad som är onödigt.`;
}

export function tooFewMonths(known: number, needed: number): string {
	return `En säsong kräver ${formatCount(needed)} månader i rad med känd användning. Här finns ${formatCount(known)}.`;
}

/** "1 398 licenser är oanvända också i mars 2026, då flest är aktiva." */
export function allYearUnused(unused: number, month: Month, used: UsedWord): string {
	return `${formatCount(unused)} licenser är oanvända också i ${formatMonthLong(month)}, då flest är ${used}.`;
}

export const monthLabel = (month: string): string => capitalised(formatMonthLong(month));
