// What the server says of saved views and notes that it does not keep.
import { longestNote, mostNotes } from '../domain/note';
import { viewLimits } from '../domain/saved-view';
import { formatCount } from './format';

const personal = 'ser ut att innehålla ett personnummer. Ta bort det och spara igen. Inget är sparat.';

export const viewServerWords = {
	broken: 'Vyn kunde inte läsas. Ladda om sidan och försök igen.',
	noName: 'Skriv ett namn på vyn.',
	longName: `Namnet är för långt. Använd högst ${viewLimits.name} tecken.`,
	longText: `Texten är för lång. Använd högst ${formatCount(viewLimits.text)} tecken.`,
	badAddress:
		'Sidan kan inte sparas som vy. Adressen är för lång, hör till en annan sida eller pekar ut en enskild firma.',
	noSql: 'Skriv en fråga innan du sparar.',
	longSql: `Frågan är för lång. Använd högst ${formatCount(viewLimits.sql)} tecken.`,
	personalText: `Namnet eller texten ${personal}`,
	personalAddress: `Urvalet ${personal}`,
	personalSql: `Frågan ${personal}`,
	missing: 'Vyn finns inte, eller är inte delad med dig.',
	not_own: 'Vyn är någon annans. Spara en egen i stället.',
	no_sharing: 'Den som ser delar av kommunen kan inte dela. Spara privat.',
	no_edition: 'Utgåvan finns inte. Ladda om sidan och försök igen.',
	full: `Du har redan ${viewLimits.perPerson} sparade vyer. Ta bort någon och spara igen.`
} as const;

export const noteServerWords = {
	broken: 'Anteckningen kunde inte läsas. Ladda om sidan och försök igen.',
	noText: 'Skriv något innan du sparar.',
	longText: `Anteckningen är för lång. Använd högst ${formatCount(longestNote)} tecken.`,
	personalText: `Anteckningen ${personal}`,
	personalSubject: 'En enskild firma kan inte ha anteckningar, eftersom numret är ett personnummer.',
	missing: 'Anteckningen finns inte, eller är inte delad med dig.',
	noSubject: 'Det finns inte i de siffror du får se.',
	not_own: 'Anteckningen är någon annans. Skriv en egen i stället.',
	no_sharing: 'Den som ser delar av kommunen kan inte dela. Spara privat.',
	full: `Du har redan ${formatCount(mostNotes)} anteckningar. Ta bort någon och spara igen.`
} as const;
