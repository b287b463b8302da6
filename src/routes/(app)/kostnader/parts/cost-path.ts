// How one came to a set of rows, as the drawer's path.
import { keptWords, type Filters } from '$lib/domain/filters';
import { accrualWords } from '$lib/text/accrual';
import { costWords } from '$lib/text/costs';
import { wordName } from '$lib/text/filters';
import { capitalised } from '$lib/text/format';

/** From the whole to the part, one step per filter that keeps a single thing. @param extra the clicked mark */
export function costPath(filters: Filters, ...extra: string[]): string[] {
	const single = (words: readonly string[]) => (words.length === 1 ? words : []);
	const steps = [
		...single(keptWords(filters, 'units')).map((key) => wordName('units', { key, label: null })),
		...single(keptWords(filters, 'costKinds')),
		...single(keptWords(filters, 'orientations')).map(capitalised)
	];
	const basis = filters.basis === 'accrued' ? [accrualWords.names.accrued] : [];
	return [...new Set([costWords.all, ...basis, ...steps, ...extra])];
}
