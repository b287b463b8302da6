// What binds the municipality to a supplier, or to a system, each figure by itself. Unknown is null or an interval, never 0.
import { supplierConcentration } from './concentration';
import type { Day } from './day';
import { exitReadiness, type ExitFacts, type ExitReadiness } from './exit-readiness';
import { shareOf } from './indicator';
import { ownSupplierShare, type SystemCost } from './own-supplier-share';
import { yearsBetween } from './years-since-competition';

/**
 * Öre by what is known of the competition for the contract; `possible` may be on some contract of the supplier's, `outside` is on
 * no contract of the register.
 */
export interface CompetitionCost {
	one: number;
	several: number;
	direct: number;
	unknown: number;
	possible: number;
	outside: number;
}

/** What ledger and registers say of one of them. */
export interface DependenceRow extends CompetitionCost {
	key: string;
	name: string | null;
	organisationNumber: string | null;
	/** Net öre. */
	amount: number;
	rowCount: number;
	units: number;
	tied: number;
	/** Per contract and floored at 0: öre with one bid, and where nobody knows how many. */
	surelyOne: number;
	maybeOne: number;
}

/** A line of the contract register. */
export interface DependenceContract {
	contractId: string;
	supplierKey: string | null;
	inForce: boolean;
	start: Day | null;
	bids: number | null;
	direct: boolean;
	exit: ExitFacts;
}

/** Consultants' öre, net per supplier and system and floored at 0. */
export interface Competence {
	/** Paid to the system's own supplier, as the register names it. */
	own: number;
	/** Of all consultants on those systems. */
	consult: number;
	/** Paid to this supplier where nobody knows whose the system is, or which system it is. */
	open: number;
}

/** Years since the last start with at least two bids. */
export interface CompetitionAge {
	/** By what the register says; null where it names no such contract. */
	years: number | null;
	/**
	 * If a contract that the register says too little about turns out to be the last one; 0 without contracts, and null
	 * where no contract of the register can have been competed for.
	 */
	least: number | null;
}

export interface Dependence {
	key: string;
	name: string | null;
	organisationNumber: string | null;
	amount: number;
	rowCount: number;
	/** Of the sum of all, net per each and floored at 0; null without cost. */
	share: number | null;
	/** Nämnder with cost. */
	units: number;
	/** Systems of the supplier, or suppliers of the system; null where neither register nor ledger names any. */
	tied: number | null;
	/** Contracts of the register; null when none are loaded. */
	contracts: number | null;
	inForce: number;
	/** Null when no contracts are loaded. */
	competition: CompetitionCost | null;
	/** Öre on contracts with one bid, per contract and floored at 0, and if all that is unknown had one too. */
	singleBid: { low: number; high: number };
	exit: ExitReadiness;
	age: CompetitionAge;
	competence: Competence;
	/** Vertikal bindning of a system: the most parts that one supplier holds, of those bought; null where it has none. */
	binding: number | null;
}

export interface DependenceGround {
	rows: readonly DependenceRow[];
	/** Of each key. */
	contracts: ReadonlyMap<string, readonly DependenceContract[]>;
	competence: ReadonlyMap<string, Competence>;
	/** Of each system; empty for suppliers. */
	binding: ReadonlyMap<string, number>;
	today: Day;
	hasContracts: boolean;
}

const noCompetence: Competence = { own: 0, consult: 0, open: 0 };

/** Each supplier or system with what binds to it, in the order of the rows. */
export function dependences(ground: DependenceGround): Dependence[] {
	const { base } = supplierConcentration(ground.rows.map((row) => row.amount));
	// A register of names ties nobody to anything, which is not the same as that nobody is tied.
	const anyTied = ground.rows.some((row) => row.tied > 0);
	return ground.rows.map((row) => {
		const contracts = ground.contracts.get(row.key) ?? [];
		const inForce = contracts.filter((contract) => contract.inForce);
		const { one, several, direct, unknown, possible, outside } = row;
		return {
			key: row.key,
			name: row.name,
			organisationNumber: row.organisationNumber,
			amount: row.amount,
			rowCount: row.rowCount,
			share: shareOf(Math.max(0, row.amount), base),
			units: row.units,
			tied: anyTied ? row.tied : null,
			contracts: ground.hasContracts ? distinct(contracts) : null,
			inForce: distinct(inForce),
			competition: ground.hasContracts ? { one, several, direct, unknown, possible, outside } : null,
			singleBid: { low: row.surelyOne, high: row.surelyOne + row.maybeOne },
			exit: exitReadiness(inForce.map((contract) => contract.exit)),
			age: competitionAge(contracts, ground.today),
			competence: ground.competence.get(row.key) ?? noCompetence,
			binding: ground.binding.get(row.key) ?? null
		};
	});
}

