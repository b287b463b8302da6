// The rows behind the figures of a development.
import type { CountedDevelopment } from '$lib/domain/development';
import { noFilters, type Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';

/** What it cost: its rows with inriktning utveckling, as the reader counts it. */
export function costRowsOf(
	{ development, span, onlySystem }: CountedDevelopment,
	units: readonly string[]
): RowSelection {
	const system = development.kind === 'system' ? development.key : onlySystem;
	return {
		filters: {
			...noFilters,
			period: span,
			units: [...units],
			orientations: ['utveckling'],
			systems: system === null ? [] : [system]
		},
		...(development.kind === 'project'
			? { cells: [{ dimension: 'project', value: development.key } as const] }
			: {})
	};
}

/** All utveckling on its systems, from the first month that is compared to the last. */
export function developmentRowsOf(
	{ payback, systems }: CountedDevelopment,
	units: readonly string[]
): RowSelection {
	return {
		filters: {
			...noFilters,
			period: { from: payback.before.from, to: payback.after.to },
			units: [...units],
			systems: [...systems],
			orientations: ['utveckling']
		}
	};
}

/** What its systems cost to run in some months. */
export function runningRowsOf(
	{ systems }: CountedDevelopment,
	period: Period,
	units: readonly string[]
): RowSelection {
	const filters: Filters = {
		...noFilters,
		period,
		units: [...units],
		systems: [...systems],
		orientations: ['förvaltning']
	};
	return { filters };
}
