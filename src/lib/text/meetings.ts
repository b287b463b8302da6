// The words of meetings: the list, the agenda, and what was decided.
import { daysBetween, type Day } from '../domain/day';
import { meetingLimits, type AgendaKind, type MeetingStatus } from '../domain/meeting';
import { capitalised, formatCount, formatCounted, formatDayLong, numberWord } from './format';

export const meetingStatusNames: Readonly<Record<MeetingStatus, string>> = {
	planned: 'Planerat',
	papers: 'Handlingar klara',
	decided: 'Beslut antecknade',
	cancelled: 'Inställt'
};

export const agendaKindNames: Readonly<Record<AgendaKind, string>> = {
	contract: 'Avtal',
	question: 'Fråga'
};

/** "9 december 2026, om 100 dagar". */
export function meetingDay(day: Day, today: Day): string {
	const days = daysBetween(today, day);
	if (days < 0) return formatDayLong(day);
	const left = days === 0 ? 'i dag' : days === 1 ? 'i morgon' : `om ${formatCounted(days, 'dag', 'dagar')}`;
	return `${formatDayLong(day)}, ${left}`;
}

/** The list's answer: which meeting comes next. */
export function meetingsLead(next: { name: string; day: Day } | null, today: Day): string {
	return next
		? `Nästa möte är ${next.name}, ${meetingDay(next.day, today)}.`
		: 'Inget möte är inlagt framåt.';
}

/** The answer of a meeting's page. */
export function meetingLead(
	meeting: { day: Day; items: readonly { decisions: readonly unknown[] }[]; status: MeetingStatus },
	today: Day
): string {
	if (meeting.status === 'cancelled') return `Mötet ${formatDayLong(meeting.day)} är inställt.`;
	const when = capitalised(meetingDay(meeting.day, today));
	const { items } = meeting;
	if (!items.length) return `${when}. Dagordningen är tom.`;
	const decided = items.filter(({ decisions }) => decisions.length).length;
	const points = `${capitalised(numberWord(items.length, 'en'))} ${items.length === 1 ? 'punkt' : 'punkter'} på dagordningen`;
	if (!decided) return `${when}. ${points}.`;
	return decided === items.length
		? `${when}. ${points}, alla med beslut.`
		: `${when}. ${points}, ${numberWord(decided, 'en')} med beslut.`;
}

/** Which nämnder a meeting is about. */
export function aboutWords(units: readonly string[] | null): string {
	return units === null ? 'Hela kommunen' : units.join(', ');
}

export const meetingWords = {
	title: 'Möten',
	all: 'Alla möten',
	coming: 'Kommande möten',
	past: 'Tidigare och inställda möten',
	none: 'Inget möte är inlagt än',
	noneMeaning:
		'Ett möte har en dagordning av avtal och frågor. Till mötet tas handlingar fram, där siffrorna står kvar som de var. Efteråt antecknas vad som beslutades.',
	noneReader: 'Den som har rätten att kalla lägger in möten.',
	new: 'Nytt möte',
	name: 'Möte',
	nameHint: 'Till exempel Utbildningsnämnden.',
	day: 'Dag',
	days: 'Dagar',
	daysHint: `En dag per rad, som 2026-12-09. Högst ${meetingLimits.atOnce} möten åt gången.`,
	several: 'Lägg in flera möten',
	one: 'Lägg in ett möte',
	place: 'Plats',
	about: 'Gäller',
	points: 'Punkter',
	status: 'Läge',
	save: 'Spara mötet',
	saveAll: 'Spara mötena',
	saving: 'Sparar',
	saved: 'Mötet är sparat.',
	savedAll: (count: number) => `${capitalised(formatCounted(count, 'möte', 'möten'))} är inlagda.`,
	noName: 'Skriv vad mötet heter.',
	noDay: 'Ange en dag som finns, till exempel 2026-12-09.',
	badDays: (lines: readonly string[]) => `Det här är ingen dag: ${lines.join(', ')}. Skriv som 2026-12-09.`,
	change: 'Ändra dag och plats',
	cancel: 'Ställ in mötet',
	cancelled: 'Mötet är inställt. Dagordning, handlingar och beslut finns kvar.',
	callAgain: 'Kalla till mötet igen',
	calledAgain: 'Mötet är inlagt igen.',
	undo: 'Ångra',
	loading: 'Hämtar mötena'
} as const;

