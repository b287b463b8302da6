// The words of Prognos under Budgetuppföljning: the calculated year with its span, what it rests on, and who has set another.
import type { Range } from '../domain/assumption';
import type { ForecastMethod, LineForecast } from '../domain/cost-forecast';
import type { MoneyUnit } from '../domain/filters';
import type { EventPlace, ForecastEvent, ForecastEventKind } from '../domain/forecast-events';
import type { ForecastOverride, ForecastSource } from '../domain/forecast-override';
import type { ForecastRow, ForecastTable } from '../domain/forecast-table';
import type { Period } from '../domain/period';
import { forecastServerWords } from './forecast-server';
import {
	capitalised,
	dayOfInstant,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong,
	formatDayLong,
	formatPeriod,
	formatShare,
	listed,
	numberWord
} from './format';

export const forecastText = {
	title: 'Prognos',
	loading: 'Räknar fram prognosen …',
	failed: 'Prognosen kunde inte räknas fram',
	unit: 'Nämnd',
	total: 'Summa',
	calculated: 'Beräknad för helåret',
	low: 'Låg',
	likely: 'Trolig',
	high: 'Hög',
	left: 'Nämndens',
	set: 'Satt',
	holding: 'Gäller',
	difference: 'Skillnad',
	method: 'Så räknades resten av året',
	notLeft: 'ingen',
	setForecast: 'Sätt prognos',
	change: 'Ändra',
	history: 'Visa',
	showKinds: 'Visa alla kostnadsslag',
	hideKinds: 'Dölj kostnadsslagen',
	tableTitle: 'Prognos per nämnd',
	differenceMeaning:
		'Skillnad är den prognos som gäller minus den beräknade: plus är när mer väntas än beräkningen säger.',
	rounding: 'Avrundat, summan kan skilja.',
	spansTogether:
		'Spannen läggs inte ihop: nämndernas fel tar delvis ut varandra, så summans spann är smalare än delarnas tillsammans.',
	removeUnits: 'Visa alla nämnder',
	valuesFailed:
		'De satta prognoserna kunde inte hämtas. Vilken prognos som gäller visas inte förrän de kommit.',
	tryAgain: 'Försök igen',
	undo: 'Ångra',
	undone: 'Ångrat',
	undoneReason: 'Ångrat strax efteråt',
	newer: 'Någon annan har ändrat prognosen sedan dess. Inget ångrades.',
	exportShown: 'Exportera som visas',
	assumption: 'Prishöjning per år som avtalens index räknas med',
	extension: 'Prishöjning när en option används',
	chartMonth: 'Månad',
	noEvents: 'Registren säger inget om månaderna som är kvar.',
	eventsTitle: 'Kända händelser under resten av året',
	event: 'Händelse',
	day: 'Dag',
	concerned: 'Berörd kostnad',
	concernedMeaning:
		'Berörd kostnad är vad avtalet kostade i fjol under samma månader, eller månadens medel hittills där det är nytt. För licenser är det köpta gånger pris.',
	likelyEffect: 'I det troliga',
	lowEffect: 'Som lägst',
	highEffect: 'Som högst',
	place: 'Var den räknas',
	accuracyTitle: 'Prognossäkerhet',
	accuracyNone:
		'Inget år i huvudboken är slut än, så inga prognoser har mötts av ett utfall. Sidan fylls när december är inläst.',
	accuracyMeaning:
		'Prognos minus utfall: plus är när det kostade mindre än prognosen. Den beräknade är gjord i efterhand med bara det som fanns i huvudboken och budgeten till och med månaden, utan händelser ur registren.'
} as const;

export const forecastDialogText = {
	title: (unit: string, costKind: string) => `Prognos för ${unit}${costKind ? `, ${costKind}` : ''}`,
	about: (followUp: string, year: number, calculated: string, left: string | null) =>
		`${followUp} ${year}, hela året. Beräknad: ${calculated}.${left ? ` Nämndens egen: ${left}.` : ''}`,
	amount: 'Prognos för helåret, kronor',
	amountHint: 'Till exempel 53 420 000, eller 53,42 mnkr',
	noAmount: 'Skriv ett belopp i kronor.',
	reason: 'Varför',
	reasonHint: 'Skälet syns för alla som ser nämnden. Skriv inga personnummer.',
	noReason: forecastServerWords.noReason,
	save: 'Spara prognosen',
	saving: 'Sparar',
	takeBack: 'Ta tillbaka',
	newer: (author: string, amount: string | null, reason: string) =>
		`${author} hann före${amount === null ? ' och tog tillbaka prognosen' : `: ${amount}`}. Skäl: ${reason} Det du skrev ligger kvar. Spara igen om din prognos ska gälla.`,
	said: 'Vad som har satts',
	nothingSaid: 'Ingen har satt en egen prognos.',
	onlyControllers: 'Controllers kan sätta prognos för de nämnder de ser.',
	line: (author: string, created: string, amount: string | null) =>
		`${dayOfInstant(created)}, ${author}: ${amount ?? 'togs tillbaka'}`
} as const;

