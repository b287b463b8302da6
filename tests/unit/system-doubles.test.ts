// Which systems may do the same thing, by names and förmågor that a person can check.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { isSimilarName } from '$lib/domain/similar-name';
import { costBesideLargest, systemDoubles, type DoubledSystem } from '$lib/domain/system-doubles';
import { isWholeVerdict, standingVerdicts, type SystemVerdict } from '$lib/domain/system-verdict';

const today = parseIsoDay('2026-11-23');
if (!today) throw new Error('no day');

const system = (id: string, more: Partial<DoubledSystem> = {}): DoubledSystem => ({
	system_id: id,
	name: null,
	unit: null,
	used_by: null,
	shared: null,
	capabilities: null,
	supplier_key: null,
	products: null,
	life_cycle: 'drift',
	in_use_from: null,
	retired_from: null,
	amount: null,
	...more
});
const found = (...systems: DoubledSystem[]) => systemDoubles(systems, today);

test('a local system beside a shared one comes before a dearer pair of local ones', () => {
	const groups = found(
		system('A', {
			name: 'Lärstigen',
			capabilities: 'F-1',
			shared: 'ja',
			unit: 'UBN',
			used_by: 'UBN|HSD',
			amount: 900
		}),
		system('B', { name: 'Elevguiden', capabilities: 'F-1', shared: 'nej', unit: 'HSD', amount: 80 }),
		system('C', { name: 'Salongen', capabilities: 'F-2', shared: 'nej', unit: 'KUN', amount: 500 }),
		system('D', { name: 'Lokalbok', capabilities: 'F-2', shared: 'nej', unit: 'FSN', amount: 400 })
	);
	expect(groups.map(({ key }) => key)).toEqual(['formaga:F-1', 'formaga:F-2']);
	expect(groups[0]?.pairs[0]).toMatchObject({
		key: 'A|B',
		reasons: ['förmåga'],
		units: ['HSD'],
		localBesideShared: true,
		smaller: 80,
		first: { system_id: 'A' },
		second: { system_id: 'B' }
	});
	expect(groups[1]?.pairs[0]).toMatchObject({ units: [], localBesideShared: false, smaller: 400 });
});

test('what is planned, ended or retired is no double, and a shared one that is being introduced is not for all', () => {
	const own = system('A', { capabilities: 'F-1', unit: 'UBN' });
	expect(found(own, system('B', { capabilities: 'F-1', life_cycle: 'planerad' }))).toEqual([]);
	expect(found(own, system('B', { capabilities: 'F-1', retired_from: parseIsoDay('2026-11-23') }))).toEqual(
		[]
	);
	const [group] = found(
		own,
		system('B', { capabilities: 'F-1', shared: 'ja', life_cycle: 'införs', unit: 'KS' })
	);
	expect(group?.pairs[0]).toMatchObject({ localBesideShared: false, units: [] });
});

test('a supplier alone makes no double, but the same product does, and the supplier tells more of one that is', () => {
	const a = system('A', { supplier_key: '1', capabilities: 'F-1' });
	expect(found(a, system('B', { supplier_key: '1', capabilities: 'F-2' }))).toEqual([]);
	const [group] = found(a, system('B', { supplier_key: '1', capabilities: 'F-1' }));
	expect(group?.pairs[0]?.reasons).toEqual(['förmåga', 'produkt']);
	const [pair] = found(system('A', { products: 'Pax' }), system('B', { products: 'Qvist|Pax' }));
	expect(pair).toMatchObject({ key: 'par:A|B', capability: null, pairs: [{ reasons: ['produkt'] }] });
});

test('kronor that nobody knows are never counted as none', () => {
	const [group] = found(
		system('A', { capabilities: 'F-1', amount: 300 }),
		system('B', { capabilities: 'F-1', amount: 200 }),
		system('C', { capabilities: 'F-1' })
	);
	expect(group?.systems.map(({ system_id: id }) => id)).toEqual(['A', 'B', 'C']);
	expect(group?.pairs.map(({ smaller }) => smaller)).toEqual([200, null, null]);
	expect(group && costBesideLargest(group)).toEqual({ ore: 200, partly: true });
});

test('names are alike but for versions, accents and the definite ending', () => {
	expect(isSimilarName('Kontorspaketet', 'Skolans kontorspaket')).toBe(true);
	expect(isSimilarName('Procapita 2', 'PROCAPITA')).toBe(true);
	expect(isSimilarName('Éla', 'ela')).toBe(true);
	expect(isSimilarName('Lokalbok', 'Aulabok')).toBe(false);
	expect(isSimilarName('Betygssikten', 'Klassrumssikten')).toBe(false);
	expect(isSimilarName('System 2', 'System 3')).toBe(false);
});

test('likeness of names goes both ways', () => {
	const name = fc
		.array(fc.constantFrom('Lärstig', 'Lärstigen', 'Skola', '2', 'system', 'Navet'))
		.map((words) => words.join(' '));
	fc.assert(fc.property(name, name, (a, b) => isSimilarName(a, b) === isSimilarName(b, a)));
});

test('every pair has a reason and stands once in its group, whatever the order of the register', () => {
	const any = fc.record({
		capabilities: fc.constantFrom(null, 'F-1', 'F-2', 'F-1|F-2'),
		name: fc.constantFrom(null, 'Lärstigen', 'Lärstig', 'Navet'),
		shared: fc.constantFrom(null, 'ja', 'nej'),
		amount: fc.option(fc.integer({ min: -100, max: 1000 }))
	});
	fc.assert(
		fc.property(fc.array(any, { maxLength: 8 }), (drawn) => {
			const systems = drawn.map((one, index) => system(`S-${index}`, one));
			const groups = systemDoubles(systems, today);
			for (const { pairs } of groups) {
				expect(new Set(pairs.map(({ key }) => key)).size).toBe(pairs.length);
				for (const { reasons } of pairs) expect(reasons.length).toBeGreaterThan(0);
			}
			const keys = (some: typeof groups) => some.map(({ key }) => key).sort();
			expect(keys(systemDoubles(systems.toReversed(), today))).toEqual(keys(groups));
		})
	);
});

const said = (
	id: number,
	verdict: SystemVerdict['verdict'],
	replaced: string | null = null
): SystemVerdict => ({
	id,
	kind: 'dubblett',
	systems: ['A', 'B'],
	name: 'A bredvid B',
	verdict,
	replaced,
	reason: 'Ett skäl som räcker',
	author: 'Maja',
	created: '2026-11-23T10:00:00Z'
});

test('the latest verdict stands until it is taken back, and only a replacement says who goes', () => {
	expect(standingVerdicts([said(1, 'utred'), said(2, 'ersatt', 'B')]).get('dubblett A|B')?.id).toBe(2);
	expect(standingVerdicts([said(1, 'utred'), said(2, null)]).size).toBe(0);
	expect(isWholeVerdict(said(1, 'ersatt', 'B'))).toBe(true);
	expect(isWholeVerdict(said(1, 'ersatt'))).toBe(false);
	expect(isWholeVerdict(said(1, 'ersatt', 'C'))).toBe(false);
	expect(isWholeVerdict(said(1, 'utred', 'B'))).toBe(false);
	expect(isWholeVerdict(said(1, 'tolerera'))).toBe(false);
	expect(isWholeVerdict({ ...said(1, 'tolerera'), kind: 'livscykel', systems: ['A'] })).toBe(true);
});
