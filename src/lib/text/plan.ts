// The words of Treårsplan under Budgetuppföljning: what the coming years cost, line by line and way by way.
import type { Range } from '../domain/assumption';
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type { PlanLine } from '../domain/plan-entry';
import type { PlanEvent, PlanEventKind } from '../domain/plan-events';
import type { PlanScenario } from '../domain/planned-change';
import {
	capitalised,
	formatDayLong,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong,
	formatPeriod,
	formatShare,
	listed,
	numberWord
} from './format';

export const planText = {
	title: 'Treårsplan',
	failed: 'Planen kunde inte räknas fram',
	export: 'Exportera CSV',
	unit: 'Nämnd',
	tryAgain: 'Försök igen',
	changesFailed: 'De planerade ändringarna kunde inte hämtas. Planen visas inte förrän de kommit.',
	firstYear: 'Planens första år',
	scenario: 'Sätt',
	line: 'Rad',
	today: 'I dag',
	low: 'Lägst',
	likely: 'Troligt',
	high: 'Högst',
	sum: 'Summa',
	tableTitle: 'Raderna, år för år och sätt för sätt',
	tableSubtitle:
		'Sätten delar samma drift, prisökning och händelser. Det som skiljer dem är vilka planerade ändringar som hör till.',
	spans:
		'Lägst och högst är alla rader låga, eller höga, samtidigt: så brett kan det bli. Avrundat, summan kan skilja.',
	chartSubtitle: (today: string, unit: MoneyUnit) =>
		`Mot driften i dag, ${today}, i ${unit}. Strecket är från lägst till högst.`,
	noDecided: (years: string) =>
		`Ingen budget och ingen plan för ${years} är inläst, så det finns inget beslut att jämföra med.`,
	decided: { plan: 'Beslutad plan', budget: 'KF-budget' },
	against: { plan: 'Planen minus summan', budget: 'KF-budget minus summan' },
	decidedNote:
		'Beslutad plan och KF-budget är budgetfilens rader för åren, och plus är bättre än beslutat. En punkt är när en nämnd saknas.',
	unitsSubtitle: (scenario: string) =>
		`Drift i dag, prisökning, händelser och planerade ändringar i sättet ${scenario}. Öppna en nämnd för dess kostnadsslag.`,
	unitsTitle: 'Per nämnd och kostnadsslag',
	showKinds: 'Visa alla kostnadsslag',
	hideKinds: 'Dölj kostnadsslagen',
	change: 'Ändring',
	changeMeaning: 'mot drift i dag',
	notDivided: 'inte delad',
	eventsTitle: 'Vad registren vet om åren',
	eventsSubtitle:
		'Ett avtal som slutar ersätts oftast av något, så det troliga är att kostnaden går vidare och spannet är vad det kan kosta då. Ett system som avvecklas utan ersättare slutar att kosta.',
	event: 'Händelse',
	concerned: 'Kostar i dag per år',
	effects: (years: string) => `Ändrar kostnaden ${years}`,
	noEvents: 'Registren säger inget om de här åren som rör det som kostar i dag.',
	baseTitle: 'Vad planen står på',
	development: 'Utveckling hittills',
	closing: 'Avveckling hittills',
	notCarried: 'förs inte vidare av sig själv',
	running: 'Drift i dag',
	unknown: 'Okänd inriktning i driften',
	assumptionsTitle: 'Antaganden',
	allAssumptions: 'Alla antaganden',
	priceAssumption: 'Prisökning per år, om inget annat är sagt om systemet eller leverantören',
	replacementAssumption: 'Vad som kommer efter ett avtal kostar, andel av dagens årskostnad',
	extensionAssumption: 'Prishöjning när en option används',
	priceExplained: (months: readonly { year: number; months: number }[]) =>
		`Priset stiger från basens mitt till årets mitt: ${listed(months.map(({ year, months: count }) => `${count} månader till ${year}`))}.`,
	nothing: {
		title: 'Huvudboken har inte tolv hela månader',
		text: (ledger: Period) =>
			`Planen räknas från de tolv senaste hela månaderna. Huvudboken har ${formatPeriod(ledger, 'long')}.`
	},
	emptyFilter: {
		title: 'Ingen nämnd passar filtret',
		text: (units: readonly string[]) => `${listed(units)} har varken drift i dag eller planerade ändringar.`,
		remove: 'Visa alla nämnder'
	}
} as const;

export const lineNames: Readonly<Record<PlanLine, string>> = {
	running: 'Drift i dag',
	price: 'Prisökning',
	events: 'Avtal, system och licenser',
	planned_running: 'Planerad drift',
	planned_change: 'Planerad förändring'
};

