// What the server says about forecasts that are set.
import { shortestReason } from '../domain/reason';
import { numberWord } from './format';

export const forecastServerWords = {
	broken: 'Prognosen kunde inte läsas. Ladda om sidan och försök igen.',
	noFollowUp: 'Den uppföljningen finns inte.',
	noAmount: 'Skriv ett belopp i kronor.',
	tooLarge: 'Beloppet är större än vad som är möjligt.',
	noReason: `Skriv varför, med minst ${numberWord(shortestReason)} tecken.`,
	longReason: 'Skälet får vara högst 1 000 tecken.',
	personalText: 'Texten ser ut att innehålla ett personnummer. Ta bort det och spara igen.',
	noUnit: 'Nämnden finns inte i den del du ser.',
	nothing: 'Det finns ingen satt prognos att ta tillbaka.',
	locked: 'Uppföljningen är låst. Den som får låsa kan öppna den igen.'
} as const;
