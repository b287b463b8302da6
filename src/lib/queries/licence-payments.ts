// What the ledger has of licences, divided by whether it can be tied to the products of the licence table.
import * as v from 'valibot';
import { spreadKind } from '$lib/domain/accrual';
import { noFilters } from '$lib/domain/filters';
import { paymentKinds } from '$lib/domain/licence-payment';
import type { Period } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';
import { costTable } from './accrued-cost';
import { inPeriod, itRows, listColumns } from './cost-filter';
import { licenceCondition } from './licence-measures';
import { defineQuery } from './query';

export interface Payments {
	period: Period;
	/** Empty: all. */
	units: readonly string[];
}

const { systems: system, contracts: contract } = listColumns;

/** Tables that name what the licences of the selection are of, and which months those have rows in. */
const named = `known_system AS (
		SELECT DISTINCT system_id::VARCHAR AS key FROM licence WHERE system_id IS NOT NULL
	), known_contract AS (
		SELECT DISTINCT contract_id::VARCHAR AS key FROM licence WHERE contract_id IS NOT NULL
	), known_supplier AS (
		SELECT DISTINCT supplier_key::VARCHAR AS key FROM licence WHERE supplier_key IS NOT NULL
	), system_month AS (
		SELECT DISTINCT system_id::VARCHAR AS key, month::VARCHAR AS month FROM licence WHERE system_id IS NOT NULL
	), contract_month AS (
		SELECT DISTINCT contract_id::VARCHAR AS key, month::VARCHAR AS month FROM licence WHERE contract_id IS NOT NULL
	)`;

const ofUnits = (units: readonly string[]) =>
	units.length ? `AND unit::VARCHAR IN (${units.map(() => '?').join(', ')})` : '';

/**
 * Licens/SaaS (öre, excluding VAT) that is booked in the period or falls in it when yearly invoices are spread. A row is a
 * `product`'s when it names the system or the contract of licence rows; the rest is by whether its supplier sells any of them.
 * `covered`: that system or contract has licence rows in the month. `row_count` is of what is booked in the period.
 */
export const licencePayments = defineQuery({
	name: 'licence-payments',
	question: 'Vad har vi betalat för licenser, och för vilka produkter?',
	statement: ({ period, units }: Payments) => {
		const inside = inPeriod(period);
		const booked = inside.sql.replace('day', 'coalesce(booked_day, day)');
		return {
			sql: `WITH ${named}, paid AS (
				SELECT supplier_key::VARCHAR AS supplier_key, ${system}::VARCHAR AS system, ${contract}::VARCHAR AS contract,
					strftime(day, '%Y-%m') AS month, amount, ${inside.sql} AS falls, ${booked} AS books
				FROM ${costTable({ ...noFilters, basis: 'accrued' }, 'later')}
				WHERE ${itRows} AND cost_kind = '${spreadKind}' ${ofUnits(units)}
			), placed AS (
				SELECT supplier_key, amount, falls, books,
					CASE WHEN by_system.key IS NOT NULL OR by_contract.key IS NOT NULL THEN '${paymentKinds[0]}'
						WHEN seller.key IS NOT NULL THEN '${paymentKinds[1]}' ELSE '${paymentKinds[2]}' END AS kind,
					month_of_system.key IS NOT NULL OR month_of_contract.key IS NOT NULL AS covered
				FROM paid
				LEFT JOIN known_system by_system ON by_system.key = paid.system
				LEFT JOIN known_contract by_contract ON by_contract.key = paid.contract
				LEFT JOIN known_supplier seller ON seller.key = paid.supplier_key
				LEFT JOIN system_month month_of_system ON month_of_system.key = paid.system AND month_of_system.month = paid.month
				LEFT JOIN contract_month month_of_contract
					ON month_of_contract.key = paid.contract AND month_of_contract.month = paid.month
				WHERE falls OR books
			)
			SELECT placed.supplier_key, any_value(supplier.supplier) AS supplier, kind, covered,
				coalesce(sum(amount) FILTER (books), 0)::BIGINT AS booked, coalesce(sum(amount) FILTER (falls), 0)::BIGINT AS accrued,
				coalesce(sum(amount) FILTER (books AND NOT falls), 0)::BIGINT AS later,
				coalesce(sum(amount) FILTER (falls AND NOT books), 0)::BIGINT AS earlier
			FROM placed LEFT JOIN supplier ON supplier.supplier_key = placed.supplier_key
			GROUP BY placed.supplier_key, kind, covered ORDER BY booked DESC, placed.supplier_key, kind, covered`,
			parameters: [...inside.parameters, ...inside.parameters, ...units] satisfies Parameter[]
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		kind: v.picklist(paymentKinds),
		covered: v.boolean(),
		booked: v.number(),
		accrued: v.number(),
		later: v.number(),
		earlier: v.number()
	})
});

/**
 * Purchased × price (öre) per supplier, and whether some ledger row of the period, of any nämnd, names their system or
 * contract. `without_price` is licence months that have no price.
 */
export const licencePurchases = defineQuery({
	name: 'licence-purchases',
	question: 'Vad kostar licenserna enligt licensuppgifterna, och vilka finns i huvudboken?',
	statement: ({ period, units }: Payments) => {
		const where = licenceCondition({ product: null, units, ...period });
		const inside = inPeriod(period);
		return {
			sql: `WITH paid AS (
				SELECT DISTINCT ${system}::VARCHAR AS system, ${contract}::VARCHAR AS contract
				FROM ${costTable({ ...noFilters, basis: 'accrued' }, 'later')}
				WHERE ${itRows} AND cost_kind = '${spreadKind}' AND ${inside.sql} ${ofUnits(units)}
			)
			SELECT supplier_key::VARCHAR AS supplier_key, any_value(supplier::VARCHAR) AS supplier,
				coalesce(system_id::VARCHAR IN (SELECT system FROM paid WHERE system IS NOT NULL), false)
					OR coalesce(contract_id::VARCHAR IN (SELECT contract FROM paid WHERE contract IS NOT NULL), false) AS paid,
				coalesce(sum(purchased * price), 0)::BIGINT AS amount, count(*)::INTEGER AS row_count,
				coalesce(sum(purchased) FILTER (price IS NULL), 0)::BIGINT AS without_price
			FROM licence WHERE ${where.sql} GROUP BY supplier_key, paid ORDER BY amount DESC, supplier_key, paid`,
			parameters: [...inside.parameters, ...units, ...where.parameters]
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		paid: v.boolean(),
		amount: v.number(),
		row_count: v.number(),
		without_price: v.number()
	})
});
