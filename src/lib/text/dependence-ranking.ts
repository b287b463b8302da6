// The words of a ranking that the reader composes.
import type { Bound, RankingMeasure, RankingSubject } from '../domain/dependence-ranking';
import { formatCount, formatNumber, listed } from './format';

interface MeasureWords {
	name: string;
	/** How it is made 0–1. */
	scale: string;
}

export const measureWords: Readonly<Record<RankingMeasure, MeasureWords>> = {
	kostnad: { name: 'Kostnad', scale: 'Kronorna av den störstas kronor.' },
	ettanbud: {
		name: 'Ettanbud',
		scale:
			'Kronor på avtal med ett anbud, av den störstas kronor. Okänt antal anbud, flera möjliga avtal och inget känt avtal ger intervallet.'
	},
	exitberedskap: {
		name: 'Brister i exitberedskap',
		scale:
			'Frågor om exit som inte har svaret ja, av sex per avtal som gäller. 1 är ingen beredskap alls. Okända svar ger intervallet.'
	},
	konkurrens: {
		name: 'År sedan konkurrens',
		scale: 'År sedan minst två lämnade anbud, av tio. Utan känt sådant avtal är det okänt.'
	},
	kompetens: {
		name: 'Kompetensberoende',
		scale:
			'Konsultkronor på egna system, av den störstas kronor. System utan känd leverantör ger intervallet.'
	},
	system: {
		name: 'Antal system',
		scale: 'System av alla i registret. System utan känd leverantör ger intervallet.'
	},
	bindning: {
		name: 'Vertikal bindning',
		scale: 'Delar som en leverantör håller av delar som finns. Utan kostnad är det okänt.'
	},
	namnder: { name: 'Antal nämnder', scale: 'Nämnder som betalar, av alla med it-kostnad.' }
};

export const subjectWords: Readonly<Record<RankingSubject, { one: string; many: string }>> = {
	supplier: { one: 'Leverantör', many: 'Leverantörer' },
	group: { one: 'Koncern eller leverantör', many: 'Koncerner' },
	system: { one: 'System', many: 'System' }
};

export const rankingText = {
	neutralLead: 'Vilka leverantörer och system är vi mest bundna till?',
	own: 'Din egen sammanvägning, inget betyg.',
	usual:
		'Förvalet: kronorna väger hälften, ettanbud och brister i exitberedskap en fjärdedel var. En liten leverantör utan exitplan binder mindre än en stor.',
	grouped:
		'Bolag med samma koncern räknas ihop: kronor, avtal och svar läggs samman. Antal system och nämnder går inte att lägga samman och kan inte vägas.',
	noGroups: 'Ingen leverantör har en känd koncern än. Den anges i Koncentration.',
	choose: 'Välj vad som ska vägas, och hur tungt',
	chooseSubtitle:
		'Varje mått blir 0–1 på sin egen skala: 0 binder inte, 1 binder mest. Valet ligger i adressen och kan sparas som vy.',
	subject: 'Rangordna',
	weight: (weight: number) => (weight === 0 ? 'Inte med' : `Vikt ${weight}`),
	reset: 'Återställ',
	list: (subject: RankingSubject) => `${subjectWords[subject].many} efter det som säkert binder`,
	listSubtitle:
		'Fyllt är säkert, skrafferat är okänt. Ordnat efter det säkra; platsen visar vad de okända svaren kan ändra.',
	failed: 'Rangordningen kunde inte räknas fram',
	none: 'Inget att rangordna i urvalet',
	unknown: 'Okänt',
	place: 'Plats',
	sum: 'Summa',
	more: (count: number) => `Visa ${formatCount(count)} till`,
	missing: (count: number, all: number) =>
		`${formatCount(count)} av ${formatCount(all)} har ett intervall: någon uppgift saknas.`
} as const;

/** `1` or `1–4`. */
export function placeText({ first, last }: { first: number; last: number }): string {
	return first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`;
}

/** `0,62` or `0,20–0,80`. */
export function boundText({ low, high }: Bound): string {
	const [from, to] = [formatNumber(low, 2), formatNumber(high, 2)];
	return from === to ? from : `${from}–${to}`;
}

/** Who come first, and how surely the first does. @param usual nothing has been chosen */
export function rankingLead(
	names: readonly string[],
	place: { first: number; last: number },
	usual: boolean
): string {
	const how = usual ? 'Vägt med förvalet' : 'Vägt som du valt';
	return place.first === place.last
		? `${how} binder ${listed(names)} mest.`
		: `${how} binder ${listed(names)} mest av det som är känt. Förstaplatsen kan bli plats ${placeText(place)} när alla svar finns.`;
}
