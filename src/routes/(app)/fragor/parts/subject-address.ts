// Where what a thread is about is shown.
import type { Thread } from '$lib/domain/review';
import { subjectPath } from '$lib/domain/subject';
import type { PageContext } from '$lib/state/page-context';

/** Null for what has no page. A figure is shown as it was: on the edition that was shown then. */
export function subjectAddress(
	{ filters, answers }: Pick<PageContext, 'filters' | 'answers'>,
	{ subject: { kind, key }, edition }: Pick<Thread, 'subject' | 'edition'>
): string | null {
	if (kind === 'contract') return filters.href(`/avtal/${encodeURIComponent(key)}`);
	if (kind !== 'figure') {
		const path = subjectPath(kind, key);
		return path && filters.href(path);
	}
	if (edition === null || edition === answers.meta.edition) return key;
	return `${key}${key.includes('?') ? '&' : '?'}utgava=${edition}`;
}
