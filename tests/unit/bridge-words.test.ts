import { describe, expect, it } from 'vitest';
import { placedBars } from '$lib/charts/bridge-bars';
import { noFilters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import type { BridgeStep } from '$lib/domain/cost-bridge';
import { bridgeLead, comparedWords } from '$lib/text/bridge';
import { largestOf } from '../../src/routes/(app)/kostnader/forandring/parts/largest-of';
import {
	rankedChanges,
	type NamedCell
} from '../../src/routes/(app)/kostnader/forandring/parts/ranked-changes';

const mnkr = (amount: number) => Math.round(amount * 100_000_000);
const period = { from: monthFrom(2026, 1), to: monthFrom(2026, 8) };
const compared = { from: monthFrom(2025, 1), to: monthFrom(2025, 8) };
const today = '2026-09-01';
const step = (name: BridgeStep, amount: number, largest: string | null = null) => ({
	step: name,
	ore: mnkr(amount),
	largest
});
const said = (
	now: number,
	before: number,
	steps: ReturnType<typeof step>[],
	against: Parameters<typeof comparedWords>[0] = { kind: 'yearBefore' },
	filters = noFilters
) => {
	const words = comparedWords(against, { period, compared, filters, today });
	const input = {
		now: mnkr(now),
		before: mnkr(before),
		steps,
		filters,
		period,
		words,
		today,
		unit: 'mnkr' as const
	};
	const lead = bridgeLead(input);
	return (lead.before + lead.figure + lead.after).replaceAll('\u00a0', ' ');
};

describe('the sentence about a change', () => {
	it('tells the cost, the change, and what it comes from', () => {
		expect(
			said(162.1, 152.7, [step('new', 5.1, 'Nordvinge Data AB'), step('price', 1.2), step('other', 3.1)])
		).toBe(
			'It kostar 162,1 mnkr jan–aug 2026, 9,4 mnkr mer än samma tid i fjol. Nytt är 5,1 mnkr, mest Nordvinge Data AB. En ökning på 3,1 mnkr går inte att dela i pris och volym. Högre priser på licenser förklarar 1,2 mnkr.'
		);
	});

	it('says at most three parts, largest first, and none below a tenth of the change', () => {
		const text = said(110, 100, [
			step('volume', 0.9),
			step('ended', -2),
			step('new', 6),
			step('price', 1.5),
			step('other', 3.6)
		]);
		expect(text).toContain('Nytt är 6,0 mnkr. En ökning på 3,6 mnkr');
		expect(text).toMatch(/Avslutat är 2,0 mnkr\.$/);
		expect(text).not.toMatch(/licenser/);
	});

	it('tells what changed although the sum is the same', () => {
		expect(said(50, 50, [step('new', 4), step('ended', -4), step('moved', 0.3)])).toMatch(
			/lika mycket som samma tid i fjol\. Nytt är 4,0 mnkr\. Avslutat är 4,0 mnkr\.$/
		);
	});

	it('names nobody twice', () => {
		const text = said(12, 10, [step('price', 1.2, 'Alfa'), step('volume', 0.8, 'Alfa')]);
		expect(text.match(/Alfa/g)).toHaveLength(1);
	});

	it('says where a move came from and went to', () => {
		expect(said(12, 10, [step('moved', 2, 'Socialnämnden')])).toMatch(
			/2,0 mnkr är flyttat hit, mest från Socialnämnden\.$/
		);
		expect(said(8, 10, [step('moved', -2, 'Socialnämnden')])).toMatch(
			/2,0 mnkr är flyttat härifrån, mest till Socialnämnden\.$/
		);
	});

	it('names the other months, or the other nämnd', () => {
		expect(said(12, 10, [], { kind: 'months', from: compared.from })).toMatch(/mer än jan–aug 2025\.$/);
		const filters = { ...noFilters, units: ['Utbildningsnämnden'] };
		expect(said(12, 10, [step('new', 2)], { kind: 'unit', unit: 'Kulturnämnden' }, filters)).toBe(
			'Utbildningsnämndens it kostar 12,0 mnkr jan–aug 2026, 2,0 mnkr mer än Kulturnämnden. Leverantörer som bara Utbildningsnämnden har är 2,0 mnkr.'
		);
	});
});

describe('the bridge as it is drawn', () => {
	it('starts each step where the one above ended, and the whole at zero', () => {
		const bar = (key: string, ore: number, look: 'known' | 'whole' = 'known') => ({
			key,
			label: key,
			ore,
			count: 1,
			look
		});
		expect(
			placedBars([bar('a', -5), bar('b', 12), bar('c', 7, 'whole')]).map(({ start, end }) => [start, end])
		).toEqual([
			[0, -5],
			[-5, 7],
			[0, 7]
		]);
	});
});

describe('who a step is mostly about', () => {
	const line = (supplier: string | null, ore: number) => ({ supplier, tie: { of: 'none' as const }, ore });
	const empty = { ended: [], endedTie: [], new: [], newTie: [], moved: [], volume: [], price: [], other: [] };
	const zero = { ended: 0, endedTie: 0, new: 0, newTie: 0, moved: 0, volume: 0, price: 0, other: 0 };

	it('is the supplier with the most in the direction of the step, all its purchases together', () => {
		const lines = { ...empty, other: [line('A', 10), line('A', -9), line('B', 4), line(null, 50)] };
		expect(largestOf({ steps: { ...zero, other: 55 }, lines, moves: [] }, 'other', (key) => key)).toBe('B');
	});
});

describe('the largest increases and decreases', () => {
	const cell = (supplier: string | null, now: number, before: number, inside = true): NamedCell => ({
		supplier,
		contract: null,
		system: null,
		kind: 'Drift',
		unit: 'Skola',
		inside,
		now,
		before,
		rowsNow: 1,
		rowsBefore: 1,
		supplier_name: supplier,
		contract_title: null,
		system_name: null
	});

	it('are sorted by kronor, without what is the same or outside the filter', () => {
		const { increases, decreases } = rankedChanges(
			[
				cell('A', 5, 0),
				cell('B', 20, 10),
				cell('B', 1, 2),
				cell('C', 3, 3),
				cell('D', 0, 7),
				cell('E', 99, 0, false)
			],
			'supplier'
		);
		expect(increases.map(({ key, change }) => [key, change])).toEqual([
			['B', 9],
			['A', 5]
		]);
		expect(decreases.map(({ key, change }) => [key, change])).toEqual([['D', -7]]);
	});
});
