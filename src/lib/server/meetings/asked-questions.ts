// The questions that can stand on the agenda of a meeting, and in its papers: those that everybody who may see the meeting
// may read.
import type { PapersThread } from '$lib/queries/meeting-papers';
import type { Installation } from '../editions/installation';
import { listThreads } from '../review/threads';
import { meetingAccess } from './meeting-slice';

/** Threads in the order they were opened, with what is said in them. @param units of the meeting */
export async function askedQuestions(
	units: readonly string[] | null,
	where: Installation
): Promise<PapersThread[]> {
	// Nobody in particular: nothing is seen for having been written by oneself.
	const anybody = { user: { id: '', username: '' }, access: meetingAccess(units) };
	const threads = await listThreads(null, anybody, where);
	return threads
		.map(({ id, subject, figure, posts }) => ({
			id,
			subject,
			figure,
			posts: posts.map(({ kind, text, author, created }) => ({ kind, text, author, created }))
		}))
		.sort((one, other) => one.id - other.id);
}
