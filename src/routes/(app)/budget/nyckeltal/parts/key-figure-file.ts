// The key figures as a file: each figure of each year, of all chosen nämnder and of each, with what it is made of.
import { agencyBenchmarks } from '$lib/domain/benchmark';
import { keyFigureSpecs, type KeyFigure } from '$lib/domain/key-figure';
import { decimalText } from '$lib/domain/money';
import type { Period } from '$lib/domain/period';
import type { ExportValue } from '$lib/export/csv';
import { keyFigureFilters } from '$lib/queries/key-figures';
import { costFileName } from '$lib/state/cost-file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { gapText, leftOutText } from '$lib/text/key-figure-sentences';
import { agencySourceNames, keyFigureText } from '$lib/text/key-figures';
import type { KeyFigureYear } from './key-figure-years';

const columns = [
	exportColumn('nyckeltal'),
	exportColumn('namnd'),
	exportColumn('fran'),
	exportColumn('till'),
	exportColumn('enhet'),
	exportColumn('varde', 'number'),
	exportColumn('lagst', 'number'),
	exportColumn('hogst', 'number'),
	exportColumn('taljare', 'number'),
	exportColumn('namnare', 'number'),
	exportColumn('okant', 'amount'),
	exportColumn('andel_kand', 'share'),
	exportColumn('inte_med'),
	exportColumn('skal')
];

/** Kronor and shares 0–1. The denominator of kronor figures is heads. An empty nämnd is all that are chosen; `staten` is a benchmark. */
export async function keyFigureFile(
	context: PageContext,
	years: readonly KeyFigureYear[]
): Promise<{ name: string; content: Blob }> {
	const [first, last] = [years[0], years.at(-1)];
	const period = first && last ? { from: first.period.from, to: last.period.to } : null;
	const filters = { ...keyFigureFilters(context.filters.chosen), period };
	const rows = years.flatMap(({ period: months, figures, units }) => [
		...figures.map((figure) => cells(figure, '', months)),
		...units.flatMap(({ unit, figures: own }) =>
			own
				.filter(({ gap }) => gap !== 'usersOfWhole')
				.map((figure) => cells(figure, unit ?? keyFigureText.noUnit, months))
		)
	]);
	return tableFile(context, costFileName('nyckeltal', filters), columns, [...rows, ...benchmarkCells()]);
}

function cells(figure: KeyFigure, unit: string, { from, to }: Period): ExportValue[] {
	const isMoney = keyFigureSpecs[figure.key].unit === 'kr';
	const kronor = (ore: number | null) => (ore === null ? null : decimalText(Math.round(ore), ','));
	const share = (value: number | null) => (value === null ? null : value.toFixed(6).replace('.', ','));
	return [
		figure.key,
		unit,
		from,
		to,
		figure.unit,
		isMoney ? kronor(figure.value) : share(figure.value),
		share(figure.low),
		share(figure.high),
		kronor(figure.numerator),
		isMoney ? (figure.denominator === null ? null : String(figure.denominator)) : kronor(figure.denominator),
		figure.gap ? null : figure.unknown,
		figure.known,
		leftOutText(figure.leftOut),
		figure.gap ? gapText(figure.gap) : null
	];
}

const benchmarkCells = (): ExportValue[][] =>
	agencyBenchmarks.map(({ key, year, mean, source }) => [
		key,
		'staten',
		`${year}-01`,
		`${year}-12`,
		'andel',
		mean.toFixed(6).replace('.', ','),
		...Array.from({ length: 7 }, () => null),
		`Medel för statliga myndigheter, inte kommuner. ${agencySourceNames[source]}`
	]);
