// What the peers load: the same rows of the edition as columns, and as CSV.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeCells } from '$lib/crossfilter/cell-file';
import { listFilters } from '$lib/domain/filters';
import { itRows } from '$lib/queries/cost-filter';
import { cellsOf } from '$lib/server/editions/build-cells';
import { openNative } from '$lib/server/engine/native-engine';
import type { Rows } from '../peers/task';

/** Writes every row as a cell of its own, codes and öre as they lie in memory. @returns the path */
export async function writeColumns(slice: string, folder: string): Promise<string> {
	const native = await openNative({ path: slice, readOnly: true });
	try {
		// The words of each list, which this leaves as temporary tables.
		const { lists, firstMonth, months } = await cellsOf(native);
		const counted = await native.run(`SELECT count(*)::INTEGER AS n FROM cost WHERE ${itRows}`);
		const length = Number(counted[0]?.n);
		const rows: Rows = {
			...{ length, firstMonth, months, dataMonths: months },
			spread: { cells: new Uint32Array(0), parts: new Float64Array(0) },
			monthStarts: new Uint32Array(months + 1),
			internal: new Uint8Array(length),
			amount: new Float64Array(length),
			rows: new Uint32Array(length).fill(1),
			lists: Object.fromEntries(
				listFilters.map((name) => [name, { words: lists[name].words, codes: lists[name].codes.slice(0, 0) }])
			) as Rows['lists']
		};
		const wide = listFilters.some((name) => lists[name].words.length > 0x10000);
		for (const name of listFilters)
			rows.lists[name].codes = wide ? new Uint32Array(length) : new Uint16Array(length);
		// The peers ask about these only.
		const asked = { units: 'unit', suppliers: 'supplier_key', costKinds: 'cost_kind' } as const;
		const names = ['units', 'suppliers', 'costKinds'] as const;
		let place = 0;
		const first = Number(firstMonth.slice(0, 4)) * 12 + Number(firstMonth.slice(5, 7)) - 1;
		await native.readNumbers(
			`SELECT (year(day) * 12 + month(day) - 1 - ${first})::INTEGER AS month, internal::INTEGER, amount,
				${names.map((name) => `word_${name}.code`).join(', ')}
			FROM cost ${names.map((name) => `JOIN word_${name} ON word_${name}.word = cost.${asked[name]}`).join(' ')}
			WHERE ${itRows} ORDER BY month`,
			([month = [], internal = [], amount = [], ...codes]) => {
				for (const index of month) rows.monthStarts[index + 1] = (rows.monthStarts[index + 1] ?? 0) + 1;
				rows.internal.set(internal, place);
				rows.amount.set(amount, place);
				names.forEach((name, index) => rows.lists[name].codes.set(codes[index] ?? [], place));
				place += month.length;
			}
		);
		for (let index = 1; index <= months; index++)
			rows.monthStarts[index] = (rows.monthStarts[index] ?? 0) + (rows.monthStarts[index - 1] ?? 0);
		const path = join(folder, 'rows.bin');
		await writeFile(path, encodeCells(rows));
		return path;
	} finally {
		await native.close();
	}
}

/** Writes the same rows as CSV, with what the task asks about. @returns the path */
export async function writeCsv(slice: string, folder: string): Promise<string> {
	const path = join(folder, 'rows.csv');
	const native = await openNative({ path: slice, readOnly: true });
	try {
		await native.execute(`COPY (
				SELECT year(day) * 12 + month(day) - 1 - 2023 * 12 AS month, unit, supplier_key, cost_kind, internal::INTEGER AS internal, amount
				FROM cost WHERE ${itRows}
			) TO '${path}' (HEADER false, DELIMITER ';')`);
	} finally {
		await native.close();
	}
	return path;
}
