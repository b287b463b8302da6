// Contracts bought alone beside a framework for the same kind of thing. Either may be right: a framework seldom covers all of
// its class, and a code is one person's choice. So a twin is a question to ask, never a fault.
import { isInForce, type ContractFacts } from './contract-step';
import type { Day } from './day';

/** A line of the register, as it is looked at here. */
export interface TwinCandidate {
	contractId: string;
	title: string;
	supplier: string | null;
	supplierKey: string | null;
	unit: string | null;
	contractType: string | null;
	procedure: string | null;
	bids: number | null;
	cpv: string | null;
	/** The framework that it was called off from, where the register says so. */
	frameworkRef: string | null;
	facts: Pick<ContractFacts, 'startDay' | 'endDay' | 'extensionKind'>;
	/** Öre on the contract itself; null without cost data. */
	invoiced: number | null;
	invoicedRows: number | null;
}

export interface FrameworkTwin {
	contract: TwinCandidate;
	/** CPV class, four digits. */
	cpvClass: string;
	/** How it was bought: without competition, or with one bid. */
	bought: 'direct' | 'one-bid';
	/** Frameworks of the same class that were valid on its start day, each once. */
	frameworks: TwinCandidate[];
}

/**
 * The class of a CPV code: its first four digits, or null where the code says no more than the division, as 48000000
 * "Programvara och informationssystem" does: two such contracts need have nothing in common. Four digits because that is as
 * far as registers agree. Of 1 275 Swedish IT contracts awarded in 2021 (Upphandlingsmyndigheten) 36 % have the division
 * alone, and 34 % a category or finer: with five digits two thirds could never be compared, and the same purchase is coded
 * 72211 by one and 72212 by another. With three digits all programming and consultancy (722) would be one thing.
 */
export function cpvClass(cpv: string | null): string | null {
	const digits = cpv ? /^\s*(\d{4})\d{4}/.exec(cpv)?.[1] : undefined;
	return digits && digits[2] !== '0' ? digits : null;
}

function boughtAlone({ contractType, procedure, bids, frameworkRef }: TwinCandidate) {
	// A call-off has a framework even where the register does not name it; FKU is competition within one.
	if (contractType === 'ramavtal' || contractType === 'avrop' || frameworkRef || procedure === 'FKU')
		return null;
	if (procedure === 'direktupphandling') return 'direct';
	return bids === 1 ? 'one-bid' : null;
}

/** Whether the register shows that it was valid that day; what it does not say is not assumed. */
function wasValid({ startDay, endDay, extensionKind }: TwinCandidate['facts'], day: Day): boolean {
	if (startDay === null || startDay > day) return false;
	return extensionKind === 'tillsvidare' || (endDay !== null && endDay >= day);
}

/**
 * Contracts in force that were bought directly or with one bid while a framework of the same class was valid, most kronor
 * first. A contract on several lines counts once, by its first line that is a twin.
 */
export function frameworkTwins(contracts: readonly TwinCandidate[], today: Day): FrameworkTwin[] {
	const frameworks = new Map<string, TwinCandidate[]>();
	for (const contract of contracts) {
		const found = contract.contractType === 'ramavtal' ? cpvClass(contract.cpv) : null;
		if (found) frameworks.set(found, [...(frameworks.get(found) ?? []), contract]);
	}
	const twins = new Map<string, FrameworkTwin>();
	for (const contract of contracts) {
		const { startDay } = contract.facts;
		const ofClass = cpvClass(contract.cpv);
		const bought = boughtAlone(contract);
		if (!ofClass || !bought || !startDay || !isInForce(contract.facts, today)) continue;
		const valid = (frameworks.get(ofClass) ?? []).filter(
			(framework) => framework.contractId !== contract.contractId && wasValid(framework.facts, startDay)
		);
		if (!valid.length || twins.has(contract.contractId)) continue;
		const once = [...new Map(valid.map((framework) => [framework.contractId, framework])).values()];
		twins.set(contract.contractId, { contract, cpvClass: ofClass, bought, frameworks: once });
	}
	return [...twins.values()].sort(
		(one, other) =>
			(other.contract.invoiced ?? 0) - (one.contract.invoiced ?? 0) ||
			one.contract.contractId.localeCompare(other.contract.contractId, 'sv')
	);
}
