// What binds the municipality to each supplier or system, and the indicators of all of it, from the edition's own rows.
import type { StoredAssumption } from '$lib/domain/assumption';
import {
	dependenceIndicators,
	type DependenceIndicator,
	type IndicatorGround,
	type LeavingCost
} from '$lib/domain/dependence-indicator';
import { noFilters, type Filters } from '$lib/domain/filters';
import type { SystemCost } from '$lib/domain/own-supplier-share';
import { monthsOf } from '$lib/domain/period';
import {
	competences,
	consultantTotals,
	dependences,
	type Dependence,
	type DependenceContract,
	type SystemConsultants
} from '$lib/domain/supplier-dependence';
import { systemsHeldWhole, verticalBindings } from '$lib/domain/system-parts';
import { systemStacks } from '$lib/domain/system-stack';
import type { Engine } from '$lib/engine/engine';
import { dataPeriod } from './default-period';
import { dependenceContracts } from './dependence-contracts';
import { dependenceCosts, type DependenceCost, type DependenceSubject } from './dependence-costs';
import { dependenceRegister, type DependenceRegister } from './dependence-register';
import type { EditionMeta } from './edition-meta';
import { exitSystems, type ExitSystem } from './exit-systems';
import { latestYear } from './latest-year';
import { licencePricesYear } from './licence-prices-year';
import { ask } from './query';
import { systemContractCosts } from './system-contract-costs';
import { systemSupplierCosts, type SystemSupplierCost } from './system-supplier-costs';
import { tagCoverage } from './tag-coverage';

type Meta = Pick<EditionMeta, 'today' | 'dataFrom' | 'dataTo'>;

/** Öre by contract cover. */
export interface FoundCoverage {
	/** Without a known contract. */
	without: number;
	withoutRows: number;
	/** On one of several contracts of the supplier, nobody knows which. */
	several: number;
	/** Absolute: on suppliers whose contracts have no start day, and all. */
	undecided: number;
	size: number;
	/** All, net. */
	amount: number;
}

export interface FoundDependence {
	/** The largest cost first. */
	list: Dependence[];
	/** Net öre and rows without one. */
	without: { amount: number; rowCount: number };
	hasLedger: boolean;
	hasContracts: boolean;
	/** Nämnder with cost, and systems of the register. */
	units: number;
	systems: number;
	openSystems: number;
	coverage: FoundCoverage;
	/** Öre and rows without a known contract, of each that has any; a null key is cost without one. The largest first. */
	gaps: { key: string | null; name: string | null; amount: number; rowCount: number }[];
}

/** Every supplier or system with what binds to it, under filters. */
export async function dependenceOf(
	engine: Engine,
	filters: Filters,
	by: DependenceSubject,
	register: DependenceRegister,
	signal?: AbortSignal
): Promise<FoundDependence> {
	const rows = await ask(engine, dependenceCosts, { filters, by }, signal);
	const systems = await ask(engine, systemSupplierCosts, filters, signal);
	const contracts = await contractsOf(engine, filters, by, register, signal);
	return found(rows, contracts, systems, by, register);
}

