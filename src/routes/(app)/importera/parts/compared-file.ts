// What a reviewed file is compared with before it is sent: the import that it replaces, or nothing but what is published.
import type { PreviewContext } from '$lib/import/preview-worker';
import { leavingImports, type EffectInput } from '$lib/state/import-effect.svelte';
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import type { Tagging } from '$lib/tagging/locked-months';
import { rowsAreJudged, type ActiveImport, type Namesake } from './file-state';

/** Null where there is nothing to compare: a file that is not settled, or a register that replaces nothing. */
export function comparedFile(
	{ file, origin, answers, result, replaces, phase }: QueuedFile,
	namesake: Namesake | null,
	active: readonly ActiveImport[],
	context: PreviewContext,
	tagging: Tagging
): EffectInput | null {
	if (!['review', 'sending'].includes(phase.name) || !result?.totals || !result.kind || result.problem)
		return null;
	if (!rowsAreJudged(result) || (namesake && replaces === undefined)) return null;
	const leaving = leavingImports(replaces ?? null, active);
	if (!leaving.length && result.kind !== 'cost') return null;
	return {
		key: origin.key,
		file,
		answers,
		kind: result.kind,
		accepted: result.totals.accepted,
		context: { ...context, recipes: [] },
		leaving,
		tagging
	};
}
