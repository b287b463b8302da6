// Deviation of the latest forecast from the year's budget, where both are known. No total of half a set.
import type { BudgetAnswer } from '$lib/queries/start-answers';
import { unknownWord } from '$lib/text/common';

export interface BudgetDeviation {
	/** Budget minus forecast, öre: plus is better than budget. */
	units: { unit: string; deviation: number }[];
	/** Null when some nämnd with a budget has given no forecast, or none has. */
	total: number | null;
	worst: { unit: string; deviation: number } | null;
	/** Nämnder with a budget and no forecast. */
	missing: { unit: string; budget: number }[];
	/** Budget of those that have given one. */
	knownBudget: number;
}

export function budgetDeviation(budget: BudgetAnswer): BudgetDeviation {
	const rows = budget.units.map((row) => ({ ...row, unit: row.unit ?? unknownWord }));
	const units = rows.flatMap((row) =>
		row.forecast === null || row.budget === null
			? []
			: [{ unit: row.unit, deviation: row.budget - row.forecast }]
	);
	const missing = rows.flatMap((row) =>
		row.forecast === null && row.budget !== null ? [{ unit: row.unit, budget: row.budget }] : []
	);
	const complete = units.length > 0 && units.length === rows.length;
	const [worst] = [...units].sort((first, second) => first.deviation - second.deviation);
	return {
		units,
		total: complete ? units.reduce((sum, row) => sum + row.deviation, 0) : null,
		worst: worst ?? null,
		missing,
		knownBudget: rows.reduce((sum, row) => sum + (row.forecast === null ? 0 : (row.budget ?? 0)), 0)
	};
}
