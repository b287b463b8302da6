// The key figures of each year under filters, and of each nämnd in it, from the edition's own rows.
import { noFilters, type Filters } from '$lib/domain/filters';
import { keyFigures, type KeyFigure, type KeyFigureGround, type UnitSums } from '$lib/domain/key-figure';
import type { YearSpan } from '$lib/domain/key-figure-span';
import type { Engine } from '$lib/engine/engine';
import { headcounts } from './headcounts';
import { keyFigureSums } from './key-figure-sums';
import { ask } from './query';

/** What one year's key figures are made of. */
export interface YearGround extends YearSpan {
	units: UnitSums[];
	/** Employees by nämnd on the last day of the months; null is unknown. */
	employees: Map<string, number | null>;
}

/** The filters that key figures go by: which nämnder, and whether internal rows are counted. The others would leave half of a share. */
export function keyFigureFilters({ units, excluding, internal }: Filters): Filters {
	return { ...noFilters, units, excluding: excluding.filter((list) => list === 'units'), internal };
}

/** @param spans the same months of each year, in order; not empty */
export async function keyFigureYears(
	engine: Engine,
	filters: Filters,
	spans: readonly YearSpan[],
	signal?: AbortSignal
): Promise<YearGround[]> {
	const [first, last] = [spans[0], spans.at(-1)];
	if (!first || !last) return [];
	const month = (text: string) => Number(text.slice(5, 7));
	const rows = await ask(
		engine,
		keyFigureSums,
		{
			filters: keyFigureFilters(filters),
			years: [first.year, last.year],
			months: [month(first.period.from), month(first.period.to)]
		},
		signal
	);
	const years: YearGround[] = [];
	for (const { year, period } of spans) {
		const units = new Map<string | null, UnitSums['sums']>();
		for (const { unit, part, amount, size, row_count: count } of rows.filter((row) => row.year === year))
			units.set(unit, { ...units.get(unit), [part]: { amount, size, rows: count } });
		const heads = await ask(engine, headcounts, { filters: { ...noFilters, period }, of: 'unit' }, signal);
		years.push({
			year,
			period,
			units: [...units].map(([unit, sums]) => ({ unit, sums })),
			employees: new Map(heads.map(({ key, count }) => [key, count]))
		});
	}
	return years;
}

/** @param users of the year, in the whole municipality; null is unknown, @param whole all its nämnder are counted */
export function figuresOfYear(
	{ units, employees }: YearGround,
	users: number | null,
	whole: boolean
): KeyFigure[] {
	return keyFigures(groundOf(units, employees, users, whole));
}

/** The key figures of each nämnd of a year. The number of users is not known of any of them. */
export function figuresOfUnits({ units, employees }: YearGround): {
	unit: string | null;
	figures: KeyFigure[];
}[] {
	return units.map((one) => ({
		unit: one.unit,
		figures: keyFigures(groundOf([one], employees, null, false))
	}));
}

const groundOf = (
	units: readonly UnitSums[],
	employees: ReadonlyMap<string, number | null>,
	users: number | null,
	whole: boolean
): KeyFigureGround => ({ units, employees, users, whole });
