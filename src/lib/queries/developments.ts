// What developments are counted from, in three questions. The same in the page and natively.
import type { DevelopmentCost, DevelopmentFacts, RegisteredName, RunningCost } from '$lib/domain/development';
import { parseMonth, type Period } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import { developmentCosts } from './development-costs';
import { ask } from './query';
import { runningCosts } from './running-costs';
import { systemReplacements } from './system-replacements';

interface AskedDevelopments {
	/** The nämnder that are counted; empty: all. */
	units: readonly string[];
	/** The whole months of the ledger. */
	ledger: Period;
}

export interface ReadDevelopments extends DevelopmentFacts {
	/** Öre of utveckling per nämnd, whichever are counted, the most first. */
	perUnit: readonly { unit: string; amount: number }[];
}

/** Asks what developments are counted from. */
export async function readDevelopments(
	engine: Engine,
	{ units, ledger }: AskedDevelopments,
	signal?: AbortSignal
): Promise<ReadDevelopments> {
	const costs = await ask(engine, developmentCosts, undefined, signal);
	const running = await ask(engine, runningCosts, { units }, signal);
	const register = await ask(engine, systemReplacements, undefined, signal);
	const all = costs.flatMap((row): DevelopmentCost[] => {
		const month = parseMonth(row.month);
		return month ? [{ ...row, month }] : [];
	});
	const sums = new Map<string, number>();
	for (const { unit, amount } of all) if (unit !== null) sums.set(unit, (sums.get(unit) ?? 0) + amount);
	return {
		ledger,
		costs: all.filter(({ unit }) => !units.length || (unit !== null && units.includes(unit))),
		running: running.flatMap((row): RunningCost[] => {
			const month = parseMonth(row.month);
			return month ? [{ ...row, month }] : [];
		}),
		register: register.map(({ replaced_by: replacedBy, ...row }): RegisteredName => ({ ...row, replacedBy })),
		perUnit: [...sums].map(([unit, amount]) => ({ unit, amount })).sort((a, b) => b.amount - a.amount)
	};
}
