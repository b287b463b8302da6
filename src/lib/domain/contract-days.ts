// The days of a contract that belong in a calendar.
import type { ContractFacts, ContractStep } from './contract-step';
import type { Day } from './day';

export const contractDayKinds = ['safe-start', 'option-call', 'notice', 'end'] as const;
export type ContractDayKind = (typeof contractDayKinds)[number];

export interface ContractDay {
	kind: ContractDayKind;
	day: Day;
}

/** Every day that is known, also those that have passed; none until further notice, which has no end to count from. */
export function contractDays(facts: ContractFacts): ContractDay[] {
	if (facts.extensionKind === 'tillsvidare') return [];
	const days: Record<ContractDayKind, Day | null> = {
		'safe-start': facts.lastSafeStart,
		'option-call': facts.optionCallDay,
		notice: facts.noticeDay,
		end: facts.endDay
	};
	return contractDayKinds.flatMap((kind) => {
		const day = days[kind];
		return day ? [{ kind, day }] : [];
	});
}

/** The day by which somebody must decide, which a meeting has to be held before; null where nothing is to be decided by a day. */
export function decisionDay(step: Pick<ContractStep, 'kind' | 'day'>): Day | null {
	return step.kind === 'give-notice' || step.kind === 'extend' || step.kind === 'procure' ? step.day : null;
}
