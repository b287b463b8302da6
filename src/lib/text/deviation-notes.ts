// The words of notes on deviations, and of the limit that asks for them.
import type { DeviationLimit, NoteState } from '../domain/deviation-limit';
import type { NoteVersion } from '../domain/deviation-note';
import type { YearFollowUp } from '../domain/follow-up';
import { dayOfInstant, formatCounted, formatMoneyWithUnit, formatNumber } from './format';

type Named = Pick<YearFollowUp, 'year' | 'followUp'>;
const named = ({ year, followUp }: Named) => `${followUp} ${year}`;

export const noteStateNames: Readonly<Record<Exclude<NoteState, 'carried'>, string>> = {
	noted: 'Kommenterad',
	missing: 'Kommentar saknas',
	under: 'Under gränsen',
	unknown: 'Okänt'
};

/** "2 % och 100 tkr": both as they were written. */
function limitFigures({ percent, amount }: DeviationLimit): { share: string; money: string } {
	const decimals = Number.isInteger(percent) ? 0 : Number.isInteger(percent * 10) ? 1 : 2;
	const unit = amount % 100_000 ? 'kr' : 'tkr';
	return { share: `${formatNumber(percent, decimals)}\u00a0%`, money: formatMoneyWithUnit(amount, unit) };
}

/** "En nämnd som går mer än 2 % och mer än 100 tkr över sin årsbudget ska ha en kommentar." */
export function limitSentence(limit: DeviationLimit): string {
	const { share, money } = limitFigures(limit);
	return limit.better
		? `En nämnd som avviker mer än ${share} och mer än ${money} från sin årsbudget, åt något håll, ska ha en kommentar.`
		: `En nämnd som går mer än ${share} och mer än ${money} över sin årsbudget ska ha en kommentar.`;
}

/** "inom gränsen 2 % eller 100 tkr": either is enough to be within it. */
export function withinLimit(limit: DeviationLimit): string {
	const { share, money } = limitFigures(limit);
	return `inom gränsen, ${share} eller ${money}`;
}

