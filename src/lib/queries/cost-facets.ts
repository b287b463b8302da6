import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { type Facet } from './cost-filter';
import { withoutValue } from '$lib/domain/filters';
import { defineQuery } from './query';

/** `all` is per kostnadsslag under every filter; the others leave out their own, so that all their bars stay. */
const facets = [
	{ name: 'all', key: 'cost_kind::VARCHAR' },
	{ name: 'units', key: 'unit::VARCHAR', except: 'units' },
	{ name: 'suppliers', key: `coalesce(supplier_key::VARCHAR, '${withoutValue}')`, except: 'suppliers' },
	{ name: 'costKinds', key: 'cost_kind::VARCHAR', except: 'costKinds' },
	{ name: 'orientations', key: 'orientation::VARCHAR', except: 'orientations' }
] as const satisfies readonly { name: string; key: string; except?: Facet }[];
export type CostFacet = (typeof facets)[number]['name'];

/**
 * What the IT cost consists of, every way at once (öre), largest first: one round trip to the engine is most of what a
 * small answer costs. A null key is a row without nämnd; only suppliers have labels.
 */
export const costFacets = defineQuery({
	name: 'cost-facets',
	question: 'Vilka nämnder, leverantörer, kostnadsslag och inriktningar består it-kostnaden av?',
	statement: (comparison: Comparison) => {
		const parts = facets.map((facet) => {
			const cost = comparedCost(comparison, 'except' in facet ? facet.except : undefined);
			return {
				sql: `SELECT '${facet.name}' AS facet, ${facet.key} AS key, ${cost.sums} FROM ${cost.rows} GROUP BY ALL`,
				parameters: cost.parameters
			};
		});
		return {
			sql: `SELECT f.facet, f.key, s.supplier AS label, f.amount, f.row_count, f.before
			FROM (${parts.map((part) => part.sql).join(' UNION ALL ')}) f
			LEFT JOIN supplier s ON f.facet = 'suppliers' AND s.supplier_key = f.key
			ORDER BY f.facet, f.amount DESC, label, f.key`,
			parameters: parts.flatMap((part) => part.parameters)
		};
	},
	row: v.object({
		facet: v.picklist(facets.map(({ name }) => name)),
		key: v.nullable(v.string()),
		label: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
