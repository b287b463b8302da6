// Whether what was read agrees with what the sender states. Mended rows count with the file that they were rejected from:
// together they are what the control total is about.
import type { ImportResult } from '$lib/import/import-file';
import type { StagedFile } from './staging';

export interface ControlTotal {
	/** Öre. */
	sum: number | null;
	rows: number | null;
}

/** What the file itself states about the sum of its rows, as cost counts its sign; null when it states nothing. */
export function statedTotal({ statedControl, plan }: ImportResult): ControlTotal | null {
	if (!statedControl) return null;
	const sum = statedControl.sum === null ? null : statedControl.sum * (plan?.sign ?? 1) || 0;
	return { sum, rows: statedControl.rows };
}

/** One file as it counts here. */
export interface CountedFile {
	id: number;
	/** The file whose rejected rows this one holds, mended. */
	corrects: number | null;
	accepted: number;
	/** Öre; null for tables without amounts. */
	sum: number | null;
	control: ControlTotal;
}

/** How a file stands together with the files that mend it, or that it mends. */
export interface Standing {
	/** The file that the others of the family mend. */
	root: number;
	/** Over the family; öre. */
	accepted: number;
	sum: number | null;
	/** Null when no control total was given. */
	reconciled: boolean | null;
}

/** The standing of each file, by its id. A file that mends one that is not among them stands alone. */
export function standings(files: readonly CountedFile[]): Map<number, Standing> {
	const byId = new Map(files.map((file) => [file.id, file]));
	const families = new Map<CountedFile, CountedFile[]>();
	for (const file of files) {
		const root = rootOf(file, byId);
		families.set(root, [...(families.get(root) ?? []), file]);
	}
	const found = new Map<number, Standing>();
	for (const [root, members] of families) {
		const standing = standingOf(root, members);
		for (const { id } of members) found.set(id, standing);
	}
	return found;
}

/** Which files of a run agree with their control total. */
export function stagedStandings(files: readonly StagedFile[]): Map<number, Standing> {
	return standings(
		files
			.filter(({ result }) => result.problem === null)
			.map(({ fileId, corrects, result, controlSum, controlRows }) => ({
				id: fileId,
				corrects: corrects ?? null,
				accepted: result.totals?.accepted ?? 0,
				sum: result.totals?.sum ?? null,
				control: { sum: controlSum, rows: controlRows }
			}))
	);
}

function rootOf(file: CountedFile, byId: ReadonlyMap<number, CountedFile>): CountedFile {
	let root = file;
	// A correction is always younger than what it corrects, so this ends.
	for (;;) {
		const parent = root.corrects === null ? undefined : byId.get(root.corrects);
		if (!parent || parent.id >= root.id) return root;
		root = parent;
	}
}

function standingOf({ id, control }: CountedFile, members: readonly CountedFile[]): Standing {
	const accepted = members.reduce((rows, file) => rows + file.accepted, 0);
	const sums = members.flatMap(({ sum }) => (sum === null ? [] : [sum]));
	const sum = sums.length ? sums.reduce((total, part) => total + part, 0) : null;
	const isStated = control.sum !== null || control.rows !== null;
	const agrees =
		(control.sum === null || sum === control.sum) && (control.rows === null || accepted === control.rows);
	return { root: id, accepted, sum, reconciled: isStated ? agrees : null };
}
