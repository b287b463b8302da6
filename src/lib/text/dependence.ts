// The words of the indicators of dependence, and of what binds the municipality to a supplier.
import type { DependenceIndicator, DependenceKey, IndicatorUnit } from '../domain/dependence-indicator';
import type { MoneyUnit } from '../domain/filters';
import type { Dependence } from '../domain/supplier-dependence';
import {
	formatCount,
	formatCounted,
	formatMoney,
	formatMoneyWithUnit,
	formatNumber,
	formatShare,
	formatShareRange,
	formatSignedShare,
	listed
} from './format';
import { ofNamedCost, shareWords } from './lock-in';
import { unknownWord } from './common';

interface IndicatorWords {
	name: string;
	/** What the figure says, as one sentence. */
	sentence(found: DependenceIndicator, figure: string): string;
	numerator: string;
	denominator: string;
	/** What the known share is of: after "85 % känt". */
	knownOf: string;
	/** What is said where the figure is unknown. */
	missing: string;
	/** What a reader must know to use it. */
	remark?: string;
}

const noContracts = 'Inga avtal är inlästa, eller registret säger för lite.';
const noSystems = 'Ingen kostnad är knuten till system i registret.';
const noLicences = 'Inga licenser är inlästa, eller uppgiften saknas i dem.';
const namedOf = 'av all it-kostnad, resten saknar leverantör';
const noCost = 'Ingen it-kostnad i urvalet.';
const suppliers = (count: number | null) => formatCounted(count ?? 0, 'leverantör', 'leverantörer');

