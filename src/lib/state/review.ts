// Questions, verdicts and dismissals at the server.
import * as v from 'valibot';
import { roles } from '$lib/domain/access';
import {
	flagKinds,
	postKinds,
	threadSubjects,
	verdicts as verdictKinds,
	type ContractVerdict,
	type Dismissal,
	type FlagKind,
	type FlagSubject,
	type Post,
	type PostKind,
	type Thread,
	type ThreadSubject,
	type Verdict
} from '$lib/domain/review';
import { askServer, type Told } from './ask-server';
import { tellWaiting } from './waiting-questions.svelte';

const written = { author: v.string(), role: v.picklist(roles), own: v.boolean(), created: v.string() };
const postSchema = v.object({
	id: v.number(),
	kind: v.picklist(postKinds),
	text: v.string(),
	...written
}) satisfies v.GenericSchema<unknown, Post>;
const threadSchema = v.object({
	id: v.number(),
	subject: v.object({ kind: v.picklist(threadSubjects), key: v.string(), name: v.string() }),
	figure: v.nullable(v.string()),
	edition: v.nullable(v.number()),
	posts: v.array(postSchema)
}) satisfies v.GenericSchema<unknown, Thread>;
const saidSchema = v.object({ thread: threadSchema, meanwhile: v.array(postSchema), waiting: v.number() });
const verdictSchema = v.object({
	id: v.number(),
	contractId: v.string(),
	contractName: v.string(),
	verdict: v.picklist(verdictKinds),
	reason: v.string(),
	decided: v.boolean(),
	meeting: v.nullable(v.object({ id: v.number(), day: v.string(), name: v.string() })),
	edition: v.nullable(v.number()),
	...written
}) satisfies v.GenericSchema<unknown, ContractVerdict>;
const judgedSchema = v.object({ verdicts: v.array(verdictSchema), meanwhile: v.array(verdictSchema) });
const dismissalSchema = v.object({
	id: v.number(),
	flag: v.picklist(flagKinds),
	key: v.string(),
	name: v.string(),
	takenBack: v.boolean(),
	reason: v.string(),
	amount: v.nullable(v.number()),
	units: v.nullable(v.array(v.string())),
	covers: v.boolean(),
	...written
}) satisfies v.GenericSchema<unknown, Dismissal>;
const dismissedSchema = v.object({
	dismissals: v.array(dismissalSchema),
	meanwhile: v.array(dismissalSchema)
});

/** What came of something that was said. */
export type Said = v.InferOutput<typeof saidSchema>;
export type Judged = v.InferOutput<typeof judgedSchema>;
export type Dismissed = v.InferOutput<typeof dismissedSchema>;

/** Latest activity first: all that the person may read, or what is about one subject. */
export async function fetchThreads(
	subject: Pick<ThreadSubject, 'kind' | 'key'> | null
): Promise<Told<Thread[]>> {
	const search = subject ? `?${new URLSearchParams({ slag: subject.kind, nyckel: subject.key })}` : '';
	const told = await askServer(`/fragor/tradar${search}`, v.object({ threads: v.array(threadSchema) }));
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.threads } : told;
}

export interface ThreadDraft {
	subject: ThreadSubject;
	figure: string | null;
	edition: number | null;
	kind: 'question' | 'note';
	text: string;
}

/** Sent again after a lost answer it is still one thread. */
export function openThread(draft: ThreadDraft): Promise<Told<Said>> {
	return say('/fragor/tradar', draft);
}

/** @param after the last post that the page has shown */
export function addPost(
	thread: number,
	post: { kind: PostKind; text: string; after: number }
): Promise<Told<Said>> {
	return say(`/fragor/tradar/${thread}`, post);
}

async function say(path: string, body: unknown): Promise<Told<Said>> {
	const told = await askServer(path, saidSchema, { method: 'POST', body });
	if (told.outcome === 'done') tellWaiting(told.value.waiting);
	return told;
}

/** Latest first: all that the person may read, or those on one contract. */
export async function fetchVerdicts(contractId: string | null): Promise<Told<ContractVerdict[]>> {
	const search = contractId === null ? '' : `?${new URLSearchParams({ avtal: contractId })}`;
	const schema = v.object({ verdicts: v.array(verdictSchema) });
	const told = await askServer(`/fragor/bedomningar${search}`, schema);
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.verdicts } : told;
}

/** @param draft.after the last verdict that the page has shown; 0 without any */
export function saveVerdict(draft: {
	contractId: string;
	contractName: string;
	verdict: Verdict;
	reason: string;
	meeting: number | null;
	edition: number | null;
	after: number;
}): Promise<Told<Judged>> {
	return askServer('/fragor/bedomningar', judgedSchema, { method: 'POST', body: draft });
}

/** Oldest first. */
export async function fetchDismissals(): Promise<Told<Dismissal[]>> {
	const schema = v.object({ dismissals: v.array(dismissalSchema) });
	const told = await askServer('/fragor/avfardanden', schema);
	return told.outcome === 'done' ? { outcome: 'done', value: told.value.dismissals } : told;
}

/** @param draft.after the last dismissal of the flag that the page has shown; 0 without any */
export function saveDismissal(draft: {
	flag: FlagKind;
	subject: FlagSubject;
	name: string;
	takenBack: boolean;
	reason: string;
	amount: number | null;
	edition: number | null;
	after: number;
}): Promise<Told<Dismissed>> {
	return askServer('/fragor/avfardanden', dismissedSchema, { method: 'POST', body: draft });
}
