// What is already judged, as evidence for groups that are not. domain/tag-suggestion.ts weighs it.
import * as v from 'valibot';
import { wordsWithoutMeaning, type EvidenceLevel, type TagEvidence } from '$lib/domain/tag-suggestion';
import { defineQuery, type Statement } from './query';
import { bound, boundTable, sqlText as sql } from '$lib/engine/sql-text';
import { words, type TaggingTable } from './tagging-table';

/** Groups by supplier and account, as tagging-untagged gives them. */
export interface SuggestionInput extends TaggingTable {
	groups: readonly { supplier_key: string | null; account: string | null }[];
}

const levels = [
	'supplier_account',
	'supplier_prefix',
	'supplier',
	'account_text_word',
	'account_name_word',
	'name_word',
	'account'
] as const satisfies readonly EvidenceLevel[];

const evidenceRow: v.GenericSchema<unknown, TagEvidence> = v.object({
	group_index: v.number(),
	level: v.picklist(levels),
	word: words,
	it_cost: v.nullable(v.picklist(['ja', 'nej'])),
	cost_kind: words,
	orientation: words,
	system_id: words,
	row_count: v.number(),
	absolute_ore: v.number(),
	suppliers: v.number()
});

const tags = 'it_cost, cost_kind, orientation, system_id';
const tagWords = ['it_cost', 'cost_kind', 'orientation', 'system_id']
	.map((tag) => `${tag}::VARCHAR AS ${tag}`)
	.join(', ');

function asked({ groups }: SuggestionInput): Statement {
	return boundTable(
		[
			['group_index', 'INTEGER'],
			['supplier_key', 'VARCHAR'],
			['account', 'VARCHAR']
		],
		groups.map(({ supplier_key, account }, index) => [index, supplier_key, account])
	);
}

/** The words of a text that can mean something: three letters or more, and `it`. */
function wordsOf(text: string): Statement {
	return sql`unnest(list_distinct(list_filter(regexp_split_to_array(lower(${text}), '[^\\p{L}]+'),
		lambda word: (length(word) >= 3 OR word = 'it')
			AND NOT list_contains(string_split(${bound(wordsWithoutMeaning.join(' '))}::VARCHAR, ' '), word))))`;
}

/**
 * Evidence for each group from suppliers, accounts and words of suppliers' names. A row that a rule names as possible IT but
 * nobody has judged is no evidence, and neither are the group's own rows.
 */
export const taggingSuggestions = defineQuery({
	name: 'tagging-suggestions',
	question: 'Vad säger redan bedömda rader om de obedömda?',
	statement: (input: SuggestionInput): Statement =>
		sql`WITH asked AS MATERIALIZED ${asked(input)},
			known AS MATERIALIZED (
				SELECT supplier_key::VARCHAR AS supplier_key, supplier::VARCHAR AS supplier, account::VARCHAR AS account,
					${tagWords}, row_count, absolute_ore
				FROM (
					SELECT supplier_key, supplier, account, ${tags}, count(*) AS row_count,
						coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0) AS absolute_ore
					FROM ${input.table} WHERE it_cost IS NOT NULL OR NOT coalesce(candidate, false) GROUP BY ALL
				)
			),
			name_words AS MATERIALIZED (
				SELECT DISTINCT supplier_key, ${wordsOf('supplier')} AS word
				FROM (
					SELECT supplier_key, supplier FROM known WHERE supplier IS NOT NULL AND supplier_key IS NOT NULL
					UNION SELECT supplier_key::VARCHAR, max(supplier)::VARCHAR FROM ${input.table}
					WHERE supplier_key::VARCHAR IN (SELECT supplier_key FROM asked) GROUP BY ALL
				)
			),
			shared AS (
				SELECT a.group_index, a.account, own.word, other.supplier_key
				FROM asked a JOIN name_words own ON own.supplier_key = a.supplier_key
				JOIN name_words other ON other.word = own.word AND other.supplier_key <> a.supplier_key
			),
			found AS (
				SELECT a.group_index, CASE WHEN k.account IS NOT DISTINCT FROM a.account THEN 'supplier_account'
						WHEN left(k.account, 3) = left(a.account, 3) THEN 'supplier_prefix' ELSE 'supplier' END AS level,
					NULL::VARCHAR AS word, k.*
				FROM asked a JOIN known k ON k.supplier_key = a.supplier_key
				WHERE k.it_cost IS NOT NULL OR k.account IS DISTINCT FROM a.account
				UNION ALL
				SELECT s.group_index, 'name_word', s.word, k.* FROM shared s JOIN known k ON k.supplier_key = s.supplier_key
				UNION ALL
				SELECT s.group_index, 'account_name_word', s.word, k.* FROM shared s
				JOIN known k ON k.supplier_key = s.supplier_key AND k.account = s.account WHERE k.it_cost IS NOT NULL
				UNION ALL
				SELECT a.group_index, 'account', NULL, k.* FROM asked a JOIN known k ON k.account = a.account
				WHERE k.it_cost IS NOT NULL AND k.supplier_key IS DISTINCT FROM a.supplier_key
			)
			SELECT group_index, level, word, ${tags}, sum(row_count)::BIGINT AS row_count,
				sum(absolute_ore)::BIGINT AS absolute_ore, count(DISTINCT supplier_key) AS suppliers
			FROM found GROUP BY ALL ORDER BY group_index, level, word, absolute_ore DESC`,
	row: evidenceRow
});

