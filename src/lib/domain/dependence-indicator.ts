// The indicators of dependence, each its own figure with what it was made of. There is no sum of them.
import { supplierConcentration } from './concentration';
import { exitReadiness } from './exit-readiness';
import { shareOf } from './indicator';
import type { ConsultantTotals, DependenceContract } from './supplier-dependence';
import type { HeldWhole } from './system-parts';
import { weightedYears } from './years-since-competition';

/** `ar` years, `forandring` a share that may be below zero. */
export type IndicatorUnit = 'kr' | 'andel' | 'index' | 'antal' | 'ar' | 'manader' | 'forandring';

interface IndicatorSpec {
	unit: IndicatorUnit;
	group: 'koncentration' | 'konkurrens' | 'avtal' | 'delar' | 'exit' | 'licenser' | 'underlag';
	/** Made of kronor of a period, so that each year of the ledger has one of its own. */
	perYear: boolean;
}

const spec = (unit: IndicatorUnit, group: IndicatorSpec['group'], perYear = true): IndicatorSpec => ({
	unit,
	group,
	perYear
});

/** Every indicator, in the order that they are shown. Their words stand in text/dependence.ts. */
export const dependenceSpecs = {
	hhi: spec('index', 'koncentration'),
	effektiva_leverantorer: spec('antal', 'koncentration'),
	storsta_leverantor: spec('andel', 'koncentration'),
	fem_storsta: spec('andel', 'koncentration'),
	ettanbud_avtal: spec('andel', 'konkurrens', false),
	ettanbud_kronor: spec('andel', 'konkurrens'),
	direktupphandlat: spec('andel', 'konkurrens'),
	ar_sedan_konkurrens: spec('ar', 'konkurrens', false),
	utan_avtal: spec('kr', 'avtal'),
	utan_avtal_andel: spec('andel', 'avtal'),
	vertikal_bindning: spec('andel', 'delar'),
	kompetensberoende: spec('andel', 'delar'),
	exitberedskap: spec('andel', 'exit', false),
	exitkostnad: spec('kr', 'exit', false),
	exitmanader: spec('manader', 'exit', false),
	licensutnyttjande: spec('andel', 'licenser'),
	oanvanda_licenser: spec('kr', 'licenser'),
	prisutveckling: spec('forandring', 'licenser'),
	otaggad_andel: spec('andel', 'underlag', false)
} as const satisfies Readonly<Record<string, IndicatorSpec>>;
export type DependenceKey = keyof typeof dependenceSpecs;
export const dependenceKeys = Object.keys(dependenceSpecs) as DependenceKey[];

export interface DependenceIndicator {
	key: DependenceKey;
	unit: IndicatorUnit;
	/** Öre, a share 0–1, years or a count; null where it is unknown, and where only an interval is known. */
	value: number | null;
	/** The interval while answers are missing, open upwards where only `low` is known; both null otherwise. */
	low: number | null;
	high: number | null;
	/** Öre or counts, as `parts` says. */
	numerator: number | null;
	denominator: number | null;
	parts: 'kr' | 'antal' | null;
	/** Share of the base that is known, 0–1. */
	known: number | null;
	/** How many the base is: suppliers, contracts, systems or products. */
	count: number | null;
}

export interface LicenceYear {
	purchased: number | null;
	active: number | null;
	active_base: number;
	unused_amount: number | null;
	unused_amount_base: number;
	price: number | null;
	price_before: number | null;
}

/** Öre of the systems' own estimates together; `high` is null while a part of any of them is unknown. */
export interface LeavingCost {
	systems: number;
	low: number;
	high: number | null;
	/** Öre a year of the systems, and of those whose estimate lacks nothing. */
	yearly: number;
	yearlyKnown: number;
}

