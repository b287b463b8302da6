import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { words, type TaggingTable } from './tagging-table';

/** What the rule editor suggests values for. */
export const knownFields = [
	'account',
	'supplier',
	'organisation_number',
	'unit',
	'responsibility',
	'operation',
	'project',
	'activity',
	'object',
	'counterpart',
	'maker',
	'system',
	'contract',
	'month'
] as const;
export type KnownField = (typeof knownFields)[number];

/**
 * The distinct values of each field, those with most |öre| first, at most `limit` of each. `label` is the text of an account,
 * the name of a system, the title of a contract; null elsewhere. A cell with several organisation numbers gives each of
 * them. Systems and contracts are those of the registers, costs or not. Months come newest first, all of them.
 */
export const taggingKnownValues = defineQuery({
	name: 'tagging-known-values',
	question: 'Vilka värden finns att välja bland i en regel?',
	statement: ({ table, limit }: TaggingTable & { limit: number }): Statement => {
		const weight = "coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0)::BIGINT AS absolute_ore";
		const plain = (field: KnownField, from = 'cost', label = 'NULL::VARCHAR'): string =>
			`SELECT '${field}' AS field, ${field}::VARCHAR AS value, ${label} AS label, ${weight}
			FROM ${from} WHERE ${field} IS NOT NULL GROUP BY ${field}`;
		const numbers = `SELECT 'organisation_number' AS field, value, NULL::VARCHAR AS label,
				sum(absolute_ore)::BIGINT AS absolute_ore
			FROM (
				SELECT unnest(string_split(organisation_number::VARCHAR, '|')) AS value, absolute_ore
				FROM (SELECT organisation_number, ${weight} FROM cost
					WHERE organisation_number IS NOT NULL GROUP BY organisation_number)
			) WHERE value <> '' GROUP BY value`;
		const register = (field: KnownField, id: string, name: string): string => `
			SELECT '${field}' AS field, r.${id}::VARCHAR AS value, max(r.${name}::VARCHAR) AS label,
				coalesce(max(k.absolute_ore), 0)::BIGINT AS absolute_ore
			FROM "${field}" r LEFT JOIN (
				SELECT ${id}::VARCHAR AS ${id}, ${weight} FROM ${table} WHERE ${id} IS NOT NULL GROUP BY ALL
			) k ON k.${id} = r.${id}::VARCHAR
			WHERE r.${id} IS NOT NULL GROUP BY r.${id}`;
		const parts = [
			plain('account', 'cost', 'max(account_text)::VARCHAR'),
			plain('supplier'),
			numbers,
			plain('unit'),
			plain('responsibility'),
			plain('operation'),
			plain('project'),
			plain('activity'),
			plain('object'),
			plain('counterpart'),
			plain('maker', table),
			register('system', 'system_id', 'name'),
			register('contract', 'contract_id', 'title')
		].map((part) => ({
			sql: `(SELECT * FROM (${part}) ORDER BY absolute_ore DESC, value LIMIT ?)`,
			parameters: [limit]
		}));
		const months = `(SELECT 'month' AS field, strftime(month, '%Y-%m') AS value, NULL::VARCHAR AS label, absolute_ore
			FROM (SELECT date_trunc('month', day) AS month, ${weight} FROM cost GROUP BY ALL))`;
		return {
			sql: `SELECT * FROM (${[...parts.map((part) => part.sql), months].join(' UNION ALL ')})
				ORDER BY field, CASE WHEN field = 'month' THEN value END DESC, absolute_ore DESC, value`,
			parameters: parts.flatMap(({ parameters }) => parameters)
		};
	},
	row: v.object({
		field: v.picklist(knownFields),
		value: v.string(),
		label: words,
		absolute_ore: v.number()
	})
});
