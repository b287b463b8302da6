// What a committee says about contracts and figures: questions with their answers, verdicts, and flags put aside.
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
	'avvakta'
] as const;
export type Verdict = (typeof verdicts)[number];

/** Flags that can be put aside: the gaps between ledger and register, and purchases beside a framework for the same thing. */
export const flagKinds = [...gapKinds, 'framework-twin'] as const;
export type FlagKind = (typeof flagKinds)[number];
