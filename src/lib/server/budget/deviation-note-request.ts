// What a request about notes on deviations asks for, checked.
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { noteLengths, type NoteWords } from '$lib/domain/deviation-note';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
import { readRequest, scanned, type Asked } from '../read-request';

export interface AskedNote extends NoteWords {
	/** The first version of the note; null for a new one. */
	note: number | null;
	/** The latest version that the person saw; null for a new note. */
	after: number | null;
	year: number;
	followUp: string;
	unit: string;
	/** Null: the whole nämnd. */
	costKind: string | null;
	/** What came of it; null keeps the note open, or opens it again. */
	closed: string | null;
}

const needed = (none: string, most: number) =>
	v.pipe(v.string(none), v.trim(), v.minLength(1, none), v.maxLength(most, words.tooLong));
const id = v.nullable(v.pipe(v.number(), v.integer()));
const day = v.pipe(
	v.string(),
	v.rawTransform(({ dataset, addIssue, NEVER }): Day => {
		const read = parseIsoDay(dataset.value);
		if (read) return read;
		addIssue({ message: words.noDay });
		return NEVER;
	})
);

const requestSchema = v.strictObject({
	note: id,
	after: id,
	year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2199)),
	followUp: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
	unit: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
	costKind: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
	cause: needed(words.noCause, noteLengths.cause),
	measure: needed(words.noMeasure, noteLengths.measure),
	effect: v.pipe(v.string(), v.trim(), v.maxLength(noteLengths.effect, words.tooLong)),
	responsible: needed(words.noResponsible, noteLengths.responsible),
	due: v.nullable(day),
	closed: v.nullable(needed(words.noClosed, noteLengths.closed))
});

/** A whole note as it is to stand. */
export function readDeviationNote(body: unknown): Asked<AskedNote> {
	const read = scanned(
		readRequest(requestSchema, body, words.broken),
		({ cause, measure, effect, responsible, closed }) => [cause, measure, effect, responsible, closed],
		words.personal
	);
	if (read.outcome === 'refused') return read;
	const { note, after } = read.asked;
	return (note === null) === (after === null) ? read : { outcome: 'refused', message: words.broken };
}
