import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());
const number = v.nullable(v.number());

/**
 * The systems of the register, one line each (the first where a register has several), with what is asked when two are set side by side:
 * what they do, for whom, how they run, what users think and what they are classified as. Classification is null in slices that may not
 * have it. Lists have `|` between their words.
 */
export const comparedSystems = defineQuery({
	name: 'compared-systems',
	question: 'Vad säger registret om systemen när de ställs bredvid varandra?',
	statement: ({ classified }: { classified: boolean }) => ({
		sql: `WITH sold AS (
				SELECT system_id::VARCHAR AS system_id, string_agg(DISTINCT product::VARCHAR, '|' ORDER BY product::VARCHAR) AS products
				FROM licence WHERE system_id IS NOT NULL GROUP BY 1
			)
			SELECT system_id, name, unit::VARCHAR AS unit, used_by, shared::VARCHAR AS shared, capabilities, supplier, supplier_key, contract_ids,
				products, operating_form::VARCHAR AS operating_form, life_cycle::VARCHAR AS life_cycle, in_use_from::VARCHAR AS in_use_from,
				retired_from::VARCHAR AS retired_from, replaced_by, users, user_rating,
				${classified ? 'class_confidentiality, class_integrity, class_availability' : 'NULL::INTEGER AS class_confidentiality, NULL::INTEGER AS class_integrity, NULL::INTEGER AS class_availability'},
				completed
			FROM system LEFT JOIN sold USING (system_id) WHERE system_id IS NOT NULL
			QUALIFY row_number() OVER (PARTITION BY system_id ORDER BY file_id, source_row) = 1
			ORDER BY system_id`,
		parameters: []
	}),
	row: v.object({
		system_id: v.string(),
		name: text,
		unit: text,
		used_by: text,
		shared: text,
		capabilities: text,
		supplier: text,
		supplier_key: text,
		contract_ids: text,
		products: text,
		operating_form: text,
		life_cycle: text,
		in_use_from: text,
		retired_from: text,
		replaced_by: text,
		users: number,
		user_rating: number,
		class_confidentiality: number,
		class_integrity: number,
		class_availability: number,
		completed: text
	})
});

export type ComparedSystemLine = v.InferOutput<typeof comparedSystems.row>;
