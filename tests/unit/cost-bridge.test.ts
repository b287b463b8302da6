import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeSteps, costBridge, type BridgeStep, type LicenceEffect } from '$lib/domain/cost-bridge';
import type { ComparedCell } from '$lib/domain/purchase';

const cell = (part: Partial<ComparedCell>): ComparedCell => ({
	supplier: 'Alfa',
	contract: 'A-1',
	system: null,
	kind: 'Drift',
	unit: 'Skola',
	inside: true,
	now: 0,
	before: 0,
	rowsNow: part.now ? 1 : 0,
	rowsBefore: part.before ? 1 : 0,
	...part
});
/** The steps that are not zero. */
const told = (cells: readonly ComparedCell[], effects?: readonly LicenceEffect[]) =>
	Object.fromEntries(Object.entries(costBridge(cells, effects).steps).filter(([, ore]) => ore !== 0));

describe('what a change consists of', () => {
	it('is new where the supplier had no cost, and ended where it has none', () => {
		expect(told([cell({ supplier: 'Ny', now: 500 }), cell({ supplier: 'Borta', before: 300 })])).toEqual({
			new: 500,
			ended: -300
		});
	});

	it('is a new or ended contract where the supplier goes on', () => {
		expect(
			told([
				cell({ now: 100, before: 90 }),
				cell({ contract: 'A-2', now: 40 }),
				cell({ contract: 'A-3', before: 70 })
			])
		).toEqual({ other: 10, newTie: 40, endedTie: -70 });
	});

	it('is not divided where the ledger names no supplier, or neither contract nor system', () => {
		expect(
			told([
				cell({ supplier: null, now: 100 }),
				cell({ contract: null, kind: 'Konsult', now: 30 }),
				cell({ now: 5, before: 5 })
			])
		).toEqual({ other: 130 });
	});

	it('knows a cost by its rows, even where they sum to zero', () => {
		expect(told([cell({ now: 100, before: 0, rowsBefore: 2 })])).toEqual({ other: 100 });
	});

	it('is nothing of the city when a purchase moves from one nämnd to another', () => {
		const bridge = costBridge([cell({ unit: 'Social', before: 120 }), cell({ now: 120 })]);
		expect(bridge.steps.moved).toBe(0);
		expect(bridge.moves).toMatchObject([{ from: { unit: 'Social' }, to: { unit: 'Skola' }, ore: 120 }]);
	});

	it('comes from another nämnd where the filter keeps one of them, and the rest is new', () => {
		expect(told([cell({ unit: 'Social', inside: false, before: 120 }), cell({ now: 150 })])).toEqual({
			moved: 120,
			new: 30
		});
	});

	it('is no move when both nämnder go on, one with less and one with more', () => {
		const cells = [
			cell({ unit: 'Social', inside: false, now: 50, before: 100 }),
			cell({ now: 90, before: 40 })
		];
		expect(told(cells)).toEqual({ other: 50 });
	});

	it('moves between kostnadsslag in one nämnd, but never between contracts', () => {
		expect(told([cell({ kind: 'Konsult', inside: false, before: 80 }), cell({ now: 80 })])).toEqual({
			moved: 80
		});
		expect(
			told([cell({ contract: 'A-2', unit: 'Social', inside: false, before: 80 }), cell({ now: 80 })])
		).toEqual({ new: 80 });
	});

	it('is volume and price as the licence table tells, unscaled, and the rest is not divided', () => {
		const licences = [
			cell({ kind: 'Licens/SaaS', now: 1_000, before: 600 }),
			cell({ kind: 'Licens/SaaS', contract: 'A-2', now: 100 })
		];
		const effects = [{ supplier: 'Alfa', volume: 350, price: 200 }];
		expect(told(licences, effects)).toEqual({ volume: 350, price: 200, other: -50 });
		expect(costBridge(licences, effects).lines.other).toMatchObject([
			{ tie: { of: 'any' }, now: 1_100, before: 600, ore: -50 }
		]);
	});

	it('leaves the licence table aside where the ledger has no licence cost in both spans', () => {
		const effects = [{ supplier: 'Alfa', volume: 350, price: 200 }];
		expect(told([cell({ kind: 'Licens/SaaS', now: 900 })], effects)).toEqual({ new: 900 });
		expect(told([cell({ now: 900, before: 100 })], effects)).toEqual({ other: 800 });
	});
});

