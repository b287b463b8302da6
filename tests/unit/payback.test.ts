import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	choiceFromUrl,
	countDevelopment,
	developments,
	endedFirst,
	replacedBy,
	type DevelopmentCost,
	type DevelopmentFacts
} from '../../src/lib/domain/development';
import { comparedPeriods, comparedTo, payback, type PaybackQuestion } from '../../src/lib/domain/payback';
import { monthFrom, monthPlus, monthsOf, type Month, type Period } from '../../src/lib/domain/period';

const year = (of: number): Period => ({ from: monthFrom(of, 1), to: monthFrom(of, 12) });
const every = (amounts: readonly [Period, number][]) =>
	new Map(amounts.flatMap(([period, ore]) => monthsOf(period).map((month): [Month, number] => [month, ore])));

/** Built in 2024 for 12 × 10 = 120; running cost 30 a month in 2023 and 25 in 2025: 60 a year is saved. Öre. */
const question: PaybackQuestion = {
	span: year(2024),
	isEnded: false,
	compared: 12,
	ledger: { from: monthFrom(2023, 1), to: monthFrom(2025, 12) },
	cost: every([[year(2024), 10]]),
	running: every([
		[year(2023), 30],
		[year(2024), 99],
		[year(2025), 25]
	])
};

describe('a development that is over', () => {
	it('costs 120, saves 60 a year, and has paid for itself two years after it', () => {
		const { cost, before, after, result } = payback(question);
		expect([cost, before, after]).toEqual([120, year(2023), year(2025)]);
		expect(result).toMatchObject({
			state: 'saves',
			before: 360,
			after: 300,
			yearlySaving: 60,
			years: 2,
			breakEven: { month: '2026-12', isReached: false }
		});
		if (result.state !== 'saves') return;
		expect(result.months.find(({ month }) => month === '2024-12')?.left).toBe(120);
		expect(result.months.find(({ month }) => month === '2025-12')).toEqual({
			month: '2025-12',
			left: 60,
			isExpected: false
		});
		expect(result.months.at(-1)).toEqual({ month: '2026-12', left: 0, isExpected: true });
	});

	it('has paid for itself in the month when savings reach the cost, once they have', () => {
		const later = { ...question, ledger: { from: monthFrom(2023, 1), to: monthFrom(2027, 3) } };
		const running = every([
			[year(2023), 30],
			[{ from: monthFrom(2025, 1), to: monthFrom(2027, 3) }, 25]
		]);
		expect(payback({ ...later, running }).result).toMatchObject({
			state: 'saves',
			breakEven: { month: '2026-12', isReached: true }
		});
	});

	it('is dearer, and has no payback, when its systems cost more to run than before', () => {
		const { result } = payback({
			...question,
			running: every([
				[year(2023), 30],
				[year(2025), 31]
			])
		});
		expect(result).toMatchObject({ state: 'dearer', yearlySaving: -12 });
		expect(result).not.toHaveProperty('years');
	});

	it('changes nothing when both years cost the same', () => {
		const running = every([
			[year(2023), 30],
			[year(2025), 30]
		]);
		expect(payback({ ...question, running }).result).toMatchObject({ state: 'unchanged', yearlySaving: 0 });
	});

	it('says no year of payback beyond thirty', () => {
		const { result } = payback({ ...question, cost: every([[year(2024), 1_000]]) });
		expect(result).toMatchObject({ state: 'saves', years: 200, breakEven: null });
	});
});