export const scenarioNames: Readonly<Record<PlanScenario, string>> = {
	fortsatt_forvaltning: 'Fortsatt förvaltning',
	fornyelse: 'Förnyelse',
	bada: 'Båda'
};

/** Where there is little room. */
export const scenarioShort: Readonly<Record<PlanScenario, string>> = {
	fortsatt_forvaltning: 'Förvaltning',
	fornyelse: 'Förnyelse',
	bada: 'Båda'
};

/** In the order that they are set side by side. */
export const scenarioOrder: readonly PlanScenario[] = ['fortsatt_forvaltning', 'fornyelse', 'bada'];

/** "2027–2029". */
export function yearSpan(years: readonly number[]): string {
	return `${years[0] ?? ''}–${years.at(-1) ?? ''}`;
}

const decimalsOf = (unit: MoneyUnit, ore: number) =>
	unit === 'mnkr' ? (Math.abs(ore) >= 1_000_000_000 ? 1 : 2) : 0;

/** "192,6 mnkr", with as many decimals as say something. */
export function planMoney(ore: number, unit: MoneyUnit): string {
	return formatMoneyWithUnit(ore, unit, { decimals: decimalsOf(unit, ore) });
}

export interface PlanFinding {
	/** One nämnd's name, or empty for all that are shown. */
	unit: string;
	years: readonly number[];
	/** Öre of what runs today, a year. */
	running: number;
	/** Of the first and the last year, per scenario. */
	first: Readonly<Record<PlanScenario, Range>>;
	last: Readonly<Record<PlanScenario, Range>>;
}

/** "Med fortsatt förvaltning kostar it 200 mnkr 2027 och 214 mnkr 2029, med förnyelse …. I dag kostar driften 193 mnkr om året." */
export function planLead({ unit: board, years, running, first, last }: PlanFinding, unit: MoneyUnit): string {
	const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
	const decimals = decimalsOf(unit, running);
	const figure = (ore: number) => formatMoney(ore, unit, { decimals });
	const money = (ore: number) => formatMoneyWithUnit(ore, unit, { decimals });
	const whose = board ? `${genitive(board)} it` : 'it';
	const today = `I dag kostar driften ${money(running)} om året.`;
	const { bada, fortsatt_forvaltning: kept, fornyelse: renewed } = last;
	if (kept.likely === bada.likely && renewed.likely === bada.likely)
		return `${capitalised(whose)} kostar troligen ${money(first.bada.likely)} ${from} och ${money(bada.likely)} ${to}, mellan ${figure(bada.low)} och ${money(bada.high)}. ${today}`;
	return `Med fortsatt förvaltning kostar ${whose} troligen ${money(kept.likely)} ${to}, med förnyelse ${money(renewed.likely)}. Båda kostar ${money(bada.likely)}, mellan ${figure(bada.low)} och ${money(bada.high)}. ${today}`;
}

/** "Utbildningsnämndens", "Kommunstyrelsens". */
function genitive(name: string): string {
	return /[sxz]$/i.test(name) ? name : `${name}s`;
}

export interface ScenarioSum {
	year: number;
	scenario: PlanScenario;
	likely: number;
}

/** The finding of the chart: where the ways differ most. */
export function scenarioFinding(sums: readonly ScenarioSum[], unit: MoneyUnit): string {
	const of = (year: number, scenario: PlanScenario) =>
		sums.find((one) => one.year === year && one.scenario === scenario)?.likely ?? 0;
	const years = [...new Set(sums.map(({ year }) => year))];
	const apart = years
		.map((year) => ({ year, ore: of(year, 'fornyelse') - of(year, 'fortsatt_forvaltning') }))
		.toSorted((one, other) => Math.abs(other.ore) - Math.abs(one.ore))[0];
	if (!apart || apart.ore === 0)
		return years.every((year) => of(year, 'bada') === of(year, 'fornyelse'))
			? 'Inga planerade ändringar skiljer sätten åt'
			: 'Förnyelse och fortsatt förvaltning kostar lika mycket';
	const more = apart.ore > 0 ? 'mer' : 'mindre';
	return `Förnyelse kostar ${planMoney(Math.abs(apart.ore), unit)} ${more} än fortsatt förvaltning ${apart.year}, där de skiljer sig mest`;
}

