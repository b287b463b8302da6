// What an indicator can be held against, with source and year. A fact to compare with, never a target.
import type { DependenceKey } from '../domain/dependence-indicator';
import { formatCount, formatShare } from './format';
import { nationalSingleBid } from './lock-in';

const national = nationalSingleBid
	.map(({ label, share, count }) => `${label} ${formatShare(share)} (n ${formatCount(count)})`)
	.join(' · ');

const benchmarks: Readonly<Partial<Record<DependenceKey, string>>> = {
	ettanbud_avtal: `Jämför 2021: ${national}. Upphandlingsmyndigheten, antal upphandlingar.`,
	exitberedskap:
		'46 av 46 studerade svenska offentliga organisationer saknade exitplan för sitt kontorspaket (Lundell m.fl.).'
};

/** Null where nobody has published one. */
export function benchmarkOf(key: DependenceKey): string | undefined {
	return benchmarks[key];
}
