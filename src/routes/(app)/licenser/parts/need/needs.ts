// The need of every product, from what was used and what the municipality assumes.
import type { AssumptionKey } from '$lib/domain/assumption';
import { parseIsoDay } from '$lib/domain/day';
import { productNeed, type NeedRules, type ProductNeed, type UnitUse } from '$lib/domain/licence-need';
import { monthOf, monthsBetween, type Month } from '$lib/domain/period';
import type { licencePools, licenceUseWindow } from '$lib/queries/licence-use-window';
import type { InferOutput } from 'valibot';

type UseRow = InferOutput<typeof licenceUseWindow.row>;
type PoolRow = InferOutput<typeof licencePools.row>;

export interface NeedRow extends ProductNeed {
	product: string;
	/** ISO day of the first notice of its contracts; null where none is known. */
	noticeDay: string | null;
	rules: NeedRules;
}

/** Where no contract says when the number can be changed. */
const usualMonthsAhead = 12;

/** @param assumed the figure of an assumption for a product */
export function needRows(
	uses: readonly UseRow[],
	pools: readonly PoolRow[],
	month: Month,
	assumed: (key: Extract<AssumptionKey, 'licence_margin' | 'package_size'>, product: string) => number | null
): NeedRow[] {
	const byProduct = Map.groupBy(uses, ({ product }) => product);
	return pools
		.map((pool): NeedRow => {
			const day = parseIsoDay(pool.notice_day ?? '');
			const own = (byProduct.get(pool.product) ?? []).map((row): UnitUse => ({
				unit: row.unit,
				purchased: row.purchased,
				used: row.used,
				mostUsed: row.most_used,
				usedYearBefore: row.used_year_before,
				price: row.price
			}));
			const rules = {
				margin: assumed('licence_margin', pool.product) ?? 0,
				packageSize: assumed('package_size', pool.product) ?? 1
			};
			const ahead = day ? monthsBetween(month, monthOf(day)) : usualMonthsAhead;
			return {
				product: pool.product,
				noticeDay: pool.notice_day,
				rules,
				...productNeed(own, pool.most_used, rules, ahead)
			};
		})
		.sort(
			(one, other) =>
				(other.savingApart ?? -Infinity) - (one.savingApart ?? -Infinity) ||
				other.unknownPurchased - one.unknownPurchased
		);
}
