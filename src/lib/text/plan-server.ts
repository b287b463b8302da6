// What the server says about planned changes.
import { shortestReason } from '../domain/reason';
import { numberWord } from './format';

export const planServerWords = {
	broken: 'Ändringen kunde inte läsas. Ladda om sidan och försök igen.',
	noName: 'Skriv vad som ska ändras.',
	longName: 'Namnet får vara högst 200 tecken.',
	noScenario: 'Välj minst ett sätt som ändringen hör till.',
	noAmount: 'Skriv beloppen i kronor.',
	noYears: 'Skriv ett belopp för minst ett år.',
	twiceYears: 'Varje år får stå en gång.',
	tooLarge: 'Beloppet är större än vad som är möjligt.',
	noReason: `Skriv varför, med minst ${numberWord(shortestReason)} tecken.`,
	longReason: 'Skälet får vara högst 1 000 tecken.',
	personalText: 'Texten ser ut att innehålla ett personnummer. Ta bort det och spara igen.',
	noUnit: 'Nämnden finns inte i den del du ser.',
	noSystem: 'Systemet finns inte i den del du ser.',
	gone: 'Ändringen finns inte i den del du ser.'
} as const;