export const indicatorWords: Readonly<Record<DependenceKey, IndicatorWords>> = {
	hhi: {
		name: 'Leverantörskoncentration (HHI)',
		sentence: ({ count }, figure) =>
			`${figure} av 10 000, på ${suppliers(count)}. 10 000 är en enda leverantör.`,
		numerator: 'Σ (andel i %)²',
		denominator: 'kostnad med leverantör',
		knownOf: namedOf,
		missing: noCost,
		remark: 'Måttet är lånat från konkurrensrätten. Det säger hur samlad kostnaden är, inte om det är fel.'
	},
	effektiva_leverantorer: {
		name: 'Effektiva leverantörer',
		sentence: ({ count }, figure) =>
			`Kostnaden fördelas som på ${figure} lika stora leverantörer. De är ${formatCount(count)}.`,
		numerator: '10 000 / HHI',
		denominator: 'kostnad med leverantör',
		knownOf: namedOf,
		missing: noCost
	},
	storsta_leverantor: {
		name: 'Största leverantören',
		sentence: (_, figure) => `Den största leverantören får ${figure} ${ofNamedCost}.`,
		numerator: 'största leverantören',
		denominator: 'kostnad med leverantör',
		knownOf: namedOf,
		missing: noCost
	},
	fem_storsta: {
		name: 'Fem största',
		sentence: ({ count }, figure) => `De fem största av ${suppliers(count)} får ${figure} ${ofNamedCost}.`,
		numerator: 'fem största leverantörerna',
		denominator: 'kostnad med leverantör',
		knownOf: namedOf,
		missing: noCost
	},
	ettanbud_avtal: {
		name: 'Ettanbudsandel, antal avtal',
		sentence: ({ numerator, denominator }) =>
			`${formatCount(numerator)} av ${formatCount(denominator)} avtal med känt antal anbud fick ett enda.`,
		numerator: 'avtal med ett anbud',
		denominator: 'avtal med känt antal anbud',
		knownOf: 'av avtalen, direktupphandlingar oräknade',
		missing: noContracts,
		remark: 'Direktupphandlingar räknas inte. Hela registret, oavsett filter.'
	},
	ettanbud_kronor: {
		name: 'Ettanbudsandel, kronor',
		sentence: (_, figure) => `${figure} av kronorna på avtal med känt antal anbud kom till med ett enda.`,
		numerator: 'kostnad på avtal med ett anbud',
		denominator: 'kostnad på avtal med känt antal anbud',
		knownOf: 'av kronorna på annonserade avtal i registret',
		missing: noContracts,
		remark: 'Direktupphandlingar räknas inte.'
	},
	direktupphandlat: {
		name: 'Direktupphandlat, kronor',
		sentence: (_, figure) => `${figure} av kronorna på avtal i registret kom till utan annons.`,
		numerator: 'kostnad på direktupphandlade avtal',
		denominator: 'kostnad på avtal i registret',
		knownOf: 'av kronorna med leverantör, resten är inte på avtal i registret',
		missing: noContracts,
		remark: 'Det som saknar avtal kan också vara direktupphandlat. Det räknas under kostnad utan avtal.'
	},
	ar_sedan_konkurrens: {
		name: 'År sedan konkurrens',
		sentence: ({ count }, figure) =>
			`I snitt ${figure} sedan minst två lämnade anbud, vägt med kronor över ${suppliers(count)}.`,
		numerator: 'kronor × år sedan senaste avtal med minst två anbud',
		denominator: 'kostnad hos leverantörer med ett sådant avtal',
		knownOf: 'av all it-kostnad',
		missing: noContracts
	},
	utan_avtal: {
		name: 'Kostnad utan avtal',
		sentence: (_, figure) => `${figure} it-kostnad har inget känt avtal.`,
		numerator: 'kostnad utan känt avtal',
		denominator: '',
		knownOf: 'av all it-kostnad',
		missing: noContracts,
		remark: 'Avtalsregistret är inte heltäckande. Ett avtal kan finnas utan att stå där.'
	},
	utan_avtal_andel: {
		name: 'Kostnad utan avtal, andel',
		sentence: (_, figure) => `${figure} av all it-kostnad har inget känt avtal.`,
		numerator: 'kostnad utan känt avtal',
		denominator: 'all it-kostnad',
		knownOf: 'av all it-kostnad',
		missing: noContracts
	},
	vertikal_bindning: {
		name: 'Vertikal bindning',
		sentence: ({ count }, figure) =>
			`${figure} av kronorna ligger i system där en leverantör håller alla delar, av ${formatCount(count)} system med minst två delar.`,
		numerator: 'system där en leverantör håller licens, drift, konsult och hårdvara, så många som finns',
		denominator: 'system som köps i minst två delar',
		knownOf: 'av all it-kostnad, resten hör inte till ett system',
		missing: noSystems
	},
	kompetensberoende: {
		name: 'Kompetensberoende',
		sentence: (_, figure) => `${figure} av konsulterna på systemen köps av systemets egen leverantör.`,
		numerator: 'konsulter från systemets egen leverantör',
		denominator: 'konsulter på system vars leverantör registret har',
		knownOf: 'av alla kronor för konsulter',
		missing: noSystems
	},
	exitberedskap: {
		name: 'Exitberedskap',
		sentence: ({ numerator, denominator, count, low }, figure) =>
			`${formatCount(numerator)} av ${formatCount(denominator)} svar är säkert ja, på ${formatCounted(count ?? 0, 'avtal', 'avtal')} som gäller${low === null ? '' : `. Resten är nej eller okänt, så beredskapen är ${figure}`}.`,
		numerator: 'svar som är ja',
		denominator: 'svar som behövs, sex per avtal som gäller i dag',
		knownOf: 'av svaren om alla avtal som gäller',
		missing: noContracts,
		remark: 'Intervallet smalnar när svar fylls i, och blir aldrig bredare.'
	},
	exitkostnad: {
		name: 'Exitkostnad',
		sentence: ({ count }, figure) =>
			`Att lämna alla ${formatCounted(count ?? 0, 'system', 'system')} som kostar något tar ${figure}, med de antaganden som gäller.`,
		numerator: 'summan av systemens egna uppskattningar',
		denominator: '',
		knownOf: 'av systemens kostnad',
		missing: noSystems,
		remark:
			'De senaste tolv månaderna, oavsett filter. Tal för tidigare utgåvor bygger på standardantagandena.'
	},
	exitmanader: {
		name: 'Exitmånader',
		sentence: (_, figure) => `Det är ${figure} av systemens kostnad.`,
		numerator: '12 × exitkostnad',
		denominator: 'systemens kostnad på ett år',
		knownOf: 'av systemens kostnad',
		missing: noSystems
	},
	licensutnyttjande: {
		name: 'Licensutnyttjande',
		sentence: ({ numerator, denominator }) =>
			`${formatCount(numerator)} av ${formatCount(denominator)} köpta licenser är aktiva i periodens sista månad.`,
		numerator: 'aktiva licenser',
		denominator: 'köpta licenser där det är känt',
		knownOf: 'av de köpta licenserna',
		missing: noLicences
	},
	oanvanda_licenser: {
		name: 'Oanvända licenser, försiktigt',
		sentence: (_, figure) => `Licenser som varken är tilldelade eller aktiva kostar ${figure} om året.`,
		numerator: 'oanvända × pris i periodens sista månad × 12',
		denominator: '',
		knownOf: 'av de köpta licenserna',
		missing: noLicences,
		remark: 'Strängt räknat, när ingen använder dem, är de fler. Båda talen står på Licenser.'
	},
	prisutveckling: {
		name: 'Prisutveckling per licens',
		sentence: ({ count }, figure) =>
			`Samma licenser kostar ${figure} mot samma månad året före, ${formatCounted(count ?? 0, 'produkt', 'produkter')}.`,
		numerator: 'köpta × pris nu, kr i månaden',
		denominator: 'köpta × pris ett år före, kr i månaden',
		knownOf: 'av det som licenserna kostar',
		missing: noLicences
	},
	otaggad_andel: {
		name: 'Otaggad andel',
		sentence: (_, figure) =>
			`${figure} av det som kan vara it är inte bedömt. Så mycket kan de andra talen flytta sig.`,
		numerator: 'möjlig it som ingen bedömt',
		denominator: 'it och möjlig it',
		knownOf: 'av hela reskontran',
		missing: noCost,
		remark: 'Räknat på hela reskontran, oavsett filter.'
	}
};

