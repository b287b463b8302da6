// What a request about meetings asks for, checked.
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { agendaKinds, meetingLimits } from '$lib/domain/meeting';
import { verdicts } from '$lib/domain/review';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import { readRequest, scanned, type Asked } from '../read-request';

const day = v.pipe(
	v.string(words.noDay),
	v.transform(parseIsoDay),
	v.custom<Day>((value) => value !== null, words.noDay)
);
const name = v.pipe(
	v.string(words.noName),
	v.trim(),
	v.minLength(1, words.noName),
	v.maxLength(meetingLimits.name, words.longName)
);
const place = v.pipe(
	v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(meetingLimits.place, words.longPlace))),
	v.transform((text) => text || null)
);
const newSchema = v.strictObject({
	days: v.pipe(v.array(day), v.minLength(1, words.noDay), v.maxLength(meetingLimits.atOnce, words.manyDays)),
	name,
	place
});
const changeSchema = v.strictObject({
	day: v.optional(day),
	name: v.optional(name),
	place: v.optional(place)
});
const itemId = v.pipe(v.number(), v.integer(), v.minValue(1));
const agendaSchema = v.strictObject({
	before: v.array(itemId),
	items: v.pipe(
		v.array(
			v.union([
				v.strictObject({ id: itemId }),
				v.strictObject({
					kind: v.picklist(agendaKinds),
					key: v.pipe(v.string(), v.minLength(1), v.maxLength(400))
				})
			])
		),
		v.maxLength(meetingLimits.items, words.manyItems)
	)
});
const decisionSchema = v.strictObject({
	item: itemId,
	text: v.pipe(
		v.string(words.noText),
		v.trim(),
		v.minLength(1, words.noText),
		v.maxLength(meetingLimits.decision, words.longText)
	),
	verdict: v.nullable(v.picklist(verdicts))
});

const writtenIn = (said: { name?: string; place?: string | null }) => [said.name, said.place];

/** `{days, name, place}`: one meeting a day. */
export function readNewMeetings(value: unknown): Asked<v.InferOutput<typeof newSchema>> {
	return scanned(readRequest(newSchema, value, words.broken), writtenIn, words.personalText);
}

/** `{day?, name?, place?}`. */
export function readMeetingChange(value: unknown): Asked<v.InferOutput<typeof changeSchema>> {
	return scanned(readRequest(changeSchema, value, words.broken), writtenIn, words.personalText);
}

/** `{before: id[], items: ({id} | {kind, key})[]}`. */
export function readAgenda(value: unknown): Asked<v.InferOutput<typeof agendaSchema>> {
	return readRequest(agendaSchema, value, words.broken);
}

/** `{item, text, verdict}`. */
export function readDecision(value: unknown): Asked<v.InferOutput<typeof decisionSchema>> {
	return scanned(readRequest(decisionSchema, value, words.broken), ({ text }) => [text], words.personalText);
}
