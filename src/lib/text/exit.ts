// The words of Exit: what it takes to leave a system, what is not known, and five ways on.
import type { AssumptionKey, Range } from '../domain/assumption';
import type { DataProcessing } from '../domain/data-processing';
import {
	hardToLeaveRule,
	type ExitDriver,
	type ExitFact,
	type ExitPartName,
	type OpenRange
} from '../domain/exit-estimate';
import type { ExitScenarioName } from '../domain/exit-scenarios';
import type { MoneyUnit } from '../domain/filters';
import { unknownWord, withheldWord } from './common';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatDayLong,
	formatMoney,
	formatNumber,
	formatShare,
	listed
} from './format';

const nbsp = '\u00a0';
const enDash = '\u2013';

/** Without unit: `33,4–67,8`, `minst 12,1`, or one figure where both ends print alike. */
export function openMoney({ low, high }: OpenRange, unit: MoneyUnit, signed = false): string {
	const options = { signed };
	const from = formatMoney(low, unit, options);
	if (high === null) return `minst${nbsp}${from}`;
	const to = formatMoney(high, unit, options);
	return from === to ? from : signed ? `${from} till ${to}` : `${from}${enDash}${to}`;
}

/** With unit and the likely figure: `33,4–67,8 mnkr, troligt 42,9 mnkr`. */
export function openMoneyWords(range: OpenRange, unit: MoneyUnit): string {
	const span = `${openMoney(range, unit)}${nbsp}${unit}`;
	return range.likely === null || range.low === range.high
		? span
		: `${span}, troligt ${formatMoney(range.likely, unit)}${nbsp}${unit}`;
}

/** `18–38`, `minst 34`; months without decimals, below ten with one. */
export function openMonths(months: OpenRange | null): string {
	if (months === null) return unknownWord;
	const figure = (value: number) => formatNumber(value, value < 10 ? 1 : 0);
	if (months.high === null) return `minst${nbsp}${figure(months.low)}`;
	const [from, to] = [figure(months.low), figure(months.high)];
	return from === to ? from : `${from}${enDash}${to}`;
}

export const exitPartNames: Readonly<Record<ExitPartName, string>> = {
	migration_fixed: 'Flytt av data, fast del',
	migration_users: 'Flytt av data, per användare',
	integrations: 'Integrationer',
	parallel_run: 'Parallell drift',
	training: 'Utbildning',
	termination: 'Återstående avtalstid',
	procurement: 'Upphandling'
};

/** The assumptions that a part rests on. */
export const exitPartAssumptions: Readonly<Record<ExitPartName, readonly AssumptionKey[]>> = {
	migration_fixed: ['migration_fixed'],
	migration_users: ['migration_per_user'],
	integrations: ['integration'],
	parallel_run: ['parallel_months'],
	training: ['training_hours_per_user', 'working_hour'],
	termination: [],
	procurement: ['procurement']
};

export const exitFactNames: Readonly<Record<ExitFact, string>> = {
	users: 'antal användare',
	integrations: 'antal integrationer',
	cost: 'årskostnad',
	commitment: 'när avtalen kan lämnas',
	assumption: 'antagande'
};

/** @param freeText integrations are sent to controllers only */
export function exitFactName(fact: ExitFact, freeText: boolean): string {
	return fact === 'integrations' && !freeText
		? `${exitFactNames[fact]} (${withheldWord})`
		: exitFactNames[fact];
}

/** What an estimate lacks, in a sentence. @param freeText integrations are sent to controllers only */
export function exitMissingWords(missing: readonly ExitFact[], freeText: boolean): string {
	const [unknown, withheld] = [
		missing.filter((fact) => freeText || fact !== 'integrations'),
		!freeText && missing.includes('integrations')
	];
	return [
		withheld ? `${capitalised(exitFactNames.integrations)} ${withheldWord}.` : '',
		unknown.length ? `Vi vet inte ${listed(unknown.map((fact) => exitFactNames[fact]))}.` : '',
		'De delarna är okända, inte noll, så summan är minst det som är känt.'
	]
		.filter(Boolean)
		.join(' ');
}

/** What most of an estimate is counted from. */
export const exitDriverNames: Readonly<Record<ExitDriver, string>> = {
	users: 'användare',
	integrations: 'integrationer',
	cost: 'parallell drift',
	commitment: 'avtalstid',
	fixed: 'fasta delar'
};

/** What a part is counted from. @param freeText integrations are sent to controllers only */
export function exitPartGround(
	name: ExitPartName,
	facts: { users: number | null; integrations: number | null; monthly: string | null; until: string },
	freeText = true
): string {
	const { users, integrations, monthly, until } = facts;
	switch (name) {
		case 'migration_fixed':
		case 'procurement':
			return 'oavsett storlek';
		case 'migration_users':
		case 'training':
			return users === null ? 'antal användare okänt' : `${formatCount(users)} användare`;
		case 'integrations':
			return integrations === null
				? freeText
					? 'antal integrationer okänt'
					: `antal integrationer ${withheldWord}`
				: formatCounted(integrations, 'integration', 'integrationer');
		case 'parallel_run':
			return monthly === null ? 'årskostnad okänd' : `${monthly} i månaden`;
		case 'termination':
			return until;
	}
}

