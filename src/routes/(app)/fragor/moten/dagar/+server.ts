// When meetings are held that contracts have to be decided at.
import { json } from '@sveltejs/kit';
import { meetingDays } from '$lib/server/meetings/meeting-days';
import { readerOf } from '$lib/server/request-body';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const { access } = readerOf(locals);
	return json({ meetings: await meetingDays(access) });
};
