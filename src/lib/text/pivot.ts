// The words of the pivot page.
import { monthsOfValue, sharedMonths } from '../domain/dimension-months';
import { dimensionFacts, type DimensionKey } from '../domain/dimensions';
import { isUnfiltered, type Filters, type MoneyUnit } from '../domain/filters';
import { headedBy } from '../domain/headcount';
import type { MonthGap } from '../domain/incomplete-months';
import { monthsOf, type Period } from '../domain/period';
import {
	isDerived,
	overlappingColumns,
	overlappingRows,
	sizeOf,
	type Pivot,
	type PivotMeasure,
	type PivotTop
} from '../domain/pivot';
import { unknownWord } from './common';
import {
	capitalised,
	formatCount,
	formatMoney,
	formatMonthLong,
	formatPeriod,
	formatShare,
	formatSignedShare
} from './format';
import { incompleteWord } from './incomplete';
import { headWords } from './pivot-heads';

export const pivotWords = {
	title: 'Pivot',
	toCosts: 'Till Kostnader',
	failed: 'Tabellen kunde inte räknas fram',
	controls: 'Tabellens upplägg',
	rows: 'Rader',
	within: 'Sedan',
	columns: 'Kolumner',
	measure: 'Visa',
	top: 'Hur många',
	none: 'Inga',
	noSecond: 'Inget mer',
	all: 'Alla',
	swap: 'Byt rader och kolumner',
	sum: 'Summa',
	help: 'Piltangenter flyttar i tabellen. Enter på ett tal öppnar raderna, på en rubrik ordnar den efter kolumnen.',
	noValue: 'inget tal',
	noRows: 'inga rader',
	showMore: (count: number) => `Visa ${formatCount(count)} rader till`,
	export: 'Exportera',
	exportTitle: 'Tabellen som den visas',
	exportCsv: 'CSV',
	exportXlsx: 'Excel (XLSX)',
	exporting: 'Skapar filen …',
	exportFailed: 'Filen kunde inte skapas. Försök igen.',
	howCounted: 'Så räknades talet',
	seeRows: (rows: string) => `Visa ${rows}`,
	now: 'Perioden',
	before: 'Samma period året före',
	part: 'Täljare',
	wholeOf: 'Nämnare',
	notComparable: 'Året före är inte inläst.',
	smallBase: 'Basen är under 50 tkr, så förändringen visas bara i kronor.'
} as const;

export const measureNames: Readonly<Record<PivotMeasure, string>> = {
	amount: 'Kronor',
	share: 'Andel av allt',
	rowShare: 'Andel av raden',
	columnShare: 'Andel av kolumnen',
	change: 'Förändring i kronor mot året före',
	changeShare: 'Förändring i procent mot året före',
	rows: 'Antal rader',
	perEmployee: 'Kronor per anställd',
	perUser: 'Kronor per användare'
};

export function topName(top: PivotTop): string {
	return top === null ? pivotWords.all : `${top} största`;
}

const unknownNames: Partial<Record<DimensionKey, string>> = {
	supplier: 'Utan leverantör',
	system: 'Utan känt system',
	contract: 'Utan känt avtal',
	maker: 'Utan verklig leverantör',
	project: 'Utan projekt'
};

export interface NamedHeading {
	dimension: DimensionKey;
	value: string | null;
	label: string | null;
	gathers: number | null;
}

/** What a row or column is called: "Övriga 34 leverantörer", "74310 Köp IT-tjänster", "T2 2026". */
export function headingName({ dimension, value, label, gathers }: NamedHeading): string {
	if (gathers !== null) return `Övriga ${formatCount(gathers)} ${dimensionFacts(dimension).many}`;
	if (value === null) return unknownNames[dimension] ?? unknownWord;
	switch (dimension) {
		case 'month':
			return formatMonthLong(value);
		case 'quarter':
			return `Kvartal ${value.slice(6)} ${value.slice(0, 4)}`;
		case 'tertial':
			return `Tertial ${value.slice(5)} ${value.slice(0, 4)}`;
		case 'accumulated':
			return value.endsWith('VB') ? `Helår ${value.slice(0, 4)}` : `${value.slice(5)} ${value.slice(0, 4)}`;
		case 'account':
			return label === null || label.startsWith(value) ? (label ?? value) : `${value} ${label}`;
		case 'orientation':
			return capitalised(value);
		default:
			return label ?? value;
	}
}

