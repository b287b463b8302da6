// The engine columns of each canonical table, as the edition and its staging tables have them.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import { engineType, type EngineType } from '$lib/domain/columns/engine-type';

export interface EngineColumn {
	name: string;
	/** Type in the staging table. */
	type: EngineType;
	/** Repeated words become ENUM in the edition. */
	repeated: boolean;
	controllersOnly: boolean;
}

/** Text columns with nearly as many values as rows stay text. */
const manyValued = new Set(['voucher', 'invoice', 'text', 'title', 'description', 'registry_number', 'name']);

function columnOf(kind: TableKind, field: Field): EngineColumn {
	const type = engineType(field);
	return {
		name: field.name,
		type,
		repeated:
			type === 'VARCHAR' &&
			!manyValued.has(field.name) &&
			(kind === 'cost' || kind === 'licence' || kind === 'budget'),
		controllersOnly: field.controllersOnly ?? false
	};
}

const derived = (name: string, type: EngineColumn['type'], repeated = false): EngineColumn => ({
	name,
	type,
	repeated,
	controllersOnly: false
});

const extras: Partial<Record<TableKind, EngineColumn[]>> = {
	cost: [derived('is_period', 'BOOLEAN'), derived('supplier_key', 'VARCHAR', true)],
	contract: [
		derived('supplier_key', 'VARCHAR'),
		derived('notice_day', 'DATE'),
		derived('latest_end', 'DATE'),
		derived('last_safe_start', 'DATE'),
		derived('completed', 'VARCHAR')
	],
	system: [derived('supplier_key', 'VARCHAR'), derived('completed', 'VARCHAR')],
	licence: [
		derived('supplier_key', 'VARCHAR', true),
		derived('unused', 'INTEGER'),
		derived('unused_amount', 'BIGINT')
	]
};

/** The columns of a staging table: fields, derived ones, and where the row came from. */
export function stagingColumns(kind: TableKind): EngineColumn[] {
	return [
		...tables[kind].fields.map((field) => columnOf(kind, field)),
		...(extras[kind] ?? []),
		derived('file_id', 'INTEGER'),
		derived('sheet', 'VARCHAR', true),
		derived('source_row', 'INTEGER')
	];
}
