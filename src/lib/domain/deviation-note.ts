// Why a nämnd deviates, and what is done about it. A note goes with the nämnd from one follow-up to the next until it is closed
// with what came of it; every version of it is kept.
import { daysBetween, type Day } from './day';
import type { YearFollowUp } from './follow-up';
import type { FollowUpSetting } from './follow-up-setting';

/** What a note says. */
export interface NoteWords {
	/** Orsak. */
	cause: string;
	/** Åtgärd. */
	measure: string;
	/** What the measure is expected to give; empty where nobody has said. */
	effect: string;
	responsible: string;
	/** The day that the measure is to be done by; null where none is set. */
	due: Day | null;
}

/** A note as it was saved once. */
export interface NoteVersion extends NoteWords {
	id: number;
	/** The id of the note's first version. */
	note: number;
	/** The follow-up that this was written in. */
	year: number;
	followUp: string;
	unit: string;
	/** Null: the whole nämnd. */
	costKind: string | null;
	/** What came of it; null while it is open. */
	closed: string | null;
	author: string;
	/** ISO instant. */
	created: string;
}

export const noteLengths = {
	cause: 2_000,
	measure: 2_000,
	effect: 500,
	responsible: 200,
	closed: 2_000
} as const;

/** A note with every version of it, the first one first. */
export interface DeviationNote {
	id: number;
	unit: string;
	costKind: string | null;
	versions: readonly [NoteVersion, ...NoteVersion[]];
}

/** A note as a follow-up shows it. */
export interface ShownNote extends DeviationNote {
	/** What stood in that follow-up. */
	standing: NoteVersion;
	/** The follow-up that it was first written in, when that is an earlier one. */
	from: Pick<YearFollowUp, 'year' | 'followUp'> | null;
	/** Nothing was said of it in this follow-up: it is carried here as it was. */
	untouched: boolean;
	/** The latest version, when it was written in a later follow-up. */
	later: NoteVersion | null;
}

type NamedFollowUp = Pick<YearFollowUp, 'year' | 'followUp'>;

/** Notes from their versions, in the order that they were first written. @param versions in the order they were saved */
export function notesOf(versions: readonly NoteVersion[]): DeviationNote[] {
	const notes = new Map<number, DeviationNote>();
	for (const version of versions) {
		const held = notes.get(version.note);
		notes.set(version.note, {
			id: version.note,
			unit: version.unit,
			costKind: version.costKind,
			versions: held ? [...held.versions, version] : [version]
		});
	}
	return [...notes.values()];
}

/** The version that stands today. */
export function latestOf({ versions }: DeviationNote): NoteVersion {
	return versions.at(-1) ?? versions[0];
}

/** Which of two follow-ups comes first: below zero the former. One that the municipality has no more begins its year. */
export function followUpOrder(
	former: NamedFollowUp,
	latter: NamedFollowUp,
	settings: readonly FollowUpSetting[]
): number {
	const cut = ({ followUp }: NamedFollowUp) => settings.find(({ name }) => name === followUp)?.cut ?? 0;
	return former.year - latter.year || cut(former) - cut(latter);
}

/** The follow-up after one: T1, T2, VB, and T1 of the next year. */
export function nextFollowUp(
	{ year, cut }: Pick<YearFollowUp, 'year' | 'cut'>,
	settings: readonly FollowUpSetting[]
): NamedFollowUp | null {
	const inOrder = [...settings].sort((a, b) => a.cut - b.cut);
	const later = inOrder.find((setting) => setting.cut > cut);
	if (later) return { year, followUp: later.name };
	const [first] = inOrder;
	return first ? { year: year + 1, followUp: first.name } : null;
}

/**
 * The notes that a follow-up shows, as they stood in it: those written in it or before it, but for those that were closed in an
 * earlier one.
 */
export function notesIn(
	notes: readonly DeviationNote[],
	chosen: NamedFollowUp,
	settings: readonly FollowUpSetting[]
): ShownNote[] {
	return notes.flatMap((note): ShownNote[] => {
		const standing = note.versions.findLast((version) => followUpOrder(version, chosen, settings) <= 0);
		if (!standing) return [];
		const untouched = followUpOrder(standing, chosen, settings) < 0;
		if (standing.closed !== null && untouched) return [];
		const [first] = note.versions;
		const latest = latestOf(note);
		return [
			{
				...note,
				standing,
				untouched,
				from:
					followUpOrder(first, chosen, settings) < 0 ? { year: first.year, followUp: first.followUp } : null,
				later: latest === standing ? null : latest
			}
		];
	});
}

/** Days until a measure is to be done; below zero when the day has passed. Null without a day. */
export function daysLeft({ due }: Pick<NoteVersion, 'due'>, today: Day): number | null {
	return due === null ? null : daysBetween(today, due);
}

/** Open notes, those that are late first, then by day; those without a day last. */
export function openNotes(notes: readonly DeviationNote[]): DeviationNote[] {
	const due = (note: DeviationNote) => latestOf(note).due ?? '9999-12-31';
	return notes
		.filter((note) => latestOf(note).closed === null)
		.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.id - b.id));
}
