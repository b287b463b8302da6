// The words of questions, answers, verdicts and flags that are put aside.
import {
	longestPost,
	type FlagKind,
	type PostKind,
	type ThreadStatus,
	type ThreadSubjectKind,
	type Verdict
} from '../domain/review';
import { shortestReason } from '../domain/reason';
import { capitalised, formatCount, numberWord } from './format';

export const verdictNames: Readonly<Record<Verdict, string>> = {
	forlang: 'Förläng',
	sag_upp: 'Säg upp',
	forlang_och_upphandla: 'Förläng och starta upphandling',
	omforhandla: 'Omförhandla',
	prova_egen_regi: 'Pröva egen regi',
	upphandla: 'Låt sluta och upphandla nytt',
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
	noneChosen: 'Ingen fråga och ingen anteckning passar urvalet.',
	showAll: 'Visa alla',
	verdicts: 'Bedömningar av avtal',
	noVerdicts: 'Inget avtal har fått en bedömning än.',
	howToJudge: 'En ledamot bedömer ett avtal på dess avtalskort.',
	dismissals: 'Avfärdade flaggor',
	noDismissals: 'Ingen flagga är avfärdad.',
	howToDismiss: 'En flagga avfärdas med ett skäl bland luckorna mot huvudboken.',
	toGaps: 'Till luckorna',
	meetings: 'Möten',
	noMeetings: 'Inget möte är inlagt.',
	loading: 'Hämtar frågor och bedömningar',
	failed: 'Frågor och bedömningar kunde inte hämtas',
	exportThreads: 'Exportera frågor',
	exportVerdicts: 'Exportera bedömningar',
	filter: {
		label: 'Visa',
		all: 'Alla',
		mine: 'Bara där jag har skrivit',
		contract: 'Avtal',
		allContracts: 'Alla avtal'
	}
} as const;

export const flagNames: Readonly<Record<FlagKind, string>> = {
	uncovered: 'Kostnad utan avtal',
	'over-limit': 'Över direktupphandlingsgränsen',
	unused: 'Avtal utan kostnad',
	'expired-invoiced': 'Utgånget men fakturerat',
	'ceiling-80': 'Takvolymen är nära',
	'ceiling-100': 'Takvolymen är nådd',
	'framework-twin': 'Köp vid sidan av ramavtal',
	'few-suppliers': 'Kostnaden ligger på få leverantörer',
	bundling: 'En leverantör håller flera delar',
	'double-network': 'Datakommunikation betalas två gånger',
	'own-supplier': 'Konsulter från systemets egen leverantör',
	'hard-to-leave': 'Svårt att lämna',
	'in-house': 'Kan prövas i egen regi',
	'unused-licences': 'Oanvända licenser',
	'over-use': 'Fler används än som är köpta',
	'price-above-index': 'Priset har stigit mer än index',
	'unlisted-system': 'Liknar ett system som ingen lista nämner'
};

/** What a thread is about, before its name. */
export const subjectNames: Readonly<Record<ThreadSubjectKind, string>> = {
	contract: 'Avtal',
	supplier: 'Leverantör',
	unit: 'Nämnd',
	system: 'System',
	figure: 'Siffra'
};

export const threadWords = {
	title: 'Nämndens frågor och beslut',
	about: 'Frågor om det här',
	seenBy: 'Syns för alla som får se avtalet, också i andra nämnder.',
	seenByOthers: 'Syns för alla som får se sidan.',
	none: 'Ingen har frågat något.',
	more: (count: string) => `${count} till finns i Genomlys.`,
	loading: 'Hämtar frågorna',
	failed: 'Frågorna kunde inte hämtas.',
	retry: 'Försök igen',
	ask: 'Ställ en fråga',
	takeNote: 'Skriv en anteckning',
	hint: `Högst ${formatCount(longestPost)} tecken. Skriv inga personnummer.`,
	noText: 'Skriv något innan du sparar.',
	saving: 'Sparar',
	labels: {
		question: 'Din fråga',
		note: 'Din anteckning',
		answer: 'Ditt svar',
		decision: 'Beslutet',
		reopening: 'Varför öppnas frågan igen?'
	} satisfies Record<PostKind, string>,
	save: {
		question: 'Spara frågan',
		note: 'Spara anteckningen',
		answer: 'Spara svaret',
		decision: 'Avsluta med beslutet',
		reopening: 'Öppna igen'
	} satisfies Record<PostKind, string>,
	begin: {
		question: 'Fråga igen',
		note: 'Lägg till',
		answer: 'Svara',
		decision: 'Avsluta med beslut',
		reopening: 'Öppna igen'
	} satisfies Record<PostKind, string>,
	beginNamed: (begin: string, opening: string) => `${begin}: ${opening}`,
	saved: {
		question: 'Frågan är sparad.',
		note: 'Anteckningen är sparad.',
		answer: 'Svaret är sparat.',
		decision: 'Frågan är avslutad.',
		reopening: 'Frågan är öppen igen.'
	} satisfies Record<PostKind, string>,
	closeKept: 'Stäng och behåll utkastet',
	discard: 'Ta bort utkastet',
	figure: 'Ställ en fråga om siffran',
	figureMeaning: 'Frågan får en länk till siffran som den ser ut nu.',
	figureSaved: 'Frågan är sparad. Du hittar den under Frågor och beslut.',
	toQuestions: 'Till Frågor och beslut',
	showFigure: 'Visa siffran',
	saidThen: (figure: string, edition: number | null) =>
		edition === null ? `Siffran var ${figure}` : `Siffran var ${figure} i utgåva ${edition}`
} as const;

