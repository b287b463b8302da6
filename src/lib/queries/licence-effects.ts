import * as v from 'valibot';
import { isKept, listFilters, withoutValue, type Filters } from '$lib/domain/filters';
import { licenceKind } from '$lib/domain/cost-bridge';
import { monthsOf } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';
import type { ComparedSpans } from './compared-purchases';
import { defineQuery } from './query';

/** The lists that the licence table has a column for. */
const columns = {
	units: 'unit',
	suppliers: 'supplier_key',
	systems: 'system_id',
	contracts: 'contract_id'
} as const;

/** True where the licence table can follow the filters: it knows no konto, inriktning, maker or internal row. */
export function licencesFollow(filters: Filters): boolean {
	const known = ['costKinds', ...Object.keys(columns)];
	if (!listFilters.every((name) => known.includes(name) || filters[name].length === 0)) return false;
	return filters.costKinds.length === 0 || isKept(filters, 'costKinds', licenceKind);
}

/**
 * Volume and price effects of licences (öre) per product and nämnd, over the months that have both a count and a price in
 * both spans, each month against its own of the span before: volume = (bought now − bought before) × the price before,
 * price = bought now × (the price now − the price before). Rows of one product, nämnd and month are one, with their price
 * weighted by what is bought. `bought_…` are licence months.
 */
export const licenceEffects = defineQuery({
	name: 'licence-effects',
	question: 'Hur mycket av ändringen är fler licenser, och hur mycket är högre pris?',
	statement: ({ filters, compared, unit }: ComparedSpans) => {
		const side = (own: Filters, months: readonly string[]) => {
			const parameters: Parameter[] = [...months];
			const parts = Object.entries(columns).flatMap(([name, column]) => {
				const list = name as keyof typeof columns;
				const words = own[list].filter((word) => word !== withoutValue);
				const empty = words.length < own[list].length;
				if (!own[list].length) return [];
				parameters.push(...words);
				const among = words.length ? `${column}::VARCHAR IN (${words.map(() => '?').join(', ')})` : 'false';
				const kept = empty ? `(${column} IS NULL OR ${among})` : `coalesce(${among}, false)`;
				return own.excluding.includes(list) ? [`NOT ${kept}`] : [kept];
			});
			const places = months.map((_, index) => `(?::VARCHAR, ${index})`).join(', ');
			return {
				// Two nämnder are set beside each other by what they buy, so their name is no part of the key then.
				sql: `SELECT supplier_key::VARCHAR AS supplier, coalesce(product::VARCHAR, 'Okänt') AS product,
					${unit === null ? 'unit::VARCHAR' : 'NULL::VARCHAR'} AS unit, m.place, sum(purchased)::BIGINT AS bought,
					sum(purchased * price)::BIGINT AS amount,
					coalesce(sum(purchased * price) / nullif(sum(purchased), 0), avg(price)) AS price
				FROM licence JOIN (VALUES ${places}) m(month, place) ON m.month = licence.month::VARCHAR
				WHERE ${['supplier_key IS NOT NULL', ...parts].join(' AND ')}
				GROUP BY ALL HAVING count(*) = count(purchased) AND count(*) = count(price)`,
				parameters
			};
		};
		const before: Filters =
			unit === null
				? filters
				: { ...filters, units: [unit], excluding: filters.excluding.filter((list) => list !== 'units') };
		const [after, earlier] = [side(filters, monthsOf(filters.period)), side(before, monthsOf(compared))];
		return {
			sql: `SELECT supplier, product, unit, sum(volume)::BIGINT AS volume, sum(whole - volume)::BIGINT AS price,
				sum(bought_now)::BIGINT AS bought_now, sum(bought_before)::BIGINT AS bought_before,
				(sum(amount_now) / nullif(sum(bought_now), 0))::DOUBLE AS price_now,
				(sum(amount_before) / nullif(sum(bought_before), 0))::DOUBLE AS price_before, count(*)::INTEGER AS months
			FROM (SELECT a.supplier, a.product, a.unit, a.bought AS bought_now, b.bought AS bought_before,
				a.amount AS amount_now, b.amount AS amount_before, a.amount - b.amount AS whole,
				round((a.bought - b.bought) * b.price)::BIGINT AS volume
				FROM (${after.sql}) a JOIN (${earlier.sql}) b ON a.supplier = b.supplier AND a.product = b.product
					AND a.unit IS NOT DISTINCT FROM b.unit AND a.place = b.place)
			GROUP BY ALL ORDER BY abs(sum(whole)) DESC, supplier, product, unit`,
			parameters: [...after.parameters, ...earlier.parameters]
		};
	},
	row: v.object({
		supplier: v.string(),
		product: v.string(),
		unit: v.nullable(v.string()),
		volume: v.number(),
		price: v.number(),
		bought_now: v.number(),
		bought_before: v.number(),
		/** Öre a month, weighted by what is bought. */
		price_now: v.nullable(v.number()),
		price_before: v.nullable(v.number()),
		months: v.number()
	})
});
export type LicenceEffectRow = v.InferOutput<typeof licenceEffects.row>;
