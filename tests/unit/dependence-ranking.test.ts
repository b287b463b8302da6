import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import {
	boundBy,
	measuresOf,
	ranked,
	rankingFromUrl,
	rankingMeasures,
	rankingScale,
	rankingSubjects,
	rankingToUrl,
	usualRanking,
	type RankingSubject,
	type WeighedMeasure
} from '$lib/domain/dependence-ranking';
import { dependences, type Dependence, type DependenceContract } from '$lib/domain/supplier-dependence';
import { measureWords, rankingLead, rankingText } from '$lib/text/dependence-ranking';

const today = parseIsoDay('2026-08-31');
if (!today) throw new Error('no day');

/** A supplier with one contract and consultants, as few or as many answers as the register has of it. */
interface Known {
	key: string;
	amount: number;
	units: number;
	/** Of the contract: öre on it, bids, start, and the six answers. */
	paid: number;
	bids: number | null;
	start: string | null;
	answers: ('ja' | 'nej' | null)[];
	notice: number | null;
	/** Öre of consultants, and whether the register says whose the system is. */
	consult: number;
	owner: 'own' | 'other' | null;
}

const answer = fc.constantFrom('ja' as const, 'nej' as const, null);
const whole: fc.Arbitrary<Omit<Known, 'key'>> = fc.record({
	amount: fc.integer({ min: -1_000, max: 1_000_000 }),
	units: fc.integer({ min: 0, max: 12 }),
	paid: fc.integer({ min: -1_000, max: 1_000_000 }),
	bids: fc.option(fc.integer({ min: 1, max: 5 })),
	start: fc.option(fc.constantFrom('2005-05-01', '2019-02-01', '2025-12-31')),
	answers: fc.array(answer, { minLength: 5, maxLength: 5 }),
	notice: fc.option(fc.integer({ min: 0, max: 12 })),
	consult: fc.integer({ min: 0, max: 500_000 }),
	owner: fc.constantFrom('own' as const, 'other' as const, null)
});

function contractOf(known: Known): DependenceContract {
	const [exitPlan = null, dataExport = null, dataOwnership = null, openApi = null, openSource = null] =
		known.answers;
	return {
		contractId: known.key,
		supplierKey: known.key,
		inForce: true,
		start: known.start === null ? null : parseIsoDay(known.start),
		bids: known.bids,
		direct: false,
		exit: { exitPlan, dataExport, dataOwnership, openApi, openSource, noticeMonths: known.notice }
	};
}

function listOf(all: readonly Known[]): Dependence[] {
	if (!today) return [];
	return dependences({
		rows: all.map((known) => ({
			key: known.key,
			name: known.key,
			organisationNumber: null,
			amount: known.amount,
			rowCount: 1,
			units: known.units,
			tied: 1,
			one: known.bids === 1 ? known.paid : 0,
			several: (known.bids ?? 0) > 1 ? known.paid : 0,
			direct: 0,
			unknown: known.bids === null ? known.paid : 0,
			possible: 0,
			outside: 0,
			surelyOne: known.bids === 1 ? Math.max(0, known.paid) : 0,
			maybeOne: known.bids === null ? Math.max(0, known.paid) : 0
		})),
		contracts: new Map(all.map((known) => [known.key, [contractOf(known)]])),
		competence: new Map(
			all.map(({ key, consult, owner }) => [
				key,
				{
					own: owner === 'own' ? consult : 0,
					consult: owner === null ? 0 : consult,
					open: owner === null ? consult : 0
				}
			])
		),
		binding: new Map(),
		today,
		hasContracts: true
	});
}

const scaleOf = (list: readonly Dependence[], subject: RankingSubject = 'supplier') =>
	rankingScale(list, { units: 12, systems: 20, openSystems: 4, subject });

const suppliers = fc
	.array(whole, { minLength: 1, maxLength: 8 })
	.map((all) => all.map((known, index): Known => ({ ...known, key: `L${index}` })));

