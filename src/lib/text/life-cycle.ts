// The words of Livscykel: which systems to keep, build on, move or end, why, and what falls due.
import type { MoneyUnit } from '../domain/filters';
import type { DueDecision, LifeCycleMissing, LifeCycleReason } from '../domain/life-cycle-proposal';
import type { LifeCycleChoice } from '../domain/system-verdict';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatMoneyWithUnit,
	formatNumber,
	formatShare,
	listed,
	smallUnit
} from './format';

export const choiceNames: Readonly<Record<LifeCycleChoice, string>> = {
	tolerera: 'Tolerera',
	investera: 'Investera',
	migrera: 'Migrera',
	eliminera: 'Eliminera'
};

export const choiceMeanings: Readonly<Record<LifeCycleChoice, string>> = {
	investera: 'Det tjänar användarna och står stadigt. Bygg vidare.',
	migrera:
		'Det tjänar användarna men är gammalt eller svårt att lämna. Planera ett byte till något med samma nytta.',
	tolerera: 'Det räcker som det är. Lägg inte mer pengar än vad driften kräver.',
	eliminera: 'Det tjänar inte användarna och står dåligt. Avveckla när avtalet tillåter.'
};

const missingNames: Readonly<Record<LifeCycleMissing, string>> = {
	rating: 'användarnas betyg',
	age: 'när det togs i drift',
	readiness: 'svar om hur lätt det är att lämna',
	cost: 'kostnad'
};

export const missingText = (missing: readonly LifeCycleMissing[]): string =>
	listed(missing.map((one) => missingNames[one]));

/** @param nameOf names a system by its id */
function reasonText(reason: LifeCycleReason, unit: MoneyUnit, nameOf: (id: string) => string): string {
	switch (reason.kind) {
		case 'retires': {
			const day = reason.day ? ` ${reason.day}` : '';
			return `avvecklas${day}${reason.replacedBy ? ` och ersätts av ${nameOf(reason.replacedBy)}` : ', ingen ersättare angiven'}`;
		}
		case 'introduced':
			return 'införs just nu';
		case 'serves':
			return `användarna ger ${formatNumber(reason.rating, 1)}`;
		case 'serves-badly':
			return `användarna ger bara ${formatNumber(reason.rating, 1)}`;
		case 'old':
			return `${formatCount(reason.years)} år gammalt`;
		case 'not-old':
			return reason.years === 0 ? 'nyare än ett år' : `${formatCount(reason.years)} år i drift`;
		case 'free':
			return `minst ${formatShare(reason.low, 0)} ja på frågorna om att lämna`;
		case 'bound':
			return `högst ${formatShare(reason.high, 0)} ja på frågorna om att lämna`;
		case 'small':
			return `kostar bara ${formatMoneyWithUnit(reason.yearlyCost, smallUnit(reason.yearlyCost, unit))} om året`;
	}
}

/** "Användarna ger 2,9, 12 år gammalt". Empty without reasons. */
export const reasonsText = (
	reasons: readonly LifeCycleReason[],
	unit: MoneyUnit,
	nameOf: (id: string) => string
): string => capitalised(reasons.map((reason) => reasonText(reason, unit, nameOf)).join(', '));

export const dueNames: Readonly<Record<DueDecision['kind'], string>> = {
	uppsagning: 'Sista dag att säga upp avtalet',
	avtalsslut: 'Avtalet slutar',
	avveckling: 'Planerad avveckling'
};

export const lifeCycleText = {
	title: 'Livscykel',
	counting: 'Läser systemen',
	failed: 'Systemen kunde inte läsas',
	failedMeaning: 'Det beror inte på dina uppgifter. Försök igen.',
	verdictsFailed: 'Valen kunde inte hämtas',
	none: 'Inga system i drift',
	noneMeaning: 'Registret har inga system som är i drift, införs eller avvecklas.',
	noThresholds: 'Ett av gränsvärdena saknas, så inga förslag ges.',
	lead: (chosen: number, proposed: number, all: number) =>
		`${chosen === 0 ? 'Inget' : formatCount(chosen)} av ${formatCounted(all, 'system', 'system')} har ett val. För ${formatCount(proposed)}${chosen === 0 ? '' : ' till'} räcker uppgifterna till ett förslag.`,
	leadUnknown: (count: number, cost: string) =>
		count ? `För ${formatCount(count)} vet vi för lite; de kostar ${cost} om året.` : '',
	leadDue: (count: number) =>
		count
			? `${formatCounted(count, 'beslut', 'beslut')} behöver fattas inom 24 månader.`
			: 'Inget beslut faller inom 24 månader.',
	told: (period: string) => `Kronorna är bokförd it-kostnad ${period}.`,
	chart: {
		title: (name: string, cost: string) => `Mest kronor: ${name}, ${cost}`,
		subtitle: (period: string) => `Kronor per val, människors val före förslag, ${period}`,
		label: 'Kronor per val',
		none: 'Inget val, för lite känt',
		bar: (name: string, systems: number, chosen: number) =>
			`${name}: ${formatCounted(systems, 'system', 'system')}, ${chosen === 0 ? 'inget' : formatCount(chosen)} valt`,
		without: (count: number) =>
			`${formatCounted(count, 'system', 'system')} utan bokförda rader räknas inte i kronorna.`
	},
	list: {
		title: (count: number) => `${formatCounted(count, 'system', 'system')} efter kronor`,
		subtitle: (unit: string, period: string) => `Val, eller förslag med skäl. ${unit}, ${period}`,
		label: 'System med val och förslag',
		columns: {
			system: 'System',
			cost: 'Kostnad',
			choice: 'Val eller förslag',
			reason: 'Skäl',
			end: 'Avtalet slutar',
			judge: 'Bedömning'
		},
		proposed: (name: string) => `Förslag: ${name.toLowerCase()}`,
		noProposal: 'Inget förslag',
		missing: (what: string) => `Vi vet inte ${what}.`,
		judge: 'Välj',
		read: 'Läs',
		open: (name: string, mayJudge: boolean) => `${mayJudge ? 'Välj för' : 'Läs om'} ${name}`
	},
	due: {
		title: (count: number) => `${formatCounted(count, 'beslut', 'beslut')} inom 24 månader`,
		subtitle: (until: string, unit: string) => `Till ${until}, dyrast system först. ${unit}`,
		label: 'Beslut inom 24 månader',
		columns: {
			system: 'System',
			day: 'Senast',
			what: 'Vad',
			contract: 'Avtal',
			cost: 'Systemet kostar',
			choice: 'Val eller förslag'
		},
		none: 'Inga avtal att säga upp, avtalsslut eller avvecklingar finns inom 24 månader.'
	},
	rules: {
		title: 'Så föreslås ett val',
		text: 'Förslaget är en början på samtalet. Människor väljer, med skäl.',
		steps: [
			'Ett system som avvecklas föreslås migrera om det har en ersättare, annars eliminera. Ett som införs föreslås investera.',
			'Annars avgör två frågor: tjänar det användarna (betyget), och står det stadigt (åldern och svaren om att lämna det)?',
			'Ja och ja: investera, eller tolerera om det kostar lite. Ja och nej: migrera. Nej och ja: tolerera. Nej och nej: eliminera.',
			'Saknas en uppgift som avgör ges inget förslag. Då står det vad som saknas.'
		],
		thresholds: 'Gränsvärden'
	},
	file: 'livscykel',
	dueFile: 'beslut_24_manader'
} as const;
