// The words of what the pages of Licenser assume.
import type { StandingAssumption, YearlySeries } from '../domain/assumption';
import { dayOfInstant, formatDay, listed } from './format';

export const licenceAssumptionText = {
	loading: 'Hämtar antagandena …',
	failed: 'Antagandena kunde inte hämtas. Talen räknas med förvalen.',
	retry: 'Försök igen',
	change: 'Ändra',
	add: 'Lägg in ett index',
	takeBack: 'Ta tillbaka',
	save: 'Spara antagandet',
	saved: 'Antagandet är sparat. Talen på sidan är omräknade.',
	takenBack: 'Antagandet är tillbakataget. Talen på sidan är omräknade.',
	newer: 'Någon annan har ändrat antagandet. Se vad som gäller nu och försök igen.',
	reason: 'Var kommer uppgiften ifrån?',
	reasonHint: 'Till exempel "SCB, KPI årsmedel" eller "avtalet, punkt 7".',
	noReason: 'Skriv varför, eller var uppgiften kommer från.',
	noFigure: 'Skriv ett tal, till exempel 5.',
	standard: 'förval',
	whoCan: 'En controller för hela kommunen kan ändra det.',
	all: 'Alla antaganden',
	scope: 'Gäller',
	everything: 'hela kommunen',
	indexName: 'Indexets namn',
	indexPoints: 'Ett år per rad',
	indexHint: 'År och tal, till exempel "2024 415,51".',
	noName: 'Skriv vad indexet heter.',
	noYears: 'Skriv minst två år.'
} as const;

export const brokenLine = (line: number, text: string): string =>
	`Rad ${line} går inte att läsa: "${text}". Skriv ett år och ett tal, till exempel 2024 415,51. Varje år får stå en gång.`;

/** "Maja Lindqvist, 2026-09-01: SCB". */
export function assumedBy({ stored }: StandingAssumption): string {
	return stored
		? `${stored.author}, ${formatDay(dayOfInstant(stored.created))}: ${stored.reason}`
		: licenceAssumptionText.standard;
}

export function seriesWords({ name, points }: YearlySeries): string {
	const years = points.map(({ year }) => String(year));
	return `${name}, ${years.length > 6 ? `${years[0]}–${years.at(-1)}` : listed(years)}`;
}
