// The answers of the start page and of every page's header, computed once per slice when an edition is published and
// delivered with the page, so that the first figures do not wait for the engine. The start page asks again in the browser
// when the reader chooses another period. A data set that is not loaded is null.
import { addMonths, parseIsoDay, type Day } from '$lib/domain/day';
import { noFilters, type Filters } from '$lib/domain/filters';
import { followUpPeriod, monthPlus, yearBefore, type Period } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import { contractDecisions } from './contract-decisions';
import { costChange } from './cost-change';
import { costPerCover } from './cost-per-cover';
import { costPerOrientation } from './cost-per-orientation';
import { itCostTotals } from './cost-totals';
import { dataPeriod, defaultPeriod } from './default-period';
import { editionContents } from './edition-contents';
import { editionMeta, type EditionMeta } from './edition-meta';
import { forecastPerUnit } from './forecast-per-unit';
import { ledgerMonths } from './ledger-months';
import { licencesPerUnit } from './licences-per-unit';
import { ask, type Query } from './query';
import { bidsPerContract } from './single-bid';
import { tagCoverage } from './tag-coverage';
import { unusedLicencesNow } from './unused-licences';

type RowOf<Q> = Q extends Query<never, infer Row> ? Row : never;

export type TagCoverage = RowOf<typeof tagCoverage>;

export interface StartAnswers {
	meta: EditionMeta;
	/** Otaggat, possible IT that nobody has judged: share 0–1 of IT and it (null when neither is), öre and rows. */
	untagged: { share: number | null; amount: number; rows: number };
	/** Kronor of all months by what judged them; null without cost. */
	coverage: TagCoverage | null;
	contents: RowOf<typeof editionContents>;
	/** Rows of the whole ledger per month: which months are whole. */
	months: RowOf<typeof ledgerMonths>[];
	cost: CostAnswer | null;
	budget: BudgetAnswer | null;
	contracts: ContractAnswer | null;
	/** Needs both contracts and costs. */
	bids: RowOf<typeof bidsPerContract>[] | null;
	licences: LicenceAnswer | null;
}

/** IT cost of the period, öre. */
export interface CostAnswer {
	period: Period;
	/** The same months a year before; null when the data does not reach back over all of them. */
	compared: Period | null;
	amount: number;
	before: number | null;
	rowCount: number;
	kinds: RowOf<typeof costChange>[];
	orientations: RowOf<typeof costPerOrientation>[];
	/** By how the contract was found; null when no contracts are loaded. */
	covers: RowOf<typeof costPerCover>[] | null;
}

export interface BudgetAnswer {
	year: number;
	/** The forecast compared with; null when the year has none. */
	version: string | null;
	units: RowOf<typeof forecastPerUnit>[];
	rowCount: number;
	/** How far the same forecast missed last year's cost, 0–1; null when that cannot be said. */
	lastYearsError: number | null;
}

export interface ContractAnswer {
	/** The days looked between, both included. */
	from: Day;
	to: Day;
	/** The months that `amount` of a decision is of: the last twelve with data. */
	period: Period | null;
	decisions: RowOf<typeof contractDecisions>[];
}

export interface LicenceAnswer {
	/** `YYYY-MM`. */
	month: string | null;
	total: RowOf<typeof unusedLicencesNow>;
	units: RowOf<typeof licencesPerUnit>[];
}

/** How far ahead decisions are looked for; a committee meets a few times in it. */
const decisionMonths = 7;

/**
 * Computes the answers on an attached edition slice.
 * @param chosen the months that costs are counted in; the edition's own default otherwise
 */
