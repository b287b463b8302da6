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

/** What government agencies told Ekonomistyrningsverket, as means of the agencies that answered. They are no municipalities. */
export interface AgencyBenchmark {
	key: 'it_andel' | 'inhyrd_andel';
	year: number;
	/** 0–1. */
	mean: number;
	/** 0–1; null where it is not published. */
	median: number | null;
	/** Agencies that answered; null where it is not told. */
	agencies: number | null;
	/** What the share is of: cost, or full-time equivalents. */
	of: 'cost' | 'people';
	source: keyof typeof agencySources;
}

/** Where each figure can be read. The reports are read in copies, as the agency has moved its own. */
export const agencySources = {
	// Ekonomistyrningsverket 2015:58, Fördjupat it-kostnadsuppdrag, delrapport 2, section 4.1.1: 15,5 of 180 miljarder kronor
	cost2014: 'https://5dok.org/article/it-kostnad-som-andel-av-verksamhetens-kostnader.q05xk2pv',
	// The same report, section 4.1.3: 1 753 of 8 416 årsarbetskrafter
	people2014: 'https://5dok.org/article/inhyrd-it-personal-som-andel-av-total-personal.q05xk2pv',
	// Myndigheters strategiska it-projekt, it-kostnader och mognad (collected by Ekonomistyrningsverket, told by Digg), table 3.1
	cost2017: 'https://5dok.org/article/projektens-l%C3%A4ngd-redovisning-av-insamlat-underlag.zlgvkej2'
} as const;

const agencies = (year: number, mean: number): AgencyBenchmark => ({
	key: 'it_andel',
	year,
	mean,
	median: null,
	agencies: null,
	of: 'cost',
	source: 'cost2017'
});

/** Ekonomistyrningsverket's measurements of 2014–2017. Later ones, and means of the other key figures, have not been found published. */
export const agencyBenchmarks: readonly AgencyBenchmark[] = [
	{ ...agencies(2014, 0.09), median: 0.1, agencies: 60, source: 'cost2014' },
	agencies(2015, 0.089),
	agencies(2016, 0.087),
	// 19,3 of 202 miljarder kronor (Computer Sweden, https://computersweden.idg.se/2.2683/1.720064)
	{ ...agencies(2017, 0.095), agencies: 57 },
	{
		key: 'inhyrd_andel',
		year: 2014,
		mean: 0.21,
		median: 0.14,
		agencies: 60,
		of: 'people',
		source: 'people2014'
	}
];

/** The latest of a key figure; undefined where there is none. */
export function latestAgencyBenchmark(key: string): AgencyBenchmark | undefined {
	return agencyBenchmarks.findLast((benchmark) => benchmark.key === key);
}
