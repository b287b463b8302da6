// Takes back what was done: an import that was removed or replaced is active again. Of the versions of a file at most one
// is ever active, so that nothing is counted twice.
import { eq } from 'drizzle-orm';
import { recording } from '../audit';
import { importedFile } from '../database/schema';
import { allImports, leaving, mendedFrom, type Person, type StoredImport } from './imports';
import { installation, type Installation } from './installation';
import { changeImports } from './one-at-a-time';

export type Restored =
	| { outcome: 'restored'; message: string; fileName: string }
	/** Nothing has changed. */
	| { outcome: 'missing' | 'refused'; message: string };

/** Makes an import active again, with the mended rows that went out of use with it. */
export function restoreImport(
	id: number,
	user: Person,
	where: Installation = installation()
): Promise<Restored> {
	return changeImports(() => restore(id, user, where));
}

async function restore(id: number, user: Person, where: Installation): Promise<Restored> {
	const all = await allImports(where);
	const found = all.find((known) => known.id === id);
	if (!found) return { outcome: 'missing', message: 'Filen finns inte.' };
	if (found.status === 'active') return { outcome: 'missing', message: 'Filen är redan inläst.' };
	const active = all.filter(({ status }) => status === 'active');
	const others = otherVersions(found, all).filter(({ status }) => status === 'active');
	const back = all.filter(({ leftWith }) => leftWith === id);
	const obstacle = obstacleFor(found, back, active, others);
	if (obstacle) return { outcome: 'refused', message: `${obstacle} Inget är ändrat.` };

	const { database } = where;
	await database.batch([
		recording(database, {
			user,
			action: 'import_restored',
			subject: found.fileName,
			detail: {
				import: id,
				...(others.length ? { replaces: others.map((other) => other.id) } : {}),
				...(back.length ? { mended: back.map((child) => child.id) } : {})
			}
		}),
		...others.flatMap((other) => leaving(other.id, statusOf(other, found, all), active, where)),
		database
			.update(importedFile)
			.set({ status: 'active', leftWith: null })
			.where(eq(importedFile.leftWith, id)),
		database.update(importedFile).set({ status: 'active', leftWith: null }).where(eq(importedFile.id, id))
	]);
	return {
		outcome: 'restored',
		message: messageOf(found, back, others, active),
		fileName: found.fileName
	};
}

/** The versions before and after an import: those that took one another's place. */
function otherVersions(of: StoredImport, all: readonly StoredImport[]): StoredImport[] {
	return all.filter((other) => isLater(other, of, all) || isLater(of, other, all));
}

/** Whether one import took the place of another, directly or by way of others. */
function isLater(one: StoredImport, other: StoredImport, all: readonly StoredImport[]): boolean {
	let at: StoredImport | undefined = one;
	while (at?.replaces) {
		const { replaces }: StoredImport = at;
		if (replaces === other.id) return true;
		at = all.find((known) => known.id === replaces && known.id < (at?.id ?? 0));
	}
	return false;
}

/** What the version that goes out of use becomes: a later one takes its place, or it is taken away. */
function statusOf(
	other: StoredImport,
	restored: StoredImport,
	all: readonly StoredImport[]
): 'removed' | 'replaced' {
	return isLater(restored, other, all) ? 'replaced' : 'removed';
}

/** Why an import cannot come back, in a Swedish sentence; null when it can. */
function obstacleFor(
	found: StoredImport,
	back: readonly StoredImport[],
	active: readonly StoredImport[],
	others: readonly StoredImport[]
): string | null {
	if (found.corrects !== null && !active.some(({ id }) => id === found.corrects)) {
		return `${found.fileName} rättar rader i en fil som inte räknas med. Återställ den filen först.`;
	}
	const leaves = new Set(
		others.flatMap(({ id }) => [id, ...mendedFrom(id, active).map((child) => child.id)])
	);
	const same = active.find(
		(known) => !leaves.has(known.id) && [found, ...back].some((other) => isSameTable(known, other))
	);
	if (same) {
		return `Samma fil är redan inläst igen som ${same.fileName}, och raderna skulle räknas två gånger. Ta bort den först.`;
	}
	return null;
}

function isSameTable(one: StoredImport, other: StoredImport): boolean {
	return one.sha256 === other.sha256 && one.report.sheet === other.report.sheet;
}

function messageOf(
	{ fileName }: StoredImport,
	back: readonly StoredImport[],
	others: readonly StoredImport[],
	active: readonly StoredImport[]
): string {
	const names = (files: readonly StoredImport[]): string => files.map((file) => file.fileName).join(', ');
	const gone = others.flatMap((other) => [other, ...mendedFrom(other.id, active)]);
	return [
		`${fileName} är återställd och räknas med från nästa utgåva.`,
		back.length ? `De rättade raderna i ${names(back)} är också tillbaka.` : '',
		gone.length ? `Den står i stället för ${names(gone)}, som inte räknas med längre.` : ''
	]
		.filter(Boolean)
		.join(' ');
}
