// sqlite-wasm: a table in memory, and a question for each grouping.
import sqlite3InitModule, { type SqliteDatabase } from '@sqlite.org/sqlite-wasm';
import { decodeCells } from '$lib/crossfilter/cell-file';
import { narrowedLists, type Peer, type Rows, type State } from './task';

const columns = { units: 'unit', suppliers: 'supplier', costKinds: 'kind' } as const;

export function sqlite(): Peer {
	let rows: Rows;
	let database: SqliteDatabase;
	return {
		async load(file) {
			rows = decodeCells(await file.arrayBuffer());
			const sqlite3 = await sqlite3InitModule();
			database = new sqlite3.oo1.DB(':memory:');
			database.exec(
				'CREATE TABLE cost (month INT, unit INT, supplier INT, kind INT, internal INT, amount INT); BEGIN'
			);
			const insert = database.prepare('INSERT INTO cost VALUES (?, ?, ?, ?, ?, ?)');
			const { units, suppliers, costKinds } = rows.lists;
			for (let month = 0; month < rows.months; month++)
				for (let row = rows.monthStarts[month] ?? 0; row < (rows.monthStarts[month + 1] ?? 0); row++)
					insert
						.bind([
							month,
							units.codes[row] ?? 0,
							suppliers.codes[row] ?? 0,
							costKinds.codes[row] ?? 0,
							rows.internal[row] ?? 0,
							rows.amount[row] ?? 0
						])
						.stepReset();
			insert.finalize();
			database.exec('COMMIT');
		},
		answer(state) {
			const sums = (by: string, except: string): number[] => {
				const found = database.exec({
					sql: `SELECT sum(amount) FROM cost ${condition(rows, state, except)} GROUP BY ${by}`,
					returnValue: 'resultRows'
				});
				return found.map(([ore]) => Number(ore));
			};
			return {
				months: sums('month, kind', 'months'),
				suppliers: sums('supplier', 'suppliers'),
				units: sums('unit', 'units'),
				costKinds: sums('kind', 'costKinds'),
				table: sums('unit, kind', '')
			};
		}
	};
}

/** Every filter but one. */
function condition(rows: Rows, state: State, except: string): string {
	const parts: string[] = [];
	if (except !== 'months') parts.push(`month >= ${state.from} AND month < ${state.to}`);
	for (const name of narrowedLists) {
		if (name === except || !state[name].length) continue;
		const codes = rows.lists[name].words.flatMap(({ key }, code) =>
			state[name].includes(key) ? [code] : []
		);
		parts.push(`${columns[name]} IN (${codes.join(', ')})`);
	}
	if (!state.internal) parts.push('internal = 0');
	return parts.length ? `WHERE ${parts.join(' AND ')}` : '';
}
