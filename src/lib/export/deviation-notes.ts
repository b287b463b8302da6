// Notes on deviations as a file: the latest version of each that a follow-up shows.
import type { ShownNote } from '$lib/domain/deviation-note';
import type { YearFollowUp } from '$lib/domain/follow-up';
import { toCsv, type ExportColumn, type ExportStamp, type ExportValue } from './csv';

export const deviationNoteColumns: readonly ExportColumn[] = [
	{ header: 'ar', format: 'number' },
	{ header: 'uppfoljning', format: 'text' },
	{ header: 'namnd', format: 'text' },
	{ header: 'kostnadsslag', format: 'text' },
	{ header: 'orsak', format: 'text' },
	{ header: 'atgard', format: 'text' },
	{ header: 'effekt', format: 'text' },
	{ header: 'ansvarig', format: 'text' },
	{ header: 'klart', format: 'day' },
	{ header: 'status', format: 'text' },
	{ header: 'utfall_av_atgarden', format: 'text' },
	{ header: 'forst_skriven_i', format: 'text' },
	{ header: 'senast_skriven_i', format: 'text' },
	{ header: 'skriven_av', format: 'text' },
	{ header: 'skriven', format: 'day' }
];

/** The cells of {@link deviationNoteColumns}. @param chosen the follow-up of the table that they stand beside */
export function deviationNoteCells(note: ShownNote, chosen: YearFollowUp): ExportValue[] {
	const { standing, from } = note;
	const first = from ?? chosen;
	return [
		String(chosen.year),
		chosen.followUp,
		note.unit,
		note.costKind,
		standing.cause,
		standing.measure,
		standing.effect,
		standing.responsible,
		standing.due,
		standing.closed === null ? 'öppen' : 'avslutad',
		standing.closed,
		`${first.followUp} ${first.year}`,
		`${standing.followUp} ${standing.year}`,
		standing.author,
		standing.created.slice(0, 10)
	];
}

export function deviationNotesCsv(
	notes: readonly ShownNote[],
	chosen: YearFollowUp,
	stamp: ExportStamp
): string {
	return toCsv(
		deviationNoteColumns,
		notes.map((note) => deviationNoteCells(note, chosen)),
		stamp
	);
}
