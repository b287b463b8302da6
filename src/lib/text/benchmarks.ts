// The names of what Sweden is compared by, and where they come from.
import type { SingleBidBenchmark } from '../domain/benchmark';

export const benchmarkNames: Readonly<Record<SingleBidBenchmark['key'], string>> = {
	it: 'It i riket',
	software: 'Programvara (CPV 48)',
	'it-services': 'It-tjänster (CPV 72)',
	municipalities: 'Kommunernas it',
	all: 'Alla upphandlingar'
};

/** Stands beside every benchmark of single bids. */
export const benchmarkSource = 'Upphandlingsmyndigheten 2021, räknat på antal upphandlingar.';