/** Which months a time heading has here: "jan–aug", and that some are missing when the period cuts it or they are not whole. */
export function headingMonths(
	{ dimension, value }: NamedHeading,
	period: Period,
	gaps: ReadonlyMap<string, MonthGap>
): string | null {
	const months = value === null ? null : monthsOfValue(dimension, value);
	const shown = months && sharedMonths(months, period);
	if (!shown) return null;
	const lacking = monthsOf(shown).some((month) => gaps.has(month));
	if (dimension === 'month') return lacking ? incompleteWord : null;
	const whole = !lacking && shown.from === months.from && shown.to === months.to;
	if (dimension === 'year' && whole) return null;
	const words = formatPeriod(shown).replace(/ \d{4}$/, '');
	return whole ? words : `${incompleteWord}, ${words}`;
}

/** "nämnd, leverantör och år". */
export function dividedBy({ rows, columns }: Pivot): string {
	const nouns = [...rows, ...(columns ? [columns] : [])].map((key) => dimensionFacts(key).noun);
	return nouns.length < 2 ? nouns.join('') : `${nouns.slice(0, -1).join(', ')} och ${nouns.at(-1) ?? ''}`;
}

/** Around the figure of the lead: "It-kostnaden jan–aug 2026 är 162,1 mnkr, här per nämnd och kostnadsslag." */
export function pivotLead(pivot: Pivot, filters: Filters, period: Period): { before: string; after: string } {
	const narrowed = !isUnfiltered(filters);
	return {
		before: `It-kostnaden ${narrowed ? 'i urvalet ' : ''}${formatPeriod(period)} är `,
		after: `, här per ${dividedBy(pivot)}.`
	};
}

export function pivotTitle(pivot: Pivot): string {
	return `${capitalised(measureNames[pivot.measure])} per ${dividedBy(pivot)}`;
}

/** "jan–aug 2026, tkr. De 20 största efter kronor, resten i Övriga." */
export function pivotSubtitle(
	pivot: Pivot,
	period: Period,
	compared: Period | null,
	unit: MoneyUnit
): string {
	const { measure } = pivot;
	const of = headedBy(measure);
	const what =
		measure === 'rows'
			? 'rader i huvudboken'
			: measure === 'amount' || measure === 'change'
				? unit
				: of
					? headWords.of[of].unit
					: '%';
	const against = sizeOf(measure) === 'change' && compared ? ` mot ${formatPeriod(compared)}` : '';
	return `${formatPeriod(period)}${against}, ${what}. ${isDerived(measure) ? 'Varje tal visar hur det räknats och öppnar sina rader.' : 'Varje tal öppnar sina rader.'}`;
}

const sizeNames = {
	amount: 'kronor',
	change: 'förändring i kronor, upp eller ner',
	rows: 'antal rader'
} as const;

/** What a reader must know under the table. */
export function pivotNotes(pivot: Pivot, shownOthers: boolean, compared: boolean): string[] {
	const notes: string[] = [];
	if (shownOthers)
		notes.push(
			`Störst räknas efter ${sizeNames[sizeOf(pivot.measure)]}. Resten finns i Övriga och är med i alla summor.`
		);
	if (overlappingColumns(pivot) || overlappingRows(pivot))
		notes.push(
			'T1, T2 och helår överlappar: T2 har T1 i sig. De har därför ingen summa, och andelar av en sådan summa visas inte.'
		);
	if (sizeOf(pivot.measure) === 'change')
		notes.push(
			compared
				? 'Okänt står där samma månader året före inte är inlästa.'
				: 'Inga månader året före är inlästa, så förändringen är okänd.'
		);
	if (pivot.measure === 'changeShare') notes.push('Under 50 tkr i bas visas ingen procent (–).');
	if (pivot.columns === 'contract' || pivot.rows.includes('contract'))
		notes.push('Avtal är radens eget, eller leverantörens enda avtal som gällde då.');
	return notes;
}

/** A value as the grid prints it. Null is no value to show; unknown is said as unknown. */
export function pivotFigure(measure: PivotMeasure, value: number | null, unit: MoneyUnit): string {
	if (value === null) return '–';
	switch (measure) {
		case 'amount':
			return formatMoney(value, unit);
		case 'change':
			return formatMoney(value, unit, { signed: true });
		case 'changeShare':
			return formatSignedShare(value);
		case 'rows':
			return formatCount(value);
		case 'perEmployee':
		case 'perUser':
			return formatMoney(value, 'kr');
		default:
			return formatShare(value);
	}
}

/** What a figure is measured in, for those who hear it alone. */
export function figureUnit(measure: PivotMeasure, unit: MoneyUnit): string {
	if (measure === 'rows') return ' rader';
	const of = headedBy(measure);
	if (of) return ` ${headWords.of[of].unit}`;
	return measure === 'amount' || measure === 'change' ? ` ${unit}` : '';
}
