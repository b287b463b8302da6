// The tables of one chosen file beside the entries of the list that read them.
import type { TableKind } from '$lib/domain/columns';
import type { QueuedFile } from '$lib/state/import-queue.svelte';

export interface FilePart {
	sheet: string;
	/** Null: none of the seven tables. */
	kind: TableKind | null;
	rows: number | null;
	/** Null: nobody reads it. */
	entry: QueuedFile | null;
}

/**
 * The parts of a file, the one that is read first.
 * @param entries every entry of the same chosen file
 */
export function filePartsOf(file: QueuedFile, entries: readonly QueuedFile[]): FilePart[] {
	const { result } = file;
	if (!result) return [];
	const own = file.sheet ?? result.plan?.sheet ?? '';
	const entryOf = (sheet: string): QueuedFile | null =>
		entries.find((entry) => entry.sheet === sheet) ?? null;
	const rest: FilePart[] = result.unreadSheets.map(({ sheet, rows, kind }) => {
		const entry = entryOf(sheet);
		// A part that is read says its own rows; one that is not has its lines counted, the header too.
		return {
			sheet,
			kind: entry?.result?.kind ?? kind,
			rows: entry?.result?.totals?.read ?? rows,
			entry
		};
	});
	if (!own) return rest;
	return [{ sheet: own, kind: result.kind, rows: result.totals?.read ?? null, entry: file }, ...rest];
}

/** Whether the file has more than one part, or parts that cannot be read. */
export function hasParts({ result }: QueuedFile): boolean {
	return result !== null && (result.unreadSheets.length > 0 || result.refusedParts.length > 0);
}

/** The parts that are in the list as entries of their own. */
export function sheetsReadApart(file: QueuedFile, entries: readonly QueuedFile[]): ReadonlySet<string> {
	return new Set(
		entries.filter((entry) => entry !== file).flatMap(({ sheet }) => (sheet === null ? [] : [sheet]))
	);
}
