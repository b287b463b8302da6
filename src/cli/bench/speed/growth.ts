// How the times grow with the rows: at most in proportion is promised of the questions.
import { printFigures, quantile } from './figures';
import type { Speed } from './measure';

/** What is kept of a size to compare with another; milliseconds. */
export interface Grown {
	rows: number;
	/** All questions of the pages that ask the engine. */
	questions: number;
	brush: number;
	filter: number;
}

export function grown({ rows, queries, page }: Speed): Grown {
	return {
		rows,
		questions: (queries ?? []).reduce((sum, { browser }) => sum + browser, 0),
		brush: quantile(
			page.brush.map(({ drawn }) => drawn),
			0.5
		),
		filter: quantile(
			page.filters.map(({ redrawn }) => redrawn.drawn),
			0.5
		)
	};
}

export function printGrowth(sizes: readonly Grown[]): void {
	const count = (rows: number) => rows.toLocaleString('sv-SE');
	sizes.slice(1).forEach((size, index) => {
		const before = sizes[index];
		if (!before) return;
		const rows = size.rows / before.rows;
		const line = (what: string, of: (grown: Grown) => number) => ({
			what,
			figure: `× ${(of(size) / of(before)).toFixed(2)}`,
			value: of(size) / of(before),
			limit: { value: rows, unit: 'times' }
		});
		printFigures(`From ${count(before.rows)} to ${count(size.rows)} rows`, [
			line('questions to the engine', ({ questions }) => questions),
			line('a brush state, middle', ({ brush }) => brush),
			line('another filter, middle', ({ filter }) => filter)
		]);
	});
}