function found(
	rows: readonly DependenceCost[],
	contracts: ReadonlyMap<string, DependenceContract[]>,
	systems: readonly SystemSupplierCost[],
	by: DependenceSubject,
	register: DependenceRegister
): FoundDependence {
	const without = rows.find((row) => row.key === null);
	const hasContracts = register.lines.length > 0;
	const list = dependences({
		rows: rows.flatMap((row) =>
			row.key === null
				? []
				: [
						{
							...row,
							key: row.key,
							organisationNumber: row.organisation_number,
							rowCount: row.row_count,
							surelyOne: row.surely_one,
							maybeOne: row.maybe_one
						}
					]
		),
		contracts,
		competence: competences(systemConsultants(systems, register), by),
		binding: by === 'system' ? verticalBindings(systemStacks(systems)) : new Map<string, number>(),
		today: register.today,
		hasContracts
	});
	const sum = (of: (row: DependenceCost) => number) => rows.reduce((total, row) => total + of(row), 0);
	return {
		list,
		without: { amount: without?.amount ?? 0, rowCount: without?.row_count ?? 0 },
		hasLedger: rows[0]?.has_ledger ?? false,
		hasContracts,
		units: rows[0]?.all_units ?? 0,
		systems: register.suppliersOf.size,
		openSystems: [...register.suppliersOf.values()].filter((keys) => keys.every((key) => key === null))
			.length,
		coverage: {
			without: sum(({ uncovered }) => uncovered),
			withoutRows: sum(({ uncovered_rows: count }) => count),
			several: sum(({ choice }) => choice),
			undecided: sum(({ undecided }) => undecided),
			amount: sum(({ amount }) => amount),
			size: sum(({ size }) => size)
		},
		gaps: rows
			.filter(({ uncovered_rows: count }) => count > 0)
			.map(({ key, name, uncovered, uncovered_rows: rowCount }) => ({
				key,
				name,
				amount: uncovered,
				rowCount
			}))
			.sort((a, b) => b.amount - a.amount)
	};
}

async function contractsOf(
	engine: Engine,
	filters: Filters,
	by: DependenceSubject,
	{ lines }: DependenceRegister,
	signal?: AbortSignal
): Promise<Map<string, DependenceContract[]>> {
	const grouped = new Map<string, DependenceContract[]>();
	const add = (key: string, line: DependenceContract) => {
		const known = grouped.get(key);
		if (known) known.push(line);
		else grouped.set(key, [line]);
	};
	if (by === 'supplier') {
		for (const line of lines) if (line.supplierKey !== null) add(line.supplierKey, line);
		return grouped;
	}
	const byId = new Map<string, DependenceContract[]>();
	for (const line of lines) byId.set(line.contractId, [...(byId.get(line.contractId) ?? []), line]);
	for (const { key, contract_id: id } of await ask(engine, dependenceContracts, filters, signal))
		for (const line of byId.get(id) ?? []) add(key, line);
	return grouped;
}

function systemConsultants(
	rows: readonly SystemSupplierCost[],
	{ suppliersOf }: DependenceRegister
): SystemConsultants[] {
	const costs = new Map<string | null, SystemCost[]>();
	for (const { system_ref: id, supplier_key: supplierKey, cost_kind: costKind, amount } of rows) {
		const known = costs.get(id);
		if (known) known.push({ supplierKey, costKind, amount });
		else costs.set(id, [{ supplierKey, costKind, amount }]);
	}
	return [...costs].map(([systemId, own]) => ({
		systemId,
		costs: own,
		registered: systemId === null ? [] : (suppliersOf.get(systemId) ?? [])
	}));
}

/** Öre of candidates and of IT, of the whole ledger: what the untagged share is made of. */
export type Untagged = IndicatorGround['untagged'];

/** What the suppliers' own questions answer of the indicators; the rest is what is fetched after them. */
export type SupplierGround = Omit<IndicatorGround, 'licences' | 'leaving'>;

export interface SupplierReading {
	suppliers: FoundDependence;
	ground: SupplierGround;
}

/** The suppliers, and the indicators that are made of the same rows. @param untagged where that has been told already */
export async function supplierReading(
	engine: Engine,
	filters: Filters,
	register: DependenceRegister,
	signal?: AbortSignal,
	untagged?: Untagged
): Promise<SupplierReading> {
	const rows = await ask(engine, dependenceCosts, { filters, by: 'supplier' }, signal);
	const systems = await ask(engine, systemSupplierCosts, filters, signal);
	const contracts = await contractsOf(engine, filters, 'supplier', register, signal);
	const suppliers = found(rows, contracts, systems, 'supplier', register);
	const paid = (of: (row: DependenceCost) => number) => rows.reduce((sum, row) => sum + of(row), 0);
	return {
		suppliers,
		ground: {
			hasLedger: suppliers.hasLedger,
			hasContracts: suppliers.hasContracts,
			suppliers: suppliers.list,
			withoutSupplier: suppliers.without.amount,
			bids: contractBids(register, {
				ett: paid(({ one }) => one),
				flera: paid(({ several }) => several),
				'utan annons': paid(({ direct }) => direct),
				okänt: paid(({ unknown }) => unknown)
			}),
			coverage: suppliers.coverage,
			contracts: register.lines,
			consultants: consultantTotals(systemConsultants(systems, register)),
			held: systemsHeldWhole(systemStacks(systems)),
			untagged: untagged ?? (await wholeUntagged(engine, signal))
		}
	};
}