const anyAmount = fc.integer({ min: -500, max: 500 });
const anyCell: fc.Arbitrary<ComparedCell> = fc
	.record({
		supplier: fc.constantFrom('A', 'B', 'C', null),
		contract: fc.constantFrom('1', '2', null),
		system: fc.constantFrom('s', null),
		kind: fc.constantFrom('Drift', 'Licens/SaaS'),
		unit: fc.constantFrom('X', 'Y', 'Z', null),
		now: anyAmount,
		before: anyAmount,
		rowsNow: fc.integer({ min: 0, max: 2 }),
		rowsBefore: fc.integer({ min: 0, max: 2 })
	})
	.map((found) => ({
		...found,
		inside: found.unit !== 'Z',
		now: found.rowsNow ? found.now : 0,
		before: found.rowsBefore ? found.before : 0
	}));
const anyCells = fc.array(anyCell, { maxLength: 25 });
const anyEffects = fc.uniqueArray(
	fc.record({ supplier: fc.constantFrom('A', 'B', 'C'), volume: anyAmount, price: anyAmount }),
	{ selector: ({ supplier }) => supplier }
);
const sum = (ores: readonly number[]) => ores.reduce((total, ore) => total + ore, 0);
const opposite: Readonly<Record<BridgeStep, BridgeStep>> = {
	ended: 'new',
	endedTie: 'newTie',
	new: 'ended',
	newTie: 'endedTie',
	moved: 'moved',
	volume: 'volume',
	price: 'price',
	other: 'other'
};
const swapped = (cells: readonly ComparedCell[]): ComparedCell[] =>
	cells.map((own) => ({
		...own,
		now: own.before,
		before: own.now,
		rowsNow: own.rowsBefore,
		rowsBefore: own.rowsNow
	}));
/** -0 is 0. */
const plain = (ore: number) => ore + 0;

describe('any rows at all', () => {
	it('have steps that are the difference to the öre, and purchases that are their step', () => {
		fc.assert(
			fc.property(anyCells, anyEffects, (cells, effects) => {
				const bridge = costBridge(cells, effects);
				const kept = cells.filter(({ inside }) => inside);
				expect(bridge.now).toBe(sum(kept.map(({ now }) => now)));
				expect(bridge.before).toBe(sum(kept.map(({ before }) => before)));
				expect(sum(Object.values(bridge.steps))).toBe(bridge.now - bridge.before);
				for (const step of bridgeSteps.filter((name) => name !== 'moved'))
					expect(sum(bridge.lines[step].map(({ ore }) => ore))).toBe(plain(bridge.steps[step]));
				const over = bridge.moves.map(({ from, to, ore }) => (Number(to.inside) - Number(from.inside)) * ore);
				expect(plain(sum(over))).toBe(plain(bridge.steps.moved));
			})
		);
	});

	it('mirror new and ended, and turn every sign, when the spans change places', () => {
		fc.assert(
			fc.property(anyCells, (cells) => {
				const [there, back] = [costBridge(cells), costBridge(swapped(cells))];
				for (const step of bridgeSteps)
					expect(plain(back.steps[opposite[step]])).toBe(plain(-there.steps[step]));
				const movesThere = there.moves.map(({ from, to, ore }) => [
					from.unit,
					to.unit,
					from.kind,
					to.kind,
					ore
				]);
				const movesBack = back.moves.map(({ from, to, ore }) => [
					to.unit,
					from.unit,
					to.kind,
					from.kind,
					ore
				]);
				const ordered = (moves: unknown[][]) => moves.map((move) => JSON.stringify(move)).sort();
				expect(ordered(movesBack)).toEqual(ordered(movesThere));
			})
		);
	});

	it('that only move between nämnder are a move and nothing else', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(
						fc.constantFrom('A', 'B'),
						fc.constantFrom('1', '2', null),
						fc.integer({ min: 1, max: 500 })
					),
					{
						minLength: 1
					}
				),
				fc.boolean(),
				(purchases, inside) => {
					const cells = purchases.flatMap(([supplier, contract, ore]) => [
						cell({ supplier, contract, unit: 'X', before: ore, inside }),
						cell({ supplier, contract, unit: 'Y', now: ore })
					]);
					const { steps, moves } = costBridge(cells);
					const whole = sum(purchases.map(([, , ore]) => ore));
					expect(sum(moves.map(({ ore }) => ore))).toBe(whole);
					for (const step of bridgeSteps)
						expect(plain(steps[step])).toBe(step === 'moved' && !inside ? whole : 0);
				}
			)
		);
	});

	it('say the same in any order', () => {
		fc.assert(
			fc.property(
				anyCells.chain((cells) =>
					fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length }))
				),
				anyEffects,
				([cells, shuffled], effects) => {
					expect(costBridge(shuffled, effects)).toEqual(costBridge(cells, effects));
				}
			)
		);
	});
});