/** What is said when others wrote while somebody did. */
export function meanwhileSentence(authors: readonly string[]): string {
	const names = [...new Set(authors)];
	const kept = names.length === 1 ? 'Båda är sparade.' : 'Allt är sparat.';
	return `${listed(names)} skrev medan du skrev. ${kept}`;
}

export const verdictWords = {
	title: 'Beslut och bedömningar',
	decision: 'Nämndens beslut',
	noDecision: 'Nämnden har inte beslutat något om avtalet.',
	held: 'Ledamöternas bedömningar',
	none: 'Ingen ledamot har bedömt avtalet än.',
	loading: 'Hämtar bedömningarna',
	failed: 'Bedömningarna kunde inte hämtas.',
	decided: (name: string) => `Beslutat: ${name}`,
	heldBy: (name: string, author: string) => `${author}: ${name}`,
	choose: 'Din bedömning',
	chosenNone: 'Välj en bedömning.',
	reason: 'Motivering',
	noReason: 'Skriv en motivering.',
	meeting: 'Möte',
	noMeeting: 'Inget möte valt',
	forMeeting: (name: string, day: string) => `${name} ${day}`,
	save: 'Spara bedömning',
	saved: 'Din bedömning är sparad.',
	meanwhile: (authors: readonly string[]) =>
		`${listed([...new Set(authors)])} sparade en bedömning medan du skrev. Båda är sparade.`,
	earlier: (count: number) => `Tidigare bedömningar, ${count}`,
	readOnly: 'Ledamöter bedömer avtal. Du kan läsa vad de har kommit fram till.',
	columns: {
		contract: 'Avtal',
		verdict: 'Bedömning',
		kind: 'Slag',
		reason: 'Motivering',
		author: 'Av',
		day: 'När',
		meeting: 'Möte'
	},
	isDecision: 'Nämndens beslut',
	isHeld: 'Ledamots bedömning',
	replaced: 'ersatt'
} as const;

export const dismissalWords = {
	dismiss: 'Avfärda',
	dismissNamed: (name: string) => `Avfärda ${name}`,
	takeUp: 'Ta upp igen',
	takeUpNamed: (name: string) => `Ta upp ${name} igen`,
	reason: 'Varför avfärdas flaggan?',
	whyTakenUp: 'Varför tas den upp igen?',
	save: 'Avfärda med skälet',
	saveTakenUp: 'Ta upp igen',
	saved: (name: string) => `Flaggan för ${name} är avfärdad. Skälet syns för alla.`,
	takenUp: (name: string) => `Flaggan för ${name} är upptagen igen.`,
	by: (author: string, day: string) => `Avfärdad av ${author} ${day}`,
	takenBy: (author: string, day: string) => `Upptagen igen av ${author} ${day}`,
	grown: (then: string) => `Har växt med mer än 10 procent sedan dess. Då var den ${then}.`,
	column: 'Avfärdad',
	noReason: `Skriv ett skäl på minst ${numberWord(shortestReason)} tecken. Det syns för alla som ser flaggan.`,
	meaning: 'Flaggan står kvar i listan med ditt namn, dagens datum och skälet. Ingen siffra ändras.',
	meaningTakenUp:
		'Flaggan räknas åter som öppen. Att den har varit avfärdad och varför sparas, med ditt namn, dagens datum och ditt skäl.',
	meanwhile: (authors: readonly string[]) => `${meanwhileSentence(authors)} Det som sparades sist gäller.`,
	open: 'Inte avfärdade',
	failed: 'Vad som är avfärdat kunde inte hämtas.',
	partOnly: (units: readonly string[]) => `Gäller bara ${listed(units)}`,
	withoutDismissed: (count: number, told: string) =>
		`${count === 1 ? 'En lucka är avfärdad' : `${capitalised(numberWord(count, 'en'))} luckor är avfärdade`} och räknas ändå med ovan. Utan ${count === 1 ? 'den' : 'dem'}: ${told}`
} as const;

function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} och ${last}` : last;
}

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
