// Numbers, money, days and periods as Swedish text. Amounts come in öre and are rounded once, here, half away from zero.
import type { MoneyUnit } from '../domain/filters';
import { smallestBaseForPercent } from '../domain/money';
import { unknownWord } from './common';

const nbsp = '\u00a0';
const minus = '\u2212';
const enDash = '\u2013';

const months = [
	'januari',
	'februari',
	'mars',
	'april',
	'maj',
	'juni',
	'juli',
	'augusti',
	'september',
	'oktober',
	'november',
	'december'
];
const monthsShort = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** How many öre one of each unit is. */
const oreIn: Readonly<Record<MoneyUnit, number>> = { kr: 100, tkr: 100_000, mnkr: 100_000_000 };

/** Decimals shown when nothing else is asked for. */
const usualDecimals: Readonly<Record<MoneyUnit, number>> = { kr: 0, tkr: 0, mnkr: 1 };

interface MoneyOptions {
	/** Print + as well as −; an exact zero is then `0`. */
	signed?: boolean;
	decimals?: number;
}

/** An amount in öre as a figure without unit: `173,3`. Null is "Okänt". */
export function formatMoney(ore: number | null, unit: MoneyUnit, options: MoneyOptions = {}): string {
	if (ore === null) return unknownWord;
	if (ore === 0 && options.signed) return '0';
	const decimals = options.decimals ?? usualDecimals[unit];
	// Öre and every step are integers and powers of ten, so a half is exactly a half.
	const steps = Math.round(Math.abs(ore) / (oreIn[unit] / 10 ** decimals));
	return withSign(ore, steps, decimals, options.signed ?? false);
}

/** An amount with its unit: `173,3 mnkr`. */
export function formatMoneyWithUnit(ore: number | null, unit: MoneyUnit, options: MoneyOptions = {}): string {
	return ore === null ? unknownWord : `${formatMoney(ore, unit, options)}${nbsp}${unit}`;
}

/** An amount with its öre: `1 234,50 kr`. */
export function formatOre(ore: number | null): string {
	return formatMoneyWithUnit(ore, 'kr', { decimals: 2 });
}

/** The number on an axis: as many decimals as the tick needs, at most two, no unit. */
export function formatAxisMoney(ore: number, unit: MoneyUnit, signed = false): string {
	const decimals = [0, 1].find((count) => ore % (oreIn[unit] / 10 ** count) === 0) ?? 2;
	return formatMoney(ore, unit, { decimals, signed });
}

/** A share 0–1 as percent: `27,0 %`. */
export function formatShare(share: number | null, decimals = 1): string {
	return share === null ? unknownWord : `${percentFigure(share, decimals, false)}${nbsp}%`;
}

/** A signed share as percent: `+5,1 %`, `−0,3 %`. */
export function formatSignedShare(share: number | null, decimals = 1): string {
	return share === null ? unknownWord : `${percentFigure(share, decimals, true)}${nbsp}%`;
}

/** A span of shares: `33–50 %`, or `50 %` when both ends print alike. */
export function formatShareRange(low: number, high: number, decimals = 0): string {
	const [from, to] = [percentFigure(low, decimals, false), percentFigure(high, decimals, false)];
	return `${from === to ? from : `${from}${enDash}${to}`}${nbsp}%`;
}

/** Change in percent between two amounts in öre; null when a base is missing or too small to divide by. */
export function formatChange(now: number | null, before: number | null, decimals = 1): string | null {
	if (now === null || before === null || before < smallestBaseForPercent) return null;
	return formatSignedShare((now - before) / before, decimals);
}

/** A whole number: `36 554`. */
export function formatCount(count: number | null): string {
	return count === null ? unknownWord : withSign(count, Math.round(Math.abs(count)), 0, false);
}

/** A plain number with decimals: `6,7`. */
export function formatNumber(value: number | null, decimals = 1): string {
	if (value === null) return unknownWord;
	return withSign(value, roundTo(Math.abs(value) * 10 ** decimals), decimals, false);
}

