// Tables of judged rows as the tagging workbench keeps them, filled by hand.
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';

export interface JudgedRow {
	row_id: number;
	part: number | null;
	day: string;
	/** Öre. */
	amount: number;
	currency: string;
	unit: string;
	account: string | null;
	account_text: string | null;
	supplier_key: string | null;
	supplier: string | null;
	it_cost: 'ja' | 'nej' | null;
	candidate: boolean;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	contract_id: string | null;
	maker: string | null;
	tag_source: 'hand' | 'fil' | 'regel' | null;
	rule_version: number;
	rule_position: number | null;
	/** Positions of the rules that matched. */
	matches: number[];
}

const columns = [
	['row_id', 'INTEGER'],
	['part', 'TINYINT'],
	['day', 'DATE'],
	['amount', 'BIGINT'],
	['currency', 'VARCHAR'],
	['unit', 'VARCHAR'],
	['account', 'VARCHAR'],
	['account_text', 'VARCHAR'],
	['supplier_key', 'VARCHAR'],
	['supplier', 'VARCHAR'],
	['it_cost', 'VARCHAR'],
	['candidate', 'BOOLEAN'],
	['cost_kind', 'VARCHAR'],
	['orientation', 'VARCHAR'],
	['system_id', 'VARCHAR'],
	['contract_id', 'VARCHAR'],
	['maker', 'VARCHAR'],
	['tag_source', 'VARCHAR'],
	['rule_version', 'INTEGER'],
	['rule_position', 'INTEGER']
] as const satisfies readonly (readonly [keyof JudgedRow, string])[];

/** Columns of repeated words: ENUM, of a type of its own for each table, as in an edition. */
const repeated = [
	'currency',
	'unit',
	'account',
	'account_text',
	'supplier_key',
	'supplier',
	'it_cost'
] as const;

/** A row of no kind, for tests to say what matters. */
export function judgedRow(row: Partial<JudgedRow>): JudgedRow {
	const supplier = row.supplier ?? null;
	return {
		row_id: 1,
		part: null,
		day: '2026-01-15',
		amount: 0,
		currency: 'SEK',
		unit: 'Norra nämnden',
		account: '745',
		account_text: null,
		supplier_key: supplier?.toUpperCase() ?? null,
		supplier,
		it_cost: null,
		candidate: false,
		cost_kind: null,
		orientation: null,
		system_id: null,
		contract_id: null,
		maker: null,
		tag_source: null,
		rule_version: 1,
		rule_position: null,
		matches: [],
		...row
	};
}

/** Numbered rows, from 1. */
export function judgedRows(rows: readonly Partial<JudgedRow>[]): JudgedRow[] {
	return rows.map((row, index) => judgedRow({ row_id: index + 1, ...row }));
}

/** Makes, or makes anew, a table of the rows, with so many `match_…` columns. */
export async function fillJudged(
	database: NativeDatabase,
	table: string,
	rows: readonly JudgedRow[],
	matchColumns = 1
): Promise<void> {
	const matches = Array.from({ length: matchColumns }, (_, column) => `match_${column}`);
	const typed = [
		...columns.map(([name, type]) => `${name} ${type}`),
		...matches.map((name) => `${name} BIGINT`)
	];
	await database.execute(`DROP TABLE IF EXISTS ${table}`);
	await database.execute(`CREATE OR REPLACE TABLE filled (${typed.join(', ')})`);
	await database.appendRows(
		'filled',
		typed.length,
		rows.map((row) => [
			...columns.map(([name]) => row[name]),
			...matches.map((_, column) =>
				row.matches
					.filter((position) => Math.floor(position / 48) === column)
					.reduce((sum, position) => sum + 2 ** (position % 48), 0)
			)
		])
	);
	const casts: string[] = [];
	for (const name of repeated) {
		const [found] = await database.run(`SELECT count(${name}) AS words FROM filled`);
		if (found?.words === 0) continue;
		await database.execute(`DROP TYPE IF EXISTS ${table}_${name}`);
		await database.execute(
			`CREATE TYPE ${table}_${name} AS ENUM (SELECT DISTINCT ${name} FROM filled WHERE ${name} IS NOT NULL ORDER BY 1)`
		);
		casts.push(`${name}::${table}_${name} AS ${name}`);
	}
	await database.execute(
		`CREATE TABLE ${table} AS SELECT * ${casts.length ? `REPLACE (${casts.join(', ')})` : ''} FROM filled`
	);
}

/** The edition's own `cost`: row ids and free text. */
export async function fillTexts(
	database: NativeDatabase,
	texts: readonly (readonly [rowId: number, text: string | null])[]
): Promise<void> {
	await database.execute('CREATE OR REPLACE TABLE cost (row_id INTEGER, text VARCHAR)');
	await database.appendRows('cost', 2, texts);
}

export function emptyDatabase(): Promise<NativeDatabase> {
	return openNative({ threads: 1 });
}
