// The words of a system's page: who answers for it, where it is in life, who pays beside who uses it, and what is developed.
import type { Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import type { OrientationPart } from '../domain/orientation-years';
import type { Period } from '../domain/period';
import type { SaidUse, UseDifference } from '../domain/system-use';
import {
	formatCount,
	formatCounted,
	formatDayLong,
	formatMoneyWithUnit,
	formatPeriod,
	formatShare
} from './format';

export const ownersWords = {
	title: (missing: number) =>
		missing === 0
			? 'Alla tre rollerna är kända'
			: missing === 3
				? 'Ingen har sagt vem som svarar för systemet'
				: `${missing === 1 ? 'En roll' : 'Två roller'} av tre saknas`,
	subtitle: 'Vem som svarar för systemet, enligt registret och kompletteringar.',
	nobody: 'Ingen har sagt',
	all: 'Visa vem som svarar för vad'
} as const;

export const lifeWords = {
	title: 'Livscykel',
	subtitle: 'Systemets tid i drift överst, dess avtal under.',
	system: 'Systemet',
	inUse: 'I drift från',
	stage: 'Livscykel',
	retired: 'Avvecklas',
	replacedBy: 'Ersätts av',
	nothing: 'Inget är sagt',
	noDays: 'Ingen har sagt när systemet togs i drift eller när det avvecklas.',
	noContracts: 'Inget avtal är känt för systemet.',
	untilFurther: 'tills vidare',
	contractEnds: (end: string) => `Avtalet slutar ${end}`,
	endUnknown: 'Avtalets slut är okänt',
	outlives: (title: string) =>
		`${title} gäller längre än systemet ska vara i drift. Avtalet kan behöva sägas upp tidigare.`,
	gap: (title: string, end: Day) =>
		`${title} slutar ${formatDayLong(end)}, innan systemet avvecklas. Tiden däremellan behöver ett avtal.`,
	sentence: (from: Day | null, retired: Day | null, today: Day): string => {
		const began = from
			? from > today
				? `Tas i drift ${formatDayLong(from)}`
				: `I drift sedan ${formatDayLong(from)}, ${yearsBetween(from, today)}`
			: 'När systemet togs i drift är okänt';
		const ends = retired
			? `${retired <= today ? 'avvecklat' : 'avvecklas'} ${formatDayLong(retired)}`
			: 'ingen har sagt om det ska avvecklas';
		return `${began}; ${ends}.`;
	}
} as const;

function yearsBetween(from: Day, to: Day): string {
	const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
	return years < 1 ? 'mindre än ett år' : `${formatCount(years)} år`;
}

export const useNames: Readonly<Record<SaidUse, string>> = {
	ja: 'Ja',
	nej: 'Nej',
	gemensamt: 'Gemensamt för alla',
	okänt: 'Okänt'
};

const payersWords = (payers: number): string =>
	payers === 0 ? 'Ingen nämnd betalar' : formatCounted(payers, 'nämnd betalar', 'nämnder betalar');

export const systemUseWords = {
	title: ({ payers, users }: UseDifference): string =>
		users === 0
			? `${payersWords(payers)}; ingen har sagt vilka som använder systemet`
			: `${payersWords(payers)} och ${formatCounted(users, 'sägs använda', 'sägs använda')} systemet`,
	subtitle: (period: Period, unit: MoneyUnit) =>
		`Huvudbokens kostnad bredvid registrets uppgift om vilka som använder, ${formatPeriod(period)}, ${unit}.`,
	unit: 'Nämnd',
	share: 'Andel',
	uses: 'Använder enligt registret',
	owner: 'äger',
	withoutUnit: 'Utan nämnd',
	none: 'Ingen nämnd betalar för systemet i perioden, och ingen har sagt vilka som använder det.',
	users: 'Antal användare',
	perUser: 'Kostnad per användare',
	perUserContext: (period: Period) => `nettokostnad ${formatPeriod(period)} genom antal användare`,
	perUserUnknown: 'kan räknas när antalet användare och kostnaden är kända',
	rating: 'Användarnas betyg',
	ratingContext: 'av 5, enligt registret',
	ofFive: (rating: string) => `${rating} av 5`,
	/** What differs, in sentences; empty when nothing does. */
	differs: (difference: UseDifference, owner: string | null): string =>
		[
			difference.usersWithoutCost
				? `${formatCounted(difference.usersWithoutCost, 'nämnd', 'nämnder')} sägs använda systemet utan att ha någon kostnad för det.`
				: '',
			difference.payersWithoutUse
				? `${formatCounted(difference.payersWithoutUse, 'nämnd', 'nämnder')} betalar utan att stå bland dem som använder det.`
				: '',
			difference.ownerPaysNothing && owner
				? `${owner} äger systemet men har ingen kostnad för det i perioden.`
				: ''
		]
			.filter(Boolean)
			.join(' '),
	file: 'betalar och anvander'
} as const;

/** "5,4 % av kostnaden är utveckling, 0,3 mnkr"; neutral where nobody has said what is developed. */
export function developmentTitle(
	sums: Readonly<Record<OrientationPart, number>>,
	total: number,
	unit: MoneyUnit
): string {
	if (total <= 0) return systemOrientationWords.neutral;
	if (sums.okänt === total) return 'Inriktningen är okänd för hela kostnaden';
	if (sums.utveckling <= 0) return 'Ingen del av kostnaden är märkt som utveckling';
	return `${formatShare(sums.utveckling / total)} av kostnaden är utveckling, ${formatMoneyWithUnit(sums.utveckling, unit)}`;
}

export const systemOrientationWords = {
	neutral: 'Förvaltning och utveckling per månad',
	subtitle: (period: Period, unit: MoneyUnit) =>
		`Bokförd it-kostnad per inriktning, ${formatPeriod(period)}, ${unit}.`,
	failed: 'Inriktningen kunde inte räknas fram',
	empty: 'Ingen it-kostnad i perioden.',
	file: 'inriktning per manad'
} as const;

export const factsWords = {
	classes: 'Klassning (K, R, T)'
} as const;
