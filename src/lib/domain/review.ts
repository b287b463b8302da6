// What a committee says about contracts and figures: questions with their answers, verdicts, and flags put aside.
import type { Role } from './access';
import { gapKinds } from './contract-gap';
import type { Day } from './day';
import { subjectKinds } from './subject';

/** What can be asked about. A figure is known by its address: path and query string. */
export const threadSubjects = [...subjectKinds, 'contract', 'figure'] as const;
export type ThreadSubjectKind = (typeof threadSubjects)[number];

export const postKinds = [
	/** Opens a thread that waits for an answer; later ones in the same thread wait anew. */
	'question',
	/** Opens a thread that nobody waits for, or adds to any. */
	'note',
	'answer',
	/** Closes the thread: what came of it. */
	'decision',
	/** Opens a closed thread again, with the reason. */
	'reopening'
] as const;
export type PostKind = (typeof postKinds)[number];

export const verdicts = [
	'forlang',
	'sag_upp',
	'forlang_och_upphandla',
	'omforhandla',
	'prova_egen_regi',
	'avvakta'
] as const;
export type Verdict = (typeof verdicts)[number];

/** Flags that can be put aside: the gaps between ledger and register, and purchases beside a framework for the same thing. */
export const flagKinds = [...gapKinds, 'framework-twin'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Characters of a post, and of the reason of a verdict or a dismissal. */
export const longestPost = 4_000;

export interface Post {
	/** Ascending in the order that they were saved. */
	id: number;
	kind: PostKind;
	text: string;
	author: string;
	/** What the author is today. */
	role: Role;
	/** Written by the person who asks. */
	own: boolean;
	/** ISO instant. */
	created: string;
}

export interface ThreadSubject {
	kind: ThreadSubjectKind;
	/** An avtals_id, a supplier's key, a nämnd's name, a system_id, or the address of a figure. */
	key: string;
	/** What it was called when it was asked about. */
	name: string;
}

export interface Thread {
	id: number;
	subject: ThreadSubject;
	/** What the figure said then; null for what is no figure. */
	figure: string | null;
	/** The edition that was shown then. */
	edition: number | null;
	/** In the order they were saved; the first opened the thread. */
	posts: readonly Post[];
}

export const threadStatuses = ['waiting', 'answered', 'closed', 'note'] as const;
export type ThreadStatus = (typeof threadStatuses)[number];

/** What somebody has to answer: a question, and a closed matter that is taken up again. */
const asks: readonly PostKind[] = ['question', 'reopening'];

/**
 * Where a thread stands. A question that comes after a decision opens the thread again: two people who write at the same
 * time lose nothing of what they ask.
 */
export function threadStatus(posts: readonly Pick<Post, 'kind'>[]): ThreadStatus {
	const last = (kinds: readonly PostKind[]) => posts.findLastIndex(({ kind }) => kinds.includes(kind));
	const asked = last(asks);
	const decided = last(['decision']);
	if (decided > asked) return 'closed';
	if (asked < 0) return 'note';
	return last(['answer']) > asked ? 'answered' : 'waiting';
}

export interface ContractVerdict {
	/** Ascending in the order that they were saved. */
	id: number;
	contractId: string;
	/** What the contract was called then. */
	contractName: string;
	verdict: Verdict;
	reason: string;
	/** The meeting that it is meant for. */
	meeting: { id: number; day: Day; name: string } | null;
	edition: number | null;
	author: string;
	role: Role;
	own: boolean;
	/** ISO instant. */
	created: string;
}

/** The verdict that stands on a contract: the latest that anybody has saved. */
export function standingVerdict<Saved extends { id: number }>(verdicts: readonly Saved[]): Saved | null {
	return verdicts.reduce<Saved | null>(
		(latest, verdict) => (latest && latest.id > verdict.id ? latest : verdict),
		null
	);
}
