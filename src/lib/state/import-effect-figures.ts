// The published figures before and after a file of cost rows.
import type { StagingEngine } from '$lib/engine/staging-engine';
import { importFigures, importIsPublished, type ImportFigure } from '$lib/queries/import-figures';
import { ask, type Statement } from '$lib/queries/query';
import type { Tagging } from '$lib/tagging/locked-months';
import { taggedLedger } from '$lib/tagging/tagged-rows';

/** Öre of all cost and of IT cost, before and after. */
export interface FigureChange {
	/** A month, `YYYY-MM`, the name of a nämnd, or empty for all. */
	key: string;
	before: number;
	after: number;
	beforeIt: number;
	afterIt: number;
}

export interface FigureEffect {
	/** Null when nothing is published. */
	edition: number | null;
	/** The file that is replaced is in the edition; null when none is. */
	replacesPublished: boolean | null;
	total: FigureChange;
	/** Those that change, in order. */
	months: FigureChange[];
	units: FigureChange[];
}

/** A staged file's cost rows, tagged as publishing would tag them now: locked months by the version of their lock. */
export function taggedFile(tagging: Tagging, table: string): Statement {
	return taggedLedger(tagging, table);
}

export async function figureEffect(
	engine: StagingEngine,
	order: { edition: number | null; rows: Statement; replaces: readonly number[] },
	signal: AbortSignal
): Promise<FigureEffect> {
	const { edition, rows: tagged, replaces } = order;
	const published = edition !== null;
	let replacesPublished: boolean | null = null;
	const [replaced] = replaces;
	if (replaced !== undefined) {
		const [found] = published ? await ask(engine, importIsPublished, replaced, signal) : [];
		replacesPublished = (found?.files ?? 0) > 0;
	}
	const rows = await ask(engine, importFigures, { tagged, published, replaces }, signal);
	return {
		edition,
		replacesPublished,
		total: summed(rows, () => '')[0] ?? { key: '', before: 0, after: 0, beforeIt: 0, afterIt: 0 },
		months: summed(rows, ({ month }) => month).filter(isChanged),
		units: summed(rows, ({ unit }) => unit)
			.filter(isChanged)
			.sort((a, b) => swedish.compare(a.key, b.key))
	};
}

const swedish = new Intl.Collator('sv', { numeric: true });

function summed(rows: readonly ImportFigure[], keyOf: (row: ImportFigure) => string): FigureChange[] {
	const sums = new Map<string, FigureChange>();
	for (const row of rows) {
		const key = keyOf(row);
		const sum = sums.get(key) ?? { key, before: 0, after: 0, beforeIt: 0, afterIt: 0 };
		sum.before += row.before;
		sum.after += row.after;
		sum.beforeIt += row.before_it;
		sum.afterIt += row.after_it;
		sums.set(key, sum);
	}
	return [...sums.values()];
}

function isChanged({ before, after, beforeIt, afterIt }: FigureChange): boolean {
	return before !== after || beforeIt !== afterIt;
}
