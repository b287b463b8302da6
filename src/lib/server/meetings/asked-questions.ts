// The questions that can stand on the agenda of a meeting, and in its papers: those that everybody who may see the meeting
// may read.
import { asc, eq } from 'drizzle-orm';
import { seesMeeting } from '$lib/domain/meeting';
import type { PapersThread } from '$lib/queries/meeting-papers';
import { post, thread } from '../database/review-schema';
import { user as account } from '../database/schema';
import type { Installation } from '../editions/installation';

/** Threads in the order they were opened, with what is said in them. @param units of the meeting */
export async function askedQuestions(
	units: readonly string[] | null,
	{ database }: Installation
): Promise<PapersThread[]> {
	const threads = await database.select().from(thread).orderBy(asc(thread.id));
	const posts = await database
		.select({ post, author: account.name })
		.from(post)
		.innerJoin(account, eq(post.author, account.id))
		.orderBy(asc(post.id));
	return threads
		.filter((row) => seesMeeting(row.units, units))
		.map((row) => ({
			id: row.id,
			subject: { kind: row.subjectKind, key: row.subjectKey, name: row.subjectName },
			figure: row.figure,
			posts: posts
				.filter((said) => said.post.thread === row.id)
				.map((said) => ({
					kind: said.post.kind,
					text: said.post.text,
					author: said.author,
					created: said.post.created.toISOString()
				}))
		}));
}
