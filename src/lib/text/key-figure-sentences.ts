// What key figures say: figures as text, what has happened since, findings and notes.
import type { MoneyUnit } from '../domain/filters';
import {
	keyFigureChange,
	keyFigureSpecs,
	type KeyFigure,
	type KeyFigureGap,
	type KeyFigureKey
} from '../domain/key-figure';
import type { SpanChoice, YearSpan } from '../domain/key-figure-span';
import { genitive } from './budget';
import { unknownWord } from './common';
import {
	capitalised,
	formatCount,
	formatMonthLong,
	formatMoneyWithUnit,
	formatPeriod,
	formatShare,
	formatShareRange,
	formatSignedShare,
	listed
} from './format';
import { keyFigureText, keyFigureWords } from './key-figures';

/** A published mean: no more decimals than it has. */
export function benchmarkShare(share: number): string {
	return formatShare(share, Number.isInteger(Number((share * 100).toPrecision(6))) ? 0 : 1);
}

/** Stands beside a figure that has one: "Statliga myndigheter, medel 2017: 9,5 %. Inte kommuner." */
export function benchmarkLine(year: number, mean: number): string {
	return `Statliga myndigheter, medel ${year}: ${benchmarkShare(mean)}. Inte kommuner.`;
}

/** Why a figure cannot be told. */
export function gapText(gap: KeyFigureGap): string {
	switch (gap) {
		case 'noCost':
			return 'Det finns ingen it-kostnad i urvalet de här månaderna.';
		case 'onlyIt':
			return 'Huvudboken har bara it-rader, så vad allt annat kostar är okänt.';
		case 'noEmployees':
			return 'Nämndregistret säger inte hur många anställda nämnderna har.';
		case 'noUsers':
			return 'Ingen har sagt hur många som använder it det här året.';
		case 'usersOfWhole':
			return 'Antalet användare gäller hela kommunen, och här visas bara en del av den.';
		case 'noStaff':
			return 'Huvudboken har ingen kostnad för it-personal, så bara den ena sidan är känd.';
		case 'noBase':
			return 'Nämnaren är inte över noll, så andelen går inte att räkna.';
	}
}

/** `3,6 %`, `55,1–62,8 %`, `13 980 kr`, or Okänt. */
export function keyFigureFigure({ unit, value, low, high }: KeyFigure): string {
	if (value !== null)
		return unit === 'kr' ? formatMoneyWithUnit(Math.round(value), 'kr') : formatShare(value);
	return low === null || high === null ? unknownWord : formatShareRange(low, high, 1);
}

/** The numerator, or null where there is none. */
export function numeratorFigure({ numerator }: KeyFigure, moneyUnit: MoneyUnit): string | null {
	return numerator === null ? null : formatMoneyWithUnit(numerator, moneyUnit);
}

/** The denominator: kronor, or heads. */
export function denominatorFigure({ unit, denominator }: KeyFigure, moneyUnit: MoneyUnit): string | null {
	if (denominator === null) return null;
	return unit === 'kr' ? formatCount(denominator) : formatMoneyWithUnit(denominator, moneyUnit);
}

/** A change: `+0,1 procentenheter`, `−310 kr`. */
export function changeText(key: KeyFigureKey, change: number): string {
	return keyFigureSpecs[key].unit === 'kr'
		? formatMoneyWithUnit(Math.round(change), 'kr', { signed: true })
		: `${formatSignedShare(change).replace(/\s%$/u, '')}\u00a0procentenheter`;
}

/** What has happened since the year before: "0,1 procentenheter mer än samma månader 2025." */
export function trendSentence(
	now: KeyFigure,
	before: KeyFigure | undefined,
	yearBefore: number | null,
	choice: SpanChoice
): string {
	if (yearBefore === null || !before) return 'Inget tidigare år att jämföra med.';
	const then = thenWords(choice, yearBefore);
	const change = keyFigureChange(now, before);
	if (change === null)
		return before.value === null && before.low === null
			? `${capitalised(then)} är talet okänt.`
			: `${capitalised(then)}: ${keyFigureFigure(before)}.`;
	const told = differenceWords(now.key, change);
	return told === null ? `Som ${then}.` : `${capitalised(told)} än ${then}.`;
}

/** "0,1 procentenheter mer"; null where it rounds to nothing. */
function differenceWords(key: KeyFigureKey, change: number): string | null {
	const amount = changeText(key, Math.abs(change)).replace('+', '');
	return /[1-9]/.test(amount) ? `${amount} ${change > 0 ? 'mer' : 'mindre'}` : null;
}

/** A figure under a bar, where there is little room. */
export function trendFigure(figure: KeyFigure): string {
	const { value, low, high } = figure;
	return value === null && low !== null && high !== null
		? formatShareRange(low, high)
		: keyFigureFigure(figure);
}

