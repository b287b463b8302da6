import { needFields, type NeedWord } from '$lib/domain/need-words';
import * as v from 'valibot';
import { defineQuery } from './query';

interface AskedNeed {
	/** At least one. */
	words: readonly NeedWord[];
	/** The slice has descriptions of systems. */
	described: boolean;
}

/**
 * Where words of a need are found: in names, förmågor, descriptions, suppliers and CPV of systems, contracts, licence products and
 * förmågor. Case and accents do not count, and a stem may stand inside a word.
 */
export const needHits = defineQuery({
	name: 'need-hits',
	question: 'Vilka system, avtal, licenser och förmågor nämner det som behövs?',
	statement: ({ words, described }: AskedNeed) => ({
		sql: `WITH word AS (
				SELECT * FROM (VALUES ${words.map(() => '(?::INTEGER, ?::VARCHAR)').join(', ')}) asked(place, stem)
			), said AS (
				SELECT 'system' AS kind, system_id AS id, 'namn' AS field, name AS words FROM system
				UNION ALL SELECT 'system', system_id, 'leverantör', supplier::VARCHAR FROM system
				${described ? "UNION ALL SELECT 'system', system_id, 'beskrivning', description FROM system" : ''}
				UNION ALL SELECT 'system', listed.system_id, 'förmåga', coalesce(capability.name, listed.capability_id)
				FROM (SELECT system_id, trim(unnest(string_split(capabilities, '|'))) AS capability_id FROM system) listed
				LEFT JOIN capability USING (capability_id)
				UNION ALL SELECT 'avtal', contract_id, 'namn', title FROM contract
				UNION ALL SELECT 'avtal', contract_id, 'leverantör', supplier::VARCHAR FROM contract
				UNION ALL SELECT 'avtal', contract_id, 'cpv', cpv::VARCHAR FROM contract
				UNION ALL SELECT 'licens', product::VARCHAR, 'namn', product::VARCHAR FROM licence
				UNION ALL SELECT 'licens', product::VARCHAR, 'leverantör', supplier::VARCHAR FROM licence
				UNION ALL SELECT 'förmåga', capability_id, 'namn', name FROM capability
			)
			SELECT DISTINCT kind, id, field, place FROM said JOIN word ON contains(strip_accents(lower(words)), stem)
			WHERE id IS NOT NULL ORDER BY ALL`,
		parameters: words.flatMap(({ stem }, place) => [place, stem])
	}),
	row: v.object({
		kind: v.picklist(['system', 'avtal', 'licens', 'förmåga']),
		id: v.string(),
		field: v.picklist(needFields),
		place: v.number()
	})
});
