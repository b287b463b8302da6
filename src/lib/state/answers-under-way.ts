// What a page has asked and not been told yet. A file must not be made meanwhile: it would hold the rows of the question before
// under the headers and the filter of the new one.

const underWay = new Set<Promise<void>>();

/** Counts an answer as under way until it has come, failed or been stopped. @param answered never rejects */
export function awaited(answered: Promise<void>): void {
	underWay.add(answered);
	void answered.finally(() => underWay.delete(answered));
}

/** Resolves when nothing is under way, nor anything asked while that was waited for. */
export async function allAnswered(): Promise<void> {
	while (underWay.size > 0) await Promise.all(underWay);
}
