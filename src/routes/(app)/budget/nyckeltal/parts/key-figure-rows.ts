// The ledger rows behind a key figure: its numerator, its denominator and what of it nobody knows.
import { withoutValue, type Filters } from '$lib/domain/filters';
import { keyFigureSpecs, type KeyFigure, type KeyFigureSumName } from '$lib/domain/key-figure';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';
import { keyFigureFilters } from '$lib/queries/key-figures';

/** The filters of the page in some months, without the nämnder that a figure leaves out; of one nämnd (null: rows without one). */
export function figureFilters(
	filters: Filters,
	period: Period,
	leftOut: KeyFigure['leftOut'] = [],
	unit?: string | null
): Filters {
	const base: Filters = { ...keyFigureFilters(filters), period };
	if (unit !== undefined) return { ...base, units: [unit ?? withoutValue], excluding: [] };
	if (!leftOut.length) return base;
	const out = leftOut.map((name) => name ?? withoutValue);
	return base.units.length && !base.excluding.length
		? { ...base, units: base.units.filter((name) => !out.includes(name)) }
		: { ...base, units: [...base.units, ...out], excluding: ['units'] };
}

/** The rows of the numerator. @param filters as {@link figureFilters} gives them */
export function numeratorRows({ key }: KeyFigure, filters: Filters): RowSelection {
	return rowsOf(keyFigureSpecs[key].numerator, filters);
}

/** The rows of the denominator; null for heads, which no ledger has. */
export function denominatorRows({ key }: KeyFigure, filters: Filters): RowSelection | null {
	const { base } = keyFigureSpecs[key];
	if (typeof base === 'string') return null;
	if (key === 'inhyrd_andel') return { filters: { ...filters, costKinds: ['Konsult', 'Personal'] } };
	const [only] = base;
	return only ? rowsOf(only, filters) : null;
}

/** The rows that nobody can place, or of nämnder that are left out of a figure per employee; null where there are none. */
export function unknownRows({ key, unknown, leftOut }: KeyFigure, filters: Filters): RowSelection | null {
	if (unknown === 0) return null;
	if (key === 'kronor_per_anstalld')
		return { filters: { ...filters, units: leftOut.map((unit) => unit ?? withoutValue), excluding: [] } };
	const [name] = keyFigureSpecs[key].unknown;
	return name ? rowsOf(name, filters) : null;
}

function rowsOf(name: KeyFigureSumName, filters: Filters): RowSelection {
	switch (name) {
		case 'it':
			return { filters };
		case 'candidates':
			return { filters, candidates: true, keyFigurePart: 'operating' };
		case 'operating':
		case 'other':
			return { filters, anyTag: true, keyFigurePart: 'operating' };
		default:
			return { filters, keyFigurePart: name };
	}
}