export const agendaWords = {
	title: 'Dagordning',
	empty: 'Dagordningen är tom.',
	emptyConvene: 'Lägg till avtal som måste beslutas, och frågor som väntar på svar.',
	keys: 'Flytta en punkt med Alt och pil upp eller ner.',
	up: (name: string) => `Flytta upp ${name}`,
	down: (name: string) => `Flytta ner ${name}`,
	remove: (name: string) => `Ta bort ${name} från dagordningen`,
	moved: (name: string, at: number, of: number) => `${name} är nu punkt ${at} av ${of}.`,
	added: (name: string) => `${name} står nu på dagordningen.`,
	removed: (name: string) => `${name} är borttagen från dagordningen.`,
	decided: 'Beslut antecknat',
	hasDecision: 'Punkten har ett beslut och kan inte tas bort.',
	addContract: 'Lägg till ett avtal',
	searchContract: 'Sök avtal, leverantör eller avtalsnummer',
	noMatch: 'Inget avtal passar.',
	lastChance: 'Sista mötet som hinner',
	more: (count: number) => `Visa ${formatCount(count)} till`,
	tooLate: 'Sista dagen är före mötet',
	suggestions: 'Avtal som måste beslutas nu',
	add: 'Lägg till',
	addNamed: (name: string) => `Lägg till ${name}`,
	gone: 'Finns inte i registret längre. Det som är sagt och beslutat står kvar.',
	addQuestion: 'Lägg till en fråga',
	noQuestions: 'Ingen öppen fråga finns utanför dagordningen.'
} as const;

export const papersCardWords = {
	title: 'Handlingar',
	none: 'Inga handlingar är framtagna.',
	meaning:
		'Handlingarna visar Översiktens fem frågor, ett kort per avtal och frågorna på dagordningen. Siffrorna står kvar, också när en ny utgåva publiceras.',
	make: 'Ta fram handlingarna',
	remake: 'Ta fram handlingarna på nytt',
	making: 'Tar fram handlingarna',
	open: 'Öppna handlingarna',
	version: (version: number) => `Version ${version}`,
	made: 'Handlingarna är framtagna.',
	agendaChanged: 'Dagordningen har ändrats sedan handlingarna togs fram.',
	noEdition: 'Handlingar kan tas fram när en utgåva är publicerad.'
} as const;

export const decisionWords = {
	title: 'Beslut',
	none: 'Inget beslut är antecknat.',
	write: 'Anteckna beslut',
	writeNamed: (name: string) => `Anteckna beslut om ${name}`,
	again: 'Anteckna på nytt',
	againNamed: (name: string) => `Anteckna på nytt om ${name}`,
	verdict: 'Bedömning av avtalet',
	noVerdict: 'Ingen bedömning',
	text: 'Vad beslutade mötet?',
	hint: `Högst ${formatCount(meetingLimits.decision)} tecken. Skriv inga personnummer. Ett sparat beslut kan inte ändras, bara följas av ett nytt.`,
	noText: 'Skriv vad mötet beslutade.',
	save: 'Spara beslutet',
	saving: 'Sparar',
	saved: (name: string) => `Beslutet om ${name} är antecknat.`,
	notSaved: 'Beslutet är inte sparat. Texten står kvar.',
	earlier: 'Tidigare antecknat',
	by: (author: string, day: string) => `${author}, ${day}`,
	print: 'Beslut att skriva ut',
	protocol: (name: string) => `Beslut: ${name}`,
	point: 'Punkt',
	kind: 'Typ',
	matter: 'Ärende',
	decision: 'Beslut',
	judged: 'Bedömning',
	noted: 'Antecknat',
	undecided: 'Inget beslut antecknat',
	csv: 'Beslut som CSV',
	back: 'Till mötet'
} as const;
