// The words of the calendar: its events, and the address that a person subscribes to.
import { optionsLeft } from '../domain/contract-clock';
import type { ContractDay, ContractDayKind } from '../domain/contract-days';
import type { ContractFacts } from '../domain/contract-step';
import type { Day } from '../domain/day';
import { lastMeetingBefore, type MeetingDay } from '../domain/meeting';
import { monthsAsWords } from './contracts';
import { formatDayLong } from './format';

const dayNames: Readonly<Record<ContractDayKind, string>> = {
	'safe-start': 'Sista trygga start av upphandling',
	'option-call': 'Sista dag att förlänga',
	notice: 'Sista dag att säga upp',
	end: 'Avtalet slutar'
};

/** "Sista dag att säga upp: Lärstigen, lärplattform". */
export function dayTitle(kind: ContractDayKind, contract: string): string {
	return `${dayNames[kind]}: ${contract}`;
}

/** What happens on the day, or if nobody does anything before it. */
export function daySentence({ kind, day }: ContractDay, facts: ContractFacts): string {
	const { endDay, noticeDay, extensionKind, extensionMonths } = facts;
	const again = extensionMonths ? monthsAsWords(extensionMonths) : 'enligt avtalet';
	const on = formatDayLong(day);
	switch (kind) {
		case 'safe-start':
			return `En ny upphandling bör starta senast ${on}. Då finns tolv månader till ${noticeDay ? 'sista dag att säga upp' : 'avtalets slut'}, ${formatDayLong(noticeDay ?? endDay)}.`;
		case 'option-call':
			return `Avtalet slutar ${formatDayLong(endDay)} om ingen förlänger det senast ${on}.`;
		case 'notice':
			return extensionKind === 'automatisk'
				? `Säger ingen upp avtalet senast ${on} förlängs det ${again}.`
				: `Avtalet slutar ${formatDayLong(endDay)}. Sista dag att säga upp är ${on}.`;
		case 'end':
			if (extensionKind === 'automatisk')
				return `Avtalet slutar ${on} om det har sagts upp. Annars förlängs det ${again}.`;
			return extensionKind === 'option' && optionsLeft(facts) !== 0
				? `Avtalet slutar ${on} om ingen har förlängt det.`
				: `Avtalet slutar ${on}.`;
	}
}

/**
 * "Beslut krävs senast på mötet 9 december 2026", or that no meeting is held before the day.
 * @param meetings those that the reader may know of; null while none is known, and then there is nothing to say
 */
export function meetingSentence(
	lastDay: Day | null,
	meetings: readonly MeetingDay[] | null,
	today: Day
): string | null {
	if (!lastDay || lastDay < today || !meetings?.length) return null;
	const meeting = lastMeetingBefore(meetings, lastDay, today);
	return meeting
		? `Beslut krävs senast på mötet ${formatDayLong(meeting.day)}`
		: `Inget möte är satt före ${formatDayLong(lastDay)}`;
}

export const calendarWords = {
	open: 'Kalender',
	title: 'Avtalens dagar i din kalender',
	meaning:
		'Prenumerera på sista dag att säga upp, sista dag att förlänga, avtalsslut, sista trygga start av upphandling och mötesdagar. Kalendern uppdateras när en ny utgåva publiceras.',
	personal:
		'Adressen är personlig och visar det som du får se. Den som har adressen kan läsa kalendern utan att logga in. Dela den inte.',
	create: 'Skapa adress',
	creating: 'Skapar adressen …',
	closed: 'Du har ingen kalenderadress.',
	created: (day: string) => `Du har en adress sedan ${day}.`,
	read: (day: string) => `Den lästes senast ${day}.`,
	neverRead: 'Ingen har läst den än.',
	shownOnce:
		'Kopiera adressen nu. Den visas bara här och går inte att se igen, men du kan byta den mot en ny.',
	subscribe: 'Öppna i kalendern',
	close: 'Stäng adressen',
	isClosed: 'Adressen är stängd. Kalendrar som använde den får inget mer.',
	change: 'Byt adress',
	changing: 'Adressen är bytt. Den gamla slutade gälla.',
	asking: 'Hämtar …',
	link: 'Adress till kalendern',
	copy: 'Kopiera',
	copied: 'Adressen är kopierad.',
	copyFailed: 'Det gick inte att kopiera. Markera adressen och kopiera den själv.',
	/** A file with the days of one contract. */
	file: 'Kalenderfil',
	/** What the calendar is called where it is read. */
	name: (municipality: string) => `Genomlys, ${municipality}`,
	meetings: 'Möte'
} as const;

/** What the server says. */
export const calendarServerWords = {
	gone: 'Kalendern finns inte. Adressen kan vara stängd eller bytt.',
	failed: 'Kalendern kunde inte skapas. Försök igen senare.'
} as const;
