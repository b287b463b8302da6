import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter, possibleContract } from './cost-filter';
import { defineQuery } from './query';

/** The system that a row of cost is joined to. */
export const systemOfRow = 'system_ref';

/** What dependence is told of. */
export type DependenceSubject = 'supplier' | 'system';

/**
 * What ledger and registers say of each supplier, or of each system: IT kronor (öre) by what is known of the competition for
 * their contracts (`possible` may be on some contract of the supplier's, `outside` is on none of the register) and by contract
 * cover (`uncovered` has no known contract, `choice` one of several, `undecided` a supplier whose contracts have no start day;
 * `size` is absolute), nämnder that pay, and what they are tied to. Those that only a register knows have no rows; a null key is
 * the cost without one, and the only row where there is nothing.
 */
export const dependenceCosts = defineQuery({
	name: 'dependence-costs',
	question: 'Vad binder kommunen till varje leverantör och system?',
	statement: ({ filters, by }: { filters: Filters; by: DependenceSubject }) => {
		const where = costFilter(filters);
		const [key, other] = by === 'supplier' ? ['supplier_key', 'system_id'] : ['system_id', 'supplier_key'];
		const named =
			by === 'supplier'
				? `SELECT supplier_key AS key, supplier AS name, organisation_number FROM supplier
				WHERE supplier_key IN (SELECT supplier_key FROM tied UNION SELECT supplier_key FROM contract)`
				: 'SELECT system_id AS key, min(name) AS name, NULL::VARCHAR AS organisation_number FROM system GROUP BY 1';
		return {
			sql: `WITH competition AS (
				SELECT contract_id, min(CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
					WHEN bids = 1 THEN 'ett' WHEN bids IS NOT NULL THEN 'flera' ELSE 'okänt' END) AS competition
				FROM contract GROUP BY contract_id
			), spent AS (
				SELECT supplier_key::VARCHAR AS supplier_key, unit::VARCHAR AS unit, ${systemOfRow}::VARCHAR AS system_id,
					contract_ref, contract_cover, sum(amount)::BIGINT AS amount, sum(abs(amount))::BIGINT AS size,
					count(*)::BIGINT AS row_count
				FROM cost WHERE ${where.sql} GROUP BY ALL
			), sums AS (
				SELECT ${key} AS key, sum(amount)::BIGINT AS amount, sum(row_count)::BIGINT AS row_count,
					count(DISTINCT unit)::INTEGER AS units,
					sum(amount) FILTER (competition = 'ett')::BIGINT AS one,
					sum(amount) FILTER (competition = 'flera')::BIGINT AS several,
					sum(amount) FILTER (competition = 'utan annons')::BIGINT AS direct,
					sum(amount) FILTER (competition = 'okänt')::BIGINT AS unknown,
					sum(amount) FILTER (competition IS NULL AND ${possibleContract})::BIGINT AS possible,
					sum(amount) FILTER (competition IS NULL AND NOT ${possibleContract})::BIGINT AS outside,
					sum(amount) FILTER (contract_cover = 'saknas')::BIGINT AS uncovered,
					sum(row_count) FILTER (contract_cover = 'saknas')::INTEGER AS uncovered_rows,
					sum(amount) FILTER (contract_cover = 'flera')::BIGINT AS choice,
					sum(size) FILTER (contract_cover = 'okänt')::BIGINT AS undecided,
					sum(size)::BIGINT AS size
				FROM spent LEFT JOIN competition ON competition.contract_id = spent.contract_ref GROUP BY 1
			), per_contract AS (
				SELECT ${key} AS key, contract_ref, greatest(0, sum(amount))::BIGINT AS amount FROM spent GROUP BY ALL
			), bounds AS (
				SELECT key, sum(amount) FILTER (competition = 'ett')::BIGINT AS surely_one,
					sum(amount) FILTER (competition = 'okänt' OR competition IS NULL)::BIGINT AS maybe_one
				FROM per_contract LEFT JOIN competition ON competition.contract_id = per_contract.contract_ref GROUP BY 1
			), tied AS (
				SELECT supplier_key, system_id FROM system WHERE supplier_key IS NOT NULL
				UNION SELECT contract.supplier_key, listed.system_id
				FROM (SELECT system_id, unnest(string_split(contract_ids, '|')) AS contract_id FROM system) listed
				JOIN contract ON contract.contract_id = listed.contract_id WHERE contract.supplier_key IS NOT NULL
				UNION SELECT supplier_key, system_id FROM spent WHERE supplier_key IS NOT NULL
			), counted AS (
				SELECT ${key} AS key, count(DISTINCT ${other})::INTEGER AS tied FROM tied GROUP BY 1
			), named AS (${named}), base AS (
				SELECT (SELECT count(*) FROM cost) > 0 AS has_ledger, count(DISTINCT unit)::INTEGER AS all_units FROM spent
			)
			SELECT has_ledger, all_units, coalesce(named.key, sums.key) AS key, named.name, named.organisation_number,
				coalesce(sums.amount, 0)::BIGINT AS amount, coalesce(sums.row_count, 0)::BIGINT AS row_count,
				coalesce(sums.units, 0)::INTEGER AS units, coalesce(counted.tied, 0)::INTEGER AS tied,
				coalesce(sums.one, 0)::BIGINT AS one, coalesce(sums.several, 0)::BIGINT AS several,
				coalesce(sums.direct, 0)::BIGINT AS direct, coalesce(sums.unknown, 0)::BIGINT AS unknown,
				coalesce(sums.possible, 0)::BIGINT AS possible, coalesce(sums.outside, 0)::BIGINT AS outside,
				coalesce(sums.uncovered, 0)::BIGINT AS uncovered,
				coalesce(sums.uncovered_rows, 0)::INTEGER AS uncovered_rows, coalesce(sums.choice, 0)::BIGINT AS choice,
				coalesce(sums.undecided, 0)::BIGINT AS undecided, coalesce(sums.size, 0)::BIGINT AS size,
				coalesce(bounds.surely_one, 0)::BIGINT AS surely_one, coalesce(bounds.maybe_one, 0)::BIGINT AS maybe_one
			FROM base LEFT JOIN (named FULL JOIN sums ON sums.key = named.key) ON true
			LEFT JOIN bounds ON bounds.key = sums.key
			LEFT JOIN counted ON counted.key = coalesce(named.key, sums.key)
			ORDER BY amount DESC, name, key`,
			parameters: where.parameters
		};
	},
	row: v.object({
		/** The same on every row: whether the ledger has any cost, and the nämnder with cost. */
		has_ledger: v.boolean(),
		all_units: v.number(),
		key: v.nullable(v.string()),
		name: v.nullable(v.string()),
		organisation_number: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		/** Nämnder with cost. */
		units: v.number(),
		/** Systems of the supplier, or suppliers of the system: by register, contract or invoice. */
		tied: v.number(),
		one: v.number(),
		several: v.number(),
		direct: v.number(),
		unknown: v.number(),
		possible: v.number(),
		outside: v.number(),
		uncovered: v.number(),
		uncovered_rows: v.number(),
		choice: v.number(),
		undecided: v.number(),
		size: v.number(),
		/** Per contract and floored at 0: with one bid, and where nobody knows how many. */
		surely_one: v.number(),
		maybe_one: v.number()
	})
});

export type DependenceCost = v.InferOutput<typeof dependenceCosts.row>;
