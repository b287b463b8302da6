// The words of Översikt: its sentences are made from the figures.
import { daysBetween, parseIsoDay, type Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import { deviationRule } from './common';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatDayLong,
	formatMoneyWithUnit,
	formatMonthLong,
	formatPeriod,
	formatShare,
	numberWord
} from './format';

export const startWords = {
	title: 'Översikt',
	print: 'Skriv ut',
	noAnswer: 'Inget svar än',
	periodFailed: 'Perioden kunde inte räknas fram',
	periodFailedMeaning: 'Siffrorna nedanför gäller årets period. Inget har ändrats i data.',
	importData: 'Importera',
	askController: 'En controller kan läsa in den.',
	cost: {
		question: '1. Vad kostar it, och varför ändras det?',
		neutral: 'Kostnad per kostnadsslag',
		noYearBefore: 'Siffror för samma tid i fjol är inte inlästa, så förändringen går inte att visa.',
		missing: 'Inga kostnader är inlästa. Svaret kräver en fil med kostnader från ekonomisystemet.',
		link: 'Se kostnaderna'
	},
	budget: {
		question: '2. Håller budgeten?',
		missing: 'Ingen budget är inläst. Svaret kräver en fil med budget och prognoser.',
		missingTitle: 'Det går inte att svara utan budget',
		link: 'Se budgetuppföljningen'
	},
	contracts: {
		question: '3. Vilka avtal måste vi besluta om?',
		missing: 'Inga avtal är inlästa. Svaret kräver avtalsregistret.',
		missingTitle: 'Det går inte att svara utan avtal',
		link: 'Se avtalen'
	},
	bids: {
		question: '4. Var sitter vi fast?',
		missing: 'Svaret kräver både avtalsregistret och kostnader.',
		missingTitle: 'Det går inte att svara utan avtal och kostnader',
		yardstick:
			'Riket 2021: 25,3 % av it-upphandlingarna fick ett anbud (antal, inte kronor). Källa: Upphandlingsmyndigheten.',
		bar: 'It-kostnad efter antal anbud',
		link: 'Se inlåsningen'
	},
	licences: {
		question: '5. Använder vi det vi betalar för?',
		missing: 'Inga licenser är inlästa. Svaret kräver en fil med köpta och använda licenser.',
		missingTitle: 'Det går inte att svara utan licenser',
		link: 'Se licenserna'
	}
} as const;

export const figureWords = {
	cost: 'It-kostnad',
	deviation: 'Avvikelse mot årsbudget',
	development: 'Utveckling av total kostnad',
	withoutContract: 'Kostnad utan känt avtal',
	noYearBefore: 'Samma tid i fjol är inte inläst',
	noForecast: 'Prognos saknas för hela kommunen',
	noContracts: 'Avtalsregistret är inte inläst',
	numerator: 'Täljare',
	denominator: 'Nämnare',
	coverage: 'Täckning',
	period: 'Period',
	version: 'Dataversion',
	openRows: 'Öppna raderna',
	versions: (edition: number, rules: number) => `${edition}, regler ${rules}`,
	knownOrientation: (share: string) => `${share} har känd inriktning`,
	orientations: (development: string, maintenance: string) =>
		`${development} utveckling, ${maintenance} förvaltning`,
	registerNote: (share: string) => `${share}. Avtalsregistret är inte heltäckande`
} as const;

/** A figure in the lead that leads somewhere. */
export interface LeadFigure {
	to: 'cost' | 'budget' | 'contracts';
	text: string;
}
export type LeadPart = string | LeadFigure;

export interface LeadFacts {
	cost: { amount: number; period: Period; today: Day } | null;
	/** Budget minus forecast, öre; null when not every nämnd has given one. */
	deviation: number | null;
	decisions: { count: number; before: Day } | null;
}

/** "It kostar 173,3 mnkr hittills i år. Helåret väntas bli 3,4 mnkr dyrare än budget, och tre avtal behöver beslut före 31 mars." */
export function leadSentence({ cost, deviation, decisions }: LeadFacts, unit: MoneyUnit): LeadPart[] {
	const parts: LeadPart[] = [];
	if (cost) parts.push(...costLead(cost, unit));
	const budget: LeadPart[] = deviation === null ? [] : budgetLead(deviation, unit);
	const due: LeadPart[] = decisions ? decisionLead(decisions) : [];
	if (budget.length) parts.push(parts.length ? ' Helåret väntas ' : 'Helåret väntas ', ...budget);
	if (due.length) {
		const join = budget.length ? ', och ' : parts.length ? ' ' : '';
		const [first, ...rest] = due;
		const opening = budget.length || typeof first !== 'object' ? first : asOpening(first);
		parts.push(join, ...(opening === undefined ? [] : [opening]), ...rest);
	}
	if (budget.length || due.length) parts.push('.');
	return parts;
}

