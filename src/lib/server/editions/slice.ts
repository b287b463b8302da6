// One person's part of an edition as a file of its own. What a slice leaves out is not in its bytes: every table is
// written anew, dictionaries of repeated words included.
import { join, dirname } from 'node:path';
import { tableKinds, tables, type TableKind } from '$lib/domain/columns';
import { engineType } from '$lib/domain/columns/engine-type';
import { controllersFields } from '$lib/domain/completion';
import type { Slice } from '$lib/domain/access';
import { tagColumns } from '$lib/domain/tag-columns';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { limitEngine, quoted } from './engine-limits';
import { enumCast } from './enum-cast';
import { maskColumns } from './mask-columns';

/** What only the tagging of whole ledgers asks for. */
const workbenchColumns: Readonly<Record<string, readonly string[]>> = {
	cost: tagColumns.map((tag) => `own_${tag}`)
};

/** The columns of a table that only controllers are sent the values of, with nothing in them. */
const emptyForOthers = (kind: TableKind): Record<string, string> =>
	Object.fromEntries(
		tables[kind].fields
			.filter(({ valueForControllers }) => valueForControllers)
			.map((field) => [field.name, `NULL::${engineType(field)}`])
	);

/** Values that are for controllers. */
const valuesOfOpen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	rule: { condition: "CASE WHEN t.reach <> 'controller' THEN t.condition END", note: 'NULL::VARCHAR' },
	system: {
		...emptyForOthers('system'),
		completed: `nullif(array_to_string(list_filter(string_split(t.completed, '|'), lambda word: word NOT IN (${controllersFields.system
			.map((name) => `'${name}'`)
			.join(', ')})), '|'), '')`
	}
};

/** ENUM columns with a closed list of words, the same in every edition; all others are rebuilt. */
const closedLists: Readonly<Record<string, readonly string[]>> = {
	cost: ['it_cost', 'cost_kind', 'orientation', 'tag_source', 'contract_cover', 'system_cover'],
	budget: ['it_cost']
};

/** Tables in the order they are built: the conditions of later ones read earlier ones. */
const tableOrder = [
	'cost',
	'budget',
	'licence',
	'unit',
	'system',
	'contract',
	'capability',
	'supplier',
	'file',
	'rule',
	'restatement',
	'period_lock',
	'meta'
];

/** A column of the source is `t.…`: an unqualified name could be what the slice makes of it. */
const ownUnit = 't.unit IN (SELECT own_unit.name FROM own_unit)';
const ownWords = (list: string): string =>
	`list_filter(string_split(${list}, '|'), lambda word: list_contains(getvariable('own_units'), word))`;
const ownPart = (list: string): string => `nullif(array_to_string(${ownWords(list)}, '|'), '')`;
const wordsIn = (column: string, tables: readonly string[]): string =>
	tables
		.map((table) => `SELECT s.${column}::VARCHAR FROM edition.${table} s WHERE s.${column} IS NOT NULL`)
		.join(' UNION ALL ');

/**
 * The systems of some nämnder: what they own, use or pay for, and every shared one, which is at their hand whoever uses it now: without
 * it a need of theirs would look unmet. @param tagged the ids that their money and licences name
 */
const systemOfUnits = (system: string, tagged: string): string =>
	`${system}.unit IN (SELECT own_unit.name FROM own_unit) OR len(${ownWords(`${system}.used_by`)}) > 0
		OR ${system}.shared = 'ja' OR ${system}.system_id IN (${tagged})`;

/** Which rows a slice of some nämnder holds: what they own, use or pay for. Tables not named here are kept whole. */
const rowsOfUnits: Readonly<Record<string, string>> = {
	cost: ownUnit,
	budget: ownUnit,
	licence: ownUnit,
	unit: ownUnit,
	system: systemOfUnits('t', wordsIn('system_id', ['cost', 'budget', 'licence'])),
	contract: `${ownUnit}
		OR t.contract_id IN (${wordsIn('contract_ref', ['cost'])} UNION ALL ${wordsIn('contract_id', ['licence'])})
		OR t.contract_id IN (SELECT unnest(string_split(s.contract_ids, '|')) FROM edition.system s)`,
	supplier: `t.supplier_key IN (${wordsIn('supplier_key', ['cost', 'licence', 'system', 'contract'])})`,
	// Of the version that tagged the row: hand-1 of another version may be a row of another nämnd.
	rule: `(t.rule_id, t.rule_version) IN (SELECT s.rule_id::VARCHAR, s.rule_version FROM edition.cost s UNION ALL
		SELECT unnest(string_split(s.also_matched::VARCHAR, '|')), s.rule_version FROM edition.cost s)`,
	restatement: 't.row_id IN (SELECT s.row_id FROM edition.cost s)',
	file: `t.file_id IN (${tableKinds.map((kind) => `SELECT s.file_id FROM edition.${kind} s`).join(' UNION ALL ')})`
};

/** Values that would tell of other nämnder. The sums of a file are those of the whole municipality. */
const valuesOfUnits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	system: { used_by: ownPart('t.used_by') },
	capability: { needed_by: ownPart('t.needed_by'), not_needed_by: ownPart('t.not_needed_by') },
	file: { sum: 'NULL::BIGINT', control_sum: 'NULL::BIGINT' },
	// A share of the whole municipality's ceiling, reckoned on some nämnder's rows, would look safe when it is not.
	contract: {
		ceiling: 'NULL::BIGINT',
		completed: `nullif(array_to_string(list_filter(string_split(t.completed, '|'), lambda word: word <> 'ceiling'), '|'), '')`
	},
	// A rule names the suppliers that it asks for, of every nämnd.
	rule: { condition: "CASE WHEN t.reach = 'alla' THEN t.condition END", note: 'NULL::VARCHAR' }
};