describe('what cannot be known', () => {
	it('is said when the year after is not over, and known when it is', () => {
		const early = { ...question, isEnded: true, ledger: { ...question.ledger, to: monthFrom(2025, 11) } };
		expect(payback(early).result).toEqual({ state: 'tooEarly', knownAfter: '2025-12', before: 360 });
	});

	it('is said when the ledger does not reach back', () => {
		const late = { ...question, ledger: { ...question.ledger, from: monthFrom(2023, 3) } };
		expect(payback(late).result).toEqual({ state: 'noBefore', missing: 2 });
	});

	it('is said while rows still come, until the reader says that it is over', () => {
		const going = { ...question, ledger: { ...question.ledger, to: monthFrom(2025, 2) } };
		expect(payback(going).result).toEqual({ state: 'goingOn' });
		expect(payback({ ...going, isEnded: true }).result.state).toBe('tooEarly');
		expect(payback({ ...going, ledger: { ...going.ledger, to: monthFrom(2025, 3) } }).result.state).toBe(
			'tooEarly'
		);
	});

	it('is said of what is on no system, and of what cost nothing', () => {
		expect(payback({ ...question, running: null }).result).toEqual({ state: 'noSystem' });
		expect(payback({ ...question, cost: new Map() }).result).toEqual({ state: 'noCost' });
	});
});

const months = fc
	.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }))
	.map(([start, length]) => ({
		from: monthPlus(monthFrom(2020, 1), start),
		to: monthPlus(monthFrom(2020, 1), start + length)
	}));
const amounts = fc
	.array(fc.integer({ min: -1_000_000, max: 5_000_000 }), { minLength: 130, maxLength: 130 })
	.map((list) => new Map(list.map((ore, index) => [monthPlus(monthFrom(2015, 1), index), ore])));
const questions = fc.record({
	span: months,
	isEnded: fc.constant(true),
	compared: fc.constantFrom(12 as const, 24 as const, 36 as const),
	ledger: fc.constant({ from: monthFrom(2015, 1), to: monthFrom(2030, 12) }),
	cost: amounts,
	running: amounts
});

describe('always', () => {
	it('savings of the months compared sum to before less after, and payback × saving is the cost', () => {
		fc.assert(
			fc.property(questions, (asked) => {
				const { cost, result, after } = payback(asked);
				if (result.state !== 'saves' && result.state !== 'dearer') return;
				const at = (month: Month) => result.months.find((one) => one.month === month)?.left ?? NaN;
				expect(at(asked.span.to)).toBe(cost);
				expect(at(asked.span.to) - at(after.to)).toBe(result.before - result.after);
				expect(Math.round((result.yearlySaving * asked.compared) / 12)).toBe(result.before - result.after);
				if (result.state === 'saves') expect(Math.round(result.years * result.yearlySaving)).toBe(cost);
				else expect(result.yearlySaving).toBeLessThan(0);
			})
		);
	});

	it('a month is set against the same month of the year, before the development', () => {
		fc.assert(
			fc.property(questions, fc.integer({ min: 0, max: 60 }), ({ span, compared }, later) => {
				const month = monthPlus(span.to, later + 1);
				const then = comparedTo(month, span, compared);
				const { before } = comparedPeriods(span, compared);
				expect(then.slice(5)).toBe(month.slice(5));
				expect(then >= before.from && then <= before.to).toBe(true);
			})
		);
	});

	it('break-even is no earlier the more it cost', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (ore, more) => {
				const monthOf = (cost: number) => {
					const { result } = payback({ ...question, cost: new Map([[monthFrom(2024, 6), cost]]) });
					return result.state === 'saves' ? (result.breakEven?.month ?? '9999') : '';
				};
				expect(monthOf(ore) <= monthOf(ore + more)).toBe(true);
			})
		);
	});
});

const cost = (
	project: string | null,
	system: string | null,
	month: Month,
	amount: number
): DevelopmentCost => ({
	unit: 'Kulturnämnden',
	project,
	system,
	supplier: 'A AB',
	month,
	amount
});
const usual = choiceFromUrl(new URLSearchParams());

