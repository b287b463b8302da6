// What the server says of questions, verdicts and dismissals that it does not keep.
import { longestPost } from '../domain/review';
import { shortestReason } from '../domain/reason';
import { formatCount, numberWord } from './format';

const personal = 'ser ut att innehålla ett personnummer. Ta bort det och spara igen. Inget är sparat.';

export const reviewServerWords = {
	broken: 'Det du skrev kunde inte läsas. Ladda om sidan och försök igen.',
	noText: 'Skriv något innan du sparar.',
	noReason: 'Skriv varför innan du sparar.',
	shortReason: `Skriv ett skäl på minst ${numberWord(shortestReason)} tecken, så att andra förstår varför. Inget är sparat.`,
	longText: `Texten är för lång. Använd högst ${formatCount(longestPost)} tecken.`,
	personalText: `Texten ${personal}`,
	personalSubject: 'En enskild firma kan inte få frågor, eftersom numret är ett personnummer.',
	badAddress: 'Siffran kan inte frågas om här. Öppna raderna bakom den och försök igen.',
	missing: 'Frågan finns inte, eller gäller nämnder som du inte ser.',
	no_subject: 'Det finns inte i de siffror du får se.',
	no_edition: 'Utgåvan finns inte. Ladda om sidan och försök igen.',
	no_meeting: 'Mötet finns inte eller är inställt. Välj ett annat och spara igen. Inget är sparat.'
} as const;
