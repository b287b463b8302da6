// `systembindning.csv`: how bound each system is and what it takes to leave it, by the standard assumptions.
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { monthsOf } from '$lib/domain/period';
import { isKnownLevel, sovereigntyLevel } from '$lib/domain/sovereignty';
import { verticalBindings } from '$lib/domain/system-parts';
import { systemStacks } from '$lib/domain/system-stack';
import type { Engine } from '$lib/engine/engine';
import { decimalComma, type ExportColumn, type ExportValue } from '$lib/export/csv';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { editionMeta } from '$lib/queries/edition-meta';
import { exitSystems } from '$lib/queries/exit-systems';
import { latestYear } from '$lib/queries/latest-year';
import { ask } from '$lib/queries/query';
import { systemContractCosts } from '$lib/queries/system-contract-costs';
import { systemRegister } from '$lib/queries/system-register';
import { systemExitFacts } from '$lib/queries/system-exit-facts';
import { systemSupplierCosts } from '$lib/queries/system-supplier-costs';

/** The columns before the stamp. Shares and months are written with decimal comma, empty where unknown. */
export const systemBindingColumns: readonly ExportColumn[] = [
	{ header: 'system_id', format: 'text' },
	{ header: 'namn', format: 'text' },
	{ header: 'kostnad', format: 'amount' },
	{ header: 'bindning', format: 'share' },
	{ header: 'exitmanader_lag', format: 'number' },
	{ header: 'exitmanader_trolig', format: 'number' },
	{ header: 'exitmanader_hog', format: 'number' },
	{ header: 'suveranitet', format: 'count' }
];

/**
 * A row a system, those that cost most in the last twelve months with data first. While something that decides it is
 * unknown, the low months are the least that it takes, and the likely and the high are empty.
 */
export async function systemBindingRows(engine: Engine): Promise<ExportValue[][]> {
	const meta = await editionMeta(engine);
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error(`The edition has no day: ${meta.today}`);
	const period = latestYear(meta);
	const systems = exitSystems({
		facts: await ask(engine, systemExitFacts, undefined),
		costs: period ? await ask(engine, systemContractCosts, { ...noFilters, period }) : [],
		months: period ? monthsOf(period).length : 12,
		contracts: describeContracts(await ask(engine, contractList, undefined), today),
		stored: [],
		today
	});
	const paid = period ? await ask(engine, systemSupplierCosts, { ...noFilters, period }) : [];
	const bindings = verticalBindings(systemStacks(paid));
	const levels = new Map(
		(await ask(engine, systemRegister, undefined)).map((line) => [line.system_id, sovereigntyLevel(line)])
	);
	/** The level 0–4, the lowest of the eight objectives; empty while an answer could lower it. */
	const levelOf = (systemId: string): number | null => {
		const level = levels.get(systemId);
		return level && isKnownLevel(level) ? level.high : null;
	};
	const months = (value: number | null | undefined): string =>
		value === null || value === undefined ? '' : decimalComma(value, 1);
	return systems.map(({ systemId, name, amount, estimate }) => [
		systemId,
		name,
		amount,
		bindings.get(systemId) ?? null,
		months(estimate.months?.low),
		months(estimate.months?.likely),
		months(estimate.months?.high),
		levelOf(systemId)
	]);
}
