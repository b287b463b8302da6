import type { RankingMeasure } from '$lib/domain/dependence-ranking';

/** A measure keeps its colour, whatever else is weighed. */
export const measureColours: Readonly<Record<RankingMeasure, string>> = {
	kostnad: 'var(--c1)',
	ettanbud: 'var(--c2)',
	exitberedskap: 'var(--c3)',
	konkurrens: 'var(--c4)',
	kompetens: 'var(--c5)',
	system: 'var(--c6)',
	bindning: 'var(--c6)',
	namnder: 'var(--c7)'
};