export interface IndicatorGround {
	hasLedger: boolean;
	hasContracts: boolean;
	/** Every supplier with cost, net öre, and years since it competed. */
	suppliers: readonly { amount: number; age: { years: number | null } }[];
	/** Net öre without a supplier. */
	withoutSupplier: number;
	/** Contracts of the register by what is known of their competition, and öre on each. */
	bids: readonly { competition: string; contracts: number; amount: number }[];
	/** Öre without a known contract and all; öre that nobody can say it of and all, absolute. */
	coverage: { without: number; undecided: number; amount: number; size: number };
	contracts: readonly DependenceContract[];
	consultants: ConsultantTotals;
	held: HeldWhole;
	licences: readonly LicenceYear[];
	/** What it takes to leave every system with cost; null where there is none. */
	leaving: LeavingCost | null;
	/** Öre of candidates and of IT, of the whole ledger. */
	untagged: { candidates: number; it: number };
}

type Made = Omit<DependenceIndicator, 'key' | 'unit'>;

const nothing: Made = {
	value: null,
	low: null,
	high: null,
	numerator: null,
	denominator: null,
	parts: null,
	known: null,
	count: null
};

const share = (
	numerator: number | null,
	denominator: number | null,
	parts: 'kr' | 'antal',
	known: number | null,
	count: number | null = null
): Made => ({
	...nothing,
	value: shareOf(numerator, denominator),
	numerator,
	denominator,
	parts,
	known,
	count
});

/** Every indicator in their order. */
export function dependenceIndicators(ground: IndicatorGround): DependenceIndicator[] {
	const made: Record<DependenceKey, Made> = {
		...concentrationOf(ground),
		...competitionOf(ground),
		...coverageOf(ground),
		...partsOf(ground),
		...licencesOf(ground),
		exitberedskap: exitOf(ground),
		...leavingOf(ground),
		otaggad_andel: ground.hasLedger
			? share(ground.untagged.candidates, ground.untagged.candidates + ground.untagged.it, 'kr', 1)
			: nothing
	};
	return dependenceKeys.map((key) => ({ key, unit: dependenceSpecs[key].unit, ...made[key] }));
}

function concentrationOf({ suppliers, withoutSupplier, hasLedger }: IndicatorGround) {
	const found = supplierConcentration(suppliers.map((supplier) => supplier.amount));
	const { hhi, effectiveSuppliers, base, top1, top5 } = found;
	const all = suppliers.reduce((sum, { amount }) => sum + Math.abs(amount), Math.abs(withoutSupplier));
	const known = hasLedger ? shareOf(all - Math.abs(withoutSupplier), all) : null;
	const count = hasLedger ? found.suppliers : null;
	const figure = (value: number | null): Made => ({
		...nothing,
		value,
		denominator: base > 0 ? base : null,
		parts: base > 0 ? 'kr' : null,
		known,
		count
	});
	return {
		hhi: figure(hhi),
		effektiva_leverantorer: figure(effectiveSuppliers),
		storsta_leverantor: share(base > 0 ? top1 : null, base > 0 ? base : null, 'kr', known, count),
		fem_storsta: share(base > 0 ? top5 : null, base > 0 ? base : null, 'kr', known, count)
	};
}

function competitionOf({ suppliers, withoutSupplier, bids, hasLedger, hasContracts }: IndicatorGround) {
	const of = (competition: string) =>
		bids.find((row) => row.competition === competition) ?? { contracts: 0, amount: 0 };
	const [one, several, direct, unknown] = [of('ett'), of('flera'), of('utan annons'), of('okänt')];
	const [counted, paid] = [one.contracts + several.contracts, one.amount + several.amount];
	const onContracts = paid + direct.amount + unknown.amount;
	const money = hasContracts && hasLedger;
	const age = weightedYears(suppliers.map(({ amount, age: { years } }) => ({ amount, years })));
	return {
		ettanbud_avtal: hasContracts
			? share(one.contracts, counted, 'antal', shareOf(counted, counted + unknown.contracts), counted)
			: nothing,
		ettanbud_kronor: money
			? share(one.amount, paid, 'kr', shareOf(paid, paid + unknown.amount), counted)
			: nothing,
		direktupphandlat: money
			? share(
					direct.amount,
					onContracts,
					'kr',
					shareOf(
						onContracts,
						suppliers.reduce((sum, row) => sum + Math.max(0, row.amount), 0)
					),
					direct.contracts
				)
			: nothing,
		ar_sedan_konkurrens: money
			? {
					...nothing,
					value: age.years,
					denominator: age.known,
					parts: 'kr' as const,
					// Cost without a supplier is paid to somebody whose competition nobody knows.
					known: shareOf(age.known, age.known + age.unknown + Math.max(0, withoutSupplier)),
					count: suppliers.filter((supplier) => supplier.age.years !== null && supplier.amount > 0).length
				}
			: nothing
	};
}

