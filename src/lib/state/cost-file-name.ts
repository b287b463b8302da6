// What files of costs are called.
import type { Filters, ListFilter } from '$lib/domain/filters';
import { exportFileName } from '$lib/export/file-name';

/** A file name that says what was chosen and for which months. */
export function costFileName(what: string, filters: Filters, extra: readonly string[] = []): string {
	const some = (name: ListFilter, many: string) => {
		const words = filters[name];
		const told = words.length > 2 ? `${words.length} ${many}` : words.join(' ');
		return told && filters.excluding.includes(name) ? `utom ${told}` : told;
	};
	return exportFileName([
		what,
		...extra,
		some('units', 'nämnder'),
		some('suppliers', 'leverantörer'),
		some('costKinds', 'kostnadsslag'),
		some('orientations', 'inriktningar'),
		some('systems', 'system'),
		some('contracts', 'avtal'),
		some('accounts', 'konton'),
		some('makers', 'verkliga leverantörer'),
		filters.internal ? '' : 'utan interna',
		filters.basis === 'accrued' ? 'periodiserat' : '',
		filters.period ? `${filters.period.from} ${filters.period.to}` : ''
	]);
}
