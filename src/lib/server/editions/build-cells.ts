// The cells of a slice: what its IT cost is by everything that filters ask about, made from the slice's own file, so that they
// hold no more than it does. They are what the cost pages are drawn from.
import { rm } from 'node:fs/promises';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { encodeCells } from '$lib/crossfilter/cell-file';
import { codesFor, emptyCells, monthIndex, type CellWord, type CostCells } from '$lib/crossfilter/cost-cells';
import { spreadMonths } from '$lib/domain/accrual';
import { listFilters, withoutValue, type ListFilter } from '$lib/domain/filters';
import { monthFrom, parseMonth } from '$lib/domain/period';
import { spreadSums } from '$lib/queries/accrued-cost';
import { listColumns } from '$lib/queries/cost-filter';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { dimensionNames } from '$lib/queries/dimension-sql';
import type { DimensionKey } from '$lib/domain/dimensions';
import { limitEngine } from './engine-limits';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';

/** What the words of each list are called. */
const named: Readonly<Record<ListFilter, DimensionKey>> = {
	units: 'unit',
	suppliers: 'supplier',
	costKinds: 'costKind',
	orientations: 'orientation',
	systems: 'system',
	contracts: 'contract',
	accounts: 'account',
	makers: 'maker'
};

/** The cells of a slice's file as they are kept and sent: {@link encodeCells}, compressed. */
export async function packedCells(slicePath: string): Promise<Buffer> {
	const cells = await buildCells(slicePath);
	return promisify(gzip)(encodeCells(cells), { level: 4 });
}

/** Reads the cells out of a slice's file. @throws EngineError for an edition of a format without these columns */
export async function buildCells(slicePath: string): Promise<CostCells> {
	const database = await openNative({ path: slicePath, readOnly: true });
	const spill = `${slicePath}.spill`;
	try {
		await limitEngine(database, spill);
		return await cellsOf(database);
	} finally {
		await database.close();
		await rm(spill, { recursive: true, force: true });
	}
}

/** The same on an open edition. */
export async function cellsOf(database: NativeDatabase): Promise<CostCells> {
	const columns = listFilters.map((name) => `${listColumns[name]} AS ${name}`).join(', ');
	await database.execute(`CREATE OR REPLACE TEMP TABLE cell AS ${spreadSums(`${columns}, internal`)}`);
	const [span] = await database.run(
		'SELECT min(month) AS first, max(month) AS last, count(*) AS cells FROM cell'
	);
	if (typeof span?.first !== 'number' || typeof span.last !== 'number') return emptyCells(monthFrom(2000, 1));
	const first = span.first;
	const firstMonth = parseMonth(`${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`);
	if (!firstMonth) throw new Error(`No month: ${first}`);
	const words = new Map<ListFilter, CellWord[]>();
	for (const name of listFilters) words.set(name, await wordsOf(database, name));
	const data = dataPeriod(await editionMeta(database));
	const dataMonths = data ? Math.max(0, monthIndex({ firstMonth }, data.to) + 1) : 0;
	return readCells(database, {
		...{ length: Number(span.cells), first, firstMonth, words, dataMonths },
		months: Math.max(span.last - first + 1, dataMonths)
	});
}

/** The words that the cells hold, in the order of their codes: the largest first. */
async function wordsOf(database: NativeDatabase, name: ListFilter): Promise<CellWord[]> {
	await database.execute(`CREATE OR REPLACE TEMP TABLE word_${name} AS
		SELECT ${name} AS word, (row_number() OVER (ORDER BY sum(abs(amount)) DESC, ${name}::VARCHAR) - 1)::INTEGER AS code
		FROM cell GROUP BY ${name}`);
	const names = dimensionNames(named[name]);
	const rows = await database.run(
		names
			? `SELECT word::VARCHAR AS key, any_value(label)::VARCHAR AS label FROM word_${name}
				LEFT JOIN ${names} n ON n.key = word::VARCHAR GROUP BY word, code ORDER BY code`
			: `SELECT word::VARCHAR AS key, NULL::VARCHAR AS label FROM word_${name} ORDER BY code`
	);
	return rows.map(({ key, label }) => ({
		key: typeof key === 'string' ? key : withoutValue,
		label: typeof label === 'string' ? label : null
	}));
}

interface Measured {
	length: number;
	/** Months since year 0. */
	first: number;
	months: number;
	dataMonths: number;
	firstMonth: CostCells['firstMonth'];
	words: ReadonlyMap<ListFilter, CellWord[]>;
}

async function readCells(
	database: NativeDatabase,
	{ length, first, months, dataMonths, firstMonth, words }: Measured
): Promise<CostCells> {
	const most = Math.max(...[...words.values()].map((list) => list.length));
	const lists = Object.fromEntries(
		listFilters.map((name) => {
			return [name, { words: words.get(name) ?? [], codes: codesFor(most, length) }];
		})
	) as CostCells['lists'];
	const cells: CostCells = {
		...{ length, firstMonth, months, dataMonths, lists },
		monthStarts: new Uint32Array(months + 1),
		internal: new Uint8Array(length),
		amount: new Float64Array(length),
		rows: new Uint32Array(length),
		spread: { cells: new Uint32Array(0), parts: new Float64Array(0) }
	};
	const counts = new Uint32Array(months);
	let place = 0;
	const codes = listFilters.map((name) => `word_${name}.code`).join(', ');
	const joins = listFilters
		.map((name) => `JOIN word_${name} ON word_${name}.word IS NOT DISTINCT FROM cell.${name}`)
		.join(' ');
	// In the order of the file, so that a cell's number is its row's.
	await database.execute(`CREATE OR REPLACE TEMP TABLE coded AS
		SELECT (month - ${first})::INTEGER AS month_index, internal::INTEGER, amount, row_count, ${codes}, spread, ${spreadParts}
		FROM cell ${joins} ORDER BY ALL`);
	await database.readNumbers(
		`SELECT COLUMNS(* EXCLUDE (spread, ${spreadParts})) FROM coded ORDER BY rowid`,
		([month = [], internal = [], amount = [], rows = [], ...listed]) => {
			for (const index of month) counts[index] = (counts[index] ?? 0) + 1;
			cells.internal.set(internal, place);
			cells.amount.set(amount, place);
			cells.rows.set(rows, place);
			listFilters.forEach((name, index) => lists[name].codes.set(listed[index] ?? [], place));
			place += month.length;
		}
	);
	if (place !== length) throw new Error(`${place} cells of ${length} were read`);
	counts.forEach((count, month) => (cells.monthStarts[month + 1] = (cells.monthStarts[month] ?? 0) + count));
	return { ...cells, spread: await readSpread(database) };
}

const spreadParts = Array.from({ length: spreadMonths }, (_, place) => `part_${place}`).join(', ');

/** The cells of yearly licences. Their parts are summed from those of the rows, so that they agree to the öre. */
async function readSpread(database: NativeDatabase): Promise<CostCells['spread']> {
	const cells: number[] = [];
	const parts: number[] = [];
	await database.readNumbers(
		`SELECT rowid, ${spreadParts} FROM coded WHERE spread ORDER BY rowid`,
		([numbers = [], ...columns]) => {
			numbers.forEach((cell, row) => {
				cells.push(cell);
				parts.push(...columns.map((column) => column[row] ?? 0));
			});
		}
	);
	return { cells: Uint32Array.from(cells), parts: Float64Array.from(parts) };
}
