import * as v from 'valibot';
import { defineQuery } from './query';

/** The tables of the attached edition with their columns in order. The words of an ENUM are left out of its type. */
export const editionSchema = defineQuery({
	name: 'edition-schema',
	question: 'Vilka tabeller och kolumner har utgåvan?',
	statement: () => ({
		sql: `SELECT table_name AS table, column_name AS column,
			CASE WHEN starts_with(data_type, 'ENUM') THEN 'ENUM' ELSE data_type END AS type
		FROM information_schema.columns
		WHERE table_catalog = current_database() AND table_schema = 'main'
		ORDER BY table_name, ordinal_position`,
		parameters: []
	}),
	row: v.object({ table: v.string(), column: v.string(), type: v.string() })
});
