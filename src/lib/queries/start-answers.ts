// The answers of the start page and of every page's header, computed once per slice when an edition is published and
// delivered with the page, so that the first figures do not wait for the engine.
import type { Engine } from '$lib/engine/engine';
import { editionMeta, type EditionMeta } from './edition-meta';
import { ask } from './query';
import { tagCoverage } from './tag-coverage';

export interface StartAnswers {
	meta: EditionMeta;
	/** Otaggat: share 0–1 (null when nothing is IT) and öre. */
	untagged: { share: number | null; amount: number };
}

/** Computes the answers on an attached edition slice. */
export async function startAnswers(engine: Engine): Promise<StartAnswers> {
	const meta = await editionMeta(engine);
	const [coverage] = await ask(engine, tagCoverage, undefined);
	const it = coverage?.it_amount ?? 0;
	const candidates = coverage?.candidate_amount ?? 0;
	return {
		meta,
		untagged: { share: it + candidates > 0 ? candidates / (it + candidates) : null, amount: candidates }
	};
}
