// The words of Dubbletter: which systems may do the same thing, what differs, and what people hold about it.
import type { DoubleReason } from '../domain/system-doubles';
import type { DoubleVerdict, SystemVerdict } from '../domain/system-verdict';
import { shortestReason } from '../domain/reason';
import { dayOfInstant, formatCount, formatCounted, listed, numberWord } from './format';

export const reasonNames: Readonly<Record<DoubleReason, string>> = {
	förmåga: 'samma förmåga',
	namn: 'liknande namn',
	produkt: 'samma leverantörs produkt'
};

export const doubleText = {
	title: 'Dubbletter',
	counting: 'Jämför systemen',
	failed: 'Systemen kunde inte jämföras',
	failedMeaning: 'Det beror inte på dina uppgifter. Försök igen.',
	verdictsFailed: 'Bedömningarna kunde inte hämtas',
	none: 'Inga system gör samma sak, så vitt registret säger',
	noneMeaning:
		'Vi har letat efter system med samma förmåga, liknande namn eller samma produkt. System utan angiven förmåga hittas bara på namn och produkt.',
	lead: (groups: number, local: number) =>
		`${formatCounted(groups, 'grupp', 'grupper')} av system kan göra samma sak. ` +
		(local
			? `I ${local === groups ? 'alla' : formatCount(local)} står ett lokalt system bredvid ett gemensamt.`
			: 'Inget av dem är ett lokalt system bredvid ett gemensamt.'),
	costliest: (local: string, shared: string, cost: string) =>
		`Dyrast är ${local} bredvid ${shared}: ${cost} om året.`,
	costliestAny: (local: string, shared: string, cost: string) =>
		`Dyrast är ${local} och ${shared}, där det mindre kostar ${cost} om året.`,
	told: (period: string, without: number) =>
		`Kronorna är bokförd it-kostnad ${period}. ` +
		(without
			? `${formatCounted(without, 'system', 'system')} i drift saknar angiven förmåga och hittas bara på namn och produkt.`
			: 'Alla system i drift har en angiven förmåga.'),
	list: {
		title: (groups: number) => `${formatCounted(groups, 'grupp', 'grupper')} att titta närmare på`,
		subtitle: (unit: string, period: string) =>
			`Lokala bredvid gemensamma först, sedan efter vad det mindre systemet kostar. ${unit}, ${period}`,
		label: 'Grupper av system som kan göra samma sak',
		columns: {
			group: 'Gör samma sak',
			systems: 'System',
			reasons: 'Varför',
			units: 'Samma nämnder',
			smaller: 'Det mindre systemet',
			beside: 'Alla utom det största',
			verdict: 'Bedömning'
		},
		named: 'Liknande namn eller produkt',
		local: 'Lokalt bredvid gemensamt',
		otherUnits: 'Nej, olika nämnder',
		unitCount: (count: number) => formatCounted(count, 'nämnd', 'nämnder'),
		notJudged: 'Ingen än',
		judged: (judged: number, pairs: number) => `${judged} av ${pairs} par bedömda`,
		more: (count: number) => ` och ${formatCount(count)} till`,
		least: (amount: string) => `minst\u00a0${amount}`
	},
	chosen: (name: string) => `Underlag före byte: ${name}`,
	goodReasons:
		'Ett lokalt system kan ha goda skäl: krav som det gemensamma inte klarar, en lag, eller en verksamhet som ingen annan har. Underlaget säger vad som skiljer. Det säger inte vad som är rätt.',
	facts: {
		title: (count: number) => `${formatCounted(count, 'system', 'system')} sida vid sida`,
		subtitle: (unit: string, period: string) => `Kronor i ${unit}, ${period}`,
		label: 'Systemen sida vid sida',
		fact: 'Uppgift',
		role: 'Roll',
		shared: 'Gemensamt för alla',
		local: 'Lokalt',
		introduced: 'Gemensamt, införs',
		owner: 'Ägande nämnd',
		users: 'Används av',
		cost: 'Kostnad, 12 månader',
		userCount: 'Användare',
		costPerUser: 'Kronor per användare och år',
		rating: 'Användarnas betyg, 1–5',
		contractEnd: 'Avtalet slutar',
		notice: 'Sista dag att säga upp',
		exit: 'Kostnad för att lämna',
		exitMonths: 'Månader för att lämna',
		operation: 'Driftform',
		lifeCycle: 'Livscykel',
		only: 'Förmågor som bara detta har',
		onlyUnits: 'Nämnder som bara detta har',
		classification: 'Klassning K / R / T',
		missing: 'Vad vi inte vet',
		noContract: 'Inget känt avtal',
		openEnded: 'Tills vidare',
		noNotice: 'Ingen',
		nothing: 'Inga',
		nothingMissing: 'Inget som frågas här',
		retires: (day: string, by: string | null) => `avvecklas ${day}${by ? `, ersätts av ${by}` : ''}`,
		noRows: 'Okänt, inga bokförda rader'
	},
	missing: {
		cost: 'kostnad',
		users: 'antal användare',
		rating: 'betyg',
		contract: 'avtal',
		contractEnd: 'avtalsslut',
		operation: 'driftform',
		capabilities: 'förmåga',
		usedBy: 'vilka nämnder som använder det'
	},
	pairs: {
		title: (count: number) => `${formatCounted(count, 'par', 'par')} att bedöma`,
		subtitle: 'Vad som talar för att de två gör samma sak, och vad som har bedömts',
		label: 'Par av system',
		columns: {
			pair: 'Par',
			reasons: 'Varför',
			units: 'Nämnder som kan använda båda',
			smaller: 'Det mindre kostar',
			verdict: 'Bedömning'
		},
		beside: (second: string, first: string) => `${second} bredvid ${first}`,
		open: (pair: string, mayJudge: boolean) => `${mayJudge ? 'Bedöm' : 'Läs om'} ${pair}`,
		judge: 'Bedöm',
		read: 'Läs'
	},
	file: 'dubbletter'
} as const;

