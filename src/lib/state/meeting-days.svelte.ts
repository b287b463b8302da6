// The days of meetings to come, asked for when a component shows by which of them a contract has to be decided.
import { onMount } from 'svelte';
import * as v from 'valibot';
import { parseIsoDay } from '$lib/domain/day';
import type { MeetingDay } from '$lib/domain/meeting';
import { askServer } from './ask-server';

const schema = v.object({
	meetings: v.array(v.object({ id: v.number(), day: v.string(), name: v.string() }))
});

/** Null while it is not known, and when it could not be asked: then nothing is said of meetings. */
export async function fetchMeetingDays(): Promise<MeetingDay[] | null> {
	const told = await askServer('/fragor/moten/dagar', schema);
	if (told.outcome === 'failed') return null;
	return told.value.meetings.flatMap((meeting) => {
		const day = parseIsoDay(meeting.day);
		return day ? [{ ...meeting, day }] : [];
	});
}

/** Call while a component starts. */
export function createMeetingDays(): { readonly current: MeetingDay[] | null } {
	let current = $state.raw<MeetingDay[] | null>(null);
	onMount(() => {
		void fetchMeetingDays().then((meetings) => (current = meetings));
	});
	return {
		get current() {
			return current;
		}
	};
}
