// The indicators of the domain, each its own figure with what it was made of.
import { supplierConcentration } from '$lib/domain/concentration';
import type { Filters } from '$lib/domain/filters';
import { shareOf, type Indicator } from '$lib/domain/indicator';
import type { Engine } from '$lib/engine/engine';
import { contractCoverage } from './contract-coverage';
import { itCostTotals, ledgerTotals } from './cost-totals';
import { ask } from './query';
import { bidsPerContract } from './single-bid';
import { supplierCosts } from './supplier-costs';
import { tagCoverage } from './tag-coverage';
import { unusedLicencesNow } from './unused-licences';

/**
 * Computes every indicator under a filter. A figure without data is null. `otaggad_andel` and `total_kostnad` are of
 * the whole ledger, whatever the filter.
 */
export async function indicators(
	engine: Engine,
	filters: Filters,
	signal?: AbortSignal
): Promise<Indicator[]> {
	const [ledger] = await ask(engine, ledgerTotals, undefined, signal);
	const [it] = await ask(engine, itCostTotals, filters, signal);
	const [coverage] = await ask(engine, tagCoverage, undefined, signal);
	const hasCost = (ledger?.row_count ?? 0) > 0;
	const itAmount = hasCost ? (it?.amount ?? 0) : null;
	const candidates = coverage?.candidate_amount ?? 0;
	const possible = (coverage?.it_amount ?? 0) + candidates;
	const untagged = hasCost ? shareOf(candidates, possible) : null;
	const judged = untagged === null ? null : 1 - untagged;
	const money = (name: string, value: number | null, known: number | null): Indicator => ({
		name,
		unit: 'kr',
		value,
		numerator: null,
		denominator: null,
		parts: null,
		known
	});
	const share = (
		name: string,
		numerator: number | null,
		denominator: number | null,
		parts: 'kr' | 'antal',
		known: number | null
	): Indicator => ({
		name,
		unit: 'andel',
		value: shareOf(numerator, denominator),
		numerator,
		denominator,
		parts,
		known
	});

	return [
		money('total_kostnad', hasCost ? (ledger?.amount ?? 0) : null, hasCost ? 1 : null),
		money('it_kostnad', itAmount, judged),
		share('otaggad_andel', hasCost ? candidates : null, hasCost ? possible : null, 'kr', hasCost ? 1 : null),
		...(await concentrationFigures(
			engine,
			filters,
			it?.absolute_amount ?? 0,
			it?.no_supplier_amount ?? 0,
			signal
		)),
		...(await singleBidFigures(engine, filters, hasCost, share, signal)),
		...(await contractFigures(engine, filters, hasCost, money, share, signal)),
		money(
			'licenskostnad',
			hasCost ? (it?.licence_amount ?? 0) : null,
			shareOf((it?.absolute_amount ?? 0) - (it?.unknown_kind_amount ?? 0), it?.absolute_amount ?? 0)
		),
		await unusedFigure(engine, money, signal)
	];
}

type Money = (name: string, value: number | null, known: number | null) => Indicator;
type Share = (
	name: string,
	numerator: number | null,
	denominator: number | null,
	parts: 'kr' | 'antal',
	known: number | null
) => Indicator;

async function concentrationFigures(
	engine: Engine,
	filters: Filters,
	absolute: number,
	withoutSupplier: number,
	signal?: AbortSignal
): Promise<Indicator[]> {
	const suppliers = await ask(engine, supplierCosts, filters, signal);
	const costs = suppliers.filter((row) => row.supplier_key !== null).map((row) => row.amount);
	const {
		hhi,
		effectiveSuppliers,
		base,
		top1,
		top5,
		floored,
		suppliers: count
	} = supplierConcentration(costs);
	const known = shareOf(absolute - withoutSupplier, absolute);
	const some = base > 0;
	const figure = (
		name: string,
		unit: Indicator['unit'],
		value: number | null,
		numerator: number | null
	): Indicator => ({
		name,
		unit,
		value,
		numerator: some ? numerator : null,
		denominator: some ? base : null,
		parts: some ? 'kr' : null,
		known
	});
	return [
		figure('hhi', 'index', hhi, null),
		figure('effektiva_leverantorer', 'antal', effectiveSuppliers, null),
		figure('topp1_andel', 'andel', shareOf(top1, base), top1),
		figure('topp5_andel', 'andel', shareOf(top5, base), top5),
		{ ...figure('antal_leverantorer', 'antal', some ? count : null, null), denominator: null, parts: null },
		{ ...figure('golvat_belopp', 'kr', some ? floored : null, null), denominator: null, parts: null }
	];
}

async function singleBidFigures(
	engine: Engine,
	filters: Filters,
	hasCost: boolean,
	share: Share,
	signal?: AbortSignal
): Promise<Indicator[]> {
	const rows = await ask(engine, bidsPerContract, filters, signal);
	const of = (competition: string) =>
		rows.find((row) => row.competition === competition) ?? { contracts: 0, amount: 0 };
	const [one, several, unknown] = [of('ett'), of('flera'), of('okänt')];
	const known = one.contracts + several.contracts;
	const knownAmount = one.amount + several.amount;
	const anyContracts = rows.some((row) => row.contracts > 0);
	return [
		share(
			'ettanbudsandel',
			anyContracts ? one.contracts : null,
			anyContracts ? known : null,
			'antal',
			shareOf(known, known + unknown.contracts)
		),
		share(
			'ettanbudsandel_kronor',
			anyContracts && hasCost ? one.amount : null,
			anyContracts && hasCost ? knownAmount : null,
			'kr',
			shareOf(knownAmount, knownAmount + unknown.amount)
		)
	];
}

async function contractFigures(
	engine: Engine,
	filters: Filters,
	hasCost: boolean,
	money: Money,
	share: Share,
	signal?: AbortSignal
): Promise<Indicator[]> {
	const [found] = await ask(engine, contractCoverage, filters, signal);
	const loaded = hasCost && (found?.contracts ?? 0) > 0;
	const without = loaded ? (found?.without ?? 0) : null;
	const known = loaded
		? shareOf((found?.absolute_amount ?? 0) - (found?.undecided ?? 0), found?.absolute_amount ?? 0)
		: null;
	return [
		money('kostnad_utan_avtal', without, known),
		share('kostnad_utan_avtal_andel', without, loaded ? (found?.it_amount ?? 0) : null, 'kr', known)
	];
}

async function unusedFigure(engine: Engine, money: Money, signal?: AbortSignal): Promise<Indicator> {
	const [latest] = await ask(engine, unusedLicencesNow, undefined, signal);
	const monthly = latest?.unused_amount ?? null;
	return money(
		'oanvanda_licenser_kronor',
		monthly === null ? null : monthly * 12,
		latest ? shareOf(latest.priced_purchased, latest.purchased) : null
	);
}
