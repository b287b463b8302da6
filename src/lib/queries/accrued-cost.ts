// What queries read cost from: the ledger, or the ledger with its yearly licences spread (domain/accrual.ts).
import { mostYearlyMonths, quietMonths, spreadKind, spreadMonths, type Spreading } from '$lib/domain/accrual';
import type { Filters } from '$lib/domain/filters';
import { monthEnd, monthStart } from '$lib/domain/period';
import { inPeriod, itRows, type Condition } from './cost-filter';

const purchase = ['supplier_key', 'unit', 'account', 'contract_ref', 'system_id'] as const;
const purchaseColumns = purchase.join(', ');
const licenceRows = `${itRows} AND cost_kind = '${spreadKind}'`;
const monthNumber = (day: string): string => `(year(${day}) * 12 + month(${day}) - 1)`;

/** The first day of the last month with data. */
const lastMonth = "(SELECT (value || '-01')::DATE FROM meta WHERE key = 'data_to')";

/** Tables to stand after WITH; the last, `yearly`, is each purchase and `booked_year` that is a yearly licence. */
const yearlyTables = `purchase_month AS (
		SELECT ${purchaseColumns}, ${monthNumber('day')} AS month FROM cost WHERE ${licenceRows} GROUP BY ALL
	), neighbour AS (
		SELECT *, month // 12 AS booked_year,
			lag(month) OVER one_purchase AS month_before, lead(month) OVER one_purchase AS month_after
		FROM purchase_month WINDOW one_purchase AS (PARTITION BY ${purchaseColumns} ORDER BY month)
	), purchase_year AS (
		SELECT ${purchaseColumns}, booked_year, count(*) <= ${mostYearlyMonths} AS few,
			bool_and(CASE WHEN month_before IS NULL OR month_before // 12 = booked_year THEN true
				ELSE month - month_before > ${quietMonths} END)
			AND bool_and(CASE WHEN month_after // 12 = booked_year THEN true
				ELSE ${monthNumber(lastMonth)} - month >= ${quietMonths}
					AND (month_after IS NULL OR month_after - month > ${quietMonths}) END) AS quiet
		FROM neighbour GROUP BY ${purchaseColumns}, booked_year
	), yearly AS (
		SELECT ${purchaseColumns}, booked_year FROM purchase_year
		QUALIFY few AND bool_or(few AND quiet) OVER (PARTITION BY ${purchaseColumns})
	)`;

const joinYearly = `LEFT JOIN yearly ON year(cost.day) = yearly.booked_year
	AND ${purchase.map((column) => `cost.${column} IS NOT DISTINCT FROM yearly.${column}`).join(' AND ')}`;

/** The öre of a row that fall so many months after the one that it is booked in. @param place SQL of a number from 0 */
function partAmount(place: string): string {
	const until = (months: string) => `amount::HUGEINT * (${months}) // ${spreadMonths}`;
	return `(${until(`${place} + 1`)} - ${until(place)})::BIGINT`;
}

/**
 * `cost` with each row of a yearly licence as its parts: `day` is the first of a part's month, `is_period` true and
 * `amount` the part. Adds `spread` BOOLEAN, `spread_part` (from 1; 0 of a row that is whole), `booked_day` and
 * `booked_amount` (öre, of the whole row; NULL where nothing is spread).
 * @param beyond with the parts of months after the data
 */
function accruedCost(beyond: boolean): string {
	return `(WITH ${yearlyTables}, licence AS (
		SELECT cost.*, yearly.booked_year IS NOT NULL AS spread FROM cost ${joinYearly} WHERE ${licenceRows}
	), placed AS (
		SELECT *, unnest(CASE WHEN spread THEN range(${spreadMonths}) ELSE range(1) END) AS place FROM licence
	)
	SELECT *, false AS spread, 0 AS spread_part, NULL::DATE AS booked_day, NULL::BIGINT AS booked_amount
	FROM cost WHERE (${licenceRows}) IS NOT TRUE
	UNION ALL BY NAME
	SELECT * EXCLUDE (place) REPLACE (
			CASE WHEN spread THEN (date_trunc('month', day) + to_months(place::INTEGER))::DATE ELSE day END AS day,
			is_period OR spread AS is_period,
			CASE WHEN spread THEN ${partAmount('place')} ELSE amount END AS amount
		),
		CASE WHEN spread THEN place::INTEGER + 1 ELSE 0 END AS spread_part,
		CASE WHEN spread THEN day END AS booked_day, CASE WHEN spread THEN amount END AS booked_amount
	FROM placed ${beyond ? '' : `WHERE NOT spread OR ${monthNumber('day')} + place <= ${monthNumber(lastMonth)}`}
	) AS cost`;
}

/** What stands after FROM, and answers to the name `cost`. Every query that honours the basis reads from here. */
export function costTable({ basis }: Pick<Filters, 'basis'>, spreading?: Spreading): string {
	return basis === 'accrued' ? accruedCost(spreading === 'later') : 'cost';
}

/** The columns that tell a part from a row, on {@link costTable}. */
export function spreadColumns({ basis }: Pick<Filters, 'basis'>): string {
	return basis === 'accrued'
		? 'cost.spread_part, cost.booked_day, cost.booked_amount'
		: '0 AS spread_part, NULL::DATE AS booked_day, NULL::BIGINT AS booked_amount';
}

/** The day that a row or the row of a part is booked, on {@link costTable}: reported months are locked by it. */
export function bookedDay({ basis }: Pick<Filters, 'basis'>): string {
	return basis === 'accrued' ? 'coalesce(cost.booked_day, cost.day)' : 'cost.day';
}

/** A number of each line of {@link costTable} alone, in the order of the ledger. */
export function lineKey({ basis }: Pick<Filters, 'basis'>): string {
	return basis === 'accrued' ? `(cost.row_id * ${spreadMonths + 1} + cost.spread_part)` : 'cost.row_id';
}

/** The parts that a reconciliation names, in place of the condition on their period. */
export function spreadingCondition(spreading: Spreading, { period }: Pick<Filters, 'period'>): Condition {
	if (!period) return { sql: 'false', parameters: [] };
	if (spreading === 'earlier') {
		const inside = inPeriod(period);
		return {
			sql: `${inside.sql} AND booked_day < ?::DATE`,
			parameters: [...inside.parameters, monthStart(period.from)]
		};
	}
	return {
		sql: `booked_day BETWEEN ?::DATE AND ?::DATE AND day > least(?::DATE, last_day(${lastMonth}))`,
		parameters: [monthStart(period.from), monthEnd(period.to), monthEnd(period.to)]
	};
}

/**
 * A statement for the ledger's own file whose rows are those of IT cost, with `spread` and, where it is, the parts
 * `part_0` … `part_11` (öre) in place of one `amount`.
 * @param columns what rows are grouped by
 */
export function spreadSums(columns: string): string {
	const parts = Array.from(
		{ length: spreadMonths },
		(_, place) => `sum(CASE WHEN spread THEN ${partAmount(String(place))} END)::BIGINT AS part_${place}`
	);
	return `WITH ${yearlyTables}, marked AS (
		SELECT cost.*, cost_kind = '${spreadKind}' AND yearly.booked_year IS NOT NULL AS spread
		FROM cost ${joinYearly} WHERE ${itRows}
	)
	SELECT ${monthNumber('day')} AS month, ${columns}, coalesce(spread, false) AS spread, sum(amount)::BIGINT AS amount,
		count(*) AS row_count, ${parts.join(', ')}
	FROM marked GROUP BY ALL`;
}
