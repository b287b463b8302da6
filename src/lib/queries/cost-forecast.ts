// The forecast of a year's follow-up, from the edition's own rows: what is known up to the cut, what registers say of the rest, and the
// forecasts that were made before. The same in the page and natively.
import { forecastLines, type BudgetYear, type LineForecast, type LineYear } from '$lib/domain/cost-forecast';
import { parseIsoDay } from '$lib/domain/day';
import { countedVersions } from '$lib/domain/follow-up';
import {
	contractEvents,
	inOrder,
	licenceEvents,
	withEvents,
	type EventRates,
	type ForecastContract,
	type ForecastEvent
} from '$lib/domain/forecast-events';
import type { LeftForecast } from '$lib/domain/forecast-table';
import { monthFrom, parseMonth, type Month, type Period } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import type * as v from 'valibot';
import { budgetYearMonths } from './budget-year-months';
import { forecastContracts } from './forecast-contracts';
import { licenceUnitMonths } from './licence-unit-months';
import { monthsOfRow } from './month-columns';
import { outcomeMonths } from './outcome-months';
import { ask } from './query';

export interface AskedForecast {
	year: number;
	/** The last month of the follow-up, 1–12. */
	cut: number;
	/** The months that the ledger holds. */
	ledger: Period;
}

/** What a forecast is made of. Öre. */
export interface ForecastFacts {
	year: number;
	/** The last month that is known: the follow-up's, or the ledger's where it ends before; 0 before the first. */
	cut: number;
	/** Of every year of the ledger, also those after the cut: what is done with them is to set old forecasts against them. */
	outcomes: readonly LineYear[];
	/** Years that the ledger holds from January to December. */
	wholeYears: readonly number[];
	/** The budget of every year: of its counted versions. */
	budget: readonly BudgetYear[];
	/** Öre of the year's budget per nämnd, months or not; a nämnd without one is missing. */
	budgetOfYear: ReadonlyMap<string, number>;
	/** What the nämnder have left, by year and version. */
	left: readonly (LeftForecast & { year: number; version: string })[];
	contracts: readonly ForecastContract[];
	licences: ReadonlyMap<string, ReadonlyMap<Month, number>>;
}

/** Earlier years than these are neither season nor told of. */
const mostYears = 8;

/** The last month of a year that is known; 0 where none is. */
export function knownCut(year: number, cut: number, ledger: Period): number {
	if (ledger.to >= monthFrom(year, cut)) return ledger.from <= monthFrom(year, 1) ? cut : 0;
	if (ledger.to < monthFrom(year, 1) || ledger.from > monthFrom(year, 1)) return 0;
	return Number(ledger.to.slice(5));
}