export const groupNames = {
	koncentration: 'Koncentration',
	konkurrens: 'Konkurrens',
	avtal: 'Avtal',
	delar: 'Delar och kompetens',
	exit: 'Exit',
	licenser: 'Licenser och pris',
	underlag: 'Underlag'
} as const;

/** The figure, or its interval, as text. */
export function indicatorFigure(
	{ unit, value, low, high }: Pick<DependenceIndicator, 'unit' | 'value' | 'low' | 'high'>,
	moneyUnit: MoneyUnit
): string {
	if (value === null && low !== null && unit !== 'andel') return openRange(unit, low, high, moneyUnit);
	if (value === null) return low === null || high === null ? unknownWord : formatShareRange(low, high);
	if (unit === 'kr') return formatMoneyWithUnit(value, moneyUnit);
	if (unit === 'andel') return formatShare(value);
	if (unit === 'forandring') return formatSignedShare(value);
	if (unit === 'index') return formatCount(value);
	return unit === 'ar' ? `${formatNumber(value)}\u00a0år` : formatNumber(value);
}

/** `9,5–21,0 mnkr`, or `minst 9,5 mnkr` where something unknown can make it more. */
function openRange(unit: IndicatorUnit, low: number, high: number | null, moneyUnit: MoneyUnit): string {
	const [figure, word] =
		unit === 'kr'
			? [(value: number) => formatMoney(value, moneyUnit), moneyUnit]
			: [(value: number) => formatNumber(value), 'månader'];
	return high === null ? `minst ${figure(low)}\u00a0${word}` : `${figure(low)}–${figure(high)}\u00a0${word}`;
}

/** An end of what an indicator was made of. */
export function partFigure(
	{ parts }: Pick<DependenceIndicator, 'parts'>,
	figure: number | null,
	moneyUnit: MoneyUnit
): string | null {
	if (figure === null || parts === null) return null;
	return parts === 'kr' ? formatMoneyWithUnit(figure, moneyUnit) : formatCount(figure);
}

export const dependenceText = {
	neutralLead: 'Hur beroende är kommunen av sina leverantörer?',
	reading: 'Nyckeltalen kunde inte räknas fram',
	list: 'Nyckeltal för beroende, vart och ett för sig',
	listSubtitle: 'Inget sammanvägt betyg. Skrafferat är den del som inte är känd.',
	known: (share: string, of: string) => `${share} känt ${of}`,
	rows: 'Rader',
	columns: {
		name: 'Nyckeltal',
		figure: 'Värde',
		numerator: 'Täljare',
		denominator: 'Nämnare',
		known: 'Känd del',
		knownOf: 'Känd del av'
	},
	trend: {
		label: 'Trend',
		years: 'Per år',
		editions: 'Per utgåva',
		partial: (months: string) => `bara ${months}`,
		none: 'Gäller nuläget och har ingen historik i en utgåva. Jämför utgåvor.',
		one: 'Det finns en utgåva. Trenden över utgåvor kommer med nästa; till dess visas varje år för sig.',
		failed: 'Utgåvornas tal kunde inte hämtas. Talen per år gäller.',
		/** Editions are compared over their latest twelve months. */
		ground: 'Utgåvornas tal gäller de senaste tolv månaderna med data i var och en.',
		edition: (edition: number) => `Utg. ${edition}`,
		differing: (words: readonly string[]) => `Utgåvorna skiljer sig åt: ${listed(words)}.`,
		versionOf: (edition: number, rules: number, to: string) =>
			`utgåva ${edition} har data t.o.m. ${to} och regler version ${rules}`
	},
	three: {
		names: 'Störst, och varför',
		bids: 'Anbud när avtalen slöts',
		exit: 'Exitberedskap',
		exitSubtitle: 'Säkert ja till möjligt ja, av sex frågor per avtal som gäller',
		noContracts: 'Inga kända avtal',
		unanswered: (unknown: number, asked: number) =>
			`${formatCount(unknown)} av ${formatCount(asked)} svar är okända.`,
		compose: 'Väg samman på ditt sätt',
		largestInvoiced: 'Störst, den som fakturerar',
		largestGroup: 'Störst, koncernen',
		age: 'År sedan konkurrens',
		competence: 'Konsulter från egna leverantören',
		bidsKnown: 'Antal anbud känt, av kronorna på annonserade avtal',
		exitKnown: 'Kända svar, alla avtal som gäller',
		exitAll: 'Exitberedskap, alla avtal som gäller',
		/** Under the card, whose bars are of some suppliers alone. */
		exitAnswered: (share: string, suppliers: number) =>
			`${share} av svaren kända, ${suppliers === 1 ? 'leverantören' : `de ${formatCount(suppliers)} leverantörerna`} ovan`
	}
} as const;

