import * as v from 'valibot';
import { defineQuery } from './query';

/** What an address can name that only the edition knows. */
export const namedKinds = ['supplier', 'unit', 'system', 'product'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** The words, told apart by a character that no name has. */
const separator = '\u001f';

/** The words that nothing in the edition is called: an address that is wrong, or of another edition or other nämnder. */
export const unheardWords = defineQuery({
	name: 'unheard-words',
	question: 'Vilka av adressens ord finns inte i siffrorna?',
	statement: (words: Readonly<Record<NamedKind, readonly string[]>>) => ({
		sql: `WITH named AS (
				SELECT kind, unnest(string_split(words, chr(31))) AS word
				FROM (VALUES ('supplier', ?), ('unit', ?), ('system', ?), ('product', ?)) list(kind, words)
			)
			SELECT kind, word FROM named WHERE word <> '' AND NOT coalesce(CASE kind
				WHEN 'supplier' THEN word IN (SELECT supplier_key::VARCHAR FROM supplier)
				WHEN 'unit' THEN word IN (
					SELECT unit::VARCHAR FROM cost UNION SELECT unit::VARCHAR FROM unit UNION SELECT unit::VARCHAR FROM licence
					UNION SELECT unit::VARCHAR FROM budget)
				WHEN 'system' THEN word IN (SELECT system_id::VARCHAR FROM system UNION SELECT system_ref::VARCHAR FROM cost)
				ELSE word IN (SELECT product::VARCHAR FROM licence)
			END, false)`,
		parameters: namedKinds.map((kind) => words[kind].join(separator))
	}),
	row: v.object({ kind: v.picklist(namedKinds), word: v.string() })
});
