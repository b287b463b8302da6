// The words of Inlåsning: concentration, competition, exit readiness and cost without a contract.
import type { Concentration } from '../domain/concentration';
import type { ExitQuestion } from '../domain/exit-readiness';
import { capitalised, formatCounted, formatNumber, formatShare, numberWord } from './format';

const fractions: readonly (readonly [share: number, words: string])[] = [
	[1 / 5, 'en femtedel'],
	[1 / 4, 'en fjärdedel'],
	[1 / 3, 'en tredjedel'],
	[1 / 2, 'hälften'],
	[2 / 3, 'två tredjedelar'],
	[3 / 4, 'tre fjärdedelar']
];

/** What shares of suppliers are of: the lead of a page is of all IT cost, so each says which. */
export const ofNamedCost = 'av den it-kostnad som har leverantör';

/** A share as people say it when that is true to the percent: "en femtedel", otherwise "17 %". */
export function shareWords(share: number): string {
	return fractions.find(([exact]) => Math.abs(exact - share) < 0.01)?.[1] ?? formatShare(share, 0);
}

export function concentrationTitle({ effectiveSuppliers }: Concentration): string {
	return effectiveSuppliers === null
		? 'Hur kostnaden fördelas på leverantörer'
		: `Kostnaden fördelas som på ${formatNumber(effectiveSuppliers, 1)} lika stora leverantörer`;
}

/** @param share of the kronor with a known number of bids */
export function singleBidTitle(share: number | null): string {
	return share === null
		? 'Anbud när avtalen slöts'
		: `${capitalised(shareWords(share))} av kronorna med känt antal anbud kom till med ett enda`;
}

export function exitTitle(contracts: number, withPlan: number): string {
	if (!contracts) return 'Exitberedskap per avtal';
	const first = withPlan ? capitalised(numberWord(withPlan)) : 'Inget';
	return `${first} av ${formatCounted(contracts, 'avtal', 'avtal')} har känd exitplan`;
}

/** @param amount kronor without a known contract; null when no contracts are loaded */
export function gapsTitle(amount: string | null, rows: number): string {
	if (amount === null) return 'It-kostnad utan känt avtal';
	return rows
		? `${amount} av it-kostnaden saknar känt avtal`
		: 'All it-kostnad i urvalet har ett känt eller möjligt avtal';
}

export const exitQuestionNames: Readonly<Record<ExitQuestion, string>> = {
	exitPlan: 'Exitplan',
	dataExport: 'Dataexport',
	dataOwnership: 'Dataägande',
	openApi: 'Öppet API',
	openSource: 'Öppen källkod',
	shortNotice: 'Högst 2 mån. uppsägning'
};

export const exitAnswerWords = { yes: 'Ja', no: 'Nej', unknown: 'Okänt' } as const;

/** What is known of the competition for a contract; `möjligt` may be on some contract of the supplier's, the last is on none in the register. */
export const competitionNames = {
	ett: 'Ett anbud',
	flera: 'Två eller fler',
	'utan annons': 'Utan annons',
	okänt: 'Okänt antal',
	möjligt: 'Flera möjliga avtal',
	utanför: 'Inget känt avtal'
} as const;

export const lockInText = {
	title: 'Inlåsning',
	neutralLead: 'Hur beroende är kommunen av sina leverantörer?',
	withoutSupplier: 'Utan leverantör',
	explanation: {
		numerator: 'Täljare',
		denominator: 'Nämnare',
		known: 'Känd del',
		period: 'Period',
		version: 'Utgåva, regler',
		formula: 'Formel',
		openRows: 'Öppna raderna'
	},
	states: {
		failed: 'Det här kunde inte räknas fram',
		failedMeaning: 'Inget har ändrats i data. Resten av sidan gäller.',
		noCost: 'Ingen it-kostnad i urvalet',
		noContracts: 'Inga avtal är inlästa än',
		noContractsMeaning: 'Utan avtalsregister går det inte att säga. Saknade avtal räknas aldrig som noll.',
		counting: 'Räknar …'
	},
	concentration: {
		list: 'Leverantörer efter andel av den it-kostnad som har leverantör',
		base: (base: string, suppliers: string, period: string) =>
			`Andel av ${base}, den it-kostnad som har leverantör, ${suppliers}, ${period}`,
		hhi: 'HHI',
		effective: 'Motsvarar lika stora leverantörer',
		top1: 'Största',
		top5: 'Fem största',
		borrowed:
			'Måtten är lånade från konkurrensrätten, där de mäter marknader. De säger hur samlad kostnaden är, inte om det är fel.',
		columns: { supplier: 'Leverantör', number: 'Organisationsnummer', share: 'Andel', rows: 'Rader' }
	},
	bids: {
		all: 'Alla leverantörer',
		byCount: 'Registret, antal avtal',
		shareColumn: 'Andel ett',
		shareOfMoney: 'Ettanbud, av kronorna',
		shareOfCount: 'Ettanbud, av avtalen',
		wholeRegister: 'hela avtalsregistret, oavsett filter',
		national: 'Jämför antalet avtal med riket 2021:',
		/** The bars are of another base than the heading above them. */
		ofAll:
			'Staplarna är andelar av all kostnad, också den utan känt antal anbud. Andelen ettanbud i ord räknas bara på kronor med känt antal, och är därför minst lika stor.',
		directApart: 'Direktupphandlingar står för sig och räknas inte i andelen.',
		possible:
			'Flera möjliga avtal: leverantören hade mer än ett avtal den dagen, eller avtal utan startdag, och raden säger inte vilket.'
	},
	exit: {
		noContracts: 'De största leverantörerna har inga kända avtal som gäller i dag.',
		sure: 'Säkert ja',
		possible: 'Om alla okända är ja',
		answered: 'Besvarat',
		/** @param suppliers whose contracts are shown; `chosen` by the reader, else the largest by kronor */
		subtitle: (suppliers: number, chosen: boolean) =>
			`Säkert ja till möjligt ja, av 6 frågor per avtal som gäller, hos ${
				chosen
					? `${formatCounted(suppliers, 'vald leverantör', 'valda leverantörer')}`
					: `de ${formatCounted(suppliers, 'leverantör', 'leverantörer')} som kostar mest i sidans period`
			}`,
		known: (share: string, contracts: number) =>
			`${share} av svaren kända, ${formatCounted(contracts, 'avtal', 'avtal')} i kortet`,
		ground:
			'Uppsägningstiden jämförs med Data Act, artikel 25. I en studie saknade 46 av 46 svenska offentliga organisationer en exitplan för sitt kontorspaket (Lundell m.fl.).',
		columns: { contract: 'Avtal', supplier: 'Leverantör', range: 'Andel ja' }
	},
	gaps: {
		amount: 'It-kostnad utan känt avtal',
		share: 'Andel av all it-kostnad',
		several: 'Flera möjliga avtal, inte medräknat',
		undecided: 'Okänt: leverantörens avtal saknar startdag',
		caveat:
			'Avtalsregistret är inte heltäckande. Ett avtal kan finnas utan att stå där, så talet är ett skäl att leta, inte ett bevis.',
		list: 'Leverantörer efter kostnad utan känt avtal',
		none: 'All it-kostnad i urvalet har ett känt eller möjligt avtal.'
	}
} as const;
