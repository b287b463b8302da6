import * as v from 'valibot';
import { spreadKind } from '$lib/domain/accrual';
import { monthEnd, monthPlus, type Month } from '$lib/domain/period';
import { inPeriod, itRows } from './cost-filter';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/**
 * Every nämnd that has licences, paid for licences in the last twelve months, or gets kommunbidrag, with what a transfer can
 * be counted by (öre a year). `priced` is bought × price × 12; `used` the same of what is assigned or active, at most what
 * is bought, over the rows whose use is known; `used_base` the priced cost of those rows. `ledger` is twelve months of
 * Licens/SaaS; a product is not known there.
 */
export const licenceTransferUnits = defineQuery({
	name: 'licence-transfer-units',
	question: 'Vad kostar nämndernas licenser, och vad kan kommunbidraget fördelas på?',
	statement: ({ selection, month }: { selection: Omit<LicenceSelection, 'from' | 'to'>; month: Month }) => {
		const where = licenceCondition({ ...selection, from: month, to: month });
		const year = inPeriod({ from: monthPlus(month, -11), to: month });
		const day = monthEnd(month);
		return {
			sql: `WITH bought AS (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, sum(purchased)::BIGINT AS licences,
					(sum(purchased * price) * 12)::BIGINT AS priced,
					(sum(least(purchased, greatest(assigned, active)) * price) * 12)::BIGINT AS used,
					(sum(purchased * price) FILTER (unused_amount IS NOT NULL) * 12)::BIGINT AS used_base,
					coalesce(sum(purchased) FILTER (price IS NULL), 0)::BIGINT AS without_price, count(*)::INTEGER AS row_count
				FROM licence WHERE ${where.sql} GROUP BY 1
			), paid AS (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, sum(amount)::BIGINT AS ledger
				FROM cost WHERE ${itRows} AND cost_kind = '${spreadKind}' AND ${year.sql} GROUP BY 1
			), register AS (
				SELECT unit, nullif(last(employees ORDER BY valid_from NULLS FIRST), 0) AS employees,
					last("grant" ORDER BY valid_from NULLS FIRST) AS municipal_grant
				FROM unit WHERE unit IS NOT NULL AND coalesce(valid_from, ?::DATE) <= ?::DATE AND coalesce(valid_to, ?::DATE) >= ?::DATE
				GROUP BY unit
			), names AS (
				SELECT unit FROM bought UNION SELECT unit FROM paid
				UNION SELECT unit FROM register WHERE municipal_grant > 0
			)
			SELECT names.unit, bought.licences, bought.priced, bought.used, bought.used_base,
				coalesce(bought.without_price, 0)::BIGINT AS without_price, coalesce(bought.row_count, 0)::INTEGER AS row_count,
				paid.ledger, register.employees::INTEGER AS employees, register.municipal_grant::BIGINT AS municipal_grant
			FROM names LEFT JOIN bought ON bought.unit = names.unit LEFT JOIN paid ON paid.unit = names.unit
			LEFT JOIN register ON register.unit = names.unit
			ORDER BY bought.priced DESC NULLS LAST, paid.ledger DESC NULLS LAST, names.unit`,
			parameters: [...where.parameters, ...year.parameters, day, day, day, day]
		};
	},
	row: v.object({
		unit: v.string(),
		licences: v.nullable(v.number()),
		priced: v.nullable(v.number()),
		used: v.nullable(v.number()),
		used_base: v.nullable(v.number()),
		without_price: v.number(),
		row_count: v.number(),
		ledger: v.nullable(v.number()),
		employees: v.nullable(v.number()),
		municipal_grant: v.nullable(v.number())
	})
});
