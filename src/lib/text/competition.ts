// The words of Konkurrens: how much came to be with one bid or without notice, by kronor and by count, and how long ago.
import type { CompetitionDimension } from '../domain/competition-parts';
import { capitalised, formatNumber, formatShare } from './format';
import { shareWords } from './lock-in';

export const dimensionNames: Readonly<
	Record<CompetitionDimension, { label: string; without: string; all: string }>
> = {
	supplier: { label: 'Leverantör', without: 'Utan leverantör', all: 'Alla leverantörer' },
	costKind: { label: 'Kostnadsslag', without: 'Okänt kostnadsslag', all: 'Alla kostnadsslag' },
	unit: { label: 'Nämnd', without: 'Utan nämnd', all: 'Alla nämnder' }
};

export const yearsText = (years: number) => `${formatNumber(years, 1)}\u00a0år`;

/** The page's answer. @param share of kronor with known bids; `years` weighted by kronor */
export function competitionLead(share: number | null, years: number | null): string {
	const first =
		share === null
			? 'Det går inte att säga hur mycket som kom till med ett enda anbud: inget avtal med kostnad har känt antal.'
			: `${capitalised(shareWords(share))} av kronorna med känt antal anbud kom till med ett enda anbud.`;
	const second =
		years === null
			? 'När leverantörerna senast konkurrerade är okänt.'
			: `Vägt med kronor är det ${yearsText(years)} sedan leverantörerna senast konkurrerade.`;
	return `${first} ${second}`;
}

export function yearsTitle(years: number | null): string {
	return years === null
		? 'När leverantörerna senast konkurrerade är okänt'
		: `Kronorna går till leverantörer som senast konkurrerade för ${yearsText(years)} sedan`;
}

export function bucketName(years: number | null, oldest: number): string {
	if (years === null) return competitionWords.years.unknown;
	if (years === 0) return 'Under ett år';
	return years >= oldest ? `${oldest} år eller mer` : `${years}–${years + 1} år`;
}

/** @param own share by count in the register; null where nothing is known */
export function benchmarkTitle(own: number | null, national: number): string {
	if (own === null) return 'Ettanbud i riket';
	const than = Math.abs(own - national) < 0.005 ? 'ungefär som' : own > national ? 'mer än' : 'mindre än';
	return `${formatShare(own, 0)} av avtalen med känt antal anbud fick ett enda, ${than} i rikets it (${formatShare(national)})`;
}

export const competitionWords = {
	title: 'Konkurrens',
	per: 'Dela upp på',
	parts: 'Kronor efter antal anbud',
	partsSubtitle: (period: string) =>
		`Kostnad ${period} efter vad registret säger om anbuden. Okänt, flera möjliga avtal och inget känt avtal är streckade.`,
	register: 'Registret, antal avtal',
	allKronor: 'Alla kronor i urvalet',
	/** Of all kronor, also those on no known contract. */
	knownParts: (share: string) => `Anbud eller direktupphandling känd för ${share} av alla kronor i urvalet`,
	ofAll: 'av alla kronor i urvalet',
	ofRegister: 'av avtalen i registret',
	largestShown: (shown: number, all: number) => `De ${shown} största visas. Tabellen har alla ${all}.`,
	shares: {
		single: 'Ettanbud, av kronor med känt antal',
		singleCount: 'Ettanbud, av avtal med känt antal',
		direct: 'Utan annons, av kronor med känd konkurrens',
		directCount: 'Utan annons, av avtal med känd konkurrens',
		unknown: 'Okänt antal anbud',
		possible: 'Flera möjliga avtal',
		outside: 'Inget känt avtal'
	},
	countNote:
		'Antal avtal räknas på avtal i registret. I uppdelningen räknas de avtal som har kostnad i perioden, så ett avtal kan stå på flera rader.',
	columns: {
		total: 'Kronor',
		singleKronor: 'Ettanbud, av kr med känt antal',
		singleCount: 'Ettanbud, av avtal med känt antal',
		directKronor: 'Utan annons, kr',
		directCount: 'Utan annons, avtal',
		contracts: 'Avtal',
		supplier: 'Leverantör',
		contract: 'Senaste avtal i konkurrens',
		start: 'Avtalsstart',
		bids: 'Anbud',
		years: 'År sedan'
	},
	benchmark: {
		subtitle: 'Andel med ett enda anbud av dem med känt antal. Direktupphandlingar är inte med.',
		own: 'Kommunen, av avtalen i registret',
		ownKronor: 'Kommunen, av kronorna',
		share: 'Andel',
		count: 'Antal',
		kronorCount: (amount: string) => amount,
		table: 'Ettanbud i kommunen och i riket',
		year: 'Riket är 2021: jämför försiktigt med avtal från andra år.'
	},
	years: {
		subtitle: (period: string) =>
			`Kronor ${period} efter hela år sedan leverantörens senaste avtal med minst två anbud. Direktupphandling är ingen konkurrens.`,
		knownShare: (share: string) => `År känt för ${share} av alla kronor i urvalet`,
		unknown: 'Okänt',
		unknownMeaning: 'ingen känd konkurrens',
		unknownSentence: (amount: string, share: string) =>
			`För ${amount}, ${share}, finns inget känt avtal med minst två anbud. De kronorna väger inte in i åren.`,
		weighted: 'År sedan konkurrens, vägt med kronor',
		known: 'Kronor med känt år',
		table: 'Leverantörernas senaste avtal i konkurrens',
		tableTitle: 'Avtalen bakom åren',
		tableSubtitle: (today: string) => `Senaste avtal med minst två anbud som har börjat gälla ${today}.`,
		formula: 'Σ (kronor × år) / Σ kronor'
	}
} as const;
