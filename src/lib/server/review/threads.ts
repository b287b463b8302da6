// Questions, answers and notes on contracts, suppliers, nämnder, systems and figures. What is said stays said: nothing here
// changes a row. Two who write at once are both kept, and each is told what the other wrote.
import { and, asc, eq, sql } from 'drizzle-orm';
import { threadStatus, type Post, type PostKind, type Thread, type ThreadSubject } from '$lib/domain/review';
import { recording, type AuditEvent } from '../audit';
import { post, thread } from '../database/review-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import { seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import { knownEdition } from './known-edition';
import { isRepeated, isRepeatedThere } from './repeated';
import { pageSubject, visibleTo } from './visible';

export interface NewThread {
	subject: ThreadSubject;
	figure: string | null;
	edition: number | null;
	kind: 'question' | 'note';
	/** Already scanned for personnummer. */
	text: string;
}

export interface NewPost {
	kind: PostKind;
	/** Already scanned for personnummer. */
	text: string;
	/** The last post of the thread that the author had seen. */
	after: number;
}

export type ThreadOutcome =
	| {
			outcome: 'done';
			thread: Thread;
			/** What others wrote while the author did. */
			meanwhile: Post[];
	  }
	/** Nothing is saved. `missing` also for what the person may not know of. */
	| { outcome: 'missing' | 'no_subject' | 'no_edition' };

type ThreadRow = typeof thread.$inferSelect;

/** Whether a repeated request says something new is decided before the next one is. */
const inTurn = oneAtATime();

/** The threads that a person may read, latest activity first: all of them, or those on one subject. */
export async function listThreads(
	subject: Pick<ThreadSubject, 'kind' | 'key'> | null,
	reader: Reader,
	where: Installation = installation()
): Promise<Thread[]> {
	const about = subject
		? and(eq(thread.subjectKind, subject.kind), eq(thread.subjectKey, subject.key))
		: undefined;
	const rows = await visible(await where.database.select().from(thread).where(about), reader, where);
	const posts = await postsOf(about, reader, where);
	return rows
		.map((row) => threadOf(row, posts.get(row.id) ?? []))
		.sort((one, other) => lastPost(other) - lastPost(one));
}

/** A thread that the person may read. */
export async function oneThread(
	id: number,
	reader: Reader,
	where: Installation = installation()
): Promise<Thread | null> {
	const about = eq(thread.id, id);
	const [row] = await visible(await where.database.select().from(thread).where(about), reader, where);
	return row ? threadOf(row, (await postsOf(about, reader, where)).get(id) ?? []) : null;
}

/** How many of the questions that a person may read wait for an answer. */
export async function waitingQuestions(
	reader: Reader,
	where: Installation = installation()
): Promise<number> {
	const said = await where.database
		.select({ row: thread, kind: post.kind })
		.from(post)
		.innerJoin(thread, eq(post.thread, thread.id))
		.orderBy(asc(post.id));
	const kinds = new Map<number, { row: ThreadRow; posts: { kind: PostKind }[] }>();
	for (const { row, kind } of said) {
		const known = kinds.get(row.id) ?? { row, posts: [] };
		known.posts.push({ kind });
		kinds.set(row.id, known);
	}
	const waiting = [...kinds.values()].filter(({ posts }) => threadStatus(posts) === 'waiting');
	return (
		await visible(
			waiting.map(({ row }) => row),
			reader,
			where
		)
	).length;
}

