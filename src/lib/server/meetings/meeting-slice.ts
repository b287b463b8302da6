// The slice that a meeting is about: what everybody who may see the meeting may see, and no more.
import type { Access } from '$lib/domain/access';
import type { Engine } from '$lib/engine/engine';
import { currentEdition, editionFile } from '../editions/edition';
import type { Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';

/** The access of a reader of these nämnder; null is the whole municipality. */
export function meetingAccess(units: readonly string[] | null): Access {
	return { role: 'reader', rights: [], units };
}

/** Asks the current edition, as a reader of these nämnder is sent it. Null before the first edition. */
export async function onMeetingSlice<Result>(
	units: readonly string[] | null,
	where: Installation,
	work: (engine: Engine, edition: number) => Promise<Result>
): Promise<Result | null> {
	const access = meetingAccess(units);
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	if (!offered || !file) return null;
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		return await work(engine, offered.edition);
	} finally {
		await engine.close();
	}
}
