// What a committee says about contracts and figures: questions with their answers, verdicts, and flags put aside.
import type { Role } from './access';
import { gapKinds } from './contract-gap';
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
	/** It ends, and something new is bought in its place. */
	'upphandla',
	'avvakta'
] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Flags that can be put aside: the gaps between ledger and register, purchases beside a framework for the same thing, and
 * what binds a municipality to a supplier or is paid for without being used.
 */
export const flagKinds = [
	...gapKinds,
	'framework-twin',
	'few-suppliers',
	'bundling',
	'double-network',
	'own-supplier',
	'hard-to-leave',
	'in-house',
	'unused-licences',
	'over-use',
	'price-above-index',
	'unlisted-system'
] as const;
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

/** What can be said next in a thread. */
export const nextKinds: Readonly<Record<ThreadStatus, readonly PostKind[]>> = {
	waiting: ['answer', 'decision'],
	answered: ['question', 'decision'],
	closed: ['reopening'],
	note: ['note', 'question', 'decision']
};

export interface ContractVerdict {
	/** Ascending in the order that they were saved. */
	id: number;
	contractId: string;
	/** What the contract was called then. */
	contractName: string;
	verdict: Verdict;
	reason: string;
	/** A meeting has decided it; otherwise it is what its author holds. */
	decided: boolean;
	/** The meeting that decided it, or that it is meant for. */
	meeting: { id: number; /** ISO day. */ day: string; name: string } | null;
	edition: number | null;
	author: string;
	role: Role;
	own: boolean;
	/** ISO instant. */
	created: string;
}

/** What stands on a contract. */
export interface StandingVerdicts<Saved> {
	/** The latest that a meeting has decided; nobody's own verdict replaces it. */
	decision: Saved | null;
	/** What each person holds: the latest of each, the latest first. */
	held: Saved[];
	/** Those that something later has replaced, the latest first. */
	replaced: Saved[];
}

/** What a committee has decided about a contract, and what its people hold. */
export function standingVerdicts<Saved extends Pick<ContractVerdict, 'id' | 'decided' | 'author'>>(
	verdicts: readonly Saved[]
): StandingVerdicts<Saved> {
	const latestFirst = verdicts.toSorted((one, other) => other.id - one.id);
	const decision = latestFirst.find(({ decided }) => decided) ?? null;
	const authors = new Set<string>();
	const held = latestFirst.filter(({ decided, author }) => {
		if (decided || authors.has(author)) return false;
		authors.add(author);
		return true;
	});
	const replaced = latestFirst.filter((verdict) => verdict !== decision && !held.includes(verdict));
	return { decision, held, replaced };
}

/** Of verdicts on any contracts, those that something later has replaced. */
export function replacedVerdicts<
	Saved extends Pick<ContractVerdict, 'id' | 'decided' | 'author' | 'contractId'>
>(verdicts: readonly Saved[]): Saved[] {
	const contracts = new Set(verdicts.map(({ contractId }) => contractId));
	return [...contracts].flatMap(
		(id) => standingVerdicts(verdicts.filter(({ contractId }) => contractId === id)).replaced
	);
}

/** What a flag is about: a contract, a supplier, a system or a licence product, with kostnadsslag, year and nämnd where it has them. */
export interface FlagSubject {
	contractId: string | null;
	supplierKey: string | null;
	costKind: string | null;
	year: number | null;
	systemId?: string | null;
	product?: string | null;
	/** The nämnd whose part of it the flag is about. */
	unit?: string | null;
}

/** What tells one flag of its kind from the others, as one text. */
export function flagKey({
	contractId,
	supplierKey,
	costKind,
	year,
	systemId = null,
	product = null,
	unit = null
}: FlagSubject): string {
	const named = [systemId, product, ...(unit === null ? [] : [unit])];
	const last = named.some((name) => name !== null) ? named : [];
	return JSON.stringify([contractId, supplierKey, costKind, year, ...last]);
}

/** A reason to open a file, as a page shows it. */
export interface Flag {
	kind: FlagKind;
	subject: FlagSubject;
	/** What it is about, in words. */
	name: string;
	/** Öre that it is about; null for what has none. */
	amount: number | null;
}

export interface Dismissal {
	/** Ascending in the order that they were saved. */
	id: number;
	flag: FlagKind;
	/** {@link flagKey} of what it is about. */
	key: string;
	/** What that was called then. */
	name: string;
	/** The flag is taken up again. */
	takenBack: boolean;
	reason: string;
	/** Öre that the flag was about; null for what has none, or where the author saw more than the person who asks. */
	amount: number | null;
	/** The nämnder that the author saw; null is the whole municipality. */
	units: readonly string[] | null;
	/** It holds for what the person who asks sees: who put the flag aside saw at least as much. */
	covers: boolean;
	author: string;
	role: Role;
	own: boolean;
	/** ISO instant. */
	created: string;
}

/** What stands of each flag, by `flag` and `key`: flags that are taken up again are not there. */
export function standingDismissals(dismissals: readonly Dismissal[]): ReadonlyMap<string, Dismissal> {
	const standing = new Map<string, Dismissal>();
	for (const dismissal of dismissals.filter(({ covers }) => covers).toSorted((a, b) => a.id - b.id)) {
		const name = flagName(dismissal.flag, dismissal.key);
		if (dismissal.takenBack) standing.delete(name);
		else standing.set(name, dismissal);
	}
	return standing;
}

/** What stands of one flag; null where nobody has put it aside. */
export function dismissalOf(
	{ kind, subject }: Pick<Flag, 'kind' | 'subject'>,
	standing: ReadonlyMap<string, Dismissal>
): Dismissal | null {
	return standing.get(flagName(kind, flagKey(subject))) ?? null;
}

/** The flags that are put aside now, each as its author meant it, latest first: also those that hold for some nämnder only. */
export function lastDismissals(dismissals: readonly Dismissal[]): Dismissal[] {
	const last = new Map<string, Dismissal>();
	for (const dismissal of dismissals.toSorted((a, b) => a.id - b.id)) {
		const units = dismissal.covers ? '' : (dismissal.units ?? []).join('|');
		last.set(`${flagName(dismissal.flag, dismissal.key)} ${units}`, dismissal);
	}
	return [...last.values()].filter(({ takenBack }) => !takenBack).sort((a, b) => b.id - a.id);
}

/** The name of one flag among all. */
function flagName(flag: FlagKind, key: string): string {
	return `${flag} ${key}`;
}

/** How much more than when it was put aside a flag has to be about before the page says so. */
const growthWorthTelling = 0.1;

/** @param amount öre that the flag is about now */
export function hasGrown(dismissal: Pick<Dismissal, 'amount'>, amount: number): boolean {
	return dismissal.amount !== null && amount > dismissal.amount * (1 + growthWorthTelling);
}
