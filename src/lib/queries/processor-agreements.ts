import * as v from 'valibot';
import { defineQuery } from './query';

/** What the register says of each contract's agreement on personal data; of several lines, ja before nej before okänt. */
export const processorAgreements = defineQuery({
	name: 'processor-agreements',
	question: 'Vilka avtal har ett personuppgiftsbiträdesavtal?',
	statement: () => ({
		sql: `SELECT contract_id, CASE WHEN bool_or(data_processor = 'ja') THEN 'ja'
				WHEN bool_and(coalesce(data_processor = 'nej', false)) THEN 'nej' END AS answer
			FROM contract WHERE contract_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
		parameters: []
	}),
	row: v.object({ contract_id: v.string(), answer: v.nullable(v.string()) })
});