/** The three largest, in one sentence. @param narrowed other filters are chosen */
export function boundLead(names: readonly string[], narrowed: boolean): string {
	return `Kommunen är mest bunden till ${listed(names)}, räknat i kronor${narrowed ? ' i urvalet' : ''}.`;
}

/** What counting by koncern says of the same kronor. @param shares of the same base */
export function groupLead(
	group: { name: string; share: number | null; companies: number },
	supplier: { name: string; share: number | null }
): string {
	const of = (share: number | null) => (share === null ? unknownWord : formatShare(share, 0));
	return `Räknat per koncern är ${group.name} störst: ${formatCounted(group.companies, 'bolag', 'bolag')} får tillsammans ${of(group.share)}, mot ${of(supplier.share)} för ${supplier.name}.`;
}

/** Why the municipality is bound to a supplier, in words: only what is known is said, and what is not is named. */
export function whyBound(supplier: Dependence, moneyUnit: MoneyUnit): string {
	const { amount, share, units, tied, contracts, competition, exit, age } = supplier;
	const sentences = [
		`Får ${formatMoneyWithUnit(amount, moneyUnit)}, ${share === null ? unknownWord : shareWords(share)} ${ofNamedCost}, av ${formatCounted(units, 'nämnd', 'nämnder')}${tied ? ` i ${formatCounted(tied, 'system', 'system')}` : ''}.`
	];
	const paid = competition ? competition.one + competition.several : 0;
	if (competition && paid > 0)
		sentences.push(
			competition.one > 0
				? `${formatShare(competition.one / paid, 0)} av kronorna med känt antal anbud kom till med ett enda.`
				: 'Avtalen kom till med minst två anbud.'
		);
	else if (contracts !== null) sentences.push('Antal anbud är okänt.');
	if (age.years !== null) sentences.push(`${formatNumber(age.years)}\u00a0år sedan senaste konkurrensen.`);
	if (exit.low !== null && exit.high !== null)
		sentences.push(`Exitberedskap ${formatShareRange(exit.low, exit.high)}.`);
	else if (contracts !== null) sentences.push('Inget känt avtal gäller i dag.');
	return sentences.join(' ');
}

export const dependenceColumns = {
	supplier: 'Leverantör',
	share: 'Andel',
	contracts: 'Avtal',
	tied: 'System',
	units: 'Nämnder',
	singleBid: (unit: MoneyUnit) => `Ettanbud, ${unit}`,
	exit: 'Exitberedskap',
	years: 'År sedan konk.',
	competence: 'Kompetensber.'
} as const;

/** The card of a supplier's page. */
export const lockInCardWords = {
	title: 'Vad som binder',
	place: 'Plats efter kronor',
	placeOf: (place: number, all: number) => `${formatCount(place)} av ${formatCount(all)}`,
	shareOf: (share: number | null) => `${formatShare(share)} ${ofNamedCost}`,
	contracts: 'Avtal i registret',
	inForce: (count: number) => `${formatCount(count)} gäller i dag`,
	systems: 'System',
	units: 'Nämnder som betalar',
	singleBid: 'Ettanbud',
	singleBidOf: (share: number) => `${formatShare(share, 0)} av kronorna med känt antal anbud`,
	bidsUnknown: 'Antal anbud är okänt',
	age: 'År sedan konkurrens',
	years: (years: string) => `${years}\u00a0år`,
	exit: 'Exitberedskap',
	answered: (known: number, asked: number) => `${formatCount(known)} av ${formatCount(asked)} svar är kända`,
	noContract: 'Inget känt avtal gäller i dag',
	competence: 'Kompetensberoende',
	/** @param beside what it is paid for consultants in all, and of that on systems that the register does not say are its own */
	consult: (amount: string, beside: { all: string; elsewhere: string } | null) =>
		`av ${amount} för konsulter på de system som registret säger att leverantören levererar${
			beside
				? `. Leverantören får ${beside.all} för konsulter i allt: ${beside.elsewhere} gäller andras system eller inget känt system`
				: ''
		}`,
	noConsult: 'Inga kända konsulter på leverantörens system'
} as const;
