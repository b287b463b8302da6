// The map of systems: every cell in one state, kronor to the öre, and what is on no row of it told beside.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageStates } from '$lib/domain/capability-coverage';
import { parseIsoDay } from '$lib/domain/day';
import {
	capabilityFinder,
	needCount,
	stateCounts,
	systemMap,
	withParts,
	type MapFacts,
	type MapUnit
} from '$lib/domain/system-map';

const day = (iso: string) => {
	const read = parseIsoDay(iso);
	if (!read) throw new Error(`${iso} is no day.`);
	return read;
};
const today = day('2026-08-31');
const capability = (capability_id: string, of: Partial<MapFacts['capabilities'][number]> = {}) => ({
	capability_id,
	name: `Förmåga ${capability_id}`,
	parent: null,
	needed_by: null,
	not_needed_by: null,
	...of
});
const system = (system_id: string, of: Partial<MapFacts['systems'][number]> = {}) => ({
	system_id,
	unit: null,
	used_by: null,
	shared: null,
	capabilities: null,
	life_cycle: 'drift',
	in_use_from: null,
	retired_from: null,
	...of
});
const unit = (name: string, of: Partial<MapUnit> = {}): MapUnit => ({
	unit: name,
	code: null,
	unit_type: 'nämnd',
	valid_from: null,
	valid_to: null,
	...of
});
const cost = (system_id: string, name: string | null, amount: number, row_count = 1) => ({
	system_id,
	unit: name,
	amount,
	row_count
});

test('a förmåga is meant by its id exactly, or by its name whatever its case, where only one has that name', () => {
	const find = capabilityFinder([
		{ capability_id: 'F-1', name: 'Lön' },
		{ capability_id: 'F-2', name: 'Kartor' },
		{ capability_id: 'F-3', name: 'kartor' },
		{ capability_id: 'lön', name: 'Annat' }
	]);
	expect(find('F-1')).toBe('F-1');
	expect(find('LÖN')).toBe('F-1');
	// An id wins over a name.
	expect(find('lön')).toBe('lön');
	expect(find('Kartor')).toBeNull();
	expect(find('f-2')).toBeNull();
});

test('a system of two förmågor counts in the row of each, and once in the total; what is on no row is told beside', () => {
	const map = systemMap(
		{
			capabilities: [capability('F-1', { needed_by: 'Skola' }), capability('F-2', { needed_by: 'Kultur' })],
			systems: [
				system('S-1', { capabilities: 'F-1|F-2', unit: 'Skola' }),
				system('S-2', { capabilities: 'Förmåga f-2', unit: 'Kultur', life_cycle: 'avvecklad' }),
				system('S-3', { capabilities: 'Bad', unit: 'Kultur' }),
				system('S-4', { unit: 'Kultur' })
			],
			units: [unit('Skola'), unit('Kultur')],
			costs: [
				cost('S-1', 'Skola', 10_050),
				cost('S-1', null, 200),
				cost('S-2', 'Kultur', 1_001),
				cost('S-3', 'Kultur', 300),
				cost('S-9', 'Skola', 7)
			]
		},
		{ today }
	);
	expect(map.rows.map(({ amount }) => amount)).toEqual([10_250, 11_251]);
	expect(map.placed.amount).toBe(11_251);
	expect(map.unplaced).toMatchObject({ amount: 300, rowCount: 1 });
	expect(map.unplaced.systems.map(({ system_id }) => system_id)).toEqual(['S-3', 'S-4']);
	expect(map.unlisted).toEqual([{ word: 'Bad', systems: ['S-3'], amount: 300, rowCount: 1 }]);
	expect(map.unregistered).toEqual({ systems: ['S-9'], amount: 7, rowCount: 1 });
	expect(map.total).toEqual({ amount: 11_558, rowCount: 5 });
	// What was paid for a system that has ended is in its row; it covers nothing.
	const culture = map.rows[1]?.cells.find((cell) => cell.unit === 'Kultur');
	expect(culture).toMatchObject({ amount: 1_001, coverage: { state: 'hål' } });
	// Kultur pays nothing for S-1: unknown, not 0.
	expect(map.rows[0]?.cells.find((cell) => cell.unit === 'Kultur')?.amount).toBeNull();
});

test('columns are the nämnder in use that are no companies, and any that a need, a system or kronor name', () => {
	const facts: MapFacts = {
		capabilities: [capability('F-1', { needed_by: 'Hamn AB|Ny' })],
		systems: [
			system('S-1', { unit: 'Vatten AB' }),
			system('S-2', { unit: 'Slut AB', life_cycle: 'avvecklad' })
		],
		units: [
			unit('Skola'),
			unit('Gammal', { valid_to: day('2025-12-31') }),
			unit('Betalar', { valid_to: day('2025-12-31') }),
			unit('Sista dagen', { valid_to: today }),
			unit('Hamn AB', { unit_type: 'bolag' }),
			unit('Vatten AB', { unit_type: 'bolag' }),
			unit('Slut AB', { unit_type: 'bolag' }),
			unit('Energi AB', { unit_type: 'bolag' })
		],
		costs: [cost('S-1', 'Betalar', 1), cost('S-1', 'Energi AB', 1)]
	};
	const names = systemMap(facts, { today }).units.map((one) => one.unit);
	expect(names).toEqual(['Skola', 'Betalar', 'Sista dagen', 'Hamn AB', 'Vatten AB', 'Ny']);
	const seen = systemMap(facts, { today, sees: (one) => one === 'Skola' });
	expect(seen.units.map((one) => one.unit)).toEqual(['Skola']);
	expect(seen.total.amount).toBeNull();
});