/** P1 in 2024: 100 on S-1, 30 on S-2 and 5 on no system. P2: 40 on S-1. S-0 was replaced by S-1. */
const facts: DevelopmentFacts = {
	ledger: question.ledger,
	costs: [
		cost('P1', 'S-1', monthFrom(2024, 1), 100),
		cost('P1', 'S-2', monthFrom(2024, 6), 30),
		cost('P1', null, monthFrom(2024, 12), 5),
		cost('P2', 'S-1', monthFrom(2024, 5), 40),
		cost(null, null, monthFrom(2024, 5), 7)
	],
	running: [
		{ system: 'S-0', month: monthFrom(2023, 5), running: 50, unknown: 0 },
		{ system: 'S-1', month: monthFrom(2023, 5), running: 10, unknown: 3 },
		{ system: 'S-1', month: monthFrom(2025, 5), running: 15, unknown: 0 },
		{ system: 'S-2', month: monthFrom(2025, 5), running: 4, unknown: 2 },
		{ system: 'S-9', month: monthFrom(2025, 5), running: 999, unknown: 999 }
	],
	register: [
		{ system: 'S-0', name: 'Gamla', replacedBy: 'Nya' },
		{ system: 'S-1', name: 'Nya', replacedBy: null },
		{ system: 'S-2', name: 'Andra', replacedBy: null }
	]
};

describe('a development of the ledger', () => {
	const all = developments(facts.costs, 'project');
	const [first] = all;
	if (!first) throw new Error('P1 is a development.');

	it('is a project code with its months, kronor, systems and suppliers', () => {
		expect(all.map(({ key }) => key)).toEqual(['P1', 'P2']);
		expect(first).toMatchObject({
			span: year(2024),
			cost: 135,
			systems: [
				{ system: 'S-1', amount: 100 },
				{ system: 'S-2', amount: 30 },
				{ system: null, amount: 5 }
			],
			suppliers: ['A AB']
		});
		expect(developments(facts.costs, 'system').map(({ key, cost: ore }) => [key, ore])).toEqual([
			['S-1', 140],
			['S-2', 30]
		]);
	});

	it('is set against the running cost of all its systems and those they replaced', () => {
		const counted = countDevelopment(first, usual, facts);
		expect(counted.systems).toEqual(['S-1', 'S-2', 'S-0']);
		expect(counted.payback.result).toMatchObject({ state: 'saves', before: 60, after: 19, yearlySaving: 41 });
		expect(counted).toMatchObject({ onNoSystem: 5, leftOut: 0, unknownBefore: 3, unknownAfter: 2 });
		expect(counted).toMatchObject({ allDevelopment: 170, ownOfAll: 130 });
	});

	it('counts one of its systems alone, and says what that leaves out', () => {
		const counted = countDevelopment(first, { ...usual, system: 'S-2' }, facts);
		expect(counted.systems).toEqual(['S-2']);
		expect(counted.payback.cost).toBe(30);
		expect(counted).toMatchObject({ leftOut: 105, onNoSystem: 0 });
		expect(counted.payback.result).toMatchObject({ state: 'dearer', before: 0, after: 4 });
	});

	it('counts the months that the reader chooses', () => {
		const counted = countDevelopment(first, { ...usual, to: monthFrom(2024, 6) }, facts);
		expect(counted.payback.cost).toBe(130);
		expect(counted.leftOut).toBe(5);
		expect(counted.payback.after).toEqual({ from: monthFrom(2024, 7), to: monthFrom(2025, 6) });
	});

	it('is told before those whose answer is not known', () => {
		const open = { ...facts, ledger: { ...facts.ledger, to: monthFrom(2024, 12) } };
		const known = countDevelopment(first, usual, facts);
		expect(endedFirst([countDevelopment(first, usual, open), known])[0]).toBe(known);
	});
});

it('a chain of replaced systems is followed to its end, and a ring ends', () => {
	const register = [
		{ system: 'A', name: 'Ett', replacedBy: 'B' },
		{ system: 'B', name: 'Två', replacedBy: 'tre ' },
		{ system: 'C', name: 'Tre', replacedBy: 'A' }
	];
	expect(replacedBy(['C'], register)).toEqual(['B', 'A']);
	expect(replacedBy(['X'], register)).toEqual([]);
});

it('an address that cannot be read chooses nothing', () => {
	expect(choiceFromUrl(new URLSearchParams('start=2024-13&slut=nyss&jamfort=13'))).toEqual(usual);
	expect(choiceFromUrl(new URLSearchParams('start=2024-03&jamfort=24&pa=S-1'))).toEqual({
		from: '2024-03',
		to: null,
		compared: 24,
		system: 'S-1'
	});
});
