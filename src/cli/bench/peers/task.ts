// One task for all peers: what Kostnader shows under some filters. Each card leaves its own filter out, so that what is not
// chosen can still be chosen.
import type { CostCells } from '$lib/crossfilter/cost-cells';

/** Empty lists mean "all". */
export interface State {
	/** Months of the ledger, from 0; the last is not included. */
	from: number;
	to: number;
	units: string[];
	suppliers: string[];
	costKinds: string[];
	internal: boolean;
}

/** Öre of each bar, in any order: the five groupings of the page. */
export interface Groupings {
	/** By month and kostnadsslag, whatever the months chosen. */
	months: ArrayLike<number>;
	suppliers: ArrayLike<number>;
	units: ArrayLike<number>;
	costKinds: ArrayLike<number>;
	/** By nämnd and kostnadsslag under every filter. */
	table: ArrayLike<number>;
}

export interface Peer {
	/** The time of this is the load time. @param file what it loads from */
	load(file: File): Promise<void>;
	answer(state: State): Groupings | Promise<Groupings>;
}

/** Rows as columns, as a file of cells lays them out; every cell is one row. */
export type Rows = CostCells;

export const groupingNames = ['months', 'suppliers', 'units', 'costKinds', 'table'] as const;

/** What two answers to one question agree on: how many bars there are, and their öre. */
export function checksum(groupings: Groupings): string {
	return groupingNames
		.map((name) => {
			const bars = Array.from(groupings[name], Number).filter((ore) => ore !== 0);
			return `${bars.length}:${bars.reduce((sum, ore) => sum + ore, 0)}`;
		})
		.join(' ');
}

/** The lists that a state may narrow. */
export const narrowedLists = ['units', 'suppliers', 'costKinds'] as const;