function coverageOf({ coverage, hasLedger, hasContracts }: IndicatorGround) {
	if (!hasLedger || !hasContracts) return { utan_avtal: nothing, utan_avtal_andel: nothing };
	const { without, undecided, amount, size } = coverage;
	const known = shareOf(size - undecided, size);
	return {
		utan_avtal: { ...nothing, value: without, known },
		utan_avtal_andel: share(without, amount, 'kr', known)
	};
}

function partsOf({ consultants, held, hasLedger }: IndicatorGround) {
	if (!hasLedger) return { vertikal_bindning: nothing, kompetensberoende: nothing };
	const { own, known, all } = consultants;
	return {
		vertikal_bindning: share(held.whole, held.divisible, 'kr', held.known, held.systems),
		kompetensberoende: share(own, known, 'kr', shareOf(known, all))
	};
}

function exitOf({ contracts, hasContracts }: IndicatorGround): Made {
	const running = contracts.filter((contract) => contract.inForce);
	if (!hasContracts || !running.length) return nothing;
	const found = exitReadiness(running.map((contract) => contract.exit));
	const settled = found.unknown === 0;
	return {
		...nothing,
		value: settled ? found.low : null,
		low: settled ? null : found.low,
		high: settled ? null : found.high,
		numerator: found.yes,
		denominator: found.asked,
		parts: 'antal',
		known: found.known,
		count: new Set(running.map((contract) => contract.contractId)).size
	};
}

function leavingOf({ leaving, hasLedger }: IndicatorGround) {
	if (!leaving || !hasLedger || leaving.yearly <= 0) return { exitkostnad: nothing, exitmanader: nothing };
	const { low, high, yearly, yearlyKnown, systems } = leaving;
	const months = (ore: number) => (12 * ore) / yearly;
	const made = { ...nothing, known: shareOf(yearlyKnown, yearly), count: systems };
	return {
		exitkostnad: { ...made, low, high },
		exitmanader: {
			...made,
			low: months(low),
			high: high === null ? null : months(high),
			denominator: yearly,
			parts: 'kr' as const
		}
	};
}

function licencesOf({ licences }: IndicatorGround) {
	const none = { licensutnyttjande: nothing, oanvanda_licenser: nothing, prisutveckling: nothing };
	if (!licences.length) return none;
	const sum = (of: (row: LicenceYear) => number) => licences.reduce((total, row) => total + of(row), 0);
	const purchased = sum((row) => row.purchased ?? 0);
	const base = sum((row) => row.active_base);
	const priced = sum((row) => row.unused_amount_base);
	const [now, before, compared] = licences.reduce<[number, number, number]>(
		([nowSum, beforeSum, count], { price, price_before: earlier, purchased: bought }) =>
			price === null || earlier === null || earlier <= 0 || !bought
				? [nowSum, beforeSum, count]
				: [nowSum + bought * price, beforeSum + bought * earlier, count + 1],
		[0, 0, 0]
	);
	const paid = sum((row) => (row.price ?? 0) * (row.purchased ?? 0));
	return {
		licensutnyttjande: share(
			base > 0 ? sum((row) => row.active ?? 0) : null,
			base > 0 ? base : null,
			'antal',
			shareOf(base, purchased),
			licences.length
		),
		oanvanda_licenser: {
			...nothing,
			value: priced > 0 ? sum((row) => row.unused_amount ?? 0) * 12 : null,
			known: shareOf(priced, purchased),
			count: licences.length
		},
		prisutveckling: {
			...nothing,
			value: before > 0 ? now / before - 1 : null,
			numerator: before > 0 ? Math.round(now) : null,
			denominator: before > 0 ? Math.round(before) : null,
			parts: before > 0 ? ('kr' as const) : null,
			known: shareOf(now, paid),
			count: compared
		}
	};
}
