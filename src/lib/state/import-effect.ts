// What a file would change if it were sent: its rows against those that it replaces, and the published figures before
// and after. All of it is asked in the browser's own engine.
import type { TableKind } from '$lib/domain/columns';
import { rowKeys } from '$lib/domain/columns/row-key';
import type { StagingEngine } from '$lib/engine/staging-engine';
import { stagedColumns } from '$lib/import/staged-csv';
import type { DifferenceTables } from '$lib/queries/import-difference';
import { importTotals, type ImportTotals } from '$lib/queries/import-figures';
import { ask } from '$lib/queries/query';
import type { Tagging } from '$lib/tagging/locked-months';
import { figureEffect, type FigureEffect, taggedFile } from './import-effect-figures';
import { type Difference, differenceOf } from './import-effect-rows';

export interface ImportEffect {
	kind: TableKind;
	/** The table has amounts that are summed. */
	hasAmounts: boolean;
	/** Null when the file is added beside the others. */
	difference: Difference | null;
	/** What the file's own rows sum to. */
	file: ImportTotals;
	/** For cost. */
	figures: FigureEffect | null;
}

export interface FormerFile {
	id: number;
	name: string;
	/** Accepted rows. */
	rows: number;
	csv: Blob;
}

export interface EffectOrder {
	engine: StagingEngine;
	/** The attached edition; null when none is published. */
	edition: number | null;
	kind: TableKind;
	fresh: Blob;
	/** The imports that go: the one that it replaces, then those that mend it. */
	former: readonly FormerFile[];
	/** What publishing would tag by. */
	tagging: Tagging;
	signal: AbortSignal;
}

/** Öre that a row counts with, in SQL. */
const amounts: Partial<Record<TableKind, string>> = {
	cost: `CASE WHEN currency = 'SEK' THEN amount END`,
	budget: 'amount'
};

let runs = 0;

/**
 * Reads both files into the engine, asks, and takes them out again.
 * @throws EngineError from the engine, AbortError when the signal fires
 */
export async function effectOf({
	engine,
	edition,
	kind,
	fresh,
	former,
	tagging,
	signal
}: EffectOrder): Promise<ImportEffect> {
	const run = ++runs;
	const name = (what: string): string => `memory.main.import_${what}_${run}`;
	const all = stagedColumns(kind);
	const compared: DifferenceTables = {
		fresh: name('fresh'),
		former: name('former'),
		pairs: name('pairs'),
		columns: all.map((column) => column.name).filter((column) => !origin.has(column)),
		key: rowKeys[kind],
		amount: amounts[kind] ?? null
	};
	const made: string[] = [];
	try {
		made.push(compared.fresh);
		await engine.load({ name: compared.fresh, columns: all }, fresh, signal);
		let difference: Difference | null = null;
		if (former.length) {
			made.push(compared.former, compared.pairs);
			const csv = new Blob(former.map((file) => file.csv));
			await engine.load({ name: compared.former, columns: all }, csv, signal);
			difference = await differenceOf(engine, compared, former, signal);
		}
		const rows =
			kind === 'cost'
				? taggedFile(tagging, compared.fresh)
				: { sql: `FROM ${compared.fresh}`, parameters: [] };
		const [file] = await ask(
			engine,
			importTotals,
			{ rows, amount: compared.amount, tagged: kind === 'cost' },
			signal
		);
		if (!file) throw new Error('A count gave no row');
		const replaces = former.map(({ id }) => id);
		const figures = kind === 'cost' ? await figureEffect(engine, { edition, rows, replaces }, signal) : null;
		return { kind, hasAmounts: compared.amount !== null, difference, file, figures };
	} finally {
		for (const table of made.reverse()) {
			await engine.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
		}
	}
}

/** Columns that say where a row stood or that follow from others. */
const origin = new Set(['source_row', 'supplier_key']);