/** The chart in words. */
export function scenarioSummary(sums: readonly ScenarioSum[], unit: MoneyUnit): string {
	const years = [...new Set(sums.map(({ year }) => year))];
	return years
		.map((year) => {
			const of = sums.filter((one) => one.year === year);
			return `${year}: ${of.map(({ scenario, likely }) => `${scenarioNames[scenario].toLocaleLowerCase('sv')} ${planMoney(likely, unit)}`).join(', ')}.`;
		})
		.join(' ');
}

/** The finding of the table per nämnd: who rises most until the last year. */
export function unitsFinding(
	units: readonly { unit: string; ore: number }[],
	year: number,
	unit: MoneyUnit
): string {
	const [most] = units.toSorted((one, other) => other.ore - one.ore);
	if (units.length < 2 || !most || most.ore <= 0) return `Per nämnd och kostnadsslag till ${year}`;
	return `Mest ökar ${most.unit}, ${planMoney(most.ore, unit)} till ${year}`;
}

/** The finding of the events: how many, and how far they may lead in the last year. */
export function eventsFinding(
	events: readonly PlanEvent[],
	last: { year: number; range: Range },
	unit: MoneyUnit
): string {
	const contracts = events.filter(({ subject }) => subject?.kind === 'contract').length;
	const systems = events.filter(({ subject }) => subject?.kind === 'system').length;
	const licences = events.some(({ kind }) => kind === 'licences');
	if (!events.length) return planText.eventsTitle;
	const what = listed(
		[
			contracts ? `${numberWord(contracts)} avtal` : '',
			systems ? `${numberWord(systems)} system` : '',
			licences ? 'licensernas antal' : ''
		].filter(Boolean)
	);
	const { low, high } = last.range;
	const signed = (ore: number) => formatMoney(ore, unit, { signed: true, decimals: decimalsOf(unit, ore) });
	return `${capitalised(what)} kan ändra kostnaden ${last.year} med ${signed(low)} till ${signed(high)}\u00a0${unit}`;
}

export const eventNames: Readonly<Record<PlanEventKind, string>> = {
	ends: 'Avtal slutar',
	option: 'Avtal slutar, option finns',
	renews: 'Avtal förlängs av sig självt',
	ends_unsaid: 'Avtal slutar, oklart om det kan förlängas',
	retired: 'System avvecklas',
	replaced: 'System ersätts',
	licences: 'Licensernas antal har ändrats'
};

/** What happens, in a sentence. */
export function eventSentence({ kind, day, latestEnd, replacedBy }: PlanEvent): string {
	const when = day === null ? '' : formatDayLong(day);
	const until = latestEnd === null ? '' : ` Sista möjliga dag är ${formatDayLong(latestEnd)}.`;
	switch (kind) {
		case 'ends':
			return `Slutar ${when} och kan inte förlängas.`;
		case 'option':
			return `Slutar ${when} om kommunen inte använder sin option.${until}`;
		case 'renews':
			return `Förlängs av sig självt efter ${when}.${until}`;
		case 'ends_unsaid':
			return `Slutar ${when}. Registret säger inte om det kan förlängas.`;
		case 'retired':
			return `Systemet avvecklas ${when} utan ersättare i registret.`;
		case 'replaced':
			return `Systemet ersätts av ${replacedBy ?? ''} ${when}. Vad det nya kostar säger registret inte.`;
		case 'licences':
			return 'Köpta licenser har ändrats på ett år. Spannet är om det går vidare i samma takt.';
	}
}

/** "Driften är det som bokförts september 2025 – augusti 2026 med annan inriktning än utveckling och avveckling." */
export function baseSentence(months: Period): string {
	return `Drift i dag är det som bokförts ${formatPeriod(months, 'long')}, de tolv senaste hela månaderna, med annan inriktning än utveckling och avveckling.`;
}

/** Said where months of the base are not whole. */
export function incompleteBase(months: readonly string[]): string {
	return `${capitalised(listed(months.map(formatMonthLong)))} ${months.length === 1 ? 'är inte hel' : 'är inte hela'} i huvudboken, så driften i dag kan vara för låg.`;
}

/** "Ett system eller en leverantör har egna antaganden, som går före." */
export function ownAssumptions(count: number): string {
	return count === 1
		? 'Ett system eller en leverantör har ett eget antagande, som går före.'
		: `${capitalised(numberWord(count))} system och leverantörer har egna antaganden, som går före.`;
}

/** "4,2 % av driften" of unknown inriktning. */
export function unknownShare(share: number | null): string {
	return share === null
		? ''
		: share === 0
			? 'allt är taggat'
			: `${formatShare(share)} av driften, räknas med`;
}
