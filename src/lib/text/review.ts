// The words of questions, answers, verdicts and flags that are put aside.
import type { PostKind, ThreadStatus, Verdict } from '../domain/review';
import { capitalised, numberWord } from './format';

export const verdictNames: Readonly<Record<Verdict, string>> = {
	forlang: 'Förläng',
	sag_upp: 'Säg upp',
	forlang_och_upphandla: 'Förläng och starta upphandling',
	omforhandla: 'Omförhandla',
	prova_egen_regi: 'Pröva egen regi',
	avvakta: 'Avvakta, mer underlag behövs'
};

export const statusNames: Readonly<Record<ThreadStatus, string>> = {
	waiting: 'Väntar på svar',
	answered: 'Besvarad',
	closed: 'Avslutad',
	note: 'Anteckning'
};

/** `status` in addresses and files. */
export const statusSlugs: readonly (readonly [ThreadStatus, string])[] = [
	['waiting', 'vantar'],
	['answered', 'besvarad'],
	['closed', 'avslutad'],
	['note', 'anteckning']
];

export const postNames: Readonly<Record<PostKind, string>> = {
	question: 'Fråga',
	note: 'Anteckning',
	answer: 'Svar',
	decision: 'Beslut',
	reopening: 'Öppnad igen'
};

export const reviewWords = {
	title: 'Frågor och beslut',
	threads: 'Frågor och anteckningar',
	noThreads: 'Ingen har ställt en fråga än.',
	howToAsk:
		'Ställ en fråga på ett avtalskort, på sidan för en leverantör, en nämnd eller ett system, eller om en siffra: öppna raderna bakom den.',
	verdicts: 'Bedömningar av avtal',
	noVerdicts: 'Inget avtal har fått en bedömning än.',
	howToJudge: 'En ledamot bedömer ett avtal på dess avtalskort.',
	meetings: 'Möten',
	noMeetings: 'Inget möte är inlagt.'
} as const;

const months = (day: string) => new Date(`${day}T12:00:00`).toLocaleDateString('sv-SE', { month: 'long' });

/**
 * The page's answer: how many questions wait, and which contracts were judged this month.
 * @param judged contracts with a verdict saved in the month of `today`
 */
export function reviewLead(waiting: number, judged: number, today: string): string {
	const questions =
		waiting === 0
			? 'Ingen fråga väntar på svar.'
			: `${capitalised(numberWord(waiting, 'en'))} ${waiting === 1 ? 'fråga' : 'frågor'} väntar på svar.`;
	const contracts =
		judged === 0
			? `Inget avtal har fått en bedömning i ${months(today)}.`
			: `${capitalised(numberWord(judged))} avtal fick en bedömning i ${months(today)}.`;
	return `${questions} ${contracts}`;
}