/** Texts of a group, and judged texts of its accounts, are read up to these many, the largest |öre| first. */
const ownTexts = 50;
const judgedTexts = 20_000;
/** Words of a group that are looked for, the most common first. */
const wordsOfGroup = 12;

/**
 * Evidence from words of the rows' free text: judged rows on the same account with a word that the group's rows have. Worth
 * asking where tagging-untagged gives `text_rows`. In full editions only.
 */
export const taggingTextSuggestions = defineQuery({
	name: 'tagging-text-suggestions',
	question: 'Vad säger orden i redan bedömda raders text om de obedömda?',
	statement: (input: SuggestionInput): Statement =>
		sql`WITH asked AS MATERIALIZED ${asked(input)},
			texts AS MATERIALIZED (
				SELECT r.*, cost.text FROM (
					SELECT row_id, supplier_key::VARCHAR AS supplier_key, account::VARCHAR AS account, ${tagWords},
						CASE WHEN currency = 'SEK' THEN abs(amount) ELSE 0 END AS absolute_ore
					FROM ${input.table} WHERE account::VARCHAR IN (SELECT account FROM asked)
				) r JOIN cost ON cost.row_id = r.row_id WHERE cost.text IS NOT NULL
			),
			own_words AS MATERIALIZED (
				SELECT group_index, account, word FROM (
					SELECT group_index, account, word,
						row_number() OVER (PARTITION BY group_index ORDER BY count(*) DESC, word) AS place
					FROM (
						SELECT group_index, account, ${wordsOf('text')} AS word FROM (
							SELECT a.group_index, a.account, t.text,
								row_number() OVER (PARTITION BY a.group_index ORDER BY t.absolute_ore DESC, t.row_id) AS turn
							FROM asked a JOIN texts t ON t.account = a.account
								AND t.supplier_key IS NOT DISTINCT FROM a.supplier_key
							WHERE t.it_cost IS NULL
						) WHERE turn <= ${String(ownTexts)}
					) GROUP BY group_index, account, word
				) WHERE place <= ${String(wordsOfGroup)}
			),
			judged_words AS MATERIALIZED (
				SELECT account, ${wordsOf('text')} AS word, ${tags}, row_count, absolute_ore, suppliers FROM (
					SELECT account, text, ${tags}, count(*) AS row_count, sum(absolute_ore) AS absolute_ore,
						count(DISTINCT supplier_key) AS suppliers
					FROM texts WHERE it_cost IS NOT NULL GROUP BY ALL
					ORDER BY absolute_ore DESC, text LIMIT ${String(judgedTexts)}
				)
			)
			SELECT group_index, 'account_text_word' AS level, word, ${tags}, sum(row_count)::BIGINT AS row_count,
				sum(absolute_ore)::BIGINT AS absolute_ore, max(suppliers) AS suppliers
			FROM own_words JOIN judged_words USING (account, word)
			GROUP BY group_index, word, ${tags} ORDER BY group_index, word, absolute_ore DESC`,
	row: evidenceRow
});
