// The indicators as a file: as shown, for each year of the ledger, and for each edition.
import type { DependenceIndicator } from '$lib/domain/dependence-indicator';
import { decimalText } from '$lib/domain/money';
import type { Period } from '$lib/domain/period';
import { decimalComma, type ExportColumn, type ExportValue } from '$lib/export/csv';
import type { YearIndicators } from '$lib/queries/dependence-trend';
import type { EditionIndicators } from '$lib/queries/indicator-schema';
import type { PageContext } from '$lib/state/page-context';
import { indicatorWords } from '$lib/text/dependence';
import { tableFile } from './figure-ground';

const columns: readonly ExportColumn[] = [
	{ header: 'nyckeltal', format: 'text' },
	{ header: 'serie', format: 'text' },
	{ header: 'fran', format: 'text' },
	{ header: 'till', format: 'text' },
	{ header: 'enhet', format: 'text' },
	{ header: 'varde', format: 'number' },
	{ header: 'lagst', format: 'number' },
	{ header: 'hogst', format: 'number' },
	{ header: 'taljare', format: 'number' },
	{ header: 'namnare', format: 'number' },
	{ header: 'kand_andel', format: 'share' },
	{ header: 'kand_andel_av', format: 'text' }
];

const kronor = (ore: number) => decimalText(Math.round(ore), ',');

function cells(found: DependenceIndicator, series: string, period: Period | null): ExportValue[] {
	const written = (value: number | null) =>
		value === null ? null : found.unit === 'kr' ? kronor(value) : decimalComma(value, 6);
	const part = (value: number | null) =>
		value === null ? null : found.parts === 'kr' ? kronor(value) : String(value);
	return [
		found.key,
		series,
		period?.from ?? null,
		period?.to ?? null,
		found.unit,
		written(found.value),
		written(found.low),
		written(found.high),
		part(found.numerator),
		part(found.denominator),
		found.known,
		found.known === null ? null : indicatorWords[found.key].knownOf.replace(/^av /, '')
	];
}

/** One line for each indicator and series. Kronor, shares 0–1, years. */
export function indicatorFile(
	context: PageContext,
	shown: readonly DependenceIndicator[],
	years: readonly YearIndicators[],
	editions: readonly EditionIndicators[]
) {
	const filters = context.filters.current;
	return tableFile(
		'nyckeltal_beroende',
		filters,
		columns,
		[
			...shown.map((found) => cells(found, 'urval', filters.period)),
			...years.flatMap(({ year, period, indicators }) =>
				indicators.map((found) => cells(found, String(year), period))
			),
			...editions.flatMap(({ edition, period, indicators }) =>
				indicators.map((found) => cells(found, `utgåva ${edition}`, period))
			)
		],
		context.exportStamp
	);
}
