// How many people each nämnd or system has, by the registers. Zero is no number: nobody's cost is shared by nobody.
import { monthEnd, type Month } from '$lib/domain/period';
import type { Condition } from './cost-filter';

/**
 * A table of `key` and `count` (NULL is unknown). Employees are those of the register's line on the last day of a month; the
 * users of a system with several lines are the most that any says.
 */
export function headcountRows(of: 'unit' | 'system', month: Month): Condition {
	if (of === 'system')
		return {
			sql: 'SELECT system_id AS key, nullif(max(users), 0) AS count FROM system GROUP BY system_id',
			parameters: []
		};
	const day = monthEnd(month);
	return {
		sql: `SELECT unit AS key, nullif(last(employees ORDER BY valid_from NULLS FIRST), 0) AS count FROM unit
			WHERE unit IS NOT NULL AND coalesce(valid_from, ?::DATE) <= ?::DATE AND coalesce(valid_to, ?::DATE) >= ?::DATE
			GROUP BY unit`,
		parameters: [day, day, day, day]
	};
}
