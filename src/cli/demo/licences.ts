// Licences per product, nämnd and month: purchased, assigned, active and the price.
import { closedMonths, dayOf, period, type Month } from './months';
import { contractOn } from './named-contracts';
import { chanceFor } from './random';
import { numberOf } from './suppliers';
import { boards, unitName } from './units';
import { kronor } from './write-csv';

export const licenceHeader = [
	'produkt',
	'leverantor',
	'organisationsnummer',
	'avtals_id',
	'system_id',
	'namnd',
	'manad',
	'antal_kopta',
	'antal_tilldelade',
	'antal_aktiva',
	'pris_per_licens'
] as const;

/** From this month (YYYY-MM) the licence costs so many öre a month. */
type PriceStep = readonly [from: string, ore: number];

interface LicenceProduct {
	name: string;
	supplier: string;
	system: string;
	contract: string;
	/** Licences in 2026 by unit code; `staff` gives every nämnd a share of its employees. */
	purchased: Record<string, number>;
	/** How the count was before, in percent of 2026. */
	growth: readonly [number, number, number];
	prices: readonly PriceStep[];
	/** Share in use of what is purchased; what the supplier does not report is null. */
	assigned: number | null;
	active: number | null;
}

function staff(share: number, least: number): Record<string, number> {
	return Object.fromEntries(
		boards.map((board) => [board.code, Math.max(least, Math.round((board.employees * share) / 5) * 5)])
	);
}

/** A price that follows the index: one step each January, öre in 2023 and percent a year. */
function yearlySteps(ore: number, percent: number): PriceStep[] {
	let price = ore;
	return [2023, 2024, 2025, 2026].map((year) => {
		const step: PriceStep = [`${year}-01`, Math.round(price / 10) * 10];
		price *= 1 + percent / 100;
		return step;
	});
}

export const licenceProducts: LicenceProduct[] = [
	{
		name: 'Kontorspaketet',
		supplier: 'Kvistrona Licens AB',
		system: 'S-003',
		contract: 'A-2022-031',
		purchased: {
			...staff(0.62, 30),
			UBN: 3480,
			ÄN: 1690,
			SN: 1190,
			SEN: 560,
			KS: 640
		},
		growth: [90, 93, 97],
		// Six small steps, none of them in the budget letter: 153,70 to 201,30 is 31 percent.
		prices: [
			['2023-01', 15370],
			['2023-10', 16020],
			['2024-07', 16790],
			['2025-04', 17890],
			['2026-01', 18960],
			['2026-07', 20130]
		],
		assigned: 0.93,
		active: 0.88
	},
	{
		name: 'Skolans kontorspaket',
		supplier: 'Kvistrona Licens AB',
		system: 'S-004',
		contract: 'A-2022-032',
		purchased: { UBN: 13900, AMN: 640 },
		growth: [95, 97, 99],
		prices: yearlySteps(2380, 3),
		assigned: 0.97,
		active: 0.94
	},
	{
		name: 'Lärstigen',
		supplier: 'Skolbjörk Lärteknik AB',
		system: 'S-005',
		contract: 'A-2021-114',
		purchased: { UBN: 14200, AMN: 610 },
		growth: [94, 96, 98],
		prices: yearlySteps(3890, 3),
		assigned: 0.98,
		active: 0.91
	},
	{
		name: 'Omsorgsjournalen',
		supplier: 'Omsorgslinden System AB',
		system: 'S-007',
		contract: 'A-2022-090',
		purchased: { ÄN: 1780, SN: 920 },
		growth: [92, 95, 98],
		prices: yearlySteps(36800, 3),
		assigned: 0.96,
		active: 0.92
	},
	{
		name: 'Ekonomikompassen',
		supplier: 'Vidkulla Ekonomisystem AB',
		system: 'S-009',
		contract: 'A-2019-027',
		purchased: staff(0.09, 10),
		growth: [98, 98, 100],
		prices: yearlySteps(38900, 2.5),
		assigned: 0.95,
		active: null
	},
	{
		name: 'Personalvyn',
		supplier: 'Tidkulla Schema AB',
		system: 'S-010',
		contract: 'A-2023-055',
		purchased: { UBN: 1900, ÄN: 1850, SN: 980, SEN: 310, KN: 160, FRN: 140 },
		growth: [95, 97, 99],
		prices: yearlySteps(4700, 2.5),
		assigned: 0.97,
		active: 0.93
	},
	{
		name: 'Ärendehanteraren',
		supplier: 'Akthamra Programvara AB',
		system: 'S-011',
		contract: 'A-2020-088',
		purchased: {
			KS: 190,
			UBN: 160,
			ÄN: 120,
			SN: 210,
			SEN: 45,
			SBN: 110,
			TN: 50,
			KN: 35,
			FRN: 30,
			MN: 60,
			ÖFN: 30
		},
		growth: [100, 100, 100],
		prices: yearlySteps(17600, 2),
		assigned: 0.91,
		active: 0.79
	},
	{
		name: 'Kartvy',
		supplier: 'Ritbladet Geodata AB',
		system: 'S-012',
		contract: 'A-2020-071',
		purchased: { SBN: 190, TN: 95, MN: 70, FAN: 65 },
		growth: [96, 98, 100],
		prices: yearlySteps(46500, 2),
		assigned: 0.92,
		active: 0.84
	},
	{
		name: 'Säkerhetsskydd',
		supplier: 'Låsmyra Säkerhet AB',
		system: 'S-013',
		contract: 'A-2024-019',
		purchased: staff(0.6, 30),
		growth: [90, 94, 98],
		prices: yearlySteps(2850, 3),
		assigned: null,
		active: null
	},
	{
		name: 'Ritpaletten',
		supplier: 'Kvistrona Licens AB',
		system: 'S-015',
		contract: 'A-2023-062',
		purchased: { SBN: 95, TN: 60, FAN: 55 },
		growth: [95, 98, 100],
		prices: yearlySteps(81500, 4),
		assigned: 0.9,
		active: 0.68
	}
];

