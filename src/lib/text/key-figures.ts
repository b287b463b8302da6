// The words of the key figures: what each is and how it is counted. What their figures say is in key-figure-sentences.ts.
import type { KeyFigureKey } from '../domain/key-figure';
import { listed } from './format';

interface KeyFigureWords {
	name: string;
	/** What it says, in one sentence. */
	meaning: string;
	/** How it is counted. */
	rule: string;
	numerator: string;
	denominator: string;
	/** What a known share is of. */
	knownOf: string;
	/** What is unknown, where something is. */
	unknown: string;
}

const ofIt = 'it-kostnad';

export const keyFigureWords: Readonly<Record<KeyFigureKey, KeyFigureWords>> = {
	it_andel: {
		name: 'It-kostnadens andel',
		meaning: 'Så stor del av verksamhetens kostnad är it.',
		rule: 'It-kostnad delad med allt som huvudboken har i kronor på kostnadskonton (kontoklass 4–7, och rader utan konto). Balanskonton, intäkter och finansiella poster är inte med, varken över eller under strecket.',
		numerator: 'it-kostnad på kostnadskonton',
		denominator: 'verksamhetens kostnad',
		knownOf: 'av det som kan vara it är bedömt',
		unknown: 'möjlig it som ingen har bedömt'
	},
	kronor_per_anstalld: {
		name: 'It-kostnad per anställd',
		meaning: 'Så mycket it kostar för varje anställd under månaderna.',
		rule: 'It-kostnad hos nämnder med känt antal anställda, delad med deras anställda enligt nämndregistret sista dagen i perioden. Nämnder utan antal är inte med på någon sida.',
		numerator: 'it-kostnad hos nämnder med känt antal',
		denominator: 'anställda',
		knownOf: 'av it-kostnaden hör till nämnder med känt antal',
		unknown: 'it-kostnad utan känt antal anställda'
	},
	kronor_per_anvandare: {
		name: 'It-kostnad per användare',
		meaning: 'Så mycket it kostar för varje användare under månaderna.',
		rule: 'All it-kostnad delad med antalet it-användare det året. Antalet finns inte i något register: controllern säger det, med namn på vad som är räknat.',
		numerator: ofIt,
		denominator: 'användare',
		knownOf: 'av it-kostnaden är med',
		unknown: ''
	},
	sakerstalla_andel: {
		name: 'Säkerställa',
		meaning: 'Så stor del av it-kostnaden håller igång det som redan finns.',
		rule: 'Inriktning förvaltning och avveckling.',
		numerator: 'förvaltning och avveckling',
		denominator: ofIt,
		knownOf: 'av it-kostnaden har känd inriktning',
		unknown: 'it-kostnad med okänd inriktning'
	},
	forbattra_andel: {
		name: 'Förbättra',
		meaning: 'Så stor del av it-kostnaden gör system i drift bättre.',
		rule: 'Inriktning utveckling på system som redan var i drift: livscykel drift, avvecklas eller avvecklad, eller en driftdag före årets början.',
		numerator: 'utveckling av system i drift',
		denominator: ofIt,
		knownOf: 'av it-kostnaden går att placera',
		unknown: 'it-kostnad som inte går att placera'
	},
	utveckla_andel: {
		name: 'Utveckla',
		meaning: 'Så stor del av it-kostnaden tar fram system som inte finns än.',
		rule: 'Inriktning utveckling på system med livscykel planerad eller införs, eller med driftdag samma år eller senare. Utveckling utan känt system eller livscykel är okänd.',
		numerator: 'utveckling av nya system',
		denominator: ofIt,
		knownOf: 'av it-kostnaden går att placera',
		unknown: 'it-kostnad som inte går att placera'
	},
	kopt_andel: {
		name: 'Köpt från andra',
		meaning: 'Så stor del av it-kostnaden betalas till leverantörer utanför kommunen.',
		rule: 'Rader med leverantör som inte är interna, i alla kostnadsslag utom Personal, Kapitalkostnad och Intern debitering. Kommunens bolag är egna juridiska personer och räknas som leverantörer.',
		numerator: 'köpt av leverantörer',
		denominator: ofIt,
		knownOf: 'av it-kostnaden har känd mottagare',
		unknown: 'it-kostnad utan känd mottagare'
	},
	utkontrakterad_andel: {
		name: 'Utkontrakterad drift',
		meaning: 'Så stor del av it-kostnaden är drift som andra sköter.',
		rule: 'Den del av det köpta som är Drift eller Moln, eller Licens/SaaS och Systemunderhåll för system med driftform extern eller SaaS. Samma slag för system i egen drift räknas inte; hybrid och okänd driftform är okänt.',
		numerator: 'drift som andra sköter',
		denominator: ofIt,
		knownOf: 'av it-kostnaden går att placera',
		unknown: 'it-kostnad där driftformen är hybrid eller okänd'
	},
	konsult_andel: {
		name: 'Konsulter',
		meaning: 'Så stor del av it-kostnaden är konsulter.',
		rule: 'Kostnadsslag Konsult.',
		numerator: 'konsulter',
		denominator: ofIt,
		knownOf: 'av it-kostnaden har känt kostnadsslag',
		unknown: 'it-kostnad med okänt kostnadsslag'
	},
	inhyrd_andel: {
		name: 'Inhyrt i it-bemanningen',
		meaning: 'Så stor del av kostnaden för it-personal och konsulter är konsulter.',
		rule: 'Kostnadsslag Konsult delat med Konsult och Personal. Räknat i kronor: en konsult kostar oftast mer än en anställd, så andelen är högre än om man räknar personer. Lön som inte är taggad som it är inte med.',
		numerator: 'konsulter',
		denominator: 'konsulter och it-personal',
		knownOf: 'av underlaget har känt kostnadsslag',
		unknown: 'it-kostnad med okänt kostnadsslag'
	}
};

