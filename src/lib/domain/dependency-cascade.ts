// Beroendekaskad: what is touched when a supplier stops or raises its prices, from supplier to system, förmåga and nämnd.
import { listedWords } from './listed-words';

/** A system of the register. Lists are words between `|`. */
export interface CascadeSystem {
	system_id: string;
	name: string | null;
	unit: string | null;
	used_by: string | null;
	supplier_key: string | null;
	contract_ids: string | null;
	capabilities: string | null;
	criticality: string | null;
	users: number | null;
}

/** Öre that the supplier is paid, by who pays and for which system. */
export interface CascadeCost {
	system_ref: string | null;
	unit: string | null;
	amount: number;
}

/** Why a system is touched: the supplier is paid for it, is its supplier in the register, or holds its contract. */
export type CascadeReason = 'paid' | 'supplied' | 'contract';

export interface TouchedSystem {
	id: string;
	name: string;
	/** Öre that the supplier is paid for it, net. */
	amount: number;
	reasons: CascadeReason[];
	/** Samhällsviktig. */
	critical: boolean;
	/** As the register says; null is unknown. */
	criticality: string | null;
	users: number | null;
	/** Ids of förmågor; empty is unknown. */
	capabilities: string[];
	/** Nämnder that own or use it; empty is unknown. */
	units: string[];
}

export interface TouchedCapability {
	id: string;
	name: string;
	critical: boolean;
	systems: string[];
	/** Öre that the supplier is paid for those systems: a system with several förmågor counts in each. */
	amount: number;
	units: string[];
}

export interface TouchedUnit {
	name: string;
	/** Öre that it pays the supplier. */
	paid: number;
	/** Systems that it owns or uses. */
	systems: string[];
	critical: boolean;
}

export interface Cascade {
	/** Critical first, then by kronor. */
	systems: TouchedSystem[];
	capabilities: TouchedCapability[];
	units: TouchedUnit[];
	/** Öre of the supplier in all, and joined to no system. Those of the systems and `outside` sum to `total`. */
	total: number;
	outside: number;
	/** Öre of systems without a known förmåga, without known nämnder, without known users and without a known criticality. */
	withoutCapability: number;
	withoutUnits: number;
	withoutUsers: number;
	withoutCriticality: number;
	/** Users of the systems where they are known; somebody who uses two systems counts twice. */
	users: number;
}

export function isCritical(criticality: string | null): boolean {
	return /^samhällsviktig/i.test(criticality?.trim() ?? '');
}

const sumOf = (amounts: readonly { amount: number }[]): number =>
	amounts.reduce((sum, { amount }) => sum + amount, 0);

/**
 * @param suppliers keys of one supplier, or of several that stop together
 * @param costs of them, in the period
 * @param contracts the avtals_id that they hold
 * @param names of förmågor, by id
 */
export function dependencyCascade(
	suppliers: ReadonlySet<string>,
	costs: readonly CascadeCost[],
	register: readonly CascadeSystem[],
	contracts: ReadonlySet<string>,
	names: ReadonlyMap<string, string>
): Cascade {
	const paid = new Map<string, number>();
	for (const { system_ref, amount } of costs)
		if (system_ref !== null) paid.set(system_ref, (paid.get(system_ref) ?? 0) + amount);
	const known = new Set(register.map(({ system_id }) => system_id));
	const unlisted = [...paid.keys()].filter((id) => !known.has(id)).map(unlistedSystem);
	const systems = [...register, ...unlisted]
		.map((system) => touchedSystem(system, suppliers, paid.get(system.system_id), contracts))
		.filter(({ reasons }) => reasons.length > 0)
		.sort((a, b) => Number(b.critical) - Number(a.critical) || b.amount - a.amount);
	const without = (isKnown: (system: TouchedSystem) => boolean) =>
		sumOf(systems.filter((system) => !isKnown(system)));
	return {
		systems,
		capabilities: touchedCapabilities(systems, names),
		units: touchedUnits(systems, costs),
		total: sumOf(costs),
		outside: sumOf(costs.filter(({ system_ref }) => system_ref === null)),
		withoutCapability: without(({ capabilities }) => capabilities.length > 0),
		withoutUnits: without(({ units }) => units.length > 0),
		withoutUsers: without(({ users }) => users !== null),
		withoutCriticality: without(({ criticality }) => criticality !== null),
		users: systems.reduce((sum, { users }) => sum + (users ?? 0), 0)
	};
}

/** Only the ledger names it. */
function unlistedSystem(id: string): CascadeSystem {
	return {
		system_id: id,
		name: null,
		unit: null,
		used_by: null,
		supplier_key: null,
		contract_ids: null,
		capabilities: null,
		criticality: null,
		users: null
	};
}

function touchedSystem(
	system: CascadeSystem,
	suppliers: ReadonlySet<string>,
	amount: number | undefined,
	contracts: ReadonlySet<string>
): TouchedSystem {
	const reasons: CascadeReason[] = [];
	if (amount !== undefined) reasons.push('paid');
	if (system.supplier_key !== null && suppliers.has(system.supplier_key)) reasons.push('supplied');
	if (listedWords(system.contract_ids).some((id) => contracts.has(id))) reasons.push('contract');
	return {
		id: system.system_id,
		name: system.name ?? system.system_id,
		amount: amount ?? 0,
		reasons,
		critical: isCritical(system.criticality),
		criticality: system.criticality,
		users: system.users,
		capabilities: listedWords(system.capabilities),
		units: [...new Set([...listedWords(system.unit), ...listedWords(system.used_by)])]
	};
}

function touchedCapabilities(
	systems: readonly TouchedSystem[],
	names: ReadonlyMap<string, string>
): TouchedCapability[] {
	const found = new Map<string, TouchedSystem[]>();
	for (const system of systems)
		for (const id of system.capabilities) found.set(id, [...(found.get(id) ?? []), system]);
	return [...found]
		.map(([id, own]) => ({
			id,
			name: names.get(id) ?? id,
			critical: own.some(({ critical }) => critical),
			systems: own.map((system) => system.id),
			amount: sumOf(own),
			units: [...new Set(own.flatMap(({ units }) => units))]
		}))
		.sort((a, b) => Number(b.critical) - Number(a.critical) || b.amount - a.amount);
}

function touchedUnits(systems: readonly TouchedSystem[], costs: readonly CascadeCost[]): TouchedUnit[] {
	const found = new Map<string, TouchedUnit>();
	const unitOf = (name: string): TouchedUnit => {
		const unit = found.get(name) ?? { name, paid: 0, systems: [], critical: false };
		found.set(name, unit);
		return unit;
	};
	for (const { unit, amount } of costs) if (unit !== null) unitOf(unit).paid += amount;
	for (const system of systems)
		for (const name of system.units) {
			const unit = unitOf(name);
			unit.systems.push(system.id);
			unit.critical ||= system.critical;
		}
	return [...found.values()].sort(
		(a, b) =>
			Number(b.critical) - Number(a.critical) || b.systems.length - a.systems.length || b.paid - a.paid
	);
}

/**
 * What a price rise adds to each amount, so that the parts sum to what it adds to all of them (öre).
 * @param percent 10 is ten percent
 */
export function raisedBy(amounts: readonly number[], percent: number): number[] {
	let [before, told] = [0, 0];
	return amounts.map((amount) => {
		before += amount;
		const until = Math.round((before * percent) / 100);
		const part = until - told;
		told = until;
		return part;
	});
}