/** "Prognosen för Kulturnämnden är nu 8 000 000 kr." */
export function storedForecast(unit: string, costKind: string, amount: number | null, now: string): string {
	const whose = `${unit}${costKind ? `, ${costKind}` : ''}`;
	return amount === null
		? `Den satta prognosen för ${whose} är tillbakatagen. Nu gäller ${now}.`
		: `Prognosen för ${whose} är nu ${formatMoneyWithUnit(amount, 'kr')}.`;
}

const decimalsOf = (unit: MoneyUnit, ore: number) =>
	unit === 'mnkr' ? (Math.abs(ore) >= 10_000_000_000 ? 0 : Math.abs(ore) >= 1_000_000_000 ? 1 : 2) : 0;

/** "209 mnkr", with as many decimals as say something. */
export function forecastMoney(ore: number, unit: MoneyUnit): string {
	return formatMoneyWithUnit(ore, unit, { decimals: decimalsOf(unit, ore) });
}

/** "203–216 mnkr". */
export function spanText({ low, high }: Range, unit: MoneyUnit): string {
	const decimals = decimalsOf(unit, high);
	const [from, to] = [low, high].map((ore) => formatMoney(ore, unit, { decimals }));
	return from === to ? `${to ?? ''}\u00a0${unit}` : `${from ?? ''}–${to ?? ''}\u00a0${unit}`;
}

export interface ForecastFinding {
	/** What is counted: one nämnd's name, or empty for all that are shown. */
	unit: string;
	year: number;
	/** The last month that is known, as `YYYY-MM`; null where the year is over. */
	known: string | null;
	calculated: Range;
	/** Öre of the year's budget; null where some nämnd has none. */
	budget: number | null;
	/** The nämnder's own, where all have left one. */
	left: number | null;
}

/** "Året väntas landa på 209 mnkr, mellan 203 och 216 mnkr. Det är 3,1 mnkr mer än budget." */
export function forecastFinding(finding: ForecastFinding, unit: MoneyUnit): string {
	const { calculated, budget, left, known } = finding;
	const decimals = decimalsOf(unit, calculated.high);
	const money = (ore: number) => formatMoneyWithUnit(ore, unit, { decimals });
	const whose = finding.unit ? `${genitive(finding.unit)} it väntas` : 'Året väntas';
	if (known === null)
		return `${finding.unit ? `${genitive(finding.unit)} it` : 'It'} kostade ${money(calculated.likely)} ${finding.year}. Året är slut, så det finns inget kvar att räkna fram.`;
	const span = `mellan ${formatMoney(calculated.low, unit, { decimals })} och ${money(calculated.high)}`;
	return [
		`${whose} landa på ${money(calculated.likely)}, ${span}.`,
		budget === null ? '' : `Det är ${comparison(calculated.likely - budget, unit, 'budget')}.`,
		left === null
			? ''
			: `${finding.unit ? 'Nämnden räknar själv' : 'Nämnderna räknar själva'} med ${money(left)}.`
	]
		.filter(Boolean)
		.join(' ');
}

function comparison(ore: number, unit: MoneyUnit, against: string): string {
	if (ore === 0) return `precis som ${against}`;
	const money = formatMoneyWithUnit(Math.abs(ore), unit, { decimals: unit === 'mnkr' ? 1 : 0 });
	return `${money} ${ore > 0 ? 'mer' : 'mindre'} än ${against}`;
}

