// What concentration would be if a supplier were gone, or were two. No forecast: the other suppliers keep what they have.
import { supplierConcentration, type Concentration } from './concentration';

interface Cost {
	key: string;
	/** Öre, not below zero. */
	amount: number;
}

export interface WhatIf {
	before: Concentration;
	after: Concentration;
	/** Öre of the supplier that the question is about. */
	touched: number;
}

const indexOf = (costs: readonly Cost[]) => supplierConcentration(costs.map(({ amount }) => amount));
const amountOf = (costs: readonly Cost[], key: string) =>
	costs.reduce((sum, cost) => sum + (cost.key === key ? cost.amount : 0), 0);

/** Without one supplier: what remains, and how gathered it is. */
export function withoutSupplier(costs: readonly Cost[], key: string): WhatIf {
	return {
		before: indexOf(costs),
		after: indexOf(costs.filter((cost) => cost.key !== key)),
		touched: amountOf(costs, key)
	};
}

/**
 * One supplier as two: a new one takes a share of its kronor. Öre are whole, and none is lost.
 * @param share of the supplier's kronor that the new one takes, 0–1
 */
export function splitSupplier(costs: readonly Cost[], key: string, share: number): WhatIf {
	const after = costs.flatMap((cost) => {
		if (cost.key !== key) return [cost];
		const moved = Math.round(cost.amount * Math.min(1, Math.max(0, share)));
		return [
			{ ...cost, amount: cost.amount - moved },
			{ key: `${cost.key} (delad)`, amount: moved }
		];
	});
	return { before: indexOf(costs), after: indexOf(after), touched: amountOf(costs, key) };
}
