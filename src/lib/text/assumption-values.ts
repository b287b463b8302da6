// Assumptions on screen: their values in words, where they come from, and the form that changes one.
import type {
	AssumptionKey,
	AssumptionSubjectKind,
	AssumptionUnit,
	AssumptionValue
} from '../domain/assumption';
import { assumptionKeys, assumptionSpec } from '../domain/assumption';
import type { EntryFault } from '../domain/assumption-entry';
import { shortestReason } from '../domain/reason';
import { unknownWord } from './common';
import { capitalised, formatDayLong, formatMoney, formatNumber, numberWord } from './format';
import { assumptionServerWords, assumptionUnitNames } from './assumptions';

const nbsp = '\u00a0';

/** One figure without its unit: öre as kronor, shares as percent, and no more decimals than it has. */
function figureText(figure: number, unit: AssumptionUnit | null): string {
	if (unit === 'ore') return formatMoney(figure, 'kr', { decimals: figure % 100 === 0 ? 0 : 2 });
	const shown = unit === 'share' ? Number((figure * 100).toPrecision(12)) : figure;
	const decimals = [0, 1, 2].find((count) => Number(shown.toFixed(count)) === shown) ?? 3;
	return formatNumber(shown, decimals);
}

const unitText: Readonly<Record<AssumptionUnit, string>> = {
	ore: 'kr',
	hours: 'timmar',
	months: 'månader',
	share: '%',
	count: 'st',
	years: 'år'
};

/** A value in words: `300–2 500 kr, troligt 900 kr`, `12 januari 2027`. */
export function assumptionText(key: AssumptionKey, value: AssumptionValue | null): string {
	const { unit } = assumptionSpec(key);
	const withUnit = (text: string) => (unit ? `${text}${nbsp}${unitText[unit]}` : text);
	if (value === null) return unknownWord;
	switch (value.kind) {
		case 'range': {
			const { low, likely, high } = value.range;
			const [from, to] = [figureText(low, unit), figureText(high, unit)];
			return from === to
				? withUnit(from)
				: `${withUnit(`${from}\u2013${to}`)}, troligt ${withUnit(figureText(likely, unit))}`;
		}
		case 'figure':
			return withUnit(figureText(value.figure, unit));
		case 'day':
			return formatDayLong(value.day);
		case 'text':
			return value.text;
		case 'series': {
			const { name, points } = value.series;
			return `${name}: ${points.map(({ year, value: one }) => `${year} ${figureText(one, null)}`).join(', ')}`;
		}
	}
}

export const assumptionFaults: Readonly<Record<EntryFault, string>> = {
	'no-figure': 'Skriv bara siffror, med decimalkomma.',
	negative: assumptionServerWords.negative,
	'not-whole': assumptionServerWords.notWhole,
	'too-large': assumptionServerWords.tooLarge,
	unordered: assumptionServerWords.unordered,
	'no-day': assumptionServerWords.noDay,
	'no-text': assumptionServerWords.noText,
	'no-years': 'Skriv ett år och ett tal på varje rad, till exempel 2025 112,5. Varje år får stå en gång.'
};

export const subjectKindNames: Readonly<Record<AssumptionSubjectKind, string>> = {
	municipality: 'Hela kommunen',
	system: 'System',
	supplier: 'Leverantör',
	product: 'Licensprodukt'
};

export const assumptionValueWords = {
	standard: 'Förval',
	nothing: 'Inget är sagt',
	by: (author: string, day: string) => `${author}, ${day}`,
	ofMunicipality: 'gäller hela kommunen',
	change: 'Ändra',
	changeNamed: (name: string) => `Ändra ${name}`,
	show: 'Visa',
	showNamed: (name: string) => `Visa ${name}`,
	forSubject: (kind: AssumptionSubjectKind, subject: string) =>
		kind === 'municipality' ? 'Gäller hela kommunen.' : `Gäller bara ${subject}.`,
	fields: {
		low: 'Lågt',
		likely: 'Troligt',
		high: 'Högt',
		value: 'Värde',
		name: 'Namn',
		points: 'Tal per år'
	},
	fieldUnit: (unit: AssumptionUnit | null) => (unit ? assumptionUnitNames[unit] : ''),
	dayHint: 'ÅÅÅÅ-MM-DD',
	pointsHint: 'Ett år på varje rad: 2025 112,5',
	reason: 'Varför, eller var uppgiften kommer från',
	reasonHint: `Minst ${numberWord(shortestReason)} tecken. Skälet syns för alla som ser antagandet. Skriv inga personnummer.`,
	noReason: assumptionServerWords.noReason,
	save: 'Spara antagandet',
	saving: 'Sparar',
	takeBack: 'Ta tillbaka till förvalet',
	takeBackTo: (value: string) => `Ta tillbaka: då gäller ${value}`,
	saved: (name: string, value: string) => `${name} är nu ${value}. Beräkningarna är gjorda om.`,
	takenBack: (name: string, value: string) => `Antagandet ”${name}” är tillbakataget. Nu gäller ${value}.`,
	newer: (author: string, value: string, reason: string) =>
		`${author} hann före: ${value}. Skäl: ${reason} Det du skrev ligger kvar. Spara igen om ditt värde ska gälla.`,
	newerTakenBack: (author: string, reason: string) =>
		`${author} hann före och tog tillbaka antagandet. Skäl: ${reason} Det du skrev ligger kvar. Spara igen om ditt värde ska gälla.`,
	history: 'Vad som har sagts',
	noHistory: 'Ingen har ändrat det.',
	historyLine: (author: string, day: string, value: string) => `${day}, ${author}: ${value}`,
	historyBack: (author: string, day: string) => `${day}, ${author}: togs tillbaka`,
	onlyControllers: 'Controllers som ser hela kommunen kan ändra antaganden.',
	loading: 'Hämtar antagandena …',
	failed: 'Antagandena kunde inte hämtas. Förvalen visas inte, eftersom andra värden kan gälla.'
} as const;