const weighed = fc
	.uniqueArray(fc.constantFrom(...measuresOf('supplier')), { minLength: 1 })
	.chain((measures) =>
		fc
			.array(fc.integer({ min: 1, max: 5 }), { minLength: measures.length, maxLength: measures.length })
			.map((weights) => measures.map((measure, index) => ({ measure, weight: weights[index] ?? 1 })))
	);

/** The same suppliers with every unknown answer given. */
const answered = (all: readonly Known[], fill: readonly Omit<Known, 'key'>[]): Known[] =>
	all.map((known, index) => {
		const given = fill[index % fill.length];
		if (!given) return known;
		return {
			...known,
			bids: known.bids ?? given.bids,
			start: known.start ?? given.start,
			notice: known.notice ?? given.notice,
			owner: known.owner ?? given.owner,
			answers: known.answers.map((one, at) => one ?? given.answers[at] ?? null)
		};
	});

const slack = 1e-9;

describe('a ranking that the reader composes', () => {
	it('never widens an interval, of a measure, a sum or a place, when more is answered', () => {
		fc.assert(
			fc.property(suppliers, fc.array(whole, { minLength: 1 }), weighed, (all, fill, chosen) => {
				const [before, after] = [listOf(all), listOf(answered(all, fill))];
				const [first, then] = [
					ranked(before, chosen, scaleOf(before)),
					ranked(after, chosen, scaleOf(after))
				];
				for (const one of first) {
					const same = then.find(({ of }) => of.key === one.of.key);
					if (!same) throw new Error('a supplier is lost');
					for (const [index, { bound, measure }] of one.parts.entries()) {
						const now = same.parts[index]?.bound;
						expect(now?.low, measure).toBeGreaterThanOrEqual(bound.low - slack);
						expect(now?.high, measure).toBeLessThanOrEqual(bound.high + slack);
					}
					expect(same.sum.low).toBeGreaterThanOrEqual(one.sum.low - slack);
					expect(same.sum.high).toBeLessThanOrEqual(one.sum.high + slack);
					expect(same.place.first).toBeGreaterThanOrEqual(one.place.first);
					expect(same.place.last).toBeLessThanOrEqual(one.place.last);
				}
			})
		);
	});

	it('keeps every measure and every sum between 0 and 1, and adds up its parts', () => {
		fc.assert(
			fc.property(suppliers, weighed, (all, chosen) => {
				const list = listOf(all);
				for (const { parts, sum, place } of ranked(list, chosen, scaleOf(list))) {
					for (const { bound } of parts) {
						expect(bound.low).toBeGreaterThanOrEqual(0);
						expect(bound.high).toBeLessThanOrEqual(1);
						expect(bound.low).toBeLessThanOrEqual(bound.high);
					}
					expect(parts.reduce((total, { adds }) => total + adds.low, 0)).toBeCloseTo(sum.low, 9);
					expect(sum.high).toBeLessThanOrEqual(1 + slack);
					expect(place.first).toBeGreaterThanOrEqual(1);
					expect(place.last).toBeLessThanOrEqual(list.length);
					expect(place.first).toBeLessThanOrEqual(place.last);
				}
			})
		);
	});

	it('has one place for each where all is known', () => {
		const all = [300, 200, 100].map((amount, index): Known => ({
			key: `L${index}`,
			amount,
			units: 1,
			paid: amount,
			bids: 1,
			start: '2019-02-01',
			answers: ['ja', 'ja', 'ja', 'nej', 'nej'],
			notice: 3,
			consult: 0,
			owner: 'own'
		}));
		const list = listOf(all);
		const order = ranked(list, usualRanking, scaleOf(list));
		expect(order.map(({ of, place }) => [of.key, place.first, place.last])).toEqual([
			['L0', 1, 1],
			['L1', 2, 2],
			['L2', 3, 3]
		]);
		// Kostnad 1, twice, ettanbud 1, and three of six exit answers are not yes.
		expect(order[0]?.sum.low).toBeCloseTo((2 * 1 + 1 + 0.5) / 4, 9);
	});

	it('a large supplier in competition comes before a small one that nobody competed with, until that is weighed more', () => {
		const answers: Known['answers'] = ['nej', 'nej', 'nej', 'nej', 'nej'];
		const rest = { units: 1, start: '2019-02-01', answers, notice: 12, consult: 0, owner: null };
		const list = listOf([
			{ ...rest, key: 'störst', amount: 1_000, paid: 1_000, bids: 1 },
			{ ...rest, key: 'stor', amount: 660, paid: 660, bids: 4 },
			{ ...rest, key: 'liten', amount: 370, paid: 320, bids: 1 }
		]);
		const order = (chosen: readonly WeighedMeasure[]) =>
			ranked(list, chosen, scaleOf(list)).map(({ of }) => of.key);
		expect(order(usualRanking)).toEqual(['störst', 'stor', 'liten']);
		expect(order(usualRanking.map(({ measure }) => ({ measure, weight: 1 })))).toEqual([
			'störst',
			'liten',
			'stor'
		]);
	});

	it('says in words what the usual weights are, and calls a measure of what lacks by that', () => {
		const whole = usualRanking.reduce((sum, { weight }) => sum + weight, 0);
		expect(usualRanking.map(({ measure, weight }) => [measure, weight / whole])).toEqual([
			['kostnad', 1 / 2],
			['ettanbud', 1 / 4],
			['exitberedskap', 1 / 4]
		]);
		expect(rankingText.usual).toMatch(
			/kronorna väger hälften, ettanbud och brister i exitberedskap en fjärdedel var/
		);
		expect(measureWords.exitberedskap.name).toBe('Brister i exitberedskap');
		expect(rankingLead(['A', 'B', 'C'], { first: 1, last: 1 }, true)).toBe(
			'Vägt med förvalet binder A, B och C mest.'
		);
	});

	it('a supplier of whom nobody knows anything but the cost can be anywhere below what the cost says', () => {
		const [only] = listOf([
			{
				key: 'L0',
				amount: 100,
				units: 1,
				paid: 100,
				bids: null,
				start: null,
				answers: [null, null, null, null, null],
				notice: null,
				consult: 0,
				owner: null
			}
		]);
		if (!only) throw new Error('nobody');
		const scale = scaleOf([only]);
		expect(boundBy('kostnad', only, scale)).toEqual({ low: 1, high: 1 });
		expect(boundBy('ettanbud', only, scale)).toEqual({ low: 0, high: 1 });
		expect(boundBy('exitberedskap', only, scale)).toEqual({ low: 0, high: 1 });
		expect(boundBy('konkurrens', only, scale)).toEqual({ low: 0, high: 1 });
	});
});

