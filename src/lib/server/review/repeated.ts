// A request that is sent again, because its answer was lost on the way, must not say the same thing twice.

/** How long the same words from the same person can be the same saying, in milliseconds. */
const repeatTime = 10 * 60 * 1000;

interface Said {
	kind: string;
	text: string;
}

/** @param latest the last that the person said there */
export function isRepeated(latest: Said & { created: Date }, draft: Said, now: Date): boolean {
	const recent = now.getTime() - latest.created.getTime() <= repeatTime;
	return recent && latest.kind === draft.kind && latest.text === draft.text;
}

/**
 * As {@link isRepeated}, where others speak too: somebody who has seen the own words and what others have said since, and
 * says them once more, means it.
 * @param saved what has been said there, in order; `words` tells what of it counts as said
 * @param after the last of it that the page had shown
 */
export function isRepeatedThere<Saved extends { id: number; own: boolean; created: string }>(
	saved: readonly Saved[],
	words: (saved: Saved) => Said,
	draft: Said & { after: number },
	now: Date
): boolean {
	const own = saved.findLast((candidate) => candidate.own);
	if (!own || !isRepeated({ ...words(own), created: new Date(own.created) }, draft, now)) return false;
	return own.id > draft.after || own === saved.at(-1);
}
