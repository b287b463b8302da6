// The words of Kostnader: the lead and the findings over its charts are made from the figures.
import { isUnfiltered, keptWords, type MoneyUnit, withoutValue } from '../domain/filters';
import type { Filters } from '../domain/filters';
import type { Period } from '../domain/period';
import type { TimeGrain } from '../domain/time-grain';
import { accruedWord } from './accrual';
import { changeExplained, changeWords, kindSubject, type KindChange } from './change';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatMonthLong,
	formatMoneyWithUnit,
	formatPeriod,
	formatShare,
	listed
} from './format';
import { grainWords, spanName } from './time-grain';

export const costWords = {
	title: 'Kostnader',
	all: 'It-kostnad',
	accumulated: 'Ack.',
	accumulatedLong: 'Ackumulerat',
	trendNeutral: 'Kostnad per månad',
	trendFailed: 'Diagrammet kunde inte räknas fram',
	rankingFailed: 'Listan kunde inte räknas fram',
	tableFailed: 'Tabellen kunde inte räknas fram',
	leadFailed: 'Summan kunde inte räknas fram.',
	moreWays: 'Fler sätt',
	/** What the pages under Kostnader tell, by their path. */
	wayTells: {
		'/kostnader/forandring': 'Vad är nytt, borta, flyttat eller dyrare?',
		'/kostnader/pivot': 'Egna rader och kolumner, med summor.',
		'/kostnader/fragor': 'Färdiga frågor där du väljer orden.',
		'/kostnader/sql': 'Egna frågor till utgåvan.'
	} as Readonly<Record<string, string>>,
	exportCsv: 'Exportera CSV',
	exportTitle: 'Vad ska filen innehålla?',
	exportTable: 'Tabellen som den visas',
	exportRows: 'Alla rader bakom',
	exporting: 'Skapar filen …',
	exportFailed: 'Filen kunde inte skapas. Försök igen.',
	tableTitles: {
		units: 'Nämnd och kostnadsslag',
		suppliers: 'Leverantör och kostnadsslag',
		systems: 'System och kostnadsslag'
	},
	others: {
		units: (count: number) => formatCounted(count, 'annan nämnd', 'andra nämnder'),
		suppliers: (count: number) => formatCounted(count, 'annan leverantör', 'andra leverantörer'),
		systems: (count: number) => formatCounted(count, 'annat system', 'andra system')
	},
	rowsOfTable: 'Tabellens rader',
	unit: 'Nämnd',
	kind: 'Kostnadsslag',
	supplier: 'Leverantör',
	system: 'System',
	noSupplier: 'Utan leverantör',
	noSystem: 'Utan känt system',
	showFewer: 'Visa färre',
	showMore: (count: number) => `Visa ${formatCount(count)} till`,
	more: (count: number, money: string) => `${formatCount(count)} till, ${money}`,
	nothing: 'Inga it-kostnader passar filtret.',
	orientationTitle: 'Förvaltning och utveckling',
	sum: 'Summa',
	difference: 'Skillnad',
	emptyTitle: 'Inga rader passar filtret',
	emptyPeriod: 'Inga it-kostnader är bokförda i perioden.'
} as const;

export interface CostLead {
	/** Before and after the figure. */
	before: string;
	figure: string;
	after: string;
}

export interface LeadInput {
	kinds: readonly KindChange[];
	/** What it is more or less than, as from comparedNames; null when there is nothing to compare with. */
	compared: string | null;
	/** The year before is not loaded, and nobody asked for another comparison. */
	notLoaded: boolean;
	/** The difference is a change over time, which a kostnadsslag can explain. */
	explains: boolean;
	period: Period;
	filters: Filters;
	today: string;
	unit: MoneyUnit;
}

/** "Utbildningsnämndens it kostar 48,1 mnkr, 2,8 mnkr mer än samma tid i fjol. Licenser står för 2,3 mnkr av ökningen." */
export function costLead({
	kinds,
	compared,
	notLoaded,
	explains,
	period,
	filters,
	today,
	unit
}: LeadInput): CostLead {
	const now = kinds.reduce((sum, kind) => sum + kind.now, 0);
	const before = kinds.reduce((sum, kind) => sum + kind.before, 0);
	const current = period.to.slice(0, 4) === today.slice(0, 4);
	const verb = current ? 'kostar' : 'kostade';
	const months = current && period.from.endsWith('-01') ? '' : ` ${formatPeriod(period)}`;
	const when = `${filters.basis === 'accrued' ? ` ${accruedWord}` : ''}${months}`;
	const explained =
		compared && explains && keptWords(filters, 'costKinds').length !== 1
			? changeExplained(kinds, unit)
			: null;
	return {
		before: `${costSubject(filters)} ${verb} `,
		figure: formatMoneyWithUnit(now, unit),
		after: compared
			? `${when}, ${changeWords(now, before, unit, compared)}.${explained ? ` ${explained}` : ''}`
			: `${when}.${notLoaded ? ' Samma tid året innan är inte inläst.' : ''}`
	};
}

