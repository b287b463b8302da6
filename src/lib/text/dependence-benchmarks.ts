// What an indicator can be held against, with source and year. A fact to compare with, never a target.
import { singleBidBenchmarks } from '../domain/benchmark';
import type { DependenceKey } from '../domain/dependence-indicator';
import { benchmarkNames, benchmarkSource } from './benchmarks';
import { formatCount, formatShare } from './format';

const national = singleBidBenchmarks
	.map(({ key, share, count }) => `${benchmarkNames[key]} ${formatShare(share)} (n ${formatCount(count)})`)
	.join(' · ');

const benchmarks: Readonly<Partial<Record<DependenceKey, string>>> = {
	ettanbud_avtal: `Jämför: ${national}. ${benchmarkSource}`,
	exitberedskap:
		'46 av 46 studerade svenska offentliga organisationer saknade exitplan för sitt kontorspaket (Lundell m.fl.).'
};

/** Undefined where nobody has published one. */
export function benchmarkOf(key: DependenceKey): string | undefined {
	return benchmarks[key];
}