export const scenarioNames: Readonly<Record<ExitScenarioName, string>> = {
	nothing: 'Göra ingenting',
	extend: 'Förlänga',
	procure: 'Upphandla på nytt',
	leave: 'Lämna',
	own: 'Egen regi'
};

export const scenarioMeaning: Readonly<Record<ExitScenarioName, string>> = {
	nothing: 'Dagens årskostnad med prisökning varje år.',
	extend: 'Dagens årskostnad med avtalets prisklausul.',
	procure:
		'Första året betalas dagens leverantör och upphandlingen. Lågt och troligt vinner dagens leverantör, högt räknar också med hela bytet.',
	leave: 'Hela exitkostnaden första året, och ett annat system alla fem åren.',
	own: 'Exitkostnaden utan upphandling första året, och egen drift alla fem åren.'
};

/** The assumptions that the scenarios rest on, besides those of leaving. */
export const scenarioAssumptionKeys: readonly AssumptionKey[] = [
	'yearly_price_rise',
	'extension_price_rise',
	'new_system_cost',
	'own_operation_cost'
];

const dataActGround: Readonly<Record<'form' | 'kinds', string>> = {
	form: 'efter driftformen',
	kinds: 'efter kostnadsslagen, driftformen är okänd'
};

/** @param exit when the last of its contracts can be left */
export function dataActWords(
	service: DataProcessing,
	side: 'before' | 'after' | 'unknown',
	exit: string | null,
	chargesEnd: string | null
): string {
	if (service.is === 'no')
		return 'Systemet drivs i egen regi och är ingen databehandlingstjänst. Data Act rör inte bytet.';
	if (service.is === 'unknown')
		return 'Okänt om systemet är en databehandlingstjänst: registret säger ingen driftform, och kostnaden är varken licens, moln eller drift.';
	const is = `Systemet räknas som en databehandlingstjänst, ${dataActGround[service.by]}.`;
	const end = formatDayLong(chargesEnd);
	const when =
		side === 'unknown'
			? `När avtalen kan lämnas är okänt, så vi kan inte säga om det är före eller efter ${end}.`
			: side === 'before'
				? `Avtalen kan lämnas ${formatDayLong(exit)}, före ${end}. Leverantören får då ta betalt för bytet, men inte mer än det kostar.`
				: `Avtalen kan lämnas ${formatDayLong(exit)}. Från ${end} får leverantören inte ta betalt för bytet.`;
	return `${is} ${when}`;
}

