// The words of Återbetalning: what a development cost, and whether it has paid for itself.
import type { CountedDevelopment, Development, DevelopmentKind } from '../domain/development';
import type { MoneyUnit } from '../domain/filters';
import { longestPayback, quietMonths, type ComparedMonths, type PaybackResult } from '../domain/payback';
import { monthPlus, type Period } from '../domain/period';
import { filterWords } from './filters';
import {
	formatCounted,
	formatMoneyWithUnit,
	formatMonthLong,
	formatNumber,
	formatPeriod,
	listed,
	numberWord,
	smallUnit
} from './format';

export const paybackWords = {
	title: 'Återbetalning',
	failed: 'Utvecklingarna kunde inte räknas fram',
	unit: 'Nämnd',
	show: 'Visa',
	kinds: { project: 'Projekt i huvudboken', system: 'All utveckling per system' } satisfies Record<
		DevelopmentKind,
		string
	>,
	development: 'Utveckling',
	supplier: 'Leverantör',
	system: 'System',
	months: 'Månader',
	cost: 'Kostnad',
	before: 'Drift före',
	after: 'Drift efter',
	saving: 'Besparing per år',
	result: 'Läge',
	costFigure: 'Utvecklingen kostade',
	paybackFigure: 'Betalar sig på',
	none: '–',
	noSupplier: filterWords.without.suppliers,
	noSystem: filterWords.without.systems,
	listMeaning:
		'Drift är systemens kostnad med inriktning förvaltning. Den jämförs lika länge före första månaden som efter sista.',
	savingMeaning:
		'Besparing är drift före minus drift efter, per år: + är billigare efter, − är dyrare. Öppna en utveckling för att se hur den är räknad, och för att välja andra månader.',
	savingContext: '+ är billigare efter, − är dyrare',
	allDevelopment: 'All utveckling',
	choicesTitle: 'Så räknas',
	chartMeaning:
		'Varje månad efter utvecklingen ställs mot samma kalendermånad före den. När linjen når noll har lika mycket sparats som utvecklingen kostade.',
	from: 'Från',
	to: 'Till och med',
	compared: 'Jämför',
	onSystem: 'På system',
	allSystems: 'Alla som den ligger på',
	ledgerSays: 'som i huvudboken',
	soFar: 'Kvar att spara in',
	expected: 'Om besparingen fortsätter',
	zero: 'Betald',
	month: 'Månad',
	reached: 'bokfört',
	kindOfMonth: 'Grund',
	endsHere: 'Utvecklingens sista månad.',
	priceNote:
		'Driften räknas i de kronor som är bokförda. Prishöjningar och fler användare syns som dyrare drift, också när utvecklingen i sig har sparat.',
	emptyTitle: 'Ingen utveckling finns i huvudboken',
	empty:
		'En utveckling är rader med inriktning utveckling på ett projekt eller ett system. Inriktningen kommer från filen eller från reglerna i Taggning.',
	emptyUnits: 'De valda nämnderna har ingen utveckling som passar.',
	removeUnits: 'Visa alla nämnder',
	unknownTitle: 'Utvecklingen finns inte',
	unknown: 'Adressen namnger en utveckling som inte finns i huvudboken, eller inte hos de valda nämnderna.',
	noProject: 'Inga rader med inriktning utveckling har ett projekt. Välj all utveckling per system.'
} as const;

/** "12 månader". */
export const comparedName = (months: ComparedMonths) => `${months} månader före och efter`;

/** A project by its code, a system by its name. @param nameOf a system's name */
export function developmentName(
	{ kind, key }: Pick<Development, 'kind' | 'key'>,
	nameOf: (system: string) => string
): string {
	return kind === 'project' ? key : nameOf(key);
}

/** "Omsorgsjournalen"; "Lärstigen och 1 till"; "Utan system". */
export function systemsWords({ systems }: Pick<Development, 'systems'>, nameOf: (system: string) => string) {
	const known = systems.flatMap(({ system }) => system ?? []);
	return shortList(known.map(nameOf), paybackWords.noSystem);
}

export const suppliersWords = ({ suppliers }: Pick<Development, 'suppliers'>) =>
	shortList(suppliers, paybackWords.noSupplier);

