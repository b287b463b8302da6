// What Swedish public procurement looked like, to compare with. Facts with their source and year, never a target.

export interface SingleBidBenchmark {
	key: 'it' | 'software' | 'it-services' | 'municipalities' | 'all';
	/** Procurements with exactly one bid. */
	one: number;
	/** Procurements with a known number of bids. */
	count: number;
	/** 0–1. */
	share: number;
	year: number;
	/** True for what the agency has published for all procurements, whose rows are not in its file of IT procurements. */
	published: boolean;
}

const counted = (key: SingleBidBenchmark['key'], one: number, count: number): SingleBidBenchmark => ({
	key,
	one,
	count,
	share: one / count,
	year: 2021,
	published: false
});

/**
 * Upphandlingsmyndigheten, antal anbud per upphandling 2021 (CC0), by count of procurements: one bid of those with a known
 * number. Counted from the agency's file of IT procurements (uhm_2021_antal_anbud_IT.csv); `all` is its published 20,3 %.
 * CPV 48 is software, CPV 72 IT services, and municipalities are buyers of the part "Kommun".
 */
export const singleBidBenchmarks: readonly SingleBidBenchmark[] = [
	counted('it', 245, 968),
	counted('software', 53, 186),
	counted('it-services', 158, 637),
	counted('municipalities', 95, 400),
	{ key: 'all', one: Math.round(0.203 * 11_395), count: 11_395, share: 0.203, year: 2021, published: true }
];

/** One of them. */
export function singleBidBenchmark(key: SingleBidBenchmark['key']): SingleBidBenchmark {
	const found = singleBidBenchmarks.find((benchmark) => benchmark.key === key);
	if (!found) throw new Error(`There is no benchmark ${key}`);
	return found;
}
