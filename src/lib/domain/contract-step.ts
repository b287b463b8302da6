// What has to be decided about a contract next, by which day, and where it stands in the list.
import { optionsLeft, type ContractClock, type ContractTerms } from './contract-clock';
import { addMonths, dayParts, lastOfMonth, type Day } from './day';

/** What the step is read from. */
export interface ContractFacts extends ContractTerms, ContractClock {
	startDay: Day | null;
	/** Use of the ceiling, 0–1 and above; null when no ceiling is known. */
	ceilingShare: number | null;
}

export const stepKinds = [
	/** The ceiling is reached: a framework has no effect beyond it (HFD 2022 ref. 4). */
	'ceiling-reached',
	/** It renews itself unless somebody gives notice. */
	'give-notice',
	/** It ends unless somebody calls the option. */
	'extend',
	/** A new procurement has to start. */
	'procure',
	/** No decision is near, but 80 percent of the ceiling is used. */
	'ceiling-near',
	/** It runs until somebody gives notice. */
	'open-ended',
	/** The last day to give notice has passed, so it renews itself. */
	'renews',
	/** Nothing is left to decide before it ends. */
	'ends',
	'expired',
	/** No end is known. */
	'unknown'
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The groups of the list, in its order. */
export const stepGroups = [
	'ceiling',
	'decide-soon',
	'start-soon',
	'later',
	'passed',
	'expired',
	'unknown'
] as const;
export type StepGroup = (typeof stepGroups)[number];

export interface ContractStep {
	kind: StepKind;
	group: StepGroup;
	/** The last day to take the step, or when it ends; null where no day applies. */
	day: Day | null;
	/** The last safe start of a procurement has passed while the contract still runs. */
	startPassed: boolean;
}

/** From this share of the ceiling it is near; at 1 it is reached. */
export const ceilingNear = 0.8;

/** How far ahead decisions are called near: to the end of the seventh month from now. */
const monthsAhead = 7;

/** Decisions before this day stand on top. 2026-08-31 gives 2027-03-31. */
export function decisionLimit(today: Day): Day {
	const { year, month } = dayParts(addMonths(today, monthsAhead));
	return lastOfMonth(year, month);
}

/** True unless the register shows that it has ended or not begun. */
export function isInForce(facts: Pick<ContractFacts, 'startDay' | 'endDay' | 'extensionKind'>, today: Day) {
	if (facts.startDay && facts.startDay > today) return false;
	return facts.extensionKind === 'tillsvidare' || !facts.endDay || facts.endDay >= today;
}

/** The next step of a contract. Missing input gives "unknown", never a guess. */
export function contractStep(facts: ContractFacts, today: Day): ContractStep {
	const { endDay, lastSafeStart, ceilingShare } = facts;
	const openEnded = facts.extensionKind === 'tillsvidare';
	if (endDay && endDay < today && !openEnded)
		return { kind: 'expired', group: 'expired', day: endDay, startPassed: false };

	const startPassed = !openEnded && lastSafeStart !== null && lastSafeStart < today;
	if (ceilingShare !== null && ceilingShare >= 1)
		return { kind: 'ceiling-reached', group: 'ceiling', day: null, startPassed };

	const next = openEnded
		? { kind: 'open-ended' as const, group: 'later' as const, day: null }
		: nextDecision(facts, today);
	if (next.group === 'later' && ceilingShare !== null && ceilingShare >= ceilingNear)
		return { kind: 'ceiling-near', group: 'later', day: next.day, startPassed };
	return { ...next, startPassed };
}

type Decision = Pick<ContractStep, 'kind' | 'group' | 'day'>;

function nextDecision(facts: ContractFacts, today: Day): Decision {
	const { endDay, lastSafeStart } = facts;
	if (!endDay) return { kind: 'unknown', group: 'unknown', day: null };
	const limit = decisionLimit(today);
	const decision = lastDecision(facts, endDay, today);

	// A start that is still ahead comes first, unless an option has to be called even earlier.
	if (lastSafeStart && lastSafeStart >= today && !(decision.day && decision.day < lastSafeStart))
		return { kind: 'procure', group: lastSafeStart < limit ? 'start-soon' : 'later', day: lastSafeStart };
	if (decision.day) return { ...decision, group: decision.day < limit ? 'decide-soon' : 'later' };
	return { kind: facts.extensionKind === 'automatisk' ? 'renews' : 'ends', group: 'passed', day: endDay };
}

/** The decision that cannot be taken later; without a day when that day has passed. */
function lastDecision(facts: ContractFacts, endDay: Day, today: Day): { kind: StepKind; day: Day | null } {
	const ahead = (day: Day | null): Day | null => (day && day >= today ? day : null);
	const notice = ahead(facts.noticeDay);
	if (facts.extensionKind === 'automatisk') return { kind: 'give-notice', day: notice };
	if (facts.extensionKind === 'option' && optionsLeft(facts) !== 0) {
		// Where the register does not say when to call it, before the day to give notice is safe.
		const call = facts.optionCallDay ?? facts.noticeDay ?? endDay;
		if (call >= today) return { kind: 'extend', day: call };
	}
	return { kind: facts.extensionKind === null ? 'give-notice' : 'procure', day: notice };
}
