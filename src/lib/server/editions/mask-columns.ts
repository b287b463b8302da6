// The last line of defence before a file leaves for people who may not see personal data: personnummer are masked at
// import, and looked for once more in every text column of an open slice.
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { log } from '../log';

/** Everything that the masking takes matches this; it leaves few words to fetch. */
const possible = '[0-9]{2}[01][0-9]{3}[-+\u2010-\u2015\u2212 ]{0,3}[0-9]{4}';

/**
 * Finds personnummer in the columns of a table. For columns that hold any, the answer has the expression that gives the
 * masked text in the column's place.
 * @param table and `columns` are names from the edition itself
 */
export async function maskColumns(
	database: NativeDatabase,
	table: string,
	columns: readonly string[]
): Promise<Map<string, string>> {
	const expressions = new Map<string, string>();
	for (const column of columns) {
		const words = await database.run(
			`SELECT DISTINCT "${column}"::VARCHAR AS word FROM ${table} WHERE regexp_matches("${column}"::VARCHAR, ?)`,
			[possible]
		);
		const changes: [string, string][] = [];
		for (const { word } of words) {
			const masked = maskPersonalNumbers(String(word));
			if (masked.found) changes.push([String(word), masked.text]);
		}
		if (!changes.length) continue;
		log.warn({ table, column, words: changes.length }, 'personnummer masked when the open slice was built');
		const mapping = `masked_${table.replace(/\W/g, '_')}_${column}`;
		await database.execute(`CREATE TABLE ${mapping} (word VARCHAR, masked VARCHAR)`);
		await database.appendRows(mapping, 2, changes);
		expressions.set(
			column,
			`coalesce((SELECT m.masked FROM ${mapping} m WHERE m.word = t."${column}"::VARCHAR), t."${column}"::VARCHAR)`
		);
	}
	return expressions;
}