interface AssumptionGroup {
	id: string;
	title: string;
	told: string;
	keys: readonly AssumptionKey[];
}

const named: readonly AssumptionGroup[] = [
	{
		id: 'lamna',
		title: 'Att lämna',
		told: 'Vad det kostar att byta ut ett system. Ett system kan ha egna värden.',
		keys: [
			'migration_fixed',
			'migration_per_user',
			'integration',
			'parallel_months',
			'training_hours_per_user',
			'working_hour',
			'procurement'
		]
	},
	{
		id: 'fem-ar',
		title: 'Fem år',
		told: 'Hur priset rör sig, och vad ett annat system eller egen regi kostar mot i dag.',
		keys: ['yearly_price_rise', 'extension_price_rise', 'new_system_cost', 'own_operation_cost']
	},
	{
		id: 'egen-personal',
		title: 'Egen personal',
		told: 'En konsult på ett år mot en anställd på ett år.',
		keys: ['consultant_hour', 'consultant_hours_a_year', 'employee_a_year']
	},
	{
		id: 'data-act',
		title: 'Data Act',
		told: 'Dagar ur förordning (EU) 2023/2854 om databehandlingstjänster.',
		keys: ['data_act_applies', 'switching_charges_end']
	},
	{
		id: 'livscykel',
		title: 'Livscykel',
		told: 'Gränsvärden för när ett val föreslås för ett system.',
		keys: ['life_cycle_rating', 'life_cycle_age', 'life_cycle_readiness', 'life_cycle_small']
	}
];

/** In the order of the page; what has no group of its own is of suppliers and licences. */
export const assumptionGroups: readonly AssumptionGroup[] = [
	...named,
	{
		id: 'leverantorer-och-licenser',
		title: 'Leverantörer och licenser',
		told: 'Koncerner, paket, marginaler och index. De flesta sätts där de används.',
		keys: assumptionKeys.filter((key) => !named.some(({ keys }) => keys.includes(key)))
	}
];

export const assumptionPageWords = {
	lead: (all: number, own: number, subjects: number) =>
		`Beräkningarna bygger på ${numberWord(all)} antaganden. ${
			own
				? `${capitalised(numberWord(own))} är ${own === 1 ? 'ert eget' : 'era egna'}, resten är förval.`
				: subjects
					? 'För hela kommunen gäller förvalen: byt dem mot era egna tal.'
					: 'Alla är förval: byt dem mot era egna tal.'
		}${subjects ? ` Ni har också satt ${numberWord(subjects, 'ett')} ${subjects === 1 ? 'eget värde' : 'egna värden'} för enskilda system, leverantörer eller produkter.` : ''}`,
	neutral: 'Vad beräkningarna bygger på, och vem som har sagt det.',
	export: 'Exportera CSV',
	columns: { name: 'Antagande', value: 'Gäller nu', standard: 'Förval', source: 'Källa och skäl' },
	subjectOf: (kind: AssumptionSubjectKind, name: string) => `${subjectKindNames[kind]}: ${name}`,
	subjectWaiting: (kind: AssumptionSubjectKind) => `${subjectKindNames[kind]}: hämtar namnet …`,
	personalHidden:
		'Ett antagande ändrar inga bokförda kronor. Det ändrar skattningarna på Exit, Egen regi, Licenser och Rangordning, för alla som läser dem.',
	howTo:
		'Egna värden för ett system sätts på Exit, för en leverantör på Konkurrens och för en produkt på Licenser.'
} as const;
