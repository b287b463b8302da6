// A file that looks like the same rows under another name: as many of them, with the same sum, to the öre.
import type { QueuedFile } from '$lib/state/import-queue.svelte';
import { rowsAreJudged, type ActiveImport } from './file-state';

/** Where the same rows seem to be already. */
export interface Twin {
	fileName: string;
	/** ISO instant; null for a file that is only in the list. */
	uploadedAt: string | null;
}

/** Few rows may well agree by chance. */
const fewestRows = 3;

/**
 * The loaded import, else the file of the list, that would be counted twice beside this one. Null for tables without
 * amounts, and for the import that this file replaces.
 */
export function twinOf(
	file: QueuedFile,
	active: readonly ActiveImport[],
	files: readonly QueuedFile[]
): Twin | null {
	const own = totalsOf(file);
	if (!own || file.phase.name === 'sent' || file.phase.name === 'undone') return null;
	const loaded = active.find(
		(known) =>
			known.id !== file.replaces &&
			known.kind === own.kind &&
			known.accepted === own.accepted &&
			known.sum === own.sum
	);
	if (loaded) return { fileName: loaded.fileName, uploadedAt: loaded.uploadedAt };
	const listed = files.find((other) => {
		if (other === file || other.phase.name === 'sent' || other.phase.name === 'undone') return false;
		const totals = totalsOf(other);
		return totals?.kind === own.kind && totals.accepted === own.accepted && totals.sum === own.sum;
	});
	return listed ? { fileName: listed.title, uploadedAt: null } : null;
}

function totalsOf({ result }: QueuedFile) {
	if (!result?.kind || !result.totals || !rowsAreJudged(result)) return null;
	const { accepted, sum } = result.totals;
	return accepted < fewestRows || !sum ? null : { kind: result.kind, accepted, sum };
}
