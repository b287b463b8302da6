import type { Filters } from '$lib/domain/filters';
import { boundParts, partOfKind } from '$lib/domain/system-stack';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { systemOfRow } from './dependence-costs';
import { defineQuery } from './query';

/** Which of the four parts a kostnadsslag pays for, by the one table of the domain. */
const partOfRow = `CASE cost_kind::VARCHAR ${Object.entries(partOfKind)
	.filter(([, part]) => boundParts.some((bound) => bound === part))
	.map(([kind, part]) => `WHEN '${kind}' THEN '${part}'`)
	.join(' ')} END`;

/**
 * What the indicators that a year has are made of, all years at once: dependence-costs and system-supplier-costs of each
 * calendar year, summed as `$lib/domain` sums them (öre). `amounts` are the suppliers' net sums, with a space between.
 */
export const dependenceYears = defineQuery({
	name: 'dependence-years',
	question: 'Hur har det som binder kommunen förändrats år för år?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `WITH spent AS MATERIALIZED (
				SELECT year(day)::INTEGER AS year, supplier_key, ${systemOfRow} AS system_id, ${partOfRow} AS part,
					cost_kind = 'Konsult' AS consulting, contract_ref, contract_cover,
					sum(amount)::BIGINT AS amount, sum(abs(amount))::BIGINT AS size
				FROM cost WHERE ${where.sql} GROUP BY ALL
			), competition AS (
				SELECT contract_id, min(CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
					WHEN bids = 1 THEN 'ett' WHEN bids IS NOT NULL THEN 'flera' ELSE 'okänt' END) AS competition
				FROM contract GROUP BY contract_id
			), sums AS (
				SELECT year, sum(amount)::BIGINT AS amount, sum(size)::BIGINT AS size,
					sum(amount) FILTER (competition = 'ett')::BIGINT AS one,
					sum(amount) FILTER (competition = 'flera')::BIGINT AS several,
					sum(amount) FILTER (competition = 'utan annons')::BIGINT AS direct,
					sum(amount) FILTER (competition = 'okänt')::BIGINT AS unknown,
					sum(amount) FILTER (contract_cover = 'saknas')::BIGINT AS uncovered,
					sum(size) FILTER (contract_cover = 'okänt')::BIGINT AS undecided
				FROM spent LEFT JOIN competition ON competition.contract_id = spent.contract_ref GROUP BY year
			), suppliers AS (
				SELECT year, string_agg(amount::VARCHAR, ' ') FILTER (supplier_key IS NOT NULL) AS amounts,
					sum(amount) FILTER (supplier_key IS NULL)::BIGINT AS nameless
				FROM (SELECT year, supplier_key, sum(amount)::BIGINT AS amount FROM spent GROUP BY ALL) GROUP BY year
			), joined AS (
				SELECT year, sum(abs(amount)) FILTER (system_id IS NOT NULL)::BIGINT AS joined, sum(abs(amount))::BIGINT AS whole
				FROM (SELECT year, system_id, sum(amount)::BIGINT AS amount FROM spent GROUP BY ALL) GROUP BY year
			), cells AS (
				SELECT year, system_id, supplier_key, part, sum(amount)::BIGINT AS amount
				FROM spent WHERE system_id IS NOT NULL AND part IS NOT NULL GROUP BY ALL HAVING sum(amount) > 0
			), held AS (
				SELECT year, system_id, max(parts) AS parts FROM (
					SELECT year, system_id, supplier_key, count(*) AS parts FROM cells
					WHERE supplier_key IS NOT NULL GROUP BY ALL
				) GROUP BY ALL
			), stacks AS (
				SELECT stack.year, count(*)::INTEGER AS systems, sum(stack.amount)::BIGINT AS divisible,
					sum(stack.amount) FILTER (held.parts = stack.parts)::BIGINT AS held_whole
				FROM (
					SELECT year, system_id, count(DISTINCT part) AS parts, sum(amount)::BIGINT AS amount
					FROM cells GROUP BY ALL HAVING count(DISTINCT part) >= 2
				) stack LEFT JOIN held ON held.year = stack.year AND held.system_id = stack.system_id GROUP BY stack.year
			), registered AS (
				SELECT DISTINCT system_id, supplier_key::VARCHAR AS supplier_key FROM system WHERE supplier_key IS NOT NULL
			), consultants AS (
				SELECT year, sum(amount)::BIGINT AS consult,
					sum(amount) FILTER (system_id IN (SELECT system_id FROM registered))::BIGINT AS known,
					sum(amount) FILTER ((system_id, supplier_key) IN (SELECT (system_id, supplier_key) FROM registered))::BIGINT AS own
				FROM (
					SELECT year, system_id::VARCHAR AS system_id, supplier_key::VARCHAR AS supplier_key,
						greatest(0, sum(amount))::BIGINT AS amount
					FROM spent WHERE consulting GROUP BY ALL
				) GROUP BY year
			)
			SELECT sums.year, suppliers.amounts, coalesce(suppliers.nameless, 0)::BIGINT AS nameless, sums.amount, sums.size,
				${['one', 'several', 'direct', 'unknown', 'uncovered', 'undecided']
					.map((name) => `coalesce(sums.${name}, 0)::BIGINT AS ${name}`)
					.join(', ')},
				coalesce(joined.joined, 0)::BIGINT AS joined, joined.whole,
				coalesce(stacks.systems, 0)::INTEGER AS systems, coalesce(stacks.divisible, 0)::BIGINT AS divisible,
				coalesce(stacks.held_whole, 0)::BIGINT AS held_whole, coalesce(consultants.consult, 0)::BIGINT AS consult,
				coalesce(consultants.known, 0)::BIGINT AS known, coalesce(consultants.own, 0)::BIGINT AS own
			FROM sums LEFT JOIN suppliers ON suppliers.year = sums.year LEFT JOIN joined ON joined.year = sums.year
			LEFT JOIN stacks ON stacks.year = sums.year LEFT JOIN consultants ON consultants.year = sums.year
			ORDER BY sums.year`,
			parameters: where.parameters
		};
	},
	row: v.object({
		year: v.number(),
		amounts: v.nullable(v.string()),
		nameless: v.number(),
		amount: v.number(),
		/** Absolute. */
		size: v.number(),
		one: v.number(),
		several: v.number(),
		direct: v.number(),
		unknown: v.number(),
		uncovered: v.number(),
		undecided: v.number(),
		/** Absolute, net per system: joined to a system, and all. */
		joined: v.number(),
		whole: v.number(),
		/** Systems bought in at least two parts; öre on those parts, and of that where one supplier holds every part. */
		systems: v.number(),
		divisible: v.number(),
		held_whole: v.number(),
		/** Consultants, net per system and supplier and floored at 0: all, where the register has the supplier, and to it. */
		consult: v.number(),
		known: v.number(),
		own: v.number()
	})
});

export type DependenceYear = v.InferOutput<typeof dependenceYears.row>;
