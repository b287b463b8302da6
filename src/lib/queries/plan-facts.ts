// What a plan of years is made of, from the edition's own rows: the months it stands on, what the registers know, and the budget of the
// years ahead where it is loaded.
import { parseIsoDay } from '$lib/domain/day';
import { countedVersions } from '$lib/domain/follow-up';
import { listedWords } from '$lib/domain/listed-words';
import type { Period } from '$lib/domain/period';
import type { BaseCost } from '$lib/domain/plan-base';
import type { LicenceGrowth, PlanContract, PlanSystem } from '$lib/domain/plan-events';
import type { Engine } from '$lib/engine/engine';
import { budgetYearMonths } from './budget-year-months';
import { licenceGrowth } from './licence-growth';
import { monthsOfRow } from './month-columns';
import { planBaseCost } from './plan-base-cost';
import { planContracts } from './plan-contracts';
import { planSystems } from './plan-systems';
import { ask } from './query';

/** A system as a plan reads it, with what says whose it is. */
export interface RegisteredSystem extends PlanSystem {
	/** The nämnd that owns it. */
	unit: string | null;
	usedBy: readonly string[];
	/** Null: nobody has said. */
	shared: boolean | null;
	capabilities: readonly string[];
}

/** A budget, or a plan, that has been decided for a year: öre of a nämnd's kostnadsslag. */
export interface DecidedPlan {
	year: number;
	/** `plan`, or the budget of its counted versions. */
	kind: 'plan' | 'budget';
	unit: string;
	costKind: string | null;
	amount: number;
}

export interface PlanFacts {
	costs: readonly BaseCost[];
	contracts: readonly PlanContract[];
	systems: readonly RegisteredSystem[];
	licences: readonly LicenceGrowth[];
	decided: readonly DecidedPlan[];
}

/** Asks what a plan is made of. @param base the months that it stands on */
export async function readPlanFacts(engine: Engine, base: Period, signal?: AbortSignal): Promise<PlanFacts> {
	const costs = await ask(engine, planBaseCost, base, signal);
	const contracts = await ask(engine, planContracts, undefined, signal);
	const systems = await ask(engine, planSystems, undefined, signal);
	const licences = await ask(engine, licenceGrowth, base.to, signal);
	const budgets = await ask(engine, budgetYearMonths, undefined, signal);
	const names = new Map(systems.map(({ system_id: id, name }) => [id, name]));
	return {
		costs: costs.map((row) => ({
			unit: row.unit,
			costKind: row.cost_kind,
			system: row.system,
			supplierKey: row.supplier_key,
			contractId: row.contract_id,
			part: row.part,
			amount: row.amount,
			rowCount: row.row_count
		})),
		contracts: contracts.map((row) => ({
			contractId: row.contract_id,
			title: row.title,
			endDay: parseIsoDay(row.end_day),
			extensionKind: row.extension_kind,
			extensionCount: row.extension_count,
			extensionMonths: row.extension_months,
			extensionsUsed: row.extensions_used,
			extensionCallMonths: null,
			noticeMonths: null
		})),
		systems: systems.map((row) => ({
			systemId: row.system_id,
			name: row.name,
			unit: row.unit,
			usedBy: listedWords(row.used_by),
			shared: row.shared === 'ja' ? true : row.shared === 'nej' ? false : null,
			capabilities: listedWords(row.capabilities),
			retiredFrom: row.retired_from === null ? null : parseIsoDay(row.retired_from),
			replacedBy: row.replaced_by === null ? null : (names.get(row.replaced_by) ?? row.replaced_by)
		})),
		licences,
		decided: decidedOf(budgets)
	};
}

function decidedOf(
	rows: readonly ({
		year: number;
		unit: string;
		cost_kind: string | null;
		version: string;
		whole: number;
	} & Parameters<typeof monthsOfRow>[0])[]
): DecidedPlan[] {
	const versions = new Map<number, string[]>();
	for (const { year, version } of rows) versions.set(year, [...(versions.get(year) ?? []), version]);
	return rows.flatMap((row): DecidedPlan[] => {
		const kind =
			row.version === 'plan'
				? 'plan'
				: countedVersions(versions.get(row.year) ?? []).includes(row.version)
					? 'budget'
					: null;
		if (kind === null) return [];
		const amount = row.whole + monthsOfRow(row).reduce((sum, ore) => sum + ore, 0);
		return [{ year: row.year, kind, unit: row.unit, costKind: row.cost_kind, amount }];
	});
}
