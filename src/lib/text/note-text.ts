// A note on a deviation as one paragraph, for reports and for a cell of a table.
import type { ShownNote } from '../domain/deviation-note';
import type { PlacedNote } from '../domain/line-notes';
import { deviationWords } from './deviation-notes';
import { formatDayLong } from './format';

/** "Orsak: … Åtgärd: … Ansvarig: …, klart 15 december 2026." Without what it is about. */
export function noteText({ standing }: Pick<ShownNote, 'standing'>): string {
	const { cause, measure, effect, responsible, due, closed } = standing;
	return [
		`Orsak: ${ended(cause)}`,
		`Åtgärd: ${ended(measure)}`,
		effect && `Effekt: ${ended(effect)}`,
		closed === null
			? `Ansvarig: ${responsible}${due === null ? '' : `, klart ${formatDayLong(due)}`}.`
			: `Avslutad: ${ended(closed)}`
	]
		.filter(Boolean)
		.join(' ');
}

/** Notes on one line of a table, in one cell of a file: each says what it is about where the line does not, and whether it is carried. */
export function notesCell(placed: readonly PlacedNote[]): string {
	return placed
		.map(({ note, named }) =>
			[
				named === 'unit' && `${note.unit}.`,
				named !== 'line' && `${note.costKind ?? deviationWords.wholeUnit}.`,
				note.untouched && `${deviationWords.carried(note.standing)}.`,
				noteText(note)
			]
				.filter(Boolean)
				.join(' ')
		)
		.join(' ')
		.replaceAll('\u00a0', ' ');
}

/** With a full stop, where somebody left it out. */
function ended(text: string): string {
	const one = text.trim().replace(/\s+/g, ' ');
	return /[.!?…]$/.test(one) ? one : `${one}.`;
}