/** The years that a ledger holds from January to December. */
export function wholeYearsOf(ledger: Period): number[] {
	const [first, last] = [Number(ledger.from.slice(0, 4)), Number(ledger.to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
		(year) => ledger.from <= monthFrom(year, 1) && ledger.to >= monthFrom(year, 12)
	);
}

/** Asks what a forecast is made of. */
export async function readForecastFacts(
	engine: Engine,
	{ year, cut: asked, ledger }: AskedForecast,
	signal?: AbortSignal
): Promise<ForecastFacts> {
	const cut = knownCut(year, asked, ledger);
	const [firstYear, lastYear] = [Number(ledger.from.slice(0, 4)), Number(ledger.to.slice(0, 4))];
	const span = {
		from: Math.max(firstYear, lastYear - mostYears),
		to: lastYear,
		cut: Number(ledger.to.slice(5))
	};
	const outcomes = await ask(engine, outcomeMonths, span, signal);
	const planned = await ask(engine, budgetYearMonths, undefined, signal);
	const open = cut > 0 && cut < 12;
	const contracts = open ? await ask(engine, forecastContracts, { year, cut }, signal) : [];
	const licences = open
		? await ask(engine, licenceUnitMonths, { from: monthFrom(year - 3, 1), to: monthFrom(year, cut) }, signal)
		: [];
	return {
		year,
		cut,
		outcomes: outcomes.map((row) => ({
			unit: row.unit,
			costKind: row.cost_kind,
			year: row.year,
			months: monthsOfRow(row)
		})),
		wholeYears: wholeYearsOf(ledger).filter((whole) => whole >= span.from),
		...plansOf(planned, year),
		contracts: contractsOf(contracts, year),
		licences: amountsOf(licences)
	};
}

type Planned = v.InferOutput<typeof budgetYearMonths.row>;

function plansOf(
	planned: readonly Planned[],
	asked: number
): Pick<ForecastFacts, 'budget' | 'budgetOfYear' | 'left'> {
	const versions = new Map<number, string[]>();
	for (const { year, version } of planned) versions.set(year, [...(versions.get(year) ?? []), version]);
	const counted = planned.filter(({ year, version }) =>
		countedVersions(versions.get(year) ?? []).includes(version)
	);
	const [base] = countedVersions(versions.get(asked) ?? []);
	const whole = (row: Planned) => row.whole + monthsOfRow(row).reduce((sum, ore) => sum + ore, 0);
	const budgetOfYear = new Map<string, number>();
	for (const row of counted.filter(({ year }) => year === asked))
		budgetOfYear.set(row.unit, (budgetOfYear.get(row.unit) ?? 0) + whole(row));
	const hasBase = new Set(
		planned.filter(({ year, version }) => year === asked && version === base).map(({ unit }) => unit)
	);
	for (const unit of [...budgetOfYear.keys()]) if (!hasBase.has(unit)) budgetOfYear.delete(unit);
	return {
		budget: counted.map((row) => ({
			unit: row.unit,
			costKind: row.cost_kind,
			year: row.year,
			months: monthsOfRow(row)
		})),
		budgetOfYear,
		left: planned
			.filter(({ version }) => /-prognos$/.test(version))
			.map((row) => ({
				year: row.year,
				version: row.version,
				unit: row.unit,
				costKind: row.cost_kind,
				amount: whole(row)
			}))
	};
}

function contractsOf(
	rows: readonly v.InferOutput<typeof forecastContracts.row>[],
	year: number
): ForecastContract[] {
	const nothing: readonly number[] = Array.from({ length: 12 }, () => 0);
	const found = new Map<string, ForecastContract & { costs: ForecastContract['costs'][number][] }>();
	for (const row of rows) {
		const contract = found.get(row.contract_id) ?? {
			contractId: row.contract_id,
			title: row.title,
			supplier: row.supplier,
			supplierKey: row.supplier_key,
			startDay: row.start_day === null ? null : parseIsoDay(row.start_day),
			endDay: row.end_day === null ? null : parseIsoDay(row.end_day),
			extensionKind: row.extension_kind,
			extensionCount: row.extension_count,
			extensionsUsed: row.extensions_used,
			priceAdjustment: row.price_adjustment,
			value: row.value,
			costs: []
		};
		found.set(row.contract_id, contract);
		const { unit, cost_kind: costKind } = row;
		if (unit === null || costKind === null) continue;
		const at = contract.costs.findIndex((one) => one.unit === unit && one.costKind === costKind);
		const line = contract.costs[at] ?? { unit, costKind, thisYear: nothing, yearBefore: nothing };
		const months = monthsOfRow(row);
		const next = row.year === year ? { ...line, thisYear: months } : { ...line, yearBefore: months };
		if (at < 0) contract.costs.push(next);
		else contract.costs[at] = next;
	}
	return [...found.values()];
}

function amountsOf(rows: readonly v.InferOutput<typeof licenceUnitMonths.row>[]): ForecastFacts['licences'] {
	const units = new Map<string, Map<Month, number>>();
	for (const { unit, month, amount } of rows) {
		const read = parseMonth(month);
		if (!read) continue;
		const months = units.get(unit) ?? new Map<Month, number>();
		months.set(read, amount);
		units.set(unit, months);
	}
	return units;
}

export interface CostForecast {
	lines: readonly LineForecast[];
	/** The most kronor first; those of contracts before those of licences where they are alike. */
	events: readonly ForecastEvent[];
}

/** The forecast that the facts give, with what registers know of the months left. */
export function costForecast(facts: ForecastFacts, rates: EventRates): CostForecast {
	const { year, cut } = facts;
	if (cut === 0) return { lines: [], events: [] };
	const lines = forecastLines(facts);
	const methodOf = ({ unit, costKind }: { unit: string; costKind: string }) =>
		lines.find((line) => line.unit === unit && line.costKind === costKind)?.method.kind ?? null;
	const events =
		cut === 12
			? []
			: inOrder([
					...contractEvents({ year, cut, contracts: facts.contracts, methodOf, rates }),
					...licenceEvents(facts.licences, monthFrom(year, cut), methodOf)
				]);
	return { lines: withEvents(lines, events), events };
}