async function wholeUntagged(engine: Engine, signal?: AbortSignal): Promise<Untagged> {
	const [tagged] = await ask(engine, tagCoverage, undefined, signal);
	return { candidates: tagged?.candidate_amount ?? 0, it: tagged?.it_amount ?? 0 };
}

type Bids = 'ett' | 'flera' | 'utan annons' | 'okänt';

/** Contracts of the register by what is known of their competition, line by line, with öre on each. */
export function contractBids({ lines }: DependenceRegister, paid: Readonly<Record<Bids, number>>) {
	const contracts: Record<Bids, number> = { ett: 0, flera: 0, 'utan annons': 0, okänt: 0 };
	for (const { direct, bids } of lines)
		contracts[direct ? 'utan annons' : bids === null ? 'okänt' : bids === 1 ? 'ett' : 'flera']++;
	return (['ett', 'flera', 'utan annons', 'okänt'] as const).map((competition) => ({
		competition,
		contracts: contracts[competition],
		amount: paid[competition]
	}));
}

/** What it takes to leave the systems that the ledger has cost on, over the latest twelve months with data; null without any. */
export async function leavingCost(
	engine: Engine,
	meta: Meta,
	register: DependenceRegister,
	stored: readonly StoredAssumption[],
	signal?: AbortSignal
): Promise<LeavingCost | null> {
	const period = latestYear(meta);
	if (!period) return null;
	return addedUp(
		exitSystems({
			facts: register.systems,
			costs: await ask(engine, systemContractCosts, { ...noFilters, period }, signal),
			months: monthsOf(period).length,
			contracts: register.contracts,
			stored,
			today: register.today
		})
	);
}

/** The estimates of the systems that the ledger has cost on, together. */
function addedUp(systems: readonly ExitSystem[]): LeavingCost | null {
	const paid = systems.flatMap(({ yearlyCost, estimate }) =>
		yearlyCost !== null && yearlyCost > 0 ? [{ yearlyCost, ...estimate }] : []
	);
	if (!paid.length) return null;
	const highs = paid.flatMap(({ cost }) => cost.high ?? []);
	const yearly = (some: typeof paid) => some.reduce((sum, { yearlyCost }) => sum + yearlyCost, 0);
	return {
		systems: paid.length,
		low: paid.reduce((sum, { cost }) => sum + cost.low, 0),
		high: highs.length === paid.length ? highs.reduce((sum, ore) => sum + ore, 0) : null,
		yearly: yearly(paid),
		yearlyKnown: yearly(paid.filter(({ cost }) => cost.high !== null))
	};
}

/** The month that the licences of a period are read at. */
export function licenceMonth(filters: Filters, meta: Meta): string {
	return filters.period?.to ?? dataPeriod(meta)?.to ?? '9999-12';
}

export interface DependenceReading {
	suppliers: FoundDependence;
	indicators: DependenceIndicator[];
}

/** The suppliers and every indicator, under filters. The untagged share is of the whole ledger. */
export async function dependenceReading(
	engine: Engine,
	filters: Filters,
	meta: Meta
): Promise<DependenceReading> {
	const register = await dependenceRegister(engine, meta);
	const { suppliers, ground } = await supplierReading(engine, filters, register);
	const to = licenceMonth(filters, meta);
	return {
		suppliers,
		indicators: dependenceIndicators({
			...ground,
			licences: await ask(engine, licencePricesYear, { to: [to], units: filters.units }),
			leaving: await leavingCost(engine, meta, register, [])
		})
	};
}
