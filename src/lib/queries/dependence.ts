// What binds the municipality to each supplier or system, and the indicators of all of it, from the edition's own rows.
import { parseIsoDay, type Day } from '$lib/domain/day';
import {
	dependenceIndicators,
	type DependenceIndicator,
	type LeavingCost
} from '$lib/domain/dependence-indicator';
import type { StoredAssumption } from '$lib/domain/assumption';
import { noFilters, type Filters } from '$lib/domain/filters';
import { monthsOf } from '$lib/domain/period';
import {
	competences,
	dependences,
	type Dependence,
	type DependenceContract,
	type SystemConsultants
} from '$lib/domain/supplier-dependence';
import type { SystemCost } from '$lib/domain/own-supplier-share';
import { verticalBindings } from '$lib/domain/system-parts';
import { systemStacks } from '$lib/domain/system-stack';
import type * as v from 'valibot';
import type { Engine } from '$lib/engine/engine';
import { contractCoverage } from './contract-coverage';
import { contractList } from './contract-list';
import { dataPeriod } from './default-period';
import { dependenceBase } from './dependence-base';
import { dependenceContracts } from './dependence-contracts';
import { dependenceCosts, type DependenceCost, type DependenceSubject } from './dependence-costs';
import { describeContracts, exitFactsOf } from './described-contract';
import { exitSystems, type ExitSystem } from './exit-systems';
import type { EditionMeta } from './edition-meta';
import { licencePricesYear } from './licence-prices-year';
import { ask } from './query';
import { bidsPerContract } from './single-bid';
import { latestYear } from './latest-year';
import { systemContractCosts } from './system-contract-costs';
import { systemExitFacts } from './system-exit-facts';
import { systemSupplierCosts } from './system-supplier-costs';
import { systemSuppliers } from './system-suppliers';
import { tagCoverage } from './tag-coverage';

type Meta = Pick<EditionMeta, 'today' | 'dataFrom' | 'dataTo'>;

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
}

/** What several readings of one edition share: they do not depend on filters. */
export interface DependenceRegister {
	lines: readonly DependenceContract[];
	suppliersOf: ReadonlyMap<string, readonly (string | null)[]>;
	today: Day;
	/** What it takes to leave the systems, over the latest twelve months with data. */
	leaving: LeavingCost | null;
}

/** Reads the registers. @param stored the assumptions that estimates rest on; the standards without any @throws Error when the edition does not say what "today" is */
export async function dependenceRegister(
	engine: Engine,
	meta: Meta,
	signal?: AbortSignal,
	stored: readonly StoredAssumption[] = []
): Promise<DependenceRegister> {
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error('The edition has no day of today');
	const contracts = await ask(engine, contractList, undefined, signal);
	const suppliersOf = new Map<string, (string | null)[]>();
	for (const { system_id: id, supplier_key: key } of await ask(engine, systemSuppliers, undefined, signal))
		suppliersOf.set(id, [...(suppliersOf.get(id) ?? []), key]);
	const described = describeContracts(contracts, today);
	const period = latestYear(meta);
	const leaving = leavingCost(
		exitSystems({
			facts: await ask(engine, systemExitFacts, undefined, signal),
			costs: period ? await ask(engine, systemContractCosts, { ...noFilters, period }, signal) : [],
			months: period ? monthsOf(period).length : 12,
			contracts: described,
			stored,
			today
		})
	);
	const lines = described.map(({ row, facts, inForce }): DependenceContract => ({
		contractId: row.contract_id,
		supplierKey: row.supplier_key,
		inForce,
		start: facts.startDay,
		bids: row.bids,
		direct: row.procedure?.toLocaleLowerCase('sv').startsWith('direktupphandling') ?? false,
		exit: exitFactsOf(row)
	}));
	return { lines, suppliersOf, today, leaving };
}

/** The estimates of the systems that the ledger has cost on, together. */
function leavingCost(systems: readonly ExitSystem[]): LeavingCost | null {
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

/** Every supplier or system with what binds to it, under filters. */
export async function dependenceOf(
	engine: Engine,
	filters: Filters,
	by: DependenceSubject,
	register: DependenceRegister,
	signal?: AbortSignal
): Promise<FoundDependence> {
	const rows = await ask(engine, dependenceCosts, { filters, by }, signal);
	const [base] = await ask(engine, dependenceBase, filters, signal);
	const systems = await ask(engine, systemSupplierCosts, filters, signal);
	const contracts = await contractsOf(engine, filters, by, register, signal);
	return found(rows, base, contracts, systems, by, register);
}

type Base = { ledger_rows: number; contracts: number; systems: number; units: number } | undefined;

function found(
	rows: readonly DependenceCost[],
	base: Base,
	contracts: ReadonlyMap<string, DependenceContract[]>,
	systems: SystemRows,
	by: DependenceSubject,
	register: DependenceRegister
): FoundDependence {
	const without = rows.find((row) => row.key === null);
	const hasContracts = (base?.contracts ?? 0) > 0;
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
	return {
		list,
		without: { amount: without?.amount ?? 0, rowCount: without?.row_count ?? 0 },
		hasLedger: (base?.ledger_rows ?? 0) > 0,
		hasContracts,
		units: base?.units ?? 0,
		systems: base?.systems ?? 0,
		openSystems: [...register.suppliersOf.values()].filter((keys) => keys.every((key) => key === null)).length
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

type SystemRows = readonly v.InferOutput<typeof systemSupplierCosts.row>[];

function systemConsultants(rows: SystemRows, { suppliersOf }: DependenceRegister): SystemConsultants[] {
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

export interface DependenceReading {
	suppliers: FoundDependence;
	indicators: DependenceIndicator[];
}

/** The suppliers and every indicator, under filters. The untagged share is of the whole ledger. */
export async function dependenceReading(
	engine: Engine,
	filters: Filters,
	meta: Meta,
	register?: DependenceRegister,
	signal?: AbortSignal
): Promise<DependenceReading> {
	const known = register ?? (await dependenceRegister(engine, meta, signal));
	const rows = await ask(engine, dependenceCosts, { filters, by: 'supplier' }, signal);
	const [base] = await ask(engine, dependenceBase, filters, signal);
	const systems = await ask(engine, systemSupplierCosts, filters, signal);
	const contracts = await contractsOf(engine, filters, 'supplier', known, signal);
	const suppliers = found(rows, base, contracts, systems, 'supplier', known);
	const [coverage] = await ask(engine, contractCoverage, filters, signal);
	const [tagged] = await ask(engine, tagCoverage, undefined, signal);
	const to = filters.period?.to ?? dataPeriod(meta)?.to ?? '9999-12';
	return {
		suppliers,
		indicators: dependenceIndicators({
			hasLedger: suppliers.hasLedger,
			hasContracts: suppliers.hasContracts,
			suppliers: suppliers.list,
			withoutSupplier: suppliers.without.amount,
			bids: await ask(engine, bidsPerContract, filters, signal),
			coverage: coverage ?? null,
			contracts: known.lines,
			leaving: known.leaving,
			systems: systemConsultants(systems, known),
			stacks: systemStacks(systems),
			licences: await ask(engine, licencePricesYear, { to, units: filters.units }, signal),
			untagged: { candidates: tagged?.candidate_amount ?? 0, it: tagged?.it_amount ?? 0 }
		})
	};
}
