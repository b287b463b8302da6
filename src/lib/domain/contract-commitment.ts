// What a contract binds the buyer to pay even when the system is no longer used. Missing input gives an empty answer.
import type { Range } from './assumption';
import type { ContractFacts } from './contract-step';
import { addMonths, dayParts, daysBetween, type Day } from './day';

export type CommittedTerms = Pick<
	ContractFacts,
	'startDay' | 'endDay' | 'extensionKind' | 'extensionMonths' | 'noticeMonths' | 'noticeDay'
>;

/**
 * The first day that a contract can be left, with notice given today; a day that has passed where it has ended. Null where the
 * register does not say enough.
 */
export function firstExitDay(terms: CommittedTerms, today: Day): Day | null {
	const { endDay, extensionKind, extensionMonths, noticeMonths, noticeDay } = terms;
	if (extensionKind === 'tillsvidare') return noticeMonths === null ? null : addMonths(today, noticeMonths);
	if (!endDay || endDay < today) return endDay;
	// It ends by itself unless the buyer calls an option.
	if (extensionKind === 'ingen' || extensionKind === 'option') return endDay;
	if (noticeDay && noticeDay >= today) return endDay;
	// It has renewed itself, or nobody knows whether it will.
	return extensionKind === 'automatisk' && noticeDay && extensionMonths !== null
		? addMonths(endDay, extensionMonths)
		: null;
}

/** Months left to a day: whole ones, and the days after them as a part of theirs; 0 where it has passed. */
export function monthsLeft(day: Day, today: Day): number {
	if (day <= today) return 0;
	const [from, to] = [dayParts(today), dayParts(day)];
	const spanned = (to.year - from.year) * 12 + to.month - from.month;
	const whole = addMonths(today, spanned) <= day ? spanned : spanned - 1;
	const [start, next] = [addMonths(today, whole), addMonths(today, whole + 1)];
	return whole + daysBetween(start, day) / daysBetween(start, next);
}

/** What a system costs on one contract, and when that contract can be left. */
export interface CommittedCost {
	/** Öre a month; credits count as nothing. */
	monthlyCost: number;
	/** Null is unknown. */
	until: Day | null;
}

/**
 * Öre that a system's contracts bind from today: monthly cost × months left, each contract by itself.
 * @param uncovered öre a month on no contract of the system: nothing at low, as long as the longest contract at high
 * @returns null where no contract is known, or one does not say when it can be left
 */
export function commitment(contracts: readonly CommittedCost[], uncovered: number, today: Day): Range | null {
	if (!contracts.length) return null;
	let bound = 0;
	let longest = 0;
	for (const { monthlyCost, until } of contracts) {
		if (until === null) return null;
		const months = monthsLeft(until, today);
		bound += Math.max(0, monthlyCost) * months;
		longest = Math.max(longest, months);
	}
	const low = Math.round(bound);
	return { low, likely: low, high: Math.round(bound + Math.max(0, uncovered) * longest) };
}
