// A ranking that the reader composes: chosen indicators, each 0–1 by a scale of its own, weighed together. While answers are
// missing each has an interval, and so have the sum and the place; more answers never widen them.
import { shareOf } from './indicator';
import type { Dependence } from './supplier-dependence';

/** What can be weighed. The words are those of the address. */
export const rankingMeasures = [
	'kostnad',
	'ettanbud',
	'exitberedskap',
	'konkurrens',
	'kompetens',
	'system',
	'bindning',
	'namnder'
] as const;
export type RankingMeasure = (typeof rankingMeasures)[number];

/** `group` is suppliers counted by koncern. */
export const rankingSubjects = ['supplier', 'group', 'system'] as const;
export type RankingSubject = (typeof rankingSubjects)[number];

/** What does not tell of each: systems and nämnder of several companies are partly the same, so that they do not add up. */
const foreign: Readonly<Record<RankingSubject, readonly RankingMeasure[]>> = {
	supplier: ['bindning'],
	group: ['bindning', 'system', 'namnder'],
	system: ['system']
};

/** The measures that tell of suppliers, of koncerner, or of systems. */
export function measuresOf(subject: RankingSubject): readonly RankingMeasure[] {
	return rankingMeasures.filter((measure) => !foreign[subject].includes(measure));
}

export interface WeighedMeasure {
	measure: RankingMeasure;
	/** 1–5. */
	weight: number;
}

export const highestWeight = 5;

/**
 * What is weighed until the reader says otherwise. Kronor are half of it: a small supplier without an exit plan binds less
 * than a large one. The other half is what makes the kronor hard to move.
 */
export const usualRanking: readonly WeighedMeasure[] = [
	{ measure: 'kostnad', weight: 2 },
	{ measure: 'ettanbud', weight: 1 },
	{ measure: 'exitberedskap', weight: 1 }
];

/** Nothing else is weighed than what is usual. */
export function isUsual(chosen: readonly WeighedMeasure[]): boolean {
	const words = (list: readonly WeighedMeasure[]) =>
		list
			.map(({ measure, weight }) => `${measure}:${weight}`)
			.sort()
			.join();
	return words(chosen) === words(usualRanking);
}

/** From 0, not bound by this, to 1. */
export interface Bound {
	low: number;
	high: number;
}

/** As many years without competition count as fully bound. */
export const longYears = 10;

/** What the measures are held against, the same for all. Nothing that an answer could change. */
export interface RankingScale {
	/** The largest net cost, öre. */
	largest: number;
	/** Nämnder with cost. */
	units: number;
	/** Systems of the register, and those of them without a supplier. */
	systems: number;
	openSystems: number;
	/** A system without rows may have cost that is not tagged with it; a supplier without rows has none. */
	subject: RankingSubject;
}

const unknown: Bound = { low: 0, high: 1 };
const within = (value: number): number => Math.min(1, Math.max(0, value));
const part = (amount: number, whole: number): number => within(shareOf(amount, whole) ?? 0);

const known = (value: number): Bound => ({ low: value, high: value });
const range = (low: number, high: number, largest: number): Bound => ({
	low: part(low, largest),
	high: part(high, largest)
});

/** Nobody has tagged any cost with it. */
const untold = ({ rowCount }: Dependence, { subject }: RankingScale) =>
	subject === 'system' && rowCount === 0;

const measured: Readonly<Record<RankingMeasure, (of: Dependence, scale: RankingScale) => Bound>> = {
	kostnad: (of, scale) => (untold(of, scale) ? unknown : known(part(of.amount, scale.largest))),
	ettanbud: (of, scale) =>
		untold(of, scale) ? unknown : range(of.singleBid.low, of.singleBid.high, scale.largest),
	// What cannot be answered yes binds.
	exitberedskap: ({ exit: { low, high } }) =>
		low === null || high === null ? unknown : { low: 1 - high, high: 1 - low },
	konkurrens: ({ age: { years, least } }) => ({
		low: least === null ? 1 : within(least / longYears),
		high: years === null ? 1 : within(years / longYears)
	}),
	kompetens: (of, scale) => {
		const { own, open } = of.competence;
		return untold(of, scale) ? unknown : range(own, own + open, scale.largest);
	},
	system: ({ tied }, { systems, openSystems }) =>
		systems > 0 ? range(tied ?? 0, (tied ?? 0) + openSystems, systems) : unknown,
	bindning: ({ binding }) => (binding === null ? unknown : known(binding)),
	namnder: (of, scale) => (untold(of, scale) ? unknown : known(part(of.units, scale.units)))
};

/** One measure of one of them, 0–1. */
export function boundBy(measure: RankingMeasure, of: Dependence, scale: RankingScale): Bound {
	return measured[measure](of, scale);
}

export interface Ranked<Of extends Dependence = Dependence> {
	of: Of;
	/** The weighed mean of the measures, 0–1. */
	sum: Bound;
	/** The best and the worst place that it can have, from 1. */
	place: { first: number; last: number };
	/** What each measure adds to the sum, in the order chosen. */
	parts: { measure: RankingMeasure; weight: number; bound: Bound; adds: Bound }[];
}

