// What the server says about verdicts on systems.
import { shortestReason } from '../domain/reason';
import { numberWord } from './format';

export const systemVerdictServerWords = {
	broken: 'Bedömningen kunde inte läsas. Ladda om sidan och försök igen.',
	noReason: `Skriv varför, med minst ${numberWord(shortestReason)} tecken.`,
	longReason: 'Skälet får vara högst 1 000 tecken.',
	personalText: 'Texten ser ut att innehålla ett personnummer. Ta bort det och spara igen.',
	noSystem: 'Systemet finns inte i den del du ser.',
	noEdition: 'Utgåvan finns inte. Ladda om sidan och försök igen.'
} as const;