/** The sentence of the page. */
export function keyFigureLead(
	now: readonly KeyFigure[],
	before: readonly KeyFigure[],
	span: YearSpan,
	choice: SpanChoice,
	only: string | null
): string {
	const of = (figures: readonly KeyFigure[], key: KeyFigureKey) => figures.find((one) => one.key === key);
	const [share, head] = [of(now, 'it_andel'), of(now, 'kronor_per_anstalld')];
	const whose = only ? `${genitive(only)} it` : 'It';
	const period = formatPeriod(span.period, 'long');
	const change = keyFigureChange(share, of(before, 'it_andel'));
	const parts: string[] = [];
	if (share && share.value !== null) {
		const then = thenWords(choice, span.year - 1);
		const told = change === null ? null : differenceWords('it_andel', change);
		const since =
			change === null ? '' : told === null ? `, lika stor del som ${then}` : `, ${told} än ${then}`;
		parts.push(`${whose} står för ${keyFigureFigure(share)} av verksamhetens kostnad ${period}${since}.`);
	}
	if (head && head.value !== null)
		parts.push(
			parts.length
				? `Det är ${keyFigureFigure(head)} per anställd.`
				: `${whose} kostar ${keyFigureFigure(head)} per anställd ${period}.`
		);
	return parts.join(' ') || keyFigureText.neutralLead;
}

const thenWords = (choice: SpanChoice, year: number) =>
	choice === 'sameMonths' ? `samma månader ${year}` : String(year);

/** What a span is called where years stand side by side: `2025`, `jan–aug 2025`. */
export function spanName({ year, period }: YearSpan): string {
	return isWhole(period) ? String(year) : formatPeriod(period);
}

/** The name of a choice of months: "Jan–aug varje år", "Hela år". */
export function choiceName(choice: SpanChoice, span: YearSpan | undefined): string {
	if (choice === 'wholeYears' || !span) return 'Hela år';
	const months = formatPeriod(span.period).replace(/ \d{4}$/, '');
	return `${capitalised(months)} varje år`;
}

const isWhole = ({ from, to }: YearSpan['period']) => from.endsWith('-01') && to.endsWith('-12');

/** Who is left out of both sides: "Valnämnden och Utan nämnd". */
export function leftOutText(leftOut: readonly (string | null)[]): string {
	return listed(leftOut.map((unit) => unit ?? keyFigureText.noUnit));
}

/** Under a figure that leaves some out. */
export function leftOutLine(leftOut: readonly (string | null)[]): string {
	return `Inte med på någon sida: ${leftOutText(leftOut)}.`;
}

/** What the list is of: "Januari–augusti varje år, 2023–2026." */
export function listSubtitle(spans: readonly YearSpan[], choice: SpanChoice): string {
	const [first, last] = [spans[0], spans.at(-1)];
	if (!first || !last) return '';
	const years = first.year === last.year ? String(last.year) : `${first.year}–${last.year}`;
	return spans.length === 1
		? `${formatPeriod(last.period, 'heading')}. Det finns inget annat år med samma månader att jämföra med.`
		: choice === 'wholeYears'
			? `Hela år, ${years}.`
			: `${capitalised(formatPeriod(last.period, 'long').replace(/ \d{4}$/, ''))} varje år, ${years}. Ett år som inte är slut jämförs bara med samma månader.`;
}

/** Above a column of changes: "Mot 2025, procentenheter". */
export function changeColumn(key: KeyFigureKey, yearBefore: number): string {
	return `Mot ${yearBefore}, ${keyFigureSpecs[key].unit === 'kr' ? 'kr' : 'procentenheter'}`;
}

/** A change without its unit, which the column has. */
export function changeFigure(key: KeyFigureKey, change: number | null): string {
	if (change === null) return '–';
	return changeText(key, change).replace(/\s(kr|procentenheter)$/u, '');
}

/** Above the column of the municipality's own figures. */
export function ownColumn(only: string | null, period: string): string {
	return `${only ?? 'Här'}, ${period}`;
}

/** The finding of a key figure per nämnd; a neutral title where there is none. */
export function unitsFinding(
	key: KeyFigureKey,
	lines: readonly { unit: string; figure: KeyFigure }[]
): string {
	const { name } = keyFigureWords[key];
	const told = lines.filter(({ figure }) => figure.value !== null);
	const order = told.toSorted((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
	const [most, least] = [order[0], order.at(-1)];
	if (!most || !least || told.length < 2 || told.length < lines.length / 2) return `${name} per nämnd`;
	return `${name} är störst i ${most.unit}, ${keyFigureFigure(most.figure)}, och minst i ${least.unit}, ${keyFigureFigure(least.figure)}`;
}

/** Beside figures of a month that is not whole. */
export function lastMonthNote(month: string, reason: string): string {
	return `${capitalised(formatMonthLong(month))} kan vara ofullständig: ${reason}. Då är kronorna för lågt räknade det året.`;
}

/** What the ledger holds beside IT: the ground of the first key figure. */
export function ledgerHolds(otherRows: number, otherAmount: number, moneyUnit: MoneyUnit): string {
	return otherRows
		? `Utöver it har huvudboken ${formatCount(otherRows)} rader på kostnadskonton för ${formatMoneyWithUnit(otherAmount, moneyUnit)} under månaderna. Det som inte är inläst är inte med: saknas löner eller andra kostnader i filen blir andelen it för hög.`
		: 'Huvudboken har bara it-rader under månaderna, så it-kostnadens andel är okänd.';
}

/** A hint of a register. */
export function userHint(
	source: 'system' | 'licence',
	name: string | null,
	users: number,
	month: string
): string {
	const who = name ?? unknownWord;
	return source === 'system'
		? `${formatCount(users)} användare av ${who} (systemregistret, gemensamt system)`
		: `${formatCount(users)} tilldelade licenser av ${who} (licenstabellen, ${month})`;
}

/** One number stands for every year. */
export const sameHeads =
	'Nämndregistret har samma antal anställda alla år, så det som ändras är bara kostnaden.';