function distinct(contracts: readonly DependenceContract[]): number {
	return new Set(contracts.map((contract) => contract.contractId)).size;
}

/** Years since the last start with two bids or more, of one supplier's contracts, or of one system's. */
export function competitionAge(contracts: readonly DependenceContract[], today: Day): CompetitionAge {
	if (!contracts.length) return { years: null, least: 0 };
	let [years, least]: [number | null, number | null] = [null, null];
	for (const { bids, direct, start } of contracts) {
		if (direct || (bids !== null && bids < 2) || (start !== null && start > today)) continue;
		const since = start === null ? 0 : yearsBetween(start, today);
		if (bids !== null && start !== null) years = Math.min(years ?? since, since);
		least = Math.min(least ?? since, since);
	}
	return { years, least };
}

/** The share of consultants that the own supplier sells; null without consultants on its systems. */
export function competenceShare({ own, consult }: Competence): number | null {
	return shareOf(own, consult);
}

/** What a system's consultants are told from: its costs, and the suppliers that the register has for it. */
export interface SystemConsultants {
	systemId: string | null;
	costs: readonly SystemCost[];
	registered: readonly (string | null)[];
}

/** Consultants' öre of all systems together, net per system and supplier and floored at 0. */
export interface ConsultantTotals {
	all: number;
	/** On systems whose supplier the register has, and of that paid to it. */
	known: number;
	own: number;
}

export function consultantTotals(systems: readonly SystemConsultants[]): ConsultantTotals {
	const totals: ConsultantTotals = { all: 0, known: 0, own: 0 };
	for (const { systemId, costs, registered } of systems) {
		const found = ownSupplierShare(costs, systemId === null ? [] : registered);
		totals.all += found.consult;
		if (systemId === null || found.basis !== 'register') continue;
		totals.own += found.own ?? 0;
		totals.known += found.consult;
	}
	return totals;
}

/** Consultants per supplier, or per system: only what the register says of whose a system is counts as known. */
export function competences(
	systems: readonly SystemConsultants[],
	by: 'supplier' | 'system'
): ReadonlyMap<string, Competence> {
	const found = new Map<string, Competence>();
	const add = (key: string | null, part: Partial<Competence>) => {
		if (key === null) return;
		const { own, consult, open } = found.get(key) ?? noCompetence;
		found.set(key, {
			own: own + (part.own ?? 0),
			consult: consult + (part.consult ?? 0),
			open: open + (part.open ?? 0)
		});
	};
	for (const { systemId, costs, registered } of systems) {
		const { consult, own, basis, suppliers, unnamed } = ownSupplierShare(
			costs,
			systemId === null ? [] : registered
		);
		const known = systemId !== null && basis === 'register' && own !== null;
		if (by === 'system') add(systemId, known ? { own, consult, open: unnamed } : { open: consult });
		else
			for (const [key, amount] of consultantCosts(costs)) {
				if (!known) add(key, { open: amount });
				else if (suppliers.includes(key)) add(key, { own: amount });
			}
		if (by === 'supplier' && known) for (const key of suppliers) add(key, { consult });
	}
	return found;
}

/** Consultants' öre to each named supplier, net and floored at 0. */
function consultantCosts(costs: readonly SystemCost[]): Map<string, number> {
	const net = new Map<string, number>();
	for (const { supplierKey, costKind, amount } of costs)
		if (costKind === 'Konsult' && supplierKey !== null)
			net.set(supplierKey, (net.get(supplierKey) ?? 0) + amount);
	return new Map([...net].map(([key, amount]) => [key, Math.max(0, amount)]));
}
