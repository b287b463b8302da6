// A follow-up's steps and frozen figures as somebody may see them: of the own nämnder, and of no system that others have.
import type { Access } from '$lib/domain/access';
import { leavesSeen, type FrozenFollowUp, type SeenPlaces } from '$lib/domain/budget-lock';
import { restatement, restatementSeen } from '$lib/domain/budget-restatement';
import { reviewedByItself, stateOf, type ShownFollowUp, type ShownFigures } from '$lib/domain/budget-step';
import { ask } from '$lib/queries/query';
import { seenSystems } from '$lib/queries/seen-systems';
import { currentEdition, editionFile } from '../editions/edition';
import { installation, type Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';
import { mayShare, type Reader } from '../reader';
import { currentFullEdition, editionFigures } from './edition-figures';
import { frozenFigures, takenSteps, type SteppedFollowUp } from './steps';

/** The steps, and of a locked follow-up the figures then and now with what has changed in between. */
export async function shownFollowUp(
	which: SteppedFollowUp,
	reader: Reader,
	where: Installation = installation()
): Promise<ShownFollowUp> {
	const steps = await takenSteps(which, where);
	const latest = steps.at(-1);
	const state = stateOf(latest?.step ?? null);
	const shown = {
		state,
		// A text may be about any nämnd.
		steps: steps.map(({ account: _own, reason, ...step }) => ({
			...step,
			reason: mayShare(reader) ? reason : reason && null
		})),
		selfReviewed: reviewedByItself(steps)
	};
	const frozen = state === 'locked' && latest ? await frozenFigures(latest.id, where) : null;
	const current = frozen && (await currentFullEdition(where));
	if (!frozen || !latest || !current) return { ...shown, locked: null };
	const { figures, cut } = frozen;
	const today = await editionFigures(current, { year: which.year, cut, forecast: figures.forecast }, where);
	const seen = await seenBy(reader.access, where);
	const parts = restatement(figures, today);
	return {
		...shown,
		locked: {
			cut,
			edition: latest.edition,
			version: latest.version,
			by: latest.by,
			at: latest.at,
			then: shownFigures(figures, seen),
			// What was set stands as it was locked; a file that has changed since explains itself.
			now: shownFigures({ ...today, set: figures.set ?? [] }, seen),
			nowEdition: current.id,
			nowVersion: current.manifest.ruleVersion,
			parts: seen ? restatementSeen(parts, seen) : parts
		}
	};
}

function shownFigures(
	{ format: _format, files: _files, perFile: _perFile, set = [], ...figures }: FrozenFollowUp,
	seen: SeenPlaces | null
): ShownFigures {
	const leaves = [...figures.leaves, ...set];
	return { ...figures, leaves: seen ? leavesSeen(leaves, seen) : leaves };
}

/** The own nämnder, and the systems that their slice speaks of; null is everything. */
async function seenBy(access: Access, where: Installation): Promise<SeenPlaces | null> {
	const { units } = access;
	if (units === null) return null;
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	if (!offered || !file) return { units: [], sees: () => false };
	const systems = await systemsOf(offered.hash, file.path);
	return { units, sees: (system) => systems.has(system) };
}

/** The systems of slices asked for, by their hash: a slice's file never changes. */
const known = new Map<string, ReadonlySet<string>>();
const mostKnown = 50;

async function systemsOf(hash: string, path: string): Promise<ReadonlySet<string>> {
	const found = known.get(hash);
	if (found) return found;
	const engine = await openNative({ path, readOnly: true });
	try {
		const systems = new Set((await ask(engine, seenSystems, undefined)).map(({ system }) => system));
		const [oldest] = known.keys();
		if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
		known.set(hash, systems);
		return systems;
	} finally {
		await engine.close();
	}
}
