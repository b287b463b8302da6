// Meetings at the server. Pages read them with the page and ask for it anew when something has been saved.
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { meetingStatuses, type AgendaKind, type MeetingSummary } from '$lib/domain/meeting';
import type { Verdict } from '$lib/domain/review';
import { askServer, type Told } from './ask-server';

const oneSchema = v.object({ meeting: v.object({ id: v.number() }) });
const manySchema = v.object({ meetings: v.array(v.object({ id: v.number() })) });

const summarySchema = v.object({
	id: v.number(),
	day: v.pipe(
		v.string(),
		v.transform(parseIsoDay),
		v.custom<Day>((value) => value !== null)
	),
	name: v.string(),
	place: v.nullable(v.string()),
	units: v.nullable(v.array(v.string())),
	status: v.picklist(meetingStatuses),
	items: v.number()
}) satisfies v.GenericSchema<unknown, MeetingSummary>;
const listSchema = v.object({ meetings: v.array(summarySchema), today: v.string() });

/** In order of day, past and cancelled ones included. */
export function fetchMeetings(): Promise<Told<v.InferOutput<typeof listSchema>>> {
	return askServer('/fragor/moten/lista', listSchema);
}

export interface MeetingFields {
	name: string;
	place: string | null;
}

/** One meeting a day. */
export function callMeetings(
	fields: MeetingFields & { days: readonly string[] }
): Promise<Told<v.InferOutput<typeof manySchema>>> {
	return askServer('/fragor/moten/lista', manySchema, { method: 'POST', body: fields });
}

export function changeMeeting(
	id: number,
	fields: Partial<MeetingFields & { day: string }>
): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/uppgifter`, oneSchema, { method: 'PATCH', body: fields });
}

/** Can be taken back by `callAgain`. */
export function cancelMeeting(id: number): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/uppgifter`, oneSchema, { method: 'DELETE' });
}

export function callAgain(id: number): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/uppgifter`, oneSchema, { method: 'PATCH', body: { restore: true } });
}

/** A point that stands there, or a new one. */
export type WantedPoint = { id: number } | { kind: AgendaKind; key: string };

/** @param before the points as they are shown, in order */
export function saveAgenda(
	id: number,
	before: readonly number[],
	items: readonly WantedPoint[]
): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/dagordning`, oneSchema, { method: 'PUT', body: { before, items } });
}

export function makePapers(id: number): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/handlingar/nya`, oneSchema, { method: 'POST' });
}

export function saveDecision(
	id: number,
	decision: { item: number; text: string; verdict: Verdict | null }
): Promise<Told<unknown>> {
	return askServer(`/fragor/moten/${id}/beslut/anteckna`, oneSchema, { method: 'POST', body: decision });
}
