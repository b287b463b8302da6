// What a follow-up has come to: a controller says that it is ready, somebody with the right reviews it, somebody with the right
// locks it. Whoever opens it again says why.
import { may, type Access, type Permission } from './access';
import type { FrozenFollowUp } from './budget-lock';
import type { RestatementPart } from './budget-restatement';

export const budgetSteps = ['klar', 'granskad', 'last', 'oppnad'] as const;
export type BudgetStep = (typeof budgetSteps)[number];

/** Where a follow-up stands. */
export type FollowUpState = 'open' | 'ready' | 'reviewed' | 'locked';

const stateAfter: Readonly<Record<BudgetStep, FollowUpState>> = {
	klar: 'ready',
	granskad: 'reviewed',
	last: 'locked',
	oppnad: 'open'
};

const stepsFrom: Readonly<Record<FollowUpState, readonly BudgetStep[]>> = {
	open: ['klar'],
	ready: ['granskad', 'oppnad'],
	reviewed: ['last', 'oppnad'],
	locked: ['oppnad']
};

/** The state that the latest step left; open before any. */
export function stateOf(latest: BudgetStep | null): FollowUpState {
	return latest === null ? 'open' : stateAfter[latest];
}

/** The steps that can be taken from a state. */
export function nextSteps(state: FollowUpState): readonly BudgetStep[] {
	return stepsFrom[state];
}

/** What somebody must be allowed to take a step. A locked follow-up is opened by who may lock, another by who may say it is ready. */
export function permissionFor(step: BudgetStep, state: FollowUpState): Permission {
	if (step === 'klar') return 'follow_up';
	if (step === 'granskad') return 'review_follow_up';
	if (step === 'last' || state === 'locked') return 'lock_follow_up';
	return state === 'reviewed' ? 'review_follow_up' : 'follow_up';
}

/** Whether somebody may take a step. A follow-up is of the whole municipality, and so is whoever says something of it. */
export function mayTake(step: BudgetStep, state: FollowUpState, access: Access): boolean {
	return access.units === null && may(access, permissionFor(step, state));
}

/** Whether somebody may take some step, wherever the follow-up stands. */
export function mayTakeSome(access: Access): boolean {
	const states = Object.keys(stepsFrom) as FollowUpState[];
	return states.some((state) => nextSteps(state).some((step) => mayTake(step, state, access)));
}

/** A step as it was taken. */
export interface TakenStep {
	id: number;
	step: BudgetStep;
	/** Who took it: an account that is never used by another, and the name. */
	account: string;
	by: string;
	/** ISO instant. */
	at: string;
	/** Why it was opened again, or what the reviewer wrote; empty where nothing was. */
	reason: string;
	edition: number;
	/** The rules that the figures were tagged by. */
	version: number;
}

/** Whether the review that stands was made by who had said that it was ready. @param steps in the order they were taken */
export function reviewedByItself(steps: readonly TakenStep[]): boolean {
	const from = steps.findLastIndex(({ step }) => step === 'oppnad') + 1;
	const standing = steps.slice(from);
	const ready = standing.find(({ step }) => step === 'klar');
	const reviewed = standing.find(({ step }) => step === 'granskad');
	return ready !== undefined && ready.account === reviewed?.account;
}

/** A step as everybody who may see the follow-up sees it. */
export interface ShownStep extends Omit<TakenStep, 'account' | 'reason'> {
	/** Null where there is one that the person may not see: it may be about any nämnd. */
	reason: string | null;
}

/** Figures without the files that they come from. The leaves hold the forecasts that are set. */
export type ShownFigures = Omit<FrozenFollowUp, 'format' | 'set' | 'files' | 'perFile'>;

/** A locked follow-up: its figures then and now, of the nämnder that the person sees, and every change between them. */
export interface LockedFigures {
	/** The last month then, 1–12. */
	cut: number;
	edition: number;
	version: number;
	by: string;
	/** ISO instant. */
	at: string;
	then: ShownFigures;
	now: ShownFigures;
	/** The edition that everybody reads now, and its rules. */
	nowEdition: number;
	nowVersion: number;
	/** They sum to now less then, of every place. */
	parts: readonly RestatementPart[];
}

/** What is told of a follow-up. */
export interface ShownFollowUp {
	state: FollowUpState;
	steps: readonly ShownStep[];
	/** Whoever said that it was ready has reviewed it too. */
	selfReviewed: boolean;
	/** Null unless it is locked. */
	locked: LockedFigures | null;
}