function shortList(names: readonly string[], none: string): string {
	const [first, ...others] = names;
	return first === undefined ? none : others.length ? `${first} och ${others.length} till` : first;
}

/** A saving is told as less, what is dearer as more. @param saving öre a year */
function yearlyWords(saving: number, unit: MoneyUnit): string {
	return `${formatMoneyWithUnit(Math.abs(saving), unit)} om året`;
}

/** "3,2 år". */
export function yearsWords(years: number): string {
	return years < 1 ? 'mindre än ett år' : `${formatNumber(years, 1)} år`;
}

/** One line of the list. */
export function resultWords(result: PaybackResult): string {
	switch (result.state) {
		case 'saves':
			return result.breakEven?.isReached
				? `Betald sedan ${formatMonthLong(result.breakEven.month)}`
				: `Betalar sig på ${yearsWords(result.years)}`;
		case 'dearer':
			return 'Driften blev dyrare';
		case 'unchanged':
			return 'Driften är oförändrad';
		case 'tooEarly':
			return `För tidigt, vet efter ${formatMonthLong(result.knownAfter)}`;
		case 'noBefore':
			return 'Huvudboken når inte tillbaka';
		case 'noSystem':
			return 'Ligger inte på något system';
		case 'goingOn':
			return 'Pågår';
		case 'noCost':
			return 'Ingen kostnad';
	}
}

/** The sentence of a chosen development. */
export function paybackLead(
	counted: CountedDevelopment,
	name: string,
	systems: readonly string[],
	unit: MoneyUnit
): string {
	const { payback, span } = counted;
	const subject = counted.development.kind === 'project' ? `Projekt ${name}` : `Utvecklingen av ${name}`;
	const cost = `${subject} kostade ${formatMoneyWithUnit(payback.cost, unit)} ${formatPeriod(span)}.`;
	const of = listed(systems);
	const { result } = payback;
	switch (result.state) {
		case 'saves': {
			const saved = `${cost} Driften av ${of} är ${yearlyWords(result.yearlySaving, unit)} billigare efter än före`;
			if (!result.breakEven)
				return `${saved}. I den takten tar det mer än ${longestPayback} år innan den har betalat sig.`;
			const month = formatMonthLong(result.breakEven.month);
			return result.breakEven.isReached
				? `${saved}, och utvecklingen har betalat sig sedan ${month}.`
				: `${saved}. Fortsätter det så har den betalat sig i ${month}.`;
		}
		case 'dearer':
			return `${cost} Driften av ${of} är ${yearlyWords(result.yearlySaving, unit)} dyrare efter än före, så den har inte betalat sig.`;
		case 'unchanged':
			return `${cost} Driften av ${of} kostar lika mycket efter som före, så den betalar sig inte.`;
		case 'tooEarly':
			return `${cost} Det är för tidigt att säga om den har betalat sig: det vet man när ${formatMonthLong(result.knownAfter)} är slut.`;
		case 'noBefore':
			return `${cost} Om den har betalat sig går inte att säga: huvudboken når inte tillbaka till tiden före.`;
		case 'noSystem':
			return `${cost} Den ligger inte på något känt system, så det finns ingen drift att jämföra med.`;
		case 'goingOn':
			return `${subject} har kostat ${formatMoneyWithUnit(payback.cost, unit)} sedan ${formatMonthLong(span.from)} och pågår. Om den betalar sig kan sägas tidigast ett år efter att den är slut.`;
		case 'noCost':
			return `${subject} har ingen kostnad ${formatPeriod(span)}, så det finns inget att betala tillbaka.`;
	}
}

/** The sentence of the list. */
export function listLead(counted: readonly CountedDevelopment[], kind: DevelopmentKind): string {
	const count = (...states: PaybackResult['state'][]) =>
		counted.filter(({ payback }) => states.includes(payback.result.state)).length;
	const all =
		kind === 'project'
			? formatCounted(counted.length, 'utvecklingsprojekt', 'utvecklingsprojekt')
			: formatCounted(counted.length, 'system med utveckling', 'system med utveckling');
	const measured = count('saves', 'dearer', 'unchanged');
	if (!measured) return `Av ${all} har inget kunnat mätas än: det krävs ett år av drift både före och efter.`;
	const saves = count('saves');
	const word = (n: number) => numberWord(n, 'ett');
	return `Av ${all} har ${word(measured)} ett år av drift både före och efter. ${
		saves === 0
			? 'Inget av dem har fått billigare drift.'
			: saves === measured
				? measured === 1
					? 'Det har fått billigare drift.'
					: 'Alla har fått billigare drift.'
				: `${word(saves).replace(/^./, (letter) => letter.toLocaleUpperCase('sv'))} har fått billigare drift.`
	}`;
}

