// The page of the peers: loads one of them and times its answers.
import { arquero } from './arquero';
import { crossfilter2 } from './crossfilter2';
import { ownCells } from './cells';
import { duckdb } from './duckdb';
import { sqlite } from './sqlite';
import { checksum, type Peer, type State } from './task';
import { typedArrays } from './typed-arrays';

const peers = { cells: ownCells, typedArrays, crossfilter2, arquero, sqlite, duckdb } satisfies Record<
	string,
	() => Peer
>;
export type PeerName = keyof typeof peers;

export interface PeerRun {
	load: number;
	/** Milliseconds of each state, as many as there was time for. */
	brush: number[];
	filters: number[];
	/** Of the first states of each kind, which all peers must agree on. */
	checks: string[];
}

declare global {
	interface Window {
		runPeer(name: PeerName, brush: State[], filters: State[], most: number): Promise<PeerRun>;
	}
}

/** @param most milliseconds for the states of one kind */
window.runPeer = async (name, brush, filters, most) => {
	const file = document.querySelector('input')?.files?.[0];
	if (!file) throw new Error('No file');
	const peer = peers[name]();
	const start = performance.now();
	await peer.load(file);
	const load = performance.now() - start;
	const checks: string[] = [];
	const timesOf = async (states: readonly State[]) => {
		const times: number[] = [];
		const begun = performance.now();
		for (const state of states) {
			const start = performance.now();
			const groupings = await peer.answer(state);
			times.push(performance.now() - start);
			if (times.length <= 3) checks.push(checksum(groupings));
			if (performance.now() - begun > most && times.length >= 3) break;
		}
		return times;
	};
	return { load, brush: await timesOf(brush), filters: await timesOf(filters), checks };
};
