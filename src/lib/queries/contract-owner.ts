import * as v from 'valibot';
import { defineQuery } from './query';

/** The lines of a contract in the register: what it is called and which nämnd owns it. */
export const contractOwner = defineQuery({
	name: 'contract-owner',
	question: 'Vad heter avtalet och vilken nämnd äger det?',
	statement: (contractId: string) => ({
		sql: 'SELECT contract_id, title, unit::VARCHAR AS unit FROM contract WHERE contract_id = ? ORDER BY file_id, source_row',
		parameters: [contractId]
	}),
	row: v.object({ contract_id: v.string(), title: v.string(), unit: v.nullable(v.string()) })
});