export const keyFigureGroups: readonly { title: string; keys: readonly KeyFigureKey[] }[] = [
	{ title: 'Hur mycket', keys: ['it_andel', 'kronor_per_anstalld', 'kronor_per_anvandare'] },
	{ title: 'Till vad', keys: ['sakerstalla_andel', 'forbattra_andel', 'utveckla_andel'] },
	{ title: 'Av vem', keys: ['kopt_andel', 'utkontrakterad_andel', 'konsult_andel', 'inhyrd_andel'] }
];

export const keyFigureText = {
	title: 'Nyckeltal',
	neutralLead: 'Är det mycket eller litet hos oss? Varje nyckeltal för sig, år för år.',
	noUnit: 'Utan nämnd',
	exportAll: 'Exportera CSV',
	failed: 'Nyckeltalen kunde inte räknas fram',
	list: 'Nyckeltal år för år',
	spans: 'Månader',
	openNumerator: 'Öppna täljarens rader',
	openDenominator: 'Öppna nämnarens rader',
	openUnknown: 'Öppna det okända',
	dividedBy: 'delat med',
	of: 'av',
	tryAgain: 'Försök igen',
	clear: 'Ta bort filtren',
	empty: 'Huvudboken har inga rader som är it i de här månaderna.',
	emptyByUnits: (units: readonly string[]) =>
		`${listed(units)} har inga rader som är it i de här månaderna. Andra nämnder kan ha det.`,
	perUnit: 'Per nämnd',
	trend: 'År för år',
	withUnknown: 'Lägst–högst',
	leftOut: 'Inte med',
	explanation: {
		numerator: 'Täljare',
		denominator: 'Nämnare',
		known: 'Känd del',
		period: 'Period',
		version: 'Utgåva, regler'
	},
	columns: {
		year: 'Månader',
		figure: 'Värde',
		numerator: 'Täljare',
		denominator: 'Nämnare',
		unknown: 'Okänt',
		known: 'Känd del',
		unit: 'Nämnd'
	},
	choose: 'Nyckeltal',
	total: 'Alla valda nämnder',
	usersWhole:
		'Antalet användare gäller hela kommunen, så det här nyckeltalet går inte att dela per nämnd. Se det per anställd i stället.',
	usersTitle: 'It-användare',
	usersHints: 'Registren säger, som ledning och aldrig som svar:',
	usersNone: 'Registren säger inget om hur många som använder it.',
	usersMind: 'Talen kan räkna elever, eller samma person flera gånger. Säg själv hur många det är.',
	rulesTitle: 'Så räknas nyckeltalen',
	rulesSubtitle: 'Var och en för sig. De läggs aldrig ihop till ett betyg.',
	benchmarkTitle: 'Jämförelsetal från staten',
	benchmarkSubtitle: 'Statliga myndigheter, inte kommuner. Något att jämföra med, aldrig ett mål.',
	benchmarkColumns: {
		name: 'Nyckeltal',
		year: 'År',
		mean: 'Medel',
		median: 'Median',
		agencies: 'Myndigheter',
		source: 'Källa'
	},
	notSame: {
		it_andel:
			'En myndighets verksamhetskostnad har sällan skola och omsorg i sig. En kommun med mycket personal får därför en lägre andel it.',
		inhyrd_andel: 'Myndigheterna räknade årsarbetskrafter, här räknas kronor.'
	},
	noBenchmark: (names: readonly string[]) =>
		`För ${listed(names.map((name) => name.toLocaleLowerCase('sv')))} finns inget jämförelsetal här: Ekonomistyrningsverket har mätt flera av dem, men inget publicerat medeltal har gått att belägga.`,
	sourceCopies:
		'Källorna är lästa i kopior på 5dok.org, eftersom myndigheternas egna sidor har flyttat. Länkarna leder ut ur Genomlys.',
	internal:
		'Interna rader räknas med, om du inte väljer ”Utan interna”. Då är de borta både över och under strecket. Bara rader i kronor räknas.',
	otherFilters:
		'Filter på annat än nämnd och interna rader gäller inte här: de skulle dela bara ena sidan av en kvot.'
} as const;

export const agencySourceNames = {
	cost2014: 'Ekonomistyrningsverket 2015:58, avsnitt 4.1.1',
	people2014: 'Ekonomistyrningsverket 2015:58, avsnitt 4.1.3',
	cost2017: 'Ekonomistyrningsverkets insamling 2018, redovisad av Digg, tabell 3.1'
} as const;