/** Who or what costs: the nämnd, the kostnadsslag, or it in what is chosen. */
export function costSubject(filters: Filters): string {
	const [unit, ...units] = keptWords(filters, 'units');
	const [kind, ...kinds] = keptWords(filters, 'costKinds');
	const oneUnit = unit !== undefined && units.length === 0;
	const oneKind = kind !== undefined && kinds.length === 0;
	if (oneKind && isUnfiltered({ ...filters, costKinds: [] })) return kindSubject(kind);
	const narrowed = !isUnfiltered(oneUnit && unit !== withoutValue ? { ...filters, units: [] } : filters);
	const known = oneUnit && unit !== withoutValue;
	const owner = known ? `${unit}${unit.endsWith('s') ? '' : 's'} it` : 'It';
	return narrowed ? `${owner} i urvalet` : owner;
}

/** "Kostnaden toppar i januari och augusti": the months clearly above the rest, at most three. */
export function trendTitle(
	months: readonly { month: string; ore: number }[],
	grain: TimeGrain = 'month'
): string {
	if (grain !== 'month') return grainWords.neutral[grain];
	if (months.length < 4) return costWords.trendNeutral;
	const sorted = months.map((month) => month.ore).sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const peaks = months.filter((month) => median > 0 && month.ore > median * 1.5);
	if (!peaks.length || peaks.length > 3) return costWords.trendNeutral;
	const names = peaks.map((peak) => formatMonthLong(peak.month).replace(/ \d{4}$/, ''));
	return `Kostnaden toppar i ${listed(names)}`;
}

export function accumulatedTitle(ore: number, to: string, unit: MoneyUnit): string {
	return `${formatMoneyWithUnit(ore, unit)} till och med ${formatMonthLong(to)}`;
}

export function trendSubtitle(unit: MoneyUnit, accumulated: boolean, grain: TimeGrain = 'month'): string {
	const per = grainWords.per[grain];
	return `${accumulated ? `${costWords.accumulatedLong} ${per.toLocaleLowerCase('sv')}` : per} och kostnadsslag, ${unit}`;
}

/**
 * "Högst i januari 2026, 45,1 mnkr. Lägst i februari 2026, 12,2 mnkr."
 * @param months those that are whole
 */
export function trendSummary(
	months: readonly { month: string; ore: number }[],
	unit: MoneyUnit,
	grain: TimeGrain = 'month'
): string {
	const sorted = [...months].sort((a, b) => b.ore - a.ore);
	const [highest, lowest] = [sorted[0], sorted.at(-1)];
	if (!highest || !lowest || highest === lowest) return `${grainWords.neutral[grain]}.`;
	const said = ({ month, ore }: { month: string; ore: number }) =>
		`${grain === 'year' ? '' : 'i '}${spanName(month, grain)}, ${formatMoneyWithUnit(ore, unit)}`;
	return `Högst ${said(highest)}. Lägst ${said(lowest)}.`;
}

/** Under the name of a ranking: "mnkr. Störst: Nordvinge Data AB, 20,4 %. Streck: 2025.". */
export function rankingSubtitle(
	unit: MoneyUnit,
	largest: { label: string; share: number | null } | null,
	compared: string | null
): string {
	const first =
		largest && largest.share !== null ? `Störst: ${largest.label}, ${formatShare(largest.share)}. ` : '';
	const tick = compared ? `Streck: ${compared}.` : '';
	return `${capitalised(unit)}. ${first}${tick}`.trim();
}

export function tableSubtitle(period: Period, unit: MoneyUnit): string {
	return `${formatPeriod(period, 'short')}, ${unit}. Namn filtrerar, tal öppnar sina rader.`;
}

/** "Mot 2025", over the last column; more than what it is compared with is plus. @param compared as from comparedNames */
export function against(compared: string): string {
	// Budget pages count the other way, so the word says which.
	return compared === 'budget' ? 'Över budget' : `Mot ${compared}`;
}

/** One line for screen readers when the figures have changed. */
export function announced(lead: CostLead): string {
	return `${lead.before}${lead.figure}${lead.after}`;
}