export async function startAnswers(
	engine: Engine,
	chosen: Period | null = null,
	signal?: AbortSignal
): Promise<StartAnswers> {
	const meta = await editionMeta(engine);
	const [coverage] = await ask(engine, tagCoverage, undefined, signal);
	const [contents] = await ask(engine, editionContents, undefined, signal);
	if (!contents) throw new Error('The edition does not say what it holds');
	const it = coverage?.it_amount ?? 0;
	const candidates = coverage?.candidate_amount ?? 0;
	const data = dataPeriod(meta);
	const period = contents.cost_rows > 0 ? (chosen ?? defaultPeriod(meta)) : null;
	const filters = period && { ...noFilters, period };
	return {
		meta,
		untagged: {
			share: it + candidates > 0 ? candidates / (it + candidates) : null,
			amount: candidates,
			rows: coverage?.candidate_rows ?? 0
		},
		coverage: contents.cost_rows > 0 ? (coverage ?? null) : null,
		contents,
		months: await ask(engine, ledgerMonths, undefined, signal),
		cost: filters && data && (await costAnswer(engine, filters, data, signal)),
		budget: contents.budget_rows > 0 ? await budgetAnswer(engine, meta, period, data, signal) : null,
		contracts: contents.contract_rows > 0 ? await contractAnswer(engine, meta, data, signal) : null,
		bids: filters && contents.contract_rows > 0 ? await ask(engine, bidsPerContract, filters, signal) : null,
		licences: contents.licence_rows > 0 ? await licenceAnswer(engine, signal) : null
	};
}

async function costAnswer(
	engine: Engine,
	filters: Filters & { period: Period },
	data: Period,
	signal?: AbortSignal
): Promise<CostAnswer> {
	const before = yearBefore(filters.period);
	const comparison = { filters, compared: before.from >= data.from ? before : null };
	const kinds = await ask(engine, costChange, comparison, signal);
	const orientations = await ask(engine, costPerOrientation, comparison, signal);
	const covers = await ask(engine, costPerCover, filters, signal);
	const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
	return {
		period: filters.period,
		compared: comparison.compared,
		amount: sum(kinds.map((kind) => kind.amount)),
		before: comparison.compared ? sum(kinds.map((kind) => kind.before)) : null,
		rowCount: sum(kinds.map((kind) => kind.row_count)),
		kinds,
		orientations,
		covers: covers.length ? covers : null
	};
}

async function budgetAnswer(
	engine: Engine,
	meta: EditionMeta,
	period: Period | null,
	data: Period | null,
	signal?: AbortSignal
): Promise<BudgetAnswer> {
	const year = Number((period?.to ?? meta.today).slice(0, 4));
	const units = await ask(engine, forecastPerUnit, year, signal);
	const version = units[0]?.version ?? null;
	return {
		year,
		version,
		units,
		rowCount: units.reduce((rows, unit) => rows + unit.row_count, 0),
		lastYearsError: version && data ? await forecastError(engine, year - 1, version, data, signal) : null
	};
}

async function forecastError(
	engine: Engine,
	year: number,
	version: string,
	data: Period,
	signal?: AbortSignal
): Promise<number | null> {
	const wholeYear = followUpPeriod(year, 'VB');
	if (wholeYear.from < data.from || wholeYear.to > data.to) return null;
	const units = await ask(engine, forecastPerUnit, year, signal);
	if (units[0]?.version !== version || units.some((unit) => unit.forecast === null)) return null;
	const forecast = units.reduce((total, unit) => total + (unit.forecast ?? 0), 0);
	const [cost] = await ask(engine, itCostTotals, { ...noFilters, period: wholeYear }, signal);
	return cost && cost.amount > 0 ? Math.abs(forecast - cost.amount) / cost.amount : null;
}

async function contractAnswer(
	engine: Engine,
	meta: EditionMeta,
	data: Period | null,
	signal?: AbortSignal
): Promise<ContractAnswer> {
	const from = parseIsoDay(meta.today);
	if (!from) throw new Error(`The edition's today is no day: ${meta.today}`);
	const to = addMonths(from, decisionMonths);
	const period = data && { from: monthPlus(data.to, -11), to: data.to };
	return { from, to, period, decisions: await ask(engine, contractDecisions, { from, to, period }, signal) };
}

async function licenceAnswer(engine: Engine, signal?: AbortSignal): Promise<LicenceAnswer | null> {
	const [total] = await ask(engine, unusedLicencesNow, undefined, signal);
	if (!total) return null;
	return { month: total.month, total, units: await ask(engine, licencesPerUnit, undefined, signal) };
}