/** `cost` is sliced before `system`: of which systems it may speak is asked of the source. */
const ownSystem = `t.system_cover = 'tagg' OR t.system_ref::VARCHAR IN (
	SELECT held.system_id FROM source.system held WHERE ${systemOfUnits(
		'held',
		['cost', 'budget', 'licence']
			.map(
				(table) =>
					`SELECT s.system_id::VARCHAR FROM source.${table} s WHERE s.system_id IS NOT NULL
						AND s.unit::VARCHAR IN (SELECT own_unit.name FROM own_unit)`
			)
			.join(' UNION ALL ')
	)})`;

/** Values that are kept only where the condition holds: a row that a contract joins to a system of others tells nothing of it. */
const heldByUnits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	cost: { system_ref: ownSystem, system_cover: ownSystem }
};

interface SourceColumn {
	name: string;
	type: string;
}

/**
 * Writes a slice of a full edition to a new file.
 * @throws Error when the edition holds a table that nobody has said what to do with
 */
export async function buildSlice(fullPath: string, targetPath: string, slice: Slice): Promise<void> {
	const database = await openNative();
	try {
		await limitEngine(database, join(dirname(targetPath), 'spill'));
		await database.execute(`ATTACH ${quoted(fullPath)} AS source (READ_ONLY)`);
		await database.execute(`ATTACH ${quoted(targetPath)} AS edition (STORAGE_VERSION 'v1.4.0')`);
		await database.execute('CREATE TABLE own_unit (name VARCHAR)');
		await database.appendRows(
			'own_unit',
			1,
			(slice.units ?? []).map((unit) => [unit])
		);
		await database.execute(
			'SET VARIABLE own_units = (SELECT coalesce(list(name), []::VARCHAR[]) FROM own_unit)'
		);
		for (const [table, columns] of await sourceTables(database)) {
			await sliceTable(database, table, columns, slice);
		}
		await markSlice(database, slice);
		await database.execute('CHECKPOINT edition; DETACH edition');
	} finally {
		await database.close();
	}
}

async function sourceTables(database: NativeDatabase): Promise<[string, SourceColumn[]][]> {
	const rows = await database.run(
		"SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = 'source' ORDER BY table_name, column_index"
	);
	const found = new Map<string, SourceColumn[]>();
	for (const row of rows) {
		const table = String(row.table_name);
		if (!tableOrder.includes(table)) throw new Error(`No rule says what a slice holds of ${table}`);
		const columns = found.get(table) ?? [];
		columns.push({ name: String(row.column_name), type: String(row.data_type) });
		found.set(table, columns);
	}
	return [...found].sort(([a], [b]) => tableOrder.indexOf(a) - tableOrder.indexOf(b));
}

function controllersColumns(table: string): Set<string> {
	const kind = tableKinds.find((candidate) => candidate === table);
	return new Set(
		kind ? tables[kind].fields.filter((field) => field.controllersOnly).map((field) => field.name) : []
	);
}

async function sliceTable(
	database: NativeDatabase,
	table: string,
	all: readonly SourceColumn[],
	slice: Slice
): Promise<void> {
	const isOpen = slice.level === 'open';
	const withheld = isOpen
		? new Set([...controllersColumns(table), ...(workbenchColumns[table] ?? [])])
		: new Set<string>();
	const columns = all.filter((column) => !withheld.has(column.name));
	const isClosed = (column: SourceColumn): boolean => closedLists[table]?.includes(column.name) ?? false;
	const isText = (column: SourceColumn): boolean =>
		column.type === 'VARCHAR' || (column.type.startsWith('ENUM') && !isClosed(column));
	const textColumns = columns.filter(isText).map((column) => column.name);
	const masked = isOpen
		? await maskColumns(database, `source.${table}`, textColumns)
		: new Map<string, string>();

	const scoped = slice.units !== null;
	const selected = columns.map(({ name, type }) => {
		const value =
			(scoped ? valuesOfUnits[table]?.[name] : undefined) ??
			(isOpen ? valuesOfOpen[table]?.[name] : undefined) ??
			masked.get(name) ??
			(textColumns.includes(name) && type !== 'VARCHAR' ? `t."${name}"::VARCHAR` : `t."${name}"`);
		const held = scoped ? heldByUnits[table]?.[name] : undefined;
		return `${held ? `CASE WHEN ${held} THEN ${value} END` : value} AS "${name}"`;
	});
	const condition = scoped ? rowsOfUnits[table] : undefined;
	const view = `slice_${table}`;
	await database.execute(
		`CREATE TEMP VIEW ${view} AS SELECT ${selected.join(', ')} FROM source.${table} t${condition ? ` WHERE ${condition}` : ''}`
	);

	const casts: string[] = [];
	for (const column of columns) {
		const repeated = column.type.startsWith('ENUM') && !isClosed(column);
		casts.push(repeated ? await enumCast(database, view, column.name) : `"${column.name}"`);
	}
	// A scan keeps the order of the source, so the slice is sorted as the edition is.
	await database.execute(`CREATE TABLE edition.${table} AS SELECT ${casts.join(', ')} FROM ${view}`);
}

async function markSlice(database: NativeDatabase, slice: Slice): Promise<void> {
	await database.run("UPDATE edition.meta SET value = ? WHERE key = 'level'", [slice.level]);
	if (slice.units === null) return;
	await database.appendRows('edition.main.meta', 2, [['units', slice.units.join('|')]]);
}