/** Öre per licence and month. */
export function licencePrice(product: LicenceProduct, month: Month): number {
	const step = product.prices.filter(([from]) => from <= period(month)).at(-1);
	if (step === undefined) throw new Error(`${product.name} has no price in ${period(month)}.`);
	return step[1];
}

/** Licences purchased by a nämnd: a step each January, and one at Kontorspaketet's summer campaign. */
export function licencesPurchased(product: LicenceProduct, unit: string, month: Month): number {
	const now = product.purchased[unit] ?? 0;
	const share = product.growth[month.year - 2023] ?? 100;
	// Utbildningsnämnden bought 280 licences in July 2026 that nobody took into use.
	const campaign = product.name === 'Kontorspaketet' && unit === 'UBN' && period(month) < '2026-07' ? 280 : 0;
	return Math.round((now * share) / 100) - campaign;
}

/** In use: assigned or active, a little lower in summer. Utbildningsnämnden's assigned stop at 2 876. */
function licencesInUse(
	product: LicenceProduct,
	unit: string,
	month: Month,
	kind: 'assigned' | 'active'
): string {
	const share = product[kind];
	if (share === null) return '';
	const purchased = licencesPurchased(product, unit, month);
	if (product.name === 'Kontorspaketet' && unit === 'UBN') {
		const assigned = Math.min(purchased, 2876) - (month.year < 2026 ? (2026 - month.year) * 35 : 0);
		return String(kind === 'assigned' ? assigned : Math.round(assigned * (month.month === 7 ? 0.9 : 0.955)));
	}
	const chance = chanceFor(`${product.name} ${unit} ${period(month)} ${kind}`);
	const summer = kind === 'active' && (month.month === 7 || month.month === 6) ? 0.94 : 1;
	return String(Math.round(purchased * share * summer * chance.between(0.985, 1.005)));
}

export const licenceRows: string[][] = licenceProducts.flatMap((product) =>
	Object.keys(product.purchased).flatMap((unit) =>
		closedMonths.map((month) => [
			product.name,
			product.supplier,
			numberOf(product.supplier),
			contractOn(product.contract, dayOf(month, 1)),
			product.system,
			unitName(unit),
			period(month),
			String(licencesPurchased(product, unit, month)),
			licencesInUse(product, unit, month, 'assigned'),
			licencesInUse(product, unit, month, 'active'),
			kronor(licencePrice(product, month))
		])
	)
);
