// What the server says of meetings that it does not keep.
import { meetingLimits } from '../domain/meeting';
import { formatCount } from './format';

export const meetingServerWords = {
	broken: 'Det som skickades kunde inte läsas. Ladda om sidan och försök igen.',
	noName: 'Skriv vad mötet heter.',
	longName: `Namnet är för långt. Använd högst ${meetingLimits.name} tecken.`,
	longPlace: `Platsen är för lång. Använd högst ${meetingLimits.place} tecken.`,
	noDay: 'Ange en dag som finns, till exempel 2026-12-09.',
	manyDays: `Lägg in högst ${meetingLimits.atOnce} möten åt gången.`,
	manyItems: `Dagordningen rymmer högst ${meetingLimits.items} punkter.`,
	noText: 'Skriv vad mötet beslutade.',
	longText: `Texten är för lång. Använd högst ${formatCount(meetingLimits.decision)} tecken.`,
	personalText: 'Texten ser ut att innehålla ett personnummer. Ta bort det och spara igen. Inget är sparat.',
	missing: 'Mötet finns inte, eller gäller nämnder som du inte ser.',
	noPapers: 'Mötet har inga sådana handlingar.',
	cancelled: 'Mötet är inställt. Kalla till det igen innan du ändrar.',
	changed: 'Någon annan har ändrat dagordningen. Du ser den nu som den är. Gör om din ändring.',
	decided: 'En punkt med beslut kan inte tas bort.',
	unknown: 'Punkten finns inte i de siffror som mötets deltagare får se.',
	twice: 'Punkten står redan på dagordningen.',
	nothing: 'Handlingar kan tas fram när en utgåva är publicerad.',
	no_contract: 'En bedömning gäller ett avtal. Skriv beslutet utan bedömning.'
} as const;
