// How a field's values are held in the engine, in the browser as on the server.
import type { Field } from './field';

export type EngineType = 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'DOUBLE' | 'DATE' | 'BOOLEAN';

const types: Partial<Record<Field['type'], EngineType>> = {
	amount: 'BIGINT',
	price: 'BIGINT',
	integer: 'INTEGER',
	decimal: 'DOUBLE',
	day: 'DATE',
	day_or_month: 'DATE'
};

/** The type of a field's column: amounts and prices are whole öre, days are dates, the rest that is not a number is text. */
export function engineType(field: Field): EngineType {
	return types[field.type] ?? 'VARCHAR';
}
