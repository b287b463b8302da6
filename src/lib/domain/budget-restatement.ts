// What has changed since a follow-up was locked: figures now less figures then, divided by cause, file and place. Every part is
// a difference between what one file, or one family of versions of a file, gave then and gives now, so that the parts of any
// place, and of the whole, sum to now less then, to the öre.
import type { BudgetDimension, BudgetPlace } from './budget-leaf';
import {
	placeKey,
	placesSeen,
	restatedFigures,
	type FigureFile,
	type FilePart,
	type FrozenFollowUp,
	type RestatedFigures,
	type SeenPlaces
} from './budget-lock';

/**
 * `replaced` another version of the file · `added` · `removed` · `versions` the same file, but other versions of the budget are
 * counted · `moved` the same file, its money on other systems · `judged` the same file, tagged or read otherwise.
 */
export const restatementCauses = ['replaced', 'added', 'removed', 'versions', 'moved', 'judged'] as const;
export type RestatementCause = (typeof restatementCauses)[number];

/** One change: of a place, for one cause. Öre, now less then. */
export interface RestatementPart extends BudgetPlace, RestatedFigures {
	cause: RestatementCause;
	/** The files that gave the figures then, and that give them now; none where they were not there. */
	then: readonly FigureFile[];
	now: readonly FigureFile[];
}

/** Every change from then to now. Places that nothing has changed of are left out. */
export function restatement(then: FrozenFollowUp, now: FrozenFollowUp): RestatementPart[] {
	const sameVersions = then.versions.join('|') === now.versions.join('|') && then.forecast === now.forecast;
	return pairs(then.files, now.files).flatMap(({ before, after }) => {
		const changes = differences(partsOf(then, before), partsOf(now, after));
		const asks = { before, after, sameVersions };
		return changes.map((change) => ({
			...change,
			cause: causeOf(change, changes, asks),
			then: before,
			now: after
		}));
	});
}

interface FilePair {
	before: readonly FigureFile[];
	after: readonly FigureFile[];
}

/** A file that is there both times is compared with itself; of a family, those that went with those that came. */
function pairs(then: readonly FigureFile[], now: readonly FigureFile[]): FilePair[] {
	const [idsThen, idsNow] = [new Set(then.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
	const stayed = then.filter(({ id }) => idsNow.has(id));
	const gone = then.filter(({ id }) => !idsNow.has(id));
	const come = now.filter(({ id }) => !idsThen.has(id));
	const families = new Set([...gone, ...come].map(({ first }) => first));
	return [
		...stayed.map((file) => ({ before: [file], after: [file] })),
		...[...families].map((family) => ({
			before: gone.filter(({ first }) => first === family),
			after: come.filter(({ first }) => first === family)
		}))
	];
}

function partsOf({ perFile }: FrozenFollowUp, files: readonly FigureFile[]): FilePart[] {
	const wanted = new Set(files.map(({ id }) => id));
	return perFile.filter(({ file }) => wanted.has(file));
}

type Change = BudgetPlace & RestatedFigures;

function differences(then: readonly FilePart[], now: readonly FilePart[]): Change[] {
	const changes = new Map<string, Change>();
	const add = (part: FilePart, sign: 1 | -1) => {
		const { unit, costKind, orientation, system } = part;
		const key = placeKey(part);
		const change = changes.get(key) ?? {
			...{ unit, costKind, orientation, system },
			...{ outcome: 0, budgetToDate: 0, budgetYear: 0, forecast: 0 }
		};
		for (const figure of restatedFigures) change[figure] += sign * part[figure];
		changes.set(key, change);
	};
	for (const part of now) add(part, 1);
	for (const part of then) add(part, -1);
	return [...changes.values()].filter((change) => restatedFigures.some((figure) => change[figure] !== 0));
}

function causeOf(
	change: Change,
	all: readonly Change[],
	{ before, after, sameVersions }: FilePair & { sameVersions: boolean }
): RestatementCause {
	if (!before.length) return 'added';
	if (!after.length) return 'removed';
	const same = before.length === 1 && after.length === 1 && before[0]?.id === after[0]?.id;
	if (!same) return 'replaced';
	if (!sameVersions && change.outcome === 0) return 'versions';
	return movedBetweenSystems(change, all) ? 'moved' : 'judged';
}

/** Nothing of nämnd, kostnadsslag and inriktning has changed, when the systems are put together. */
function movedBetweenSystems(change: Change, all: readonly Change[]): boolean {
	const beside = all.filter(
		(other) =>
			other.unit === change.unit &&
			other.costKind === change.costKind &&
			other.orientation === change.orientation
	);
	return restatedFigures.every((figure) => beside.reduce((total, other) => total + other[figure], 0) === 0);
}

/** The changes of the nämnder that somebody sees, each with the cause that it has in the whole. */
export function restatementSeen(parts: readonly RestatementPart[], seen: SeenPlaces): RestatementPart[] {
	const keyOf = (part: RestatementPart) => JSON.stringify([correctionKey(part), placeKey(part)]);
	return placesSeen(parts, seen, restatedFigures, keyOf).filter((part) =>
		restatedFigures.some((figure) => part[figure] !== 0)
	);
}

/** The changes of some parts together. */
export function restated(parts: readonly RestatedFigures[]): RestatedFigures {
	const total = (figure: keyof RestatedFigures) => parts.reduce((sum, part) => sum + part[figure], 0);
	return {
		outcome: total('outcome'),
		budgetToDate: total('budgetToDate'),
		budgetYear: total('budgetYear'),
		forecast: total('forecast')
	};
}

/** Parts with the same cause and files, and of the same nämnd, kostnadsslag, inriktning or system. */
export interface RestatementLine extends RestatedFigures {
	key: string;
	cause: RestatementCause;
	/** What it is divided by; null is not said. */
	value: string | null;
	then: readonly FigureFile[];
	now: readonly FigureFile[];
}

/** The list that explains the whole difference, per cause, files and a dimension, with most kronor first. */
export function restatementLines(
	parts: readonly RestatementPart[],
	dimension: BudgetDimension
): RestatementLine[] {
	const groups = new Map<string, RestatementPart[]>();
	for (const part of parts) {
		const key = JSON.stringify([correctionKey(part), part[dimension]]);
		const group = groups.get(key);
		if (group) group.push(part);
		else groups.set(key, [part]);
	}
	const weight = (line: RestatedFigures) =>
		Math.max(...restatedFigures.map((figure) => Math.abs(line[figure])));
	return [...groups]
		.flatMap(([key, own]): RestatementLine[] => {
			const [first] = own;
			if (!first) return [];
			const { cause, then, now } = first;
			return [{ key, cause, value: first[dimension], then, now, ...restated(own) }];
		})
		.filter((line) => weight(line) > 0)
		.sort((one, other) => weight(other) - weight(one));
}

/** How many corrections the changes come from: one per cause and files, however many places it reaches. */
export function correctionCount(parts: readonly RestatementPart[]): number {
	return new Set(parts.map(correctionKey)).size;
}

function correctionKey({ cause, then, now }: RestatementPart): string {
	const ids = (files: readonly FigureFile[]) => files.map(({ id }) => id);
	return JSON.stringify([cause, ids(then), ids(now)]);
}