export const exitWords = {
	title: 'Exit',
	neutral: 'Vad kostar det att lämna, och vad kostar det att stanna?',
	lead: (name: string, isLargest: boolean, cost: string, months: string) =>
		`Att lämna ${name}${isLargest ? ', det dyraste systemet,' : ''} kostar ${cost}. Det är ${months} månader av vad det kostar i dag.`,
	leadByUsers: 'Det mesta är räknat per användare.',
	leadUnknown: (systems: number, all: number, amount: string) =>
		systems
			? `För ${formatCount(systems)} av ${formatCount(all)} system, ${amount} om året, saknas något som avgör kostnaden.`
			: 'För alla system är det känt som avgör kostnaden.',
	leadWithheld:
		'Antalet integrationer visas inte för din roll. Därför är varje exitkostnad här minst så stor som den visas.',
	noSystems: 'Inga system är inlästa än',
	noSystemsMeaning:
		'Utan systemregister eller kostnader på system går det inte att säga vad det tar att lämna dem.',
	list: {
		title: (count: number, amount: string) =>
			`${formatCounted(count, 'system', 'system')} med kostnad, ${amount} om året`,
		withoutCost: (count: number) =>
			`${formatCounted(count, 'system', 'system')} i registret har ingen kostnad i huvudboken och står sist.`,
		subtitle: (unit: string, period: string) =>
			`Exitkostnad i ${unit}, från lågt till högt. Årskostnad ${period}.`,
		order: 'Ordning',
		orders: { yearly: 'Störst årskostnad först', cost: 'Störst exitkostnad först' },
		driver: (name: string, share: string) => `${name}, ${share}`,
		onPaper: (most: number, all: number) =>
			`Här står de ${formatCount(most)} första och alla flaggade av ${formatCount(all)} system. Filen har alla.`,
		columns: {
			system: 'System',
			yearly: 'Årskostnad',
			cost: 'Exitkostnad',
			likely: 'Troligt',
			months: 'Exitmånader',
			readiness: 'Exitberedskap',
			driver: 'Mest av',
			missing: 'Vi vet inte',
			flag: 'Svår att lämna'
		},
		nothingMissing: 'inget saknas',
		showAll: (count: number) => `Visa alla ${formatCount(count)}`,
		showFewer: 'Visa färre',
		openEnded:
			'Fyllt är lågt räknat, randigt går till högt, strecket är troligt. Där det står minst är det högsta okänt.',
		flagNote: `Flaggas när att lämna kostar minst ${formatCount(hardToLeaveRule.months)} månaders kostnad också lågt räknat, och högst ${formatShare(hardToLeaveRule.readiness, 0)} av svaren om exit kan bli ja.`,
		flagged: (count: number) =>
			count
				? `${formatCounted(count, 'system', 'system')} är flaggade som svåra att lämna. De står i tabellen.`
				: 'Inget system är flaggat som svårt att lämna.',
		notHard: '·'
	},
	shortLedger: (months: number) =>
		`Huvudboken har ${formatCounted(months, 'månad', 'månader')}. Årskostnaden är räknad som tolv gånger deras medel.`,
	yearLedger: (period: string) => `Årskostnaden är de tolv senaste månaderna i huvudboken, ${period}.`,
	chosen: (name: string) => `Om vi lämnar ${name}`,
	parts: {
		title: (name: string, cost: string) => `Att lämna ${name} kostar ${cost}`,
		subtitle: (unit: string) => `Delarna i ${unit}, med antagandena som de bygger på`,
		months: (months: string) => `${months} exitmånader`,
		ofYearly: (yearly: string) => `av årskostnaden, ${yearly}.`,
		/** @param share of the likely cost that is counted per user */
		byUsers: (users: number, share: string) =>
			`${share} av det troliga drivs av antalet användare, ${formatCount(users)} i registret. Är många av dem elever, låntagare eller invånare blir siffran för hög: de utbildas inte på arbetstid, och deras uppgifter flyttas för mindre. Sätt då egna värden för systemet.`,
		noMonths: 'Systemet har ingen känd kostnad i huvudboken, så månaderna är okända.',
		columns: {
			part: 'Del',
			ground: 'Räknat på',
			low: 'Lågt',
			likely: 'Troligt',
			high: 'Högt',
			assumption: 'Antagande'
		},
		total: 'Exitkostnad',
		atLeast: 'minst',
		termination:
			'Återstående avtalstid är vad avtalen kostar tills de kan lämnas, om systemet slutar användas i dag. Väntar ni till avtalen slutar är den noll.',
		formula: 'Exitmånader = 12 × exitkostnad / årskostnad',
		until: (day: string) => `bundet till ${day}`,
		untilUnknown: 'okänt när avtalen kan lämnas',
		noContract: 'inget känt avtal'
	},
	scenarios: {
		/** @param staying what doing nothing comes to; null when that is the cheapest */
		title: (cheapest: string, cost: string, staying: string | null) =>
			`${cheapest} är billigast på fem år: troligt ${cost}${staying === null ? '' : `, mot ${staying} för att göra ingenting`}`,
		neutralTitle: 'Fem vägar, fem år',
		subtitle: (unit: string) =>
			`Summa på fem år i ${unit}, från lågt till högt. Jämfört är det troliga, strecket i varje stapel.`,
		none: 'Utan kostnad i huvudboken går vägarna inte att jämföra.',
		year: (year: number) => `År ${year}`,
		columns: {
			scenario: 'Väg',
			range: '',
			total: 'Fem år',
			likely: 'Troligt',
			difference: 'Mot att göra ingenting'
		},
		differenceNote:
			'Plus är dyrare än att göra ingenting. Skillnaden räknas med samma prisökning på båda vägarna.',
		low: 'Lågt',
		likely: 'Troligt',
		high: 'Högt',
		assumptions: 'Antaganden'
	},
	questions: {
		/** @param ofCost how many of them change what leaving costs */
		title: (open: number, ofCost: number) =>
			open
				? `${formatCounted(open, 'fråga', 'frågor')} kan göra ${ofCost ? 'skattningen' : 'exitberedskapen'} säkrare`
				: 'Alla frågor om exit är besvarade',
		subtitle: 'Vad som saknas, och vem som kan svara',
		columns: { about: 'Gäller', question: 'Fråga', who: 'Kan svara', why: 'Påverkar' },
		contractOwner: (name: string | null) =>
			name ? `Avtalsägaren, ${name}` : 'Avtalsägaren, som inte är känd',
		systemOwner: (name: string | null) => (name ? `Systemägaren, ${name}` : 'Systemägaren, som inte är känd'),
		readiness: 'exitberedskap',
		cost: 'exitkostnad',
		users: 'Hur många använder systemet?',
		integrations: 'Hur många andra system är det kopplat till?',
		until: 'När kan avtalet lämnas? Slutdag, förlängning eller uppsägningstid saknas.',
		contract: 'Vilket avtal köps systemet med?',
		yearly: 'Vilka kostnader hör till systemet?',
		howTo: 'Den som får komplettera fyller i svaret på avtalskortet.'
	},
	dataAct: { title: 'Data Act', note: 'Dagarna är antaganden och kan ändras.' },
	explanation: {
		numerator: 'Exitkostnad',
		denominator: 'Årskostnad',
		known: 'Kända delar'
	}
} as const;

/** `18,5–37,6` as a share of a range, for files. */
export function rangeCells(range: OpenRange | Range | null): [number | null, number | null, number | null] {
	return range === null ? [null, null, null] : [range.low, range.likely, range.high];
}
