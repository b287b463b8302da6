import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());
const number = v.nullable(v.number());

/** The systems of the register, one line each (the first where a register has several), as the pages of dependence ask for them. */
export const systemRegister = defineQuery({
	name: 'system-register',
	question: 'Vilka system finns i registret, och vad säger det om vem som råder över dem?',
	statement: () => ({
		sql: `SELECT system_id, name, unit, used_by, shared, supplier, organisation_number, supplier_key, contract_ids, layer, capabilities,
			system_owner, information_owner, maintenance_lead, personal_data, operating_form, life_cycle, in_use_from::VARCHAR AS in_use_from,
			retired_from::VARCHAR AS retired_from, replaced_by, user_rating, criticality, users, integrations, api, data_export,
			sov_strategic, sov_legal, sov_data, sov_operational, sov_supply_chain, sov_technology, sov_security,
			sov_environment, completed
		FROM system WHERE system_id IS NOT NULL
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
		supplier: text,
		organisation_number: text,
		supplier_key: text,
		contract_ids: text,
		layer: text,
		capabilities: text,
		system_owner: text,
		information_owner: text,
		maintenance_lead: text,
		personal_data: text,
		operating_form: text,
		life_cycle: text,
		in_use_from: text,
		retired_from: text,
		replaced_by: text,
		user_rating: number,
		criticality: text,
		users: number,
		integrations: number,
		api: text,
		data_export: text,
		sov_strategic: number,
		sov_legal: number,
		sov_data: number,
		sov_operational: number,
		sov_supply_chain: number,
		sov_technology: number,
		sov_security: number,
		sov_environment: number,
		completed: text
	})
});

export type RegisteredSystem = v.InferOutput<typeof systemRegister.row>;

/** Lines by their system. @param change what is made of each */
export function linesById<Line extends { system_id: string }, Made>(
	lines: readonly Line[],
	change: (line: Line) => Made
): ReadonlyMap<string, Made> {
	return new Map(lines.map((line) => [line.system_id, change(line)]));
}
