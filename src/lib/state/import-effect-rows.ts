// The rows that a corrected file changes: how many of each sort, and which.
import type { StagingEngine } from '$lib/engine/staging-engine';
import {
	importDifference,
	importRows,
	pairRows,
	type DifferenceTables,
	type ListedRow,
	type RowSort
} from '$lib/queries/import-difference';
import { ask } from '$lib/queries/query';

/** Rows and öre of one sort, before and after. */
export interface SortTotal {
	rows: number;
	before: number;
	after: number;
}

/** A row of either file, or of both. */
export interface ChangedRow {
	/** Row numbers, as the files show them. */
	freshRow: number | null;
	formerRow: number | null;
	/** The name of the loaded file that it stood in. */
	formerFile: string | null;
	/** What it says after, or before when it is gone: by engine column. */
	values: ListedRow;
	/** Columns that say something else; of a row in both files. */
	changes: { column: string; before: ListedRow[string]; after: ListedRow[string] }[];
}

export type ListedSort = Exclude<RowSort, 'same'>;

export interface Difference {
	totals: Record<RowSort, SortTotal>;
	/** The rows with most kronor in difference, at most `listedRows` of each sort. */
	listed: Record<ListedSort, ChangedRow[]>;
}

/**
 * Pairs the rows of two staged tables and tells how they differ. Leaves the table of pairs.
 * @param former the files that the former table was loaded from, in order
 */
export async function differenceOf(
	engine: StagingEngine,
	compared: DifferenceTables,
	former: readonly { name: string; rows: number }[],
	signal: AbortSignal
): Promise<Difference> {
	await engine.run(pairRows(compared), [], signal);
	const found = await ask(engine, importDifference, compared, signal);
	const totalOf = (sort: RowSort): SortTotal => {
		const row = found.find((candidate) => candidate.sort === sort);
		return { rows: row?.row_count ?? 0, before: row?.before ?? 0, after: row?.after ?? 0 };
	};
	const totals = {
		changed: totalOf('changed'),
		new: totalOf('new'),
		gone: totalOf('gone'),
		same: totalOf('same')
	};
	const listedOf = async (sort: ListedSort): Promise<ChangedRow[]> => {
		if (!totals[sort].rows) return [];
		const rows = await ask(engine, importRows, { ...compared, sort }, signal);
		return rows.map((row) => changedRow(row, sort, compared.columns, former));
	};
	return {
		totals,
		listed: { changed: await listedOf('changed'), new: await listedOf('new'), gone: await listedOf('gone') }
	};
}

function changedRow(
	row: ListedRow,
	sort: ListedSort,
	columns: readonly string[],
	former: readonly { name: string; rows: number }[]
): ChangedRow {
	const side = sort === 'gone' ? 'former' : 'fresh';
	const valueOf = (prefix: string, column: string) => row[`${prefix}_${column}`] ?? null;
	const numberOf = (prefix: string): number | null => {
		const value = valueOf(prefix, 'source_row');
		return typeof value === 'number' ? value : null;
	};
	return {
		freshRow: numberOf('fresh'),
		formerRow: numberOf('former'),
		formerFile: fileAt(row['former_place'] ?? null, former),
		values: Object.fromEntries(columns.map((column) => [column, valueOf(side, column)])),
		changes:
			sort === 'changed'
				? columns
						.map((column) => ({ column, before: valueOf('former', column), after: valueOf('fresh', column) }))
						.filter(({ before, after }) => before !== after)
				: []
	};
}

function fileAt(place: ListedRow[string], files: readonly { name: string; rows: number }[]): string | null {
	if (typeof place !== 'number') return null;
	let before = 0;
	for (const { name, rows } of files) {
		before += rows;
		if (place < before) return name;
	}
	return null;
}