/** All of them, those that are surely most bound first. Nothing chosen ranks nothing. */
export function ranked<Of extends Dependence>(
	list: readonly Of[],
	chosen: readonly WeighedMeasure[],
	scale: RankingScale
): Ranked<Of>[] {
	const whole = chosen.reduce((sum, { weight }) => sum + weight, 0);
	if (whole <= 0) return [];
	const summed = list.map((of) => {
		const parts = chosen.map(({ measure, weight }) => {
			const bound = boundBy(measure, of, scale);
			return {
				measure,
				weight,
				bound,
				adds: { low: (bound.low * weight) / whole, high: (bound.high * weight) / whole }
			};
		});
		const sum = {
			low: parts.reduce((total, { adds }) => total + adds.low, 0),
			high: parts.reduce((total, { adds }) => total + adds.high, 0)
		};
		return { of, parts, sum };
	});
	const place = placesOf(summed.map(({ sum }) => sum));
	return summed
		.map((one) => ({ ...one, place: place(one.sum) }))
		.sort(
			(a, b) =>
				b.sum.low - a.sum.low ||
				b.sum.high - a.sum.high ||
				b.of.amount - a.of.amount ||
				(a.of.key < b.of.key ? -1 : 1)
		);
}

/** Sums that differ by less than this differ by how they were added only. */
const alike = 1e-9;

/**
 * The places that an interval can have among all: before it are surely those whose least is above its most, and at most
 * those whose most is above its least.
 */
function placesOf(sums: readonly Bound[]): (sum: Bound) => { first: number; last: number } {
	const lows = sums.map(({ low }) => low).sort((a, b) => a - b);
	const highs = sums.map(({ high }) => high).sort((a, b) => a - b);
	return ({ low, high }) => {
		// Its own high is among the highs where it has any width.
		const itself = high > low + alike ? 1 : 0;
		return { first: 1 + above(lows, high + alike), last: 1 + above(highs, low + alike) - itself };
	};
}

/** How many of ascending values are above one. */
function above(ascending: readonly number[], limit: number): number {
	let [from, to] = [0, ascending.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((ascending[middle] ?? 0) > limit) to = middle;
		else from = middle + 1;
	}
	return ascending.length - from;
}

/** What a list is held against. */
export function rankingScale(
	list: readonly Dependence[],
	ground: Omit<RankingScale, 'largest'>
): RankingScale {
	return { largest: list.reduce((most, { amount }) => Math.max(most, amount), 0), ...ground };
}

const measureParameter = 'vikt';
const subjectParameter = 'av';

/** Their words in the address. Suppliers are the usual, and not written. */
const subjectNames: Readonly<Record<RankingSubject, string>> = {
	supplier: 'leverantor',
	group: 'koncern',
	system: 'system'
};

/** The parameters of the address that compose the ranking. */
export interface RankingChoice {
	subject: RankingSubject;
	chosen: readonly WeighedMeasure[];
}

function readMeasure(word: string): WeighedMeasure | null {
	const [name, weight] = word.split(':');
	const measure = rankingMeasures.find((known) => known === name);
	const read = /^[1-9]$/.test(weight ?? '1') ? Number(weight ?? 1) : null;
	return measure && read !== null && read <= highestWeight ? { measure, weight: read } : null;
}

const subjectOf = (word: string | null) => rankingSubjects.find((one) => subjectNames[one] === word);
const subjectIn = (search: URLSearchParams): RankingSubject =>
	subjectOf(search.get(subjectParameter)) ?? 'supplier';

/** Whether a word of the address weighs a measure of what is ranked there. */
export function isMeasureWord(word: string, search: URLSearchParams): boolean {
	const read = readMeasure(word);
	return read !== null && measuresOf(subjectIn(search)).includes(read.measure);
}

/** Whether a word of the address says what is ranked. */
export const isSubjectWord = (word: string): boolean => subjectOf(word) !== undefined;

/** Reads `vikt=kostnad:2&vikt=ettanbud:1&av=system`; what cannot be read is left out. */
export function rankingFromUrl(search: URLSearchParams): RankingChoice {
	const found = new Map<RankingMeasure, number>();
	for (const word of search.getAll(measureParameter)) {
		const read = readMeasure(word);
		if (read) found.set(read.measure, read.weight);
	}
	const subject = subjectIn(search);
	const chosen = measuresOf(subject).flatMap((measure) => {
		const weight = found.get(measure);
		return weight === undefined ? [] : [{ measure, weight }];
	});
	return { subject, chosen: chosen.length ? chosen : usualRanking };
}

/** Writes a choice, keeping other parameters; the usual one is not written. */
export function rankingToUrl({ subject, chosen }: RankingChoice, keep: URLSearchParams): URLSearchParams {
	const search = new URLSearchParams(keep);
	search.delete(measureParameter);
	search.delete(subjectParameter);
	const words = rankingMeasures.flatMap((measure) => {
		const found = chosen.find((one) => one.measure === measure);
		return found ? [`${measure}:${found.weight}`] : [];
	});
	if (!isUsual(chosen)) for (const word of words) search.append(measureParameter, word);
	if (subject !== 'supplier') search.set(subjectParameter, subjectNames[subject]);
	return search;
}