/** Why there is no figure, and what would give one. */
export function resultReason(counted: CountedDevelopment, ledger: Period): string {
	const { payback, span } = counted;
	const { result, before, after } = payback;
	switch (result.state) {
		case 'goingOn':
			return `Sista raden ligger i ${formatMonthLong(span.to)}, och huvudboken är hel till och med ${formatMonthLong(ledger.to)}. En utveckling räknas som avslutad efter ${numberWord(quietMonths)} hela månader utan rader. Välj en sista månad om den är slut, eller om du vill se en del av den.`;
		case 'tooEarly':
			return `Driften efter räknas ${formatPeriod(after)}, och huvudboken är hel till och med ${formatMonthLong(ledger.to)}. En del av ett år räknas inte om till ett helt.`;
		case 'noBefore':
			return `Driften före skulle räknas ${formatPeriod(before)}, men huvudboken börjar ${formatMonthLong(ledger.from)}: ${formatCounted(result.missing, 'månad', 'månader')} saknas. Välj en senare första månad om du vill se en del av utvecklingen, tidigast ${formatMonthLong(monthPlus(span.from, result.missing))}.`;
		case 'noSystem':
			return 'Raderna har varken ett eget system eller ett avtal som hör till ett enda system. Tagga dem med system, så kan driften jämföras.';
		default:
			return '';
	}
}

/** What a reader must know of the figures: one sentence each. */
export function caveats(
	counted: CountedDevelopment,
	nameOf: (system: string) => string,
	unit: MoneyUnit
): string[] {
	const { replaced, onNoSystem, leftOut, unknownBefore, unknownAfter, systems } = counted;
	const money = (ore: number) => formatMoneyWithUnit(ore, smallUnit(ore, unit));
	const own = systems.filter((system) => !replaced.includes(system));
	return [
		own.length > 1
			? `Utvecklingen ligger på flera system. Driften av ${listed(own.map(nameOf))} räknas ihop.`
			: '',
		replaced.length
			? `Med i driften räknas ${listed(replaced.map(nameOf))}, som enligt registret ersätts av ${own.length > 1 ? 'dem' : own.map(nameOf).join('')}.`
			: '',
		onNoSystem !== 0 && own.length
			? `${money(onNoSystem)} av kostnaden ligger inte på något känt system. Den är med i vad utvecklingen kostade.`
			: '',
		leftOut !== 0
			? `${money(leftOut)} av utvecklingen ligger utanför det som du har valt, och räknas inte.`
			: '',
		unknownBefore !== 0 || unknownAfter !== 0
			? `Utan känd inriktning på systemen är ${money(unknownBefore)} före och ${money(unknownAfter)} efter. Det räknas inte som drift.`
			: ''
	].filter(Boolean);
}

/** Around the figure of all utveckling on the systems, which opens its rows. */
export const allDevelopmentWords = {
	before: (months: Period) => `På samma system har all utveckling ${formatPeriod(months)} kostat`,
	after: (own: string) => `, varav ${own} är den här. Annan utveckling kan också ha ändrat driften.`
} as const;

export function chartTitle({ payback: { result } }: CountedDevelopment): string {
	if (result.state === 'saves')
		return result.breakEven
			? `${result.breakEven.isReached ? 'Betald' : 'Väntas vara betald'} i ${formatMonthLong(result.breakEven.month)}`
			: `Inte betald inom ${longestPayback} år`;
	return result.state === 'dearer' ? 'Det som är kvar att spara in växer' : 'Inget sparas in';
}

export function chartSubtitle(unit: MoneyUnit): string {
	return `Kostnad för utvecklingen minus vad som har sparats i drift, sammanlagt till och med varje månad, ${unit}.`;
}