export const deviationWords = {
	column: 'Kommentar',
	cardTitle: 'Kommentar till avvikelsen',
	loading: 'Hämtar kommentarerna …',
	failed: 'Kommentarerna kunde inte hämtas',
	retry: 'Försök igen',
	cause: 'Orsak',
	causeHint: 'Vad avvikelsen beror på.',
	measure: 'Åtgärd',
	measureHint: 'Vad nämnden gör åt den. Skriv att inget görs, om det är så.',
	effect: 'Effekt',
	effectHint: 'Vad åtgärden väntas ge, och när: +0,9 mnkr helår 2027.',
	responsible: 'Ansvarig',
	due: 'Klart',
	dueHint: 'En dag, som 2026-12-15.',
	closed: 'Vad blev det av det?',
	closedHint: 'Kommentaren följs inte längre när den är avslutad. Den finns kvar här och i historiken.',
	closedLabel: 'Utfall av åtgärden',
	about: 'Gäller',
	wholeUnit: 'Hela nämnden',
	noEffect: 'Inte sagd',
	noDue: 'Ingen dag satt',
	write: 'Skriv en kommentar',
	another: 'Kommentera ett kostnadsslag',
	change: 'Ändra',
	update: (chosen: Named) => `Uppdatera för ${named(chosen)}`,
	close: 'Avsluta',
	reopen: 'Öppna igen',
	save: 'Spara kommentar',
	saveClosed: 'Avsluta kommentaren',
	saving: 'Sparar …',
	saved: (unit: string) => `Kommentaren om ${unit} är sparad.`,
	closedNow: (unit: string) => `Kommentaren om ${unit} är avslutad.`,
	reopened: (unit: string) => `Kommentaren om ${unit} är öppen igen.`,
	needed: {
		cause: 'Skriv vad avvikelsen beror på.',
		measure: 'Skriv vad nämnden gör åt den.',
		responsible: 'Skriv vem som ansvarar.',
		due: 'Skriv en dag som finns, år-månad-dag: 2026-12-15.',
		closed: 'Skriv vad det blev av åtgärden.'
	},
	none: (unit: string, chosen: Named) => `Ingen har kommenterat ${unit} i ${named(chosen)}.`,
	noneNeeded: 'Avvikelsen är under gränsen.',
	cannotWrite: 'En controller skriver kommentarer.',
	choose: 'Välj nämnd',
	writtenBy: ({ author, created, ...version }: NoteVersion) =>
		`Kommentar till ${named(version)} · ${author}, ${dayOfInstant(created)}`,
	carried: (standing: Named) => `Från ${named(standing)}, inte uppdaterad`,
	from: (first: Named) => `Följs upp från ${named(first)}`,
	untouched: (chosen: Named) => `Inget är sagt i ${named(chosen)} än. Så här stod det senast.`,
	next: (next: Named) => `Följs upp i ${named(next)}`,
	isClosed: 'Avslutad',
	later: (later: Named) => `Den har uppdaterats i ${named(later)}.`,
	history: 'Historik',
	historyLine: ({ author, created, ...version }: NoteVersion) =>
		`${named(version)}, ${dayOfInstant(created)}, ${author}`,
	newer: ({ author, created }: NoteVersion) =>
		`${author} ändrade kommentaren ${dayOfInstant(created)}, medan du skrev. Din text är kvar. Spara igen om den ska gälla i stället för den här:`,
	openTitle: 'Öppna kommentarer',
	openSubtitle: 'Det som följs upp tills det är avslutat. Försenade först.',
	noOpen: 'Ingen kommentar är öppen. Allt som kommenterats är avslutat.',
	noneEver: 'Ingen har skrivit någon kommentar än.',
	started: 'Från',
	daysLeftHead: 'Dagar kvar',
	csv: 'Exportera kommentarer',
	limitOpen: 'Ändra gränsen',
	limitTitle: 'Gräns för kommentar',
	limitText: 'Båda talen måste passeras för att en kommentar ska saknas. Gränsen gäller alla uppföljningar.',
	limitPercent: 'Mer än så många procent av årsbudgeten',
	limitAmount: 'Mer än så många tkr',
	limitBetter: 'Gäller också den som väntas kosta mindre än budget',
	limitSave: 'Spara gränsen',
	limitFault: 'Skriv bara ett tal, 0 eller mer.',
	limitPercentFault: 'Skriv ett tal mellan 0 och 100.'
} as const;

/** "23 dagar kvar", "Försenad 3 dagar", "Ska vara klart i dag". */
export function daysLeftText(days: number): string {
	if (days === 0) return 'Ska vara klart i dag';
	const count = formatCounted(Math.abs(days), 'dag', 'dagar');
	return days < 0 ? `Försenad ${count}` : `${count} kvar`;
}

/** What the server answers. */
export const deviationServerWords = {
	broken: 'Kommentaren gick inte att läsa. Ladda om sidan och försök igen.',
	noCause: deviationWords.needed.cause,
	noMeasure: deviationWords.needed.measure,
	noResponsible: deviationWords.needed.responsible,
	noClosed: deviationWords.needed.closed,
	noDay: deviationWords.needed.due,
	tooLong: 'Texten är för lång. Korta den.',
	personal: 'Texten innehåller ett personnummer. Ta bort det och spara igen.',
	no_unit: 'Nämnden finns inte i det du ser.',
	no_follow_up: 'Uppföljningen finns inte längre. Ladda om sidan.',
	missing: 'Kommentaren finns inte i det du ser.',
	earlier: (standing: Named) =>
		`Kommentaren är uppdaterad i ${named(standing)}. Öppna den uppföljningen och ändra den där.`,
	noPercent: deviationWords.limitPercentFault,
	noAmount: deviationWords.limitFault
} as const;
