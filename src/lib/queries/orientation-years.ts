import type { Filters } from '$lib/domain/filters';
import type { OrientationDivision, OrientationSum } from '$lib/domain/orientation-years';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { dimensionKey, dimensionNames } from './dimension-sql';
import { defineQuery } from './query';

/** The part that a row of `cost` belongs to: what is neither of the three known words is unknown. */
export const orientationOfRow = `CASE WHEN orientation::VARCHAR IN ('förvaltning', 'utveckling', 'avveckling')
	THEN orientation::VARCHAR ELSE 'okänt' END`;

/** IT cost (öre) per year and inriktning, divided: the whole year, and January to a month. The filters' period and basis do not count. */
export const orientationYears = defineQuery({
	name: 'orientation-years',
	question: 'Hur mycket var förvaltning, utveckling och avveckling, år för år?',
	statement: ({
		filters,
		by,
		cut
	}: {
		filters: Filters;
		by: OrientationDivision;
		/** 1–12. */
		cut: number;
	}) => {
		const where = costFilter(filters, 'period');
		const names = dimensionNames(by);
		return {
			sql: `SELECT value, ${names ? 'coalesce(named.label, value)' : 'value'} AS label, year, part, whole, to_cut
				FROM (
					SELECT ${dimensionKey(by)}::VARCHAR AS value, year(day)::INTEGER AS year, ${orientationOfRow} AS part,
						sum(amount)::BIGINT AS whole,
						coalesce(sum(amount) FILTER (month(day) <= ?::INTEGER), 0)::BIGINT AS to_cut
					FROM cost WHERE ${where.sql} GROUP BY ALL
				) sums ${names ? `LEFT JOIN ${names} named ON named.key = sums.value` : ''}
				ORDER BY year, value, part`,
			parameters: [cut, ...where.parameters]
		};
	},
	row: v.object({
		value: v.nullable(v.string()),
		label: v.nullable(v.string()),
		year: v.number(),
		part: v.picklist(['förvaltning', 'utveckling', 'avveckling', 'okänt']),
		whole: v.number(),
		to_cut: v.number()
	})
});

/** A row of {@link orientationYears} as the domain has it. */
export function orientationSum({
	to_cut: toCut,
	...row
}: v.InferOutput<typeof orientationYears.row>): OrientationSum {
	return { ...row, toCut };
}
