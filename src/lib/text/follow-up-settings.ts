// The words of the setting that says which follow-ups a municipality has.
import { longestFollowUpName, mostFollowUps, type FollowUpFault } from '../domain/follow-up-setting';
import { monthFrom } from '../domain/period';
import { formatMonthLong } from './format';

/** "april": the name of a month, 1–12. */
export function monthName(month: number): string {
	return formatMonthLong(monthFrom(2000, month)).replace(/\s\d{4}$/, '');
}

export const followUpSettingWords = {
	open: 'Ändra perioder',
	title: 'Perioder för uppföljning',
	explanation:
		'Varje period räknas från januari till och med sin sista månad. Prognosen till en period läses ur budgetfilens version med periodens namn, till exempel T1-prognos. Den som slutar i december har årets utfall i stället för prognos.',
	name: 'Namn',
	lastMonth: 'Sista månad',
	add: 'Lägg till en period',
	remove: (name: string) => `Ta bort ${name || 'perioden'}`,
	standard: 'Återställ T1, T2 och VB',
	save: 'Spara perioder',
	saved: 'Perioderna är sparade.',
	cancel: 'Avbryt',
	broken: 'Perioderna gick inte att läsa. Ladda om sidan och försök igen.',
	tooMany: `Högst ${mostFollowUps} perioder ryms. Ta bort någon.`,
	fault: {
		name: `Skriv ett namn på varje period, högst ${longestFollowUpName} tecken och bara bokstäver och siffror: T1, VB, Mars.`,
		sameName: 'Två perioder heter lika. Ge dem olika namn.',
		month: 'Välj en sista månad, januari till december, för varje period.',
		sameMonth: 'Två perioder slutar i samma månad. Välj olika månader, eller ta bort den ena.',
		end: 'Ingen period slutar i december. En period måste gälla hela året, som VB.'
	} satisfies Record<FollowUpFault, string>,
	locked: (name: string, month: number) =>
		`${name} till och med ${monthName(month)} är låst för något år, så den kan varken tas bort eller få en annan sista månad. Lägg till en period med ett annat namn.`
} as const;
