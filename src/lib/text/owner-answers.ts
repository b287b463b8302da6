// The words of answers that come back in a questionnaire's file.
import type { AnswerFault, JudgedAnswer } from '../domain/owner-answers';
import { completedSystemFieldName } from './completed-systems';
import { completedBy, completionServerWords } from './completions';
import { formatCounted } from './format';

const faults: Readonly<Record<AnswerFault, string>> = {
	no_system: 'Raden saknar system_id. Fyll i det så som det står i systemlistan.',
	unknown_system: 'Systemet finns inte i listan du ser. Rätta system_id.',
	unknown_field:
		'Uppgiften går inte att svara på. Använd ett av orden i kolumnen falt i filen från den här sidan.',
	not_own: completionServerWords.not_own.system,
	withheld: completionServerWords.withheld.system,
	for_controllers: completionServerWords.forControllers,
	unreadable: 'Svaret gick inte att läsa.',
	twice: 'Frågan har två olika svar i filen. Ta bort det som inte gäller.',
	no_source: 'Källa saknas. Fyll i kolumnen kalla, eller källan här ovanför.',
	no_source_day: 'Källans datum saknas eller är ingen dag. Skriv till exempel 2026-08-31.',
	later_source_day: 'Källan kan inte vara från en senare dag än i dag.'
};

export const answerFileWords = {
	title: 'Läs in svar',
	lead: 'En fil med frågorna från den här sidan, med kolumnen svar ifylld. Inget sparas förrän du har sett vad som händer.',
	choose: 'Välj fil',
	reading: 'Läser filen …',
	other: 'Välj en annan fil',
	source: 'Källa, där filen inte säger någon',
	sourceHint: 'Till exempel ”Frågeblad, it-chef”. Inga personnummer.',
	sourceDay: 'Källans datum, där filen inte säger något',
	notOurs: 'Filen saknar kolumnerna system_id, falt och svar. Ladda ner frågorna härifrån och fyll i dem.',
	noAnswers: 'Inget svar är ifyllt i filen.',
	row: 'Rad',
	system: 'System',
	field: 'Uppgift',
	answer: 'Svar',
	told: 'Vad som händer',
	save: (count: number) => `Spara ${formatCounted(count, 'svar', 'svar')}`,
	saving: (done: number, all: number) => `Sparar ${done} av ${all}`,
	saved: (count: number) =>
		`${formatCounted(count, 'svar är sparat', 'svar är sparade')}. De syns på den här sidan nu, och i siffrorna från och med nästa utgåva.`,
	unsaved: (count: number) =>
		`${formatCounted(count, 'svar kunde inte sparas', 'svar kunde inte sparas')}. De är kvar här. Försök igen.`,
	mayNot: 'Du kan se vad filen skulle ändra. Att spara kräver rätten att komplettera.',
	replace: 'Ersätt',
	replaceNamed: (name: string, field: string) => `Ersätt svaret om ${field} för ${name}`
} as const;

export const answeredFieldName = ({ field, row }: JudgedAnswer): string =>
	field ? completedSystemFieldName(field.name) : row.header;

/** What happens to a row, or why nothing does. @param isChosen to replace what somebody else has answered */
export function answerFate(judged: JudgedAnswer, isChosen: boolean): string {
	switch (judged.state) {
		case 'rejected':
			return judged.reason ?? faults[judged.fault];
		case 'same':
			return 'Svaret är redan känt.';
		case 'register':
			return `Systemlistan säger ${judged.known}, och den gäller. Rätta där om den är fel.`;
		case 'differs': {
			const known = `${completedBy(judged.standing)} svarade ${judged.standing.value ?? ''}.`;
			return `${known} ${isChosen ? 'Ersätts av det nya svaret.' : 'Det står kvar om du inte väljer Ersätt.'}`;
		}
		case 'new':
			return `Fylls i. Källa: ${judged.source}, ${judged.sourceDay}.`;
	}
}

/** "12 svar fylls i, 1 skiljer sig från ett tidigare, 2 kan inte läsas." */
export function answersLead(answers: readonly JudgedAnswer[]): string {
	const count = (...states: JudgedAnswer['state'][]) =>
		answers.filter(({ state }) => states.includes(state)).length;
	const parts = [
		`${formatCounted(count('new'), 'svar fylls i', 'svar fylls i')}`,
		count('differs') ? `${count('differs')} skiljer sig från vad någon har svarat` : '',
		count('register') ? `${count('register')} skiljer sig från systemlistan` : '',
		count('same') ? `${count('same')} är redan kända` : '',
		count('rejected') ? `${count('rejected')} avvisas` : ''
	];
	return `${parts.filter(Boolean).join(', ')}.`;
}
