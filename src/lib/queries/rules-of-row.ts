import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/** The rules of one version, in their order. A condition that is not for the reader's role is NULL. */
export const rulesOfRow = defineQuery({
	name: 'rules-of-row',
	question: 'Vilka regler träffade också raden?',
	statement: ({ ids, version }: { ids: readonly string[]; version: number }) => ({
		sql: `SELECT rule_id, position, name, condition, it_cost, cost_kind, orientation, system_id, contract_id, maker, parts,
				author, day, version
			FROM rule WHERE rule_version = ? AND rule_id IN (SELECT unnest(string_split(?::VARCHAR, chr(31))))
			ORDER BY position NULLS FIRST`,
		parameters: [version, ids.join('\u001f')]
	}),
	row: v.object({
		rule_id: v.string(),
		position: v.nullable(v.number()),
		name: v.string(),
		condition: text,
		/** 'ja', 'nej' or 'kandidat'. */
		it_cost: text,
		cost_kind: text,
		orientation: text,
		system_id: text,
		contract_id: text,
		maker: text,
		/** How many parts it divides a row in; null when it does not. */
		parts: v.nullable(v.number()),
		author: text,
		day: text,
		version: v.nullable(v.number())
	})
});
