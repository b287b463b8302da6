// What people hold about systems: whether two are doubles, and what to do with one. The latest of a subject stands.

export const doubleVerdicts = ['behall', 'utred', 'ersatt', 'ingen'] as const;
export type DoubleVerdict = (typeof doubleVerdicts)[number];

export const lifeCycleChoices = ['tolerera', 'investera', 'migrera', 'eliminera'] as const;
export type LifeCycleChoice = (typeof lifeCycleChoices)[number];

export const systemVerdictKinds = ['dubblett', 'livscykel'] as const;
export type SystemVerdictKind = (typeof systemVerdictKinds)[number];

export interface SystemVerdict {
	id: number;
	kind: SystemVerdictKind;
	/** Ids of the systems that it is about: two in order for doubles, one for the life cycle. */
	systems: string[];
	/** What those were called then. */
	name: string;
	/** Null takes back what stood. */
	verdict: DoubleVerdict | LifeCycleChoice | null;
	/** Of `ersatt`, the id of the system that is to be replaced. */
	replaced: string | null;
	reason: string;
	author: string;
	/** ISO instant. */
	created: string;
}

/** What a verdict is about, the same however its systems are named. */
export const verdictSubject = ({ kind, systems }: Pick<SystemVerdict, 'kind' | 'systems'>): string =>
	`${kind} ${[...systems].sort().join('|')}`;

/** What stands of each subject. @param said in the order it was saved */
export function standingVerdicts(said: readonly SystemVerdict[]): ReadonlyMap<string, SystemVerdict> {
	const latest = new Map<string, SystemVerdict>();
	for (const one of said) {
		if (one.verdict === null) latest.delete(verdictSubject(one));
		else latest.set(verdictSubject(one), one);
	}
	return latest;
}

/** Whether a verdict can be said of its subject: its word belongs to the kind, and only a replacement names who goes. */
export function isWholeVerdict({
	kind,
	systems,
	verdict,
	replaced
}: Pick<SystemVerdict, 'kind' | 'systems' | 'verdict' | 'replaced'>): boolean {
	const count = kind === 'dubblett' ? 2 : 1;
	if (new Set(systems).size !== count || systems.length !== count) return false;
	if ((verdict === 'ersatt') !== (replaced !== null)) return false;
	if (replaced !== null && !systems.includes(replaced)) return false;
	const words: readonly string[] = kind === 'dubblett' ? doubleVerdicts : lifeCycleChoices;
	return verdict === null || words.includes(verdict);
}