/** A count with its noun: `1 rad`, `36 554 rader`. */
export function formatCounted(count: number, one: string, many: string): string {
	return `${formatCount(count)}${nbsp}${count === 1 ? one : many}`;
}

/** A file's size: `14,2 MB`. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) return `${formatCount(bytes)}${nbsp}byte`;
	if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)}${nbsp}kB`;
	return `${formatNumber(bytes / 1_000_000, 1)}${nbsp}MB`;
}

/** A day in a table: `2026-12-31`. */
export function formatDay(day: string | null): string {
	return day ?? unknownWord;
}

/** The day of an instant (ISO text, or a Date) where the reader is: `2026-12-31`. */
export function dayOfInstant(instant: string | Date): string {
	return new Date(instant).toLocaleDateString('sv-SE');
}

/** A day in a sentence: `31 december 2026`; without the year when told so. */
export function formatDayLong(day: string | null, withYear = true): string {
	if (day === null) return unknownWord;
	const words = `${Number(day.slice(8, 10))}${nbsp}${monthWord(day, months)}`;
	return withYear ? `${words} ${day.slice(0, 4)}` : words;
}

/** A month on an axis: `okt`. */
export function formatMonthShort(month: string): string {
	return monthWord(month, monthsShort);
}

/** A month in a sentence: `oktober 2026`. */
export function formatMonthLong(month: string): string {
	return `${monthWord(month, months)} ${month.slice(0, 4)}`;
}

/** A span of months: `jan–okt 2026`; long `januari–oktober 2026`; heading `Januari–oktober 2026`. */
export function formatPeriod(
	period: { from: string; to: string },
	style: 'short' | 'long' | 'heading' = 'short'
): string {
	const words = style === 'short' ? monthsShort : months;
	const [from, to] = [monthWord(period.from, words), monthWord(period.to, words)];
	const [fromYear, toYear] = [period.from.slice(0, 4), period.to.slice(0, 4)];
	const text =
		period.from === period.to
			? `${to} ${toYear}`
			: fromYear === toYear
				? `${from}${enDash}${to} ${toYear}`
				: `${from} ${fromYear} ${enDash} ${to} ${toYear}`;
	return style === 'heading' ? capitalised(text) : text;
}

const numberWords = [
	'noll',
	'ett',
	'två',
	'tre',
	'fyra',
	'fem',
	'sex',
	'sju',
	'åtta',
	'nio',
	'tio',
	'elva',
	'tolv'
];

/** The unit of a column whose sums are so small that mnkr would print them as nothing. @param most the largest, öre */
export function smallUnit(most: number, unit: MoneyUnit): MoneyUnit {
	return unit === 'mnkr' && Math.abs(most) < 1_000_000_000 ? 'tkr' : unit;
}

/** A small count as a word in a sentence (ett … tolv), larger ones in figures. `en` is for nouns like "nämnd". */
export function numberWord(count: number, gender: 'ett' | 'en' = 'ett'): string {
	if (count === 1) return gender;
	return numberWords[count] ?? formatCount(count);
}

/** With its first letter in upper case, for the start of a sentence. */
export function capitalised(text: string): string {
	return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

function percentFigure(share: number, decimals: number, signed: boolean): string {
	return withSign(share, roundTo(Math.abs(share) * 100 * 10 ** decimals), decimals, signed);
}

/** Rounds a non-negative number half up; the relative margin mends halves that binary fractions hold just below. */
function roundTo(value: number): number {
	return Math.round(value + value * 4 * Number.EPSILON);
}

/** Whole steps of 10^−decimals as text. What rounds to zero carries no sign, so "−0,0" is never printed. */
function withSign(value: number, steps: number, decimals: number, signed: boolean): string {
	const digits = String(steps).padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, nbsp);
	const figure = decimals ? `${whole},${digits.slice(-decimals)}` : whole;
	if (steps === 0) return figure;
	return value < 0 ? `${minus}${figure}` : signed ? `+${figure}` : figure;
}

function monthWord(month: string, words: readonly string[]): string {
	return words[Number(month.slice(5, 7)) - 1] ?? unknownWord;
}

/** Names in a sentence: `drift, licens och konsult`. */
export function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1) ?? ''}`;
}
