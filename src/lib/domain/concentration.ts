// Supplier concentration: Σ(100·s_i)² over suppliers' shares, the Herfindahl–Hirschman index. Net per supplier, floored at 0.

export interface Concentration {
	/** Suppliers with cost above zero. */
	suppliers: number;
	/** Sum of the floored costs, öre. */
	base: number;
	/** What flooring added back, öre. */
	floored: number;
	/** 0–10 000; null without any cost. */
	hhi: number | null;
	/** 10 000 / HHI: as many equally large suppliers give the same index. */
	effectiveSuppliers: number | null;
	/** Öre of the largest and of the five largest. */
	top1: number;
	top5: number;
}

/** @param costs net cost per supplier, öre */
export function supplierConcentration(costs: readonly number[]): Concentration {
	const positive = costs.filter((cost) => cost > 0).sort((a, b) => b - a);
	const base = positive.reduce((sum, cost) => sum + cost, 0);
	const floored = -costs.filter((cost) => cost < 0).reduce((sum, cost) => sum + cost, 0);
	const hhi = base > 0 ? positive.reduce((sum, cost) => sum + ((100 * cost) / base) ** 2, 0) : null;
	return {
		suppliers: positive.length,
		base,
		floored: floored || 0,
		hhi,
		effectiveSuppliers: hhi === null ? null : 10_000 / hhi,
		top1: positive[0] ?? 0,
		top5: positive.slice(0, 5).reduce((sum, cost) => sum + cost, 0)
	};
}