/** `ersatt` says who goes. @param nameOf names a system by its id */
export function doubleVerdictText(
	verdict: SystemVerdict['verdict'],
	replaced: string | null,
	systems: readonly string[],
	nameOf: (id: string) => string
): string {
	if (verdict === 'ersatt' && replaced !== null) {
		const by = systems.find((id) => id !== replaced) ?? '';
		return `Ersätt ${nameOf(replaced)} med ${nameOf(by)}`;
	}
	return doubleVerdictNames[verdict as Exclude<DoubleVerdict, 'ersatt'>] ?? '';
}

export const doubleVerdictNames: Readonly<Record<Exclude<DoubleVerdict, 'ersatt'>, string>> = {
	behall: 'Behåll båda',
	utred: 'Utred',
	ingen: 'Ingen dubblett'
};

export const systemVerdictText = {
	doubleAbout: 'Bedömningen sparas med ditt namn och dagens datum, och syns för alla som ser systemen.',
	choose: 'Bedömning',
	noChoice: 'Välj en bedömning.',
	reason: 'Varför',
	reasonHint: `Minst ${numberWord(shortestReason)} tecken. Skriv inga personnummer.`,
	noReason: `Skriv varför, med minst ${numberWord(shortestReason)} tecken.`,
	save: 'Spara bedömningen',
	saving: 'Sparar',
	takeBack: 'Ta tillbaka bedömningen',
	history: 'Vad som har sagts',
	nothingSaid: 'Inget har sagts än.',
	onlyReviewers: 'Controllers och de som har rätten granska bedömer system.',
	saved: (name: string) => `Bedömningen av ${name} är sparad.`,
	takenBack: (name: string) => `Bedömningen av ${name} är tillbakatagen.`,
	newerBy: (author: string, reason: string) =>
		`${author} hann före. Skäl: ${reason} Det du skrev ligger kvar. Spara igen om det ska gälla.`,
	takenBackLine: 'togs tillbaka',
	/** "2026-11-23, Maja Lindqvist: Utred". */
	line: ({ author, created }: { author: string; created: string }, what: string) =>
		`${dayOfInstant(created)}, ${author}: ${what}`,
	/** "Utred, Maja Lindqvist 2026-11-23". */
	standing: ({ author, created }: { author: string; created: string }, what: string) =>
		`${what}, ${author} ${dayOfInstant(created)}`
} as const;

/** "samma förmåga och liknande namn". */
export const reasonsText = (reasons: readonly DoubleReason[]): string =>
	listed(reasons.map((reason) => reasonNames[reason]));