test('a förmåga that only gathers its parts is in no count; a ring of parents hides nothing', () => {
	const map = systemMap(
		{
			capabilities: [
				capability('F-10', { parent: 'F-2' }),
				capability('F-2', { not_needed_by: 'Skola' }),
				capability('F-3', { parent: 'F-2', needed_by: 'Skola' }),
				capability('R-1', { parent: 'R-2' }),
				capability('R-2', { parent: 'R-1' }),
				capability('O-1', { parent: 'finns inte' })
			],
			systems: [],
			units: [unit('Skola')],
			costs: []
		},
		{ today }
	);
	expect(
		map.rows.map(({ capability: { capability_id: id }, level, counted }) => [id, level, counted])
	).toEqual([
		['F-2', 0, false],
		['F-3', 1, true],
		['F-10', 1, true],
		['O-1', 0, true],
		['R-1', 0, true],
		['R-2', 0, true]
	]);
	expect(map.counts).toMatchObject({ hål: 1, 'inget behov': 1, okänt: 3 });
	expect(needCount(map.counts)).toBe(4);
	expect(withParts(map.rows, 'F-2').map(({ capability: { capability_id: id } }) => id)).toEqual([
		'F-2',
		'F-3',
		'F-10'
	]);
});

const names = ['Skola', 'Kultur', 'Miljö'];
const ids = ['F-1', 'F-2', 'F-3'];
const some = (words: readonly string[]) =>
	fc.subarray([...words]).map((chosen) => (chosen.length ? chosen.join('|') : null));
const anyFacts = fc.record({
	capabilities: fc.tuple(
		...ids.map((id, place) =>
			fc.record({
				capability_id: fc.constant(id),
				name: fc.constant(`Namn ${id}`),
				parent: fc.constantFrom(null, ...ids.slice(0, place)),
				needed_by: some(names),
				not_needed_by: some(names)
			})
		)
	),
	systems: fc
		.array(
			fc.record({
				unit: fc.constantFrom(null, ...names),
				used_by: some(names),
				shared: fc.constantFrom(null, 'ja', 'nej'),
				capabilities: some([...ids, 'Namn F-1', 'Okänd']),
				life_cycle: fc.constantFrom(null, 'drift', 'avvecklad', 'planerad', 'införs'),
				in_use_from: fc.constant(null),
				retired_from: fc.constantFrom(null, today)
			}),
			{ maxLength: 6 }
		)
		.map((systems) => systems.map((one, place) => ({ ...one, system_id: `S-${place}` }))),
	units: fc.constant(names.map((name) => unit(name))),
	costs: fc.array(
		fc.record({
			system_id: fc.constantFrom('S-0', 'S-1', 'S-2', 'S-9'),
			unit: fc.constantFrom(null, ...names),
			amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
			row_count: fc.constant(1)
		}),
		{ maxLength: 12 }
	)
});

test('every cell is in exactly one state, and a hole never where no need is stated', () => {
	fc.assert(
		fc.property(anyFacts, (facts) => {
			const map = systemMap(facts, { today });
			const cells = map.rows.flatMap((row) => row.cells);
			expect(cells).toHaveLength(map.rows.filter(({ counted }) => counted).length * names.length);
			const counts = stateCounts(cells);
			expect(coverageStates.reduce((sum, state) => sum + counts[state], 0)).toBe(cells.length);
			for (const row of map.rows)
				for (const { unit: name, coverage } of row.cells)
					if (coverage.state === 'hål') expect(row.capability.needed_by?.split('|')).toContain(name);
		})
	);
});

test('the total is every row of the ledger once, and the cells and rows without a nämnd sum to their row', () => {
	fc.assert(
		fc.property(anyFacts, (facts) => {
			const map = systemMap(facts, { today });
			const sum = (amounts: readonly (number | null)[]) =>
				amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
			expect(map.total.amount ?? 0).toBe(sum(facts.costs.map(({ amount }) => amount)));
			expect(sum([map.placed.amount, map.unplaced.amount, map.unregistered.amount])).toBe(
				map.total.amount ?? 0
			);
			for (const row of map.rows.filter(({ counted }) => counted)) {
				const own = row.systems.map(({ system_id }) => system_id);
				const nameless = facts.costs.filter((one) => one.unit === null && own.includes(one.system_id));
				expect(sum(row.cells.map(({ amount }) => amount)) + sum(nameless.map(({ amount }) => amount))).toBe(
					row.amount ?? 0
				);
			}
		})
	);
});
