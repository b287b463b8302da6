// What a follow-up has come to: a controller says that it is ready, somebody with the right reviews it, somebody with the right
// locks it. Whoever opens it again says why.
import type { Permission } from './access';

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
