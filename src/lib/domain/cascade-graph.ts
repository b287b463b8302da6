// A cascade as a layered graph with fixed columns: supplier, system, förmåga, nämnd. What does not fit is grouped, never left out.
import type { Cascade } from './dependency-cascade';

export const graphColumns = ['supplier', 'system', 'capability', 'unit'] as const;
export type GraphColumn = (typeof graphColumns)[number];

export interface GraphNode {
	key: string;
	column: GraphColumn;
	/** What it is: one thing, the rest of a column, or a link that nobody knows. */
	kind: 'one' | 'rest' | 'unknown';
	/** A system_id, the id of a förmåga or the name of a nämnd; null for what is grouped. */
	id: string | null;
	name: string;
	/** Öre; null where a sum would count the same kronor twice. */
	amount: number | null;
	critical: boolean;
	/** How many are grouped. */
	count: number;
	/** From the top, in rows. */
	row: number;
}

export interface GraphEdge {
	from: string;
	to: string;
	critical: boolean;
}

export interface CascadeGraph {
	nodes: GraphNode[];
	edges: GraphEdge[];
	/** Rows of the tallest column. */
	rows: number;
}

/** The most that each column shows by name. */
export type GraphLimits = Readonly<Record<'system' | 'capability' | 'unit', number>>;

const supplierKey = 'supplier';
const unknownKey = (column: GraphColumn) => `${column} ?`;

/** Names the node that each thing of a column is drawn in: its own, or that of the rest. */
function placed<Thing>(
	column: GraphColumn,
	things: readonly Thing[],
	idOf: (thing: Thing) => string,
	limit: number
): { named: readonly Thing[]; rest: readonly Thing[]; nodeOf: (id: string) => string } {
	// A group of one says less than its name.
	const named = things.length <= limit + 1 ? things : things.slice(0, limit);
	const rest = things.slice(named.length);
	const grouped = new Set(rest.map(idOf));
	return { named, rest, nodeOf: (id) => (grouped.has(id) ? `${column} …` : `${column} ${id}`) };
}

export function cascadeGraph(cascade: Cascade, supplier: string, limits: GraphLimits): CascadeGraph {
	const systems = placed('system', cascade.systems, ({ id }) => id, limits.system);
	const capabilities = placed('capability', cascade.capabilities, ({ id }) => id, limits.capability);
	// A nämnd that only pays is touched through no system.
	const touched = cascade.units.filter(({ systems: own }) => own.length > 0);
	const units = placed('unit', touched, ({ name }) => name, limits.unit);

	const nodes: GraphNode[] = [];
	const add = (node: Omit<GraphNode, 'row'>) =>
		nodes.push({ ...node, row: nodes.filter(({ column }) => column === node.column).length });
	const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0);
	const anyCritical = (list: readonly { critical: boolean }[]) => list.some(({ critical }) => critical);

	add({
		key: supplierKey,
		column: 'supplier',
		kind: 'one',
		id: null,
		name: supplier,
		amount: cascade.total,
		critical: anyCritical(cascade.systems),
		count: 1
	});
	for (const { id, name, amount, critical } of systems.named)
		add({ key: systems.nodeOf(id), column: 'system', kind: 'one', id, name, amount, critical, count: 1 });
	if (systems.rest.length)
		add({
			key: 'system …',
			column: 'system',
			kind: 'rest',
			id: null,
			name: '',
			amount: sum(systems.rest),
			critical: anyCritical(systems.rest),
			count: systems.rest.length
		});
	for (const { id, name, critical } of capabilities.named)
		add({
			key: capabilities.nodeOf(id),
			column: 'capability',
			kind: 'one',
			id,
			name,
			amount: null,
			critical,
			count: 1
		});
	if (capabilities.rest.length)
		add({
			key: 'capability …',
			column: 'capability',
			kind: 'rest',
			id: null,
			name: '',
			amount: null,
			critical: anyCritical(capabilities.rest),
			count: capabilities.rest.length
		});
	const without = cascade.systems.filter((system) => !system.capabilities.length);
	if (without.length)
		add({
			key: unknownKey('capability'),
			column: 'capability',
			kind: 'unknown',
			id: null,
			name: '',
			amount: sum(without),
			critical: anyCritical(without),
			count: without.length
		});
	for (const { name, critical } of units.named)
		add({
			key: units.nodeOf(name),
			column: 'unit',
			kind: 'one',
			id: name,
			name,
			amount: null,
			critical,
			count: 1
		});
	if (units.rest.length)
		add({
			key: 'unit …',
			column: 'unit',
			kind: 'rest',
			id: null,
			name: '',
			amount: null,
			critical: anyCritical(units.rest),
			count: units.rest.length
		});
	const homeless = cascade.systems.filter((system) => !system.units.length);
	if (homeless.length)
		add({
			key: unknownKey('unit'),
			column: 'unit',
			kind: 'unknown',
			id: null,
			name: '',
			amount: sum(homeless),
			critical: anyCritical(homeless),
			count: homeless.length
		});

	const edges = new Map<string, GraphEdge>();
	const join = (from: string, to: string, critical: boolean) => {
		const key = `${from} → ${to}`;
		const known = edges.get(key);
		if (known) known.critical ||= critical;
		else edges.set(key, { from, to, critical });
	};
	for (const system of cascade.systems) {
		const node = systems.nodeOf(system.id);
		join(supplierKey, node, system.critical);
		const through = system.capabilities.length
			? system.capabilities.map(capabilities.nodeOf)
			: [unknownKey('capability')];
		const reached = system.units.length ? system.units.map(units.nodeOf) : [unknownKey('unit')];
		for (const capability of through) {
			join(node, capability, system.critical);
			for (const unit of reached) join(capability, unit, system.critical);
		}
	}
	return {
		nodes,
		edges: [...edges.values()],
		rows: Math.max(...graphColumns.map((column) => nodes.filter((node) => node.column === column).length))
	};
}

/** The keys of what a node reaches, itself included, along the columns both ways. */
export function pathsThrough(graph: Pick<CascadeGraph, 'edges'>, key: string): ReadonlySet<string> {
	const found = new Set([key]);
	const follow = (from: 'from' | 'to', to: 'from' | 'to') => {
		const reached = new Set([key]);
		let grew = true;
		while (grew) {
			grew = false;
			for (const edge of graph.edges)
				if (reached.has(edge[from]) && !reached.has(edge[to])) {
					reached.add(edge[to]);
					grew = true;
				}
		}
		for (const one of reached) found.add(one);
	};
	follow('from', 'to');
	follow('to', 'from');
	return found;
}