function asOpening(figure: LeadFigure): LeadFigure {
	return { ...figure, text: capitalised(figure.text) };
}

function costLead(
	{ amount, period, today }: { amount: number; period: Period; today: Day },
	unit: MoneyUnit
): LeadPart[] {
	const figure: LeadFigure = { to: 'cost', text: formatMoneyWithUnit(amount, unit) };
	const thisYear = period.to.slice(0, 4) === today.slice(0, 4) && period.from.endsWith('-01');
	return thisYear
		? ['It kostar ', figure, ' hittills i år.']
		: ['It kostade ', figure, ` ${formatPeriod(period)}.`];
}

function budgetLead(deviation: number, unit: MoneyUnit): LeadPart[] {
	if (deviation === 0) return ['bli lika med budget'];
	const figure: LeadFigure = { to: 'budget', text: formatMoneyWithUnit(Math.abs(deviation), unit) };
	return ['bli ', figure, deviation < 0 ? ' dyrare än budget' : ' billigare än budget'];
}

function decisionLead({ count, before }: { count: number; before: Day }): LeadPart[] {
	const day = formatDayLong(before, false);
	if (count === 0) return [`inget avtal behöver beslut före ${day}`];
	return [{ to: 'contracts', text: `${numberWord(count)} avtal` }, ` behöver beslut före ${day}`];
}

/** The answer when there is no year to compare with. */
export function costWithoutYearBefore(amount: number, period: Period, unit: MoneyUnit): string {
	return `It kostar ${formatMoneyWithUnit(amount, unit)} ${formatPeriod(period)}.`;
}

/** "prognos T2" from the version's name "T2-prognos". */
export function forecastName(version: string): string {
	const short = /^(T\d)-prognos$/i.exec(version)?.[1];
	return short ? `prognos ${short}` : version;
}

/** "Nej. Nämndernas prognos är 3,4 mnkr över årets budget. Utbildningsnämnden står för 2,6 mnkr." */
export function budgetTitle(
	deviation: number,
	worst: { unit: string; deviation: number } | null,
	unit: MoneyUnit
): string {
	const amount = (ore: number) => formatMoneyWithUnit(Math.abs(ore), unit);
	if (deviation === 0) return 'Ja. Nämndernas prognos är lika med årets budget.';
	if (deviation > 0) return `Ja. Nämndernas prognos är ${amount(deviation)} under årets budget.`;
	const answer = `Nej. Nämndernas prognos är ${amount(deviation)} över årets budget.`;
	if (!worst || worst.deviation >= 0) return answer;
	return worst.deviation >= deviation
		? `${answer} ${worst.unit} står för ${amount(worst.deviation)}.`
		: `${answer} ${worst.unit} är mest över, ${amount(worst.deviation)}.`;
}

export function partialBudgetTitle(given: number, all: number): string {
	return `${capitalised(numberWord(given, 'en'))} av ${numberWord(all, 'en')} nämnder har lämnat prognos.`;
}

/** What is known and what is missing by name, both in kronor. */
export function partialBudgetNote(
	known: number,
	missing: readonly { unit: string; budget: number }[],
	unit: MoneyUnit
): string {
	const left = missing.reduce((sum, row) => sum + row.budget, 0);
	const names = missing.map((row) => row.unit).join(', ');
	return `${formatMoneyWithUnit(known, unit)} av budgeten har prognos, ${formatMoneyWithUnit(left, unit)} saknar. Saknas: ${names}. Summan visas inte förrän alla är med.`;
}

export function noForecastTitle(year: number): string {
	return `Ingen prognos är inläst för ${year}.`;
}

export function budgetSubtitle(version: string, unit: MoneyUnit): string {
	return `Avvikelse mot årsbudget per nämnd, ${forecastName(version)}, ${unit}. ${deviationRule}`;
}

/** "Tre avtal behöver beslut före 31 mars. De kostade 42,3 mnkr senaste året." */
export function contractsTitle(count: number, before: Day, amount: number | null, unit: MoneyUnit): string {
	const day = formatDayLong(before, false);
	if (count === 0) return `Inget avtal behöver beslut före ${day}.`;
	const due = `${capitalised(numberWord(count))} avtal behöver beslut före ${day}.`;
	if (amount === null) return due;
	return `${due} ${count === 1 ? 'Det' : 'De'} kostade ${formatMoneyWithUnit(amount, unit)} senaste året.`;
}

export function contractsSubtitle(from: Day): string {
	return `Sista dag att besluta, räknat från ${formatDayLong(from)}`;
}