/** Opens a thread with a question or a note. The same words twice within minutes are one: an answer that was lost. */
export async function openThread(
	draft: NewThread,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ThreadOutcome> {
	const { database } = where;
	const { kind, key, name } = draft.subject;
	const about = pageSubject(kind, key);
	if (about && !(await seesSubject(about, reader.access, where))) return { outcome: 'no_subject' };
	if (!(await knownEdition(draft.edition, where))) return { outcome: 'no_edition' };
	return inTurn(async () => {
		const [latest] = await database
			.select({ id: thread.id, text: post.text, kind: post.kind, created: post.created })
			.from(thread)
			.innerJoin(post, eq(post.thread, thread.id))
			.where(and(eq(thread.author, reader.user.id), eq(thread.subjectKind, kind), eq(thread.subjectKey, key)))
			.orderBy(sql`${thread.id} DESC, ${post.id} ASC`)
			.limit(1);
		if (latest && isRepeated(latest, draft, now)) return done(latest.id, [], reader, where);
		const [[made]] = await database.batch([
			database
				.insert(thread)
				.values({
					subjectKind: kind,
					subjectKey: key,
					subjectName: name,
					figure: draft.figure,
					edition: draft.edition,
					units: reader.access.units && [...reader.access.units],
					author: reader.user.id,
					created: now
				})
				.returning({ id: thread.id }),
			database.insert(post).values({
				thread: sql`(SELECT max(id) FROM thread)`,
				kind: draft.kind,
				text: draft.text,
				author: reader.user.id,
				created: now
			}),
			recording(database, event('thread_opened', { kind, key }, draft.kind, reader), now)
		]);
		return done(made?.id ?? 0, [], reader, where);
	});
}

/** Adds to a thread, also where others have written since. */
export async function addPost(
	id: number,
	draft: NewPost,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ThreadOutcome> {
	const { database } = where;
	return inTurn(async () => {
		const before = await oneThread(id, reader, where);
		if (!before) return { outcome: 'missing' };
		const meanwhile = before.posts.filter((said) => said.id > draft.after && !said.own);
		if (isRepeatedThere(before.posts, (said) => said, draft, now)) return done(id, meanwhile, reader, where);
		await database.batch([
			database
				.insert(post)
				.values({ thread: id, kind: draft.kind, text: draft.text, author: reader.user.id, created: now }),
			recording(database, event(actions[draft.kind], before.subject, draft.kind, reader), now)
		]);
		return done(id, meanwhile, reader, where);
	});
}

const actions: Readonly<Record<PostKind, AuditEvent['action']>> = {
	question: 'thread_answered',
	note: 'thread_answered',
	answer: 'thread_answered',
	decision: 'thread_closed',
	reopening: 'thread_reopened'
};

/** What is written stays out of the log. */
function event(
	action: AuditEvent['action'],
	{ kind, key }: Pick<ThreadSubject, 'kind' | 'key'>,
	said: PostKind,
	{ user }: Reader
): AuditEvent {
	return { user, action, subject: key, detail: { kind, said } };
}

async function done(
	id: number,
	meanwhile: Post[],
	reader: Reader,
	where: Installation
): Promise<ThreadOutcome> {
	const saved = await oneThread(id, reader, where);
	if (!saved) throw new Error(`Thread ${id} was not kept`);
	return { outcome: 'done', thread: saved, meanwhile };
}

function visible(rows: readonly ThreadRow[], reader: Reader, where: Installation): Promise<ThreadRow[]> {
	return visibleTo(
		reader,
		rows,
		({ subjectKind, subjectKey, units, author }) => ({
			subject: pageSubject(subjectKind, subjectKey),
			units,
			author
		}),
		where
	);
}

async function postsOf(
	about: ReturnType<typeof and>,
	{ user }: Reader,
	{ database }: Installation
): Promise<Map<number, Post[]>> {
	const rows = await database
		.select({ said: post, author: account.name, role: account.role })
		.from(post)
		.innerJoin(thread, eq(post.thread, thread.id))
		.innerJoin(account, eq(post.author, account.id))
		.where(about)
		.orderBy(asc(post.id));
	const posts = new Map<number, Post[]>();
	for (const { said, author, role } of rows) {
		const { id, kind, text } = said;
		const own = said.author === user.id;
		const created = said.created.toISOString();
		posts.set(said.thread, [
			...(posts.get(said.thread) ?? []),
			{ id, kind, text, author, role, own, created }
		]);
	}
	return posts;
}

function threadOf(row: ThreadRow, posts: Post[]): Thread {
	const { id, subjectKind: kind, subjectKey: key, subjectName: name, figure, edition } = row;
	return { id, subject: { kind, key, name }, figure, edition, posts };
}

function lastPost({ posts }: Thread): number {
	return posts.at(-1)?.id ?? 0;
}
