// Budget and forecasts of IT cost, made from the generated outcome so that the pages read sensibly.
import { itKind } from './cost-row';
import { itRows } from './it-ledger';
import { years } from './months';
import { chanceFor } from './random';
import { boards } from './units';
import { kronor } from './write-csv';

export const budgetHeader = [
	'ar',
	'manad',
	'namnd',
	'kostnadsslag',
	'inriktning',
	'system_id',
	'version',
	'belopp'
] as const;

/** Budget minus the T2 forecast for 2026, in tkr: minus is worse than budget. Together about -3 mnkr. */
const deviation2026: Record<string, number> = {
	UBN: -2420,
	ÄN: -1210,
	SN: -490,
	SBN: -220,
	KS: -210,
	AMN: -90,
	MN: 10,
	FRN: 80,
	TN: 120,
	KN: 310,
	FAN: 320,
	SEN: 690,
	ÖSD: -20,
	HSD: 30
};

type Sums = Map<string, number>;

function add(sums: Sums, key: string, ore: number) {
	sums.set(key, (sums.get(key) ?? 0) + ore);
}

const byYear: Sums = new Map();
const byKind: Sums = new Map();
const byKindMonth: Sums = new Map();
const kindsOf = new Map<string, Set<string>>();
for (const row of itRows) {
	const kind = itKind(row);
	if (kind === '') continue;
	const year = row.day.slice(0, 4);
	add(byYear, `${row.unit} ${year}`, row.ore);
	add(byKind, `${row.unit} ${kind} ${year}`, row.ore);
	add(byKindMonth, `${row.unit} ${kind} ${row.day.slice(5, 7)}`, row.ore);
	kindsOf.set(row.unit, (kindsOf.get(row.unit) ?? new Set()).add(kind));
}

function rounded(ore: number, kronorStep: number): number {
	return Math.round(ore / (kronorStep * 100)) * kronorStep * 100;
}

/** Budget minus expected outcome of a kostnadsslag: overruns sit in licences and consultants. */
function deviationOf(unit: string, kind: string, year: number, whole: number, part: number): number {
	const share = whole === 0 ? 0 : part / whole;
	if (year < 2026) return part * chanceFor(`${unit} ${kind} ${year} budget`).between(-0.035, 0.03);
	const wanted = (deviation2026[unit] ?? 0) * 100_000;
	if (wanted >= 0) return wanted * share;
	const weights: Record<string, number> = { 'Licens/SaaS': 0.7, Konsult: 0.3 };
	const known = kindsOf.get(unit)?.has('Konsult') ?? false;
	if (known) return wanted * (weights[kind] ?? 0);
	return kind === 'Licens/SaaS' ? wanted : 0;
}

/** One kostnadsslag of a nämnd and year, spread over the months as the cost has come in all four years. */
function monthlyBudget(unit: string, name: string, kind: string, year: number): string[][] {
	const whole = byYear.get(`${unit} ${year}`) ?? 0;
	const part = byKind.get(`${unit} ${kind} ${year}`) ?? 0;
	const budget = part + deviationOf(unit, kind, year, whole, part);
	const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
	const weights = months.map((month) => byKindMonth.get(`${unit} ${kind} ${month}`) ?? 0);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.flatMap((weight, index) => {
		const ore = rounded((budget * weight) / total, 100);
		return ore === 0 ? [] : [[String(year), String(index + 1), name, kind, '', '', 'KF-budget', kronor(ore)]];
	});
}

/** The whole year as the nämnd saw it in April and in August. */
function forecasts(unit: string, name: string, year: number): string[][] {
	const chance = chanceFor(`${unit} ${year} forecast`);
	const outcome = byYear.get(`${unit} ${year}`) ?? 0;
	const april = year === 2026 ? (deviation2026[unit] ?? 0) * 100_000 * 0.45 : 0;
	const first = (outcome + april) * (1 + chance.between(-0.028, 0.018) * (year === 2026 ? 0.2 : 1));
	const second = outcome * (1 + chance.between(-0.018, 0.012) * (year === 2026 ? 0 : 1));
	return [
		[String(year), '', name, '', '', '', 'T1-prognos', kronor(rounded(first, 10_000))],
		[String(year), '', name, '', '', '', 'T2-prognos', kronor(rounded(second, 10_000))]
	];
}

export const budgetRows: string[][] = years.flatMap((year) =>
	boards.flatMap(({ code, name }) => [
		...[...(kindsOf.get(code) ?? [])].flatMap((kind) => monthlyBudget(code, name, kind, year)),
		...forecasts(code, name, year)
	])
);