/** "Utbildningsnämndens", "Kommunstyrelsens". */
function genitive(name: string): string {
	return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** "säsong från 2024–2025", "rak framskrivning", "budgetens fördelning". */
export function methodName(method: ForecastMethod): string {
	switch (method.kind) {
		case 'season': {
			const [first, last] = [method.years[0] ?? 0, method.years.at(-1) ?? 0];
			return `säsong från ${first === last ? first : `${first}–${last}`}`;
		}
		case 'budget':
			return 'budgetens fördelning';
		case 'straight':
			return 'rak framskrivning';
		case 'none':
			return 'inget känt';
		case 'outcome':
			return 'utfall';
	}
}

/** What each method does, for those that were used. */
export const methodMeanings: Readonly<Record<ForecastMethod['kind'], string>> = {
	season:
		'Säsong: månaderna som är kvar kostar som samma månader i medeltal de åren, i fjolårets nivå, flyttad så långt som årets nivå hittills har synts. En årsfaktura kommer igen i sin månad.',
	budget:
		'Budgetens fördelning: utan tidigare år i huvudboken följer resten av året budgetens månader, flyttade efter hur utfallet hittills ligger mot budgeten.',
	straight:
		'Rak framskrivning: utan tidigare år och budget per månad blir resten som medelmånaden hittills. Spannet är brett, eftersom ingen vet vad som kommer sent på året.',
	none: 'Inget känt: varken utfall, tidigare år eller budget per månad finns.',
	outcome: 'Utfall: året är slut.'
};

export const sourceNames: Readonly<Record<ForecastSource, string>> = {
	set: 'Satt',
	partly: 'Delvis satt',
	left: 'Nämndens',
	calculated: 'Beräknad'
};

export const eventNames: Readonly<Record<ForecastEventKind, string>> = {
	ends: 'Slutar utan förlängning',
	option: 'Slutar om optionen inte används',
	renews: 'Förlängs av sig självt',
	ends_unsaid: 'Slutar, oklart om det kan förlängas',
	begins: 'Börjar',
	index: 'Priset följer index',
	list_price: 'Leverantören kan ändra priset',
	licences: 'Licensernas antal ändras'
};

export const placeNames: Readonly<Record<EventPlace, string>> = {
	likely: 'I det troliga och i spannet',
	within: 'Redan i det troliga, ändringen i spannet',
	span: 'Bara i spannet',
	beside: 'Inte inräknad: vilken kostnad det är sägs inte'
};

/** What happens, in a sentence: "Slutar 30 september 2026 utan förlängning." */
export function eventSentence({ kind, day, concerned }: ForecastEvent, year: number): string {
	const when = day === null ? '' : formatDayLong(day);
	const nextYear = concerned === 0 && day !== null ? ` Märks först ${year + 1}.` : '';
	switch (kind) {
		case 'ends':
			return `Slutar ${when} och kan inte förlängas.${nextYear}`;
		case 'option':
			return `Slutar ${when} om kommunen inte använder sin option.${nextYear}`;
		case 'renews':
			return `Förlängs av sig självt efter ${when}.${nextYear}`;
		case 'ends_unsaid':
			return `Slutar ${when}. Registret säger inte om det kan förlängas.${nextYear}`;
		case 'begins':
			return `Börjar ${when}. Det kan vara ny kostnad eller ersätta en annan.`;
		case 'index':
			return `Priset räknas om med index ${when}.`;
		case 'list_price':
			return `Priset följer leverantörens lista och kan ändras ${when}.`;
		case 'licences':
			return 'Antalet licenser brukar ändras under resten av året.';
	}
}

/** The title of the events: a finding. */
export function eventsFinding(events: readonly ForecastEvent[], unit: MoneyUnit): string {
	const felt = events.filter(({ low, likely, high }) => low !== 0 || likely !== 0 || high !== 0);
	if (!felt.length) return forecastText.eventsTitle;
	const contracts = new Set(felt.flatMap(({ contractId }) => contractId ?? [])).size;
	const licences = felt.some(({ kind }) => kind === 'licences');
	const what = listed(
		[contracts ? `${numberWord(contracts)} avtal` : '', licences ? 'licenserna' : ''].filter(Boolean)
	);
	const signed = (value: (event: ForecastEvent) => number) =>
		formatMoney(
			felt.reduce((sum, event) => sum + event.likely + value(event), 0),
			unit,
			{ signed: true, decimals: unit === 'mnkr' ? 2 : 0 }
		);
	return `${capitalised(what)} kan ändra årets kostnad med ${signed(({ low }) => low)} till ${signed(({ high }) => high)}\u00a0${unit}`;
}

/** "Huvudboken räcker till augusti 2026, så prognosen till VB 2026 räknas därifrån." */
export function shortLedger(followUp: string, year: number, known: string): string {
	return `Huvudboken räcker till ${formatMonthLong(known)}, så prognosen till ${followUp} ${year} räknas därifrån.`;
}

/** "Vid T2 2023–2025 låg nämndernas prognoser 1,9 mnkr fel i medeltal, beräkningen 1,1." */
export function accuracyFinding(
	followUp: string,
	years: readonly number[],
	left: number | null,
	calculated: number,
	unit: MoneyUnit
): string {
	const span = years.length > 1 ? `${years[0] ?? ''}–${years.at(-1) ?? ''}` : String(years[0] ?? '');
	const decimals = unit === 'mnkr' ? 1 : 0;
	const money = (ore: number) => formatMoneyWithUnit(ore, unit, { decimals });
	const mean = years.length > 1 ? ' om året' : '';
	return left === null
		? `Vid ${followUp} ${span} skulle beräkningen ha legat ${money(calculated)} fel${mean}, nämndernas fel sammanlagda`
		: `Vid ${followUp} ${span} låg nämndernas prognoser sammanlagt ${money(left)} fel${mean}, beräkningen skulle ha legat ${money(calculated)} fel`;
}

/** Why there is nothing to show. @param units that the filter leaves, where it is what leaves nothing */
export function emptyForecast(
	year: number,
	ledger: Period,
	units: readonly string[]
): { title: string; text: string } {
	if (units.length)
		return {
			title: 'Ingen nämnd passar filtret',
			text: `${listed(units)} har varken kostnad eller budget ${year}.`
		};
	const span = `Huvudboken har ${formatPeriod(ledger, 'long')}.`;
	return ledger.to < `${year}-01`
		? {
				title: `${year} har inte börjat i huvudboken`,
				text: `${span} En prognos räknas från årets första bokförda månad.`
			}
		: {
				title: `Huvudboken har inte hela början av ${year}`,
				text: `${span} Utan januari är utfallet hittills inte känt.`
			};
}

/** The finding of the fan: where the year lands against the span's width. */
export function fanFinding({ calculated, outcome }: ForecastRow, unit: MoneyUnit): string {
	const rest = calculated.likely - outcome;
	if (rest === 0 && calculated.low === calculated.high) return 'Årets utfall, månad för månad';
	const decimals = unit === 'mnkr' ? 1 : 0;
	const money = (ore: number) => formatMoneyWithUnit(ore, unit, { decimals });
	return `${money(outcome)} är bokfört, troligen återstår ${money(rest)}`;
}

/** The finding of the table: who expects most beside what is calculated. */
export function tableFinding(
	{ rows }: ForecastTable,
	{ followUp, year }: { followUp: string; year: number },
	unit: MoneyUnit,
	isOver: boolean
): string {
	if (isOver) return `Utfall per nämnd ${year}`;
	const outside = rows.filter(
		({ holding, calculated }) => holding.amount < calculated.low || holding.amount > calculated.high
	);
	const [furthest] = outside.toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
	if (!furthest) return `Alla prognoser till ${followUp} ligger inom det beräknade spannet`;
	const money = formatMoneyWithUnit(Math.abs(furthest.difference), unit, {
		decimals: unit === 'mnkr' ? 2 : 0
	});
	const more = furthest.difference > 0 ? 'mer' : 'mindre';
	const others = outside.length - 1;
	const rest = others > 0 ? `, och ${numberWord(others, 'en')} till ligger utanför sitt spann` : '';
	return `${furthest.unit} räknar med ${money} ${more} än det troliga${rest}`;
}

/** "Maja Lindqvist, 2026-09-01". */
export function setBy({ author, created }: { author: string; created: string }): string {
	return `${author}, ${dayOfInstant(created)}`;
}

/** How much of what is left each way has: "Resten av året bygger till 97 % på säsong från 2023–2025." */
export function methodShares(lines: readonly LineForecast[]): string {
	const rests = new Map<string, number>();
	for (const { method, year, outcome } of lines) {
		const name = methodName(method);
		rests.set(name, (rests.get(name) ?? 0) + Math.abs(year.likely - outcome));
	}
	const whole = [...rests.values()].reduce((sum, ore) => sum + ore, 0);
	if (whole === 0) return 'Årets utfall är känt.';
	const parts = [...rests]
		.filter(([, ore]) => ore > 0)
		.toSorted(([, one], [, other]) => other - one)
		.map(([name, ore]) => `${formatShare(ore / whole, 0)} på ${name}`);
	return `Resten av året bygger till ${listed(parts)}.`;
}

/** Said on the follow-up of forecasts that somebody has set in place of the nämnder's own. */
export const setForecastWords = {
	unknown: 'Vilka prognoser som är satta för hand kunde inte hämtas, så prognoserna är nämndernas egna',
	about: 'Prognoser som är satta för hand, i stället för nämndens egen. De räknas in i summorna.',
	link: 'Se dem under Prognos',
	line: ({ unit, costKind, amount, author, reason }: ForecastOverride, moneyUnit: MoneyUnit) =>
		`${costKind ? `${unit}, ${costKind}` : unit}: ${amount === null ? '' : forecastMoney(amount, moneyUnit)} (${author}: ${reason})`
} as const;