interface DecisionTerms {
	extension_kind: string | null;
	extension_months: number | null;
	extensions_left: number | null;
	end_day: string | null;
}

/** What there is to decide: "Säg upp, annars förlängs det 12 månader". */
export function decisionWords(terms: DecisionTerms): string {
	const length = terms.extension_months ? ` ${terms.extension_months} månader` : '';
	const left = terms.extensions_left ?? 1;
	if (terms.extension_kind === 'automatisk') return `Säg upp, annars förlängs det${length}`;
	if (terms.extension_kind === 'tillsvidare') return 'Säg upp, eller låt det löpa vidare';
	if (terms.extension_kind === 'option' && left > 0) return `Förläng${length}, eller låt det sluta`;
	return terms.end_day ? `Slutar ${terms.end_day}. Starta upphandling` : 'Slutar. Starta upphandling';
}

/** "40 dagar" within half a year; later than that the date beside it says enough. */
export function daysLeft(from: Day, day: string): { days: number; label: string } {
	const to = parseIsoDay(day);
	const days = to ? daysBetween(from, to) : 0;
	return { days, label: days <= 183 ? formatCounted(days, 'dag', 'dagar') : 'Senare' };
}

export const bidWords = {
	ett: 'Ett anbud',
	flera: 'Två eller fler',
	'utan annons': 'Utan annons',
	okänt: 'Okänt antal anbud',
	several: 'Flera möjliga avtal',
	undated: 'Avtal utan startdag',
	none: 'Inget känt avtal',
	unlisted: 'Avtal som inte finns i registret'
} as const;

export function bidsTitle(single: number, unit: MoneyUnit): string {
	if (single <= 0) return 'Inga it-kronor går till avtal som fick ett enda anbud.';
	return `${formatMoneyWithUnit(single, unit)} ligger i avtal där bara en leverantör lämnade anbud.`;
}

export function bidsSubtitle(period: Period): string {
	return `It-kostnad ${formatPeriod(period)} efter antal anbud när avtalet slöts`;
}

/** "1 284 av 9 610 licenser är oanvända, försiktigt räknat. De kostar 3,1 mnkr om året." Yearly is öre; null without a price. */
export function licencesTitle(unused: number, known: number, yearly: number | null, unit: MoneyUnit): string {
	if (known === 0) return 'Ingen vet hur många licenser som används.';
	const count = `${formatCount(unused)} av ${formatCount(known)} licenser är oanvända, försiktigt räknat.`;
	return yearly === null || unused === 0
		? count
		: `${count} De kostar ${formatMoneyWithUnit(yearly, unit)} om året.`;
}

export function licencesSubtitle(month: string | null): string {
	return `Köpta med känd användning${month ? `, ${formatMonthLong(month)}` : ''}. Oanvända är de som varken är tilldelade eller aktiva. Fylld stapel: tilldelade eller aktiva.`;
}

export function licencesUnknown(count: number): string {
	return `För ${formatCount(count)} licenser till är användningen okänd.`;
}

/** A name that fits beside a bar: "Stadsdelsn. Norrskäret". */
export function shortUnit(unit: string): string {
	return unit.replace(/^Stadsdelsnämnden /, 'Stadsdelsn. ');
}

/** "Övriga sju" under the longest bars. */
export function otherUnits(count: number): string {
	return `Övriga ${numberWord(count, 'en')}`;
}

/** "Minus är sämre än budget. Fel i fjol: 1,8 %". */
export function deviationContext(lastYearsError: number | null): string {
	const error = lastYearsError === null ? '' : ` Fel i fjol: ${formatShare(lastYearsError)}`;
	return `Minus är sämre än budget.${error}`;
}

export interface FootFacts {
	reconciled: boolean;
	files: number;
	reconciledFiles: number;
	rows: number;
	amount: number;
	edition: number;
	ruleVersion: number;
	/** ISO instant. */
	published: string;
}

/** "Avstämd: 36 554 rader och 173 293 413 kr stämmer med huvudboken. Dataversion 41, regelversion 118, publicerad 2026-11-12." */
export function footLine(facts: FootFacts): string {
	const sum = `${formatCount(facts.rows)} rader och ${formatMoneyWithUnit(facts.amount, 'kr')}`;
	const agreement = facts.reconciled
		? `Avstämd: ${sum} stämmer med huvudboken.`
		: `Ej avstämd: ${sum}. ${formatCount(facts.reconciledFiles)} av ${formatCount(facts.files)} kostnadsfiler stämmer med sin kontrollsumma.`;
	return `${agreement} Dataversion ${facts.edition}, regelversion ${facts.ruleVersion}, publicerad ${facts.published.slice(0, 10)}.`;
}
