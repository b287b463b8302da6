// What a reviewed file is compared with before it is sent: the import that it replaces, or nothing but what is published.
import type { PreviewContext } from '$lib/import/preview-worker';
import type { EffectInput } from '$lib/state/import-effect.svelte';
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import { rowsAreJudged, type Namesake } from './file-state';

/** Null where there is nothing to compare: a file that is not settled, or a register that replaces nothing. */
export function comparedFile(
	{ file, origin, answers, result, replaces, phase }: QueuedFile,
	namesake: Namesake | null,
	context: PreviewContext
): EffectInput | null {
	if (phase.name !== 'review' || !result?.totals || !result.kind || result.problem) return null;
	if (!rowsAreJudged(result) || (namesake && replaces === undefined)) return null;
	const former = namesake && replaces === namesake.id ? namesake : null;
	if (!former && result.kind !== 'cost') return null;
	return {
		key: origin.key,
		file,
		answers,
		kind: result.kind,
		accepted: result.totals.accepted,
		context: { ...context, recipes: [] },
		replaces: former && {
			id: former.id,
			fileName: former.fileName,
			kind: former.kind,
			answers: former.answers,
			accepted: former.accepted
		}
	};
}