describe('the choice in the address', () => {
	it('is read back as it was written, whatever was chosen', () => {
		fc.assert(
			fc.property(fc.constantFrom(...rankingSubjects), weighed, (subject, chosen) => {
				const allowed = measuresOf(subject);
				const kept = rankingMeasures.flatMap((measure) =>
					chosen.filter((one) => one.measure === measure && allowed.includes(measure))
				);
				fc.pre(kept.length > 0);
				const search = rankingToUrl({ subject, chosen: kept }, new URLSearchParams('namnd=Kulturnämnden'));
				expect(search.get('namnd')).toBe('Kulturnämnden');
				expect(rankingFromUrl(search)).toEqual({ subject, chosen: kept });
			})
		);
	});

	it('leaves out what is no measure or no weight, and the usual choice is not written', () => {
		const read = rankingFromUrl(
			new URLSearchParams('vikt=kostnad:3&vikt=betyg:1&vikt=ettanbud:0&vikt=namnder:9')
		);
		expect(read.chosen).toEqual([{ measure: 'kostnad', weight: 3 }]);
		expect(rankingFromUrl(new URLSearchParams()).chosen).toEqual(usualRanking);
		expect(
			rankingToUrl({ subject: 'supplier', chosen: usualRanking }, new URLSearchParams()).toString()
		).toBe('');
	});
});
