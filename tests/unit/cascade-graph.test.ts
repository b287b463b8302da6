import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadeGraph, graphColumns, pathsThrough } from '$lib/domain/cascade-graph';
import { dependencyCascade, type CascadeSystem } from '$lib/domain/dependency-cascade';

const cascadeOf = (systems: readonly Partial<CascadeSystem>[]) =>
	dependencyCascade(
		new Set(['X']),
		systems.map((_, place) => ({ system_ref: `S-${place}`, unit: 'A', amount: 100 + place })),
		systems.map((said, place) => ({
			system_id: `S-${place}`,
			name: `System ${place}`,
			unit: null,
			used_by: null,
			supplier_key: null,
			contract_ids: null,
			capabilities: null,
			criticality: null,
			users: null,
			...said
		})),
		new Set(),
		new Map()
	);
const limits = { system: 12, capability: 12, unit: 12 };
const anySystem = fc.record({
	capabilities: fc.option(fc.constantFrom('F-1', 'F-2', 'F-1|F-3')),
	used_by: fc.option(fc.constantFrom('A', 'B|C', 'A|D')),
	criticality: fc.option(fc.constantFrom('samhällsviktig', 'låg'))
});

describe('the graph of a chain', () => {
	it('groups what does not fit, so that 150 systems stay readable', () => {
		const graph = cascadeGraph(cascadeOf(Array.from({ length: 150 }, () => ({}))), 'Norrvik', limits);
		const systems = graph.nodes.filter(({ column }) => column === 'system');
		expect(systems).toHaveLength(13);
		expect(systems.at(-1)).toMatchObject({ kind: 'rest', count: 138 });
		expect(graph.rows).toBe(13);
	});
	it('names links that nobody knows', () => {
		const graph = cascadeGraph(cascadeOf([{ used_by: 'A' }]), 'Norrvik', limits);
		expect(graph.nodes.filter(({ kind }) => kind === 'unknown')).toMatchObject([
			{ column: 'capability', count: 1, amount: 100 }
		]);
		expect([...pathsThrough(graph, 'unit A')]).toHaveLength(4);
	});
	it('holds every system and all kronor, and joins neighbouring columns only', () => {
		fc.assert(
			fc.property(fc.array(anySystem, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (said, limit) => {
				const cascade = cascadeOf(said);
				const graph = cascadeGraph(cascade, 'Norrvik', { system: limit, capability: limit, unit: limit });
				const systems = graph.nodes.filter(({ column }) => column === 'system');
				expect(systems.reduce((sum, { count }) => sum + count, 0)).toBe(cascade.systems.length);
				expect(systems.reduce((sum, { amount }) => sum + (amount ?? 0), cascade.outside)).toBe(cascade.total);
				const columns = new Map(graph.nodes.map(({ key, column }) => [key, graphColumns.indexOf(column)]));
				for (const { from, to } of graph.edges)
					expect((columns.get(to) ?? 9) - (columns.get(from) ?? 9)).toBe(1);
			})
		);
	});
});
