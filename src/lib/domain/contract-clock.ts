// The days that decide about a contract. Missing input gives an empty answer, never a guess.
import { addDays, addMonths, type Day } from './day';

/** What the register says; months and counts are null where it says nothing. */
export interface ContractTerms {
	/** The present end, options already used included. */
	endDay: Day | null;
	extensionKind: string | null;
	extensionCount: number | null;
	extensionMonths: number | null;
	extensionsUsed: number | null;
	/** Months before the end when the buyer must call an option. */
	extensionCallMonths: number | null;
	/** Null: no right of notice is known. */
	noticeMonths: number | null;
}

export interface ContractClock {
	/** The last day to give notice. */
	noticeDay: Day | null;
	/** The last day to call an option; null without one to call, and where the register does not say how long before. */
	optionCallDay: Day | null;
	/** The end if every unused option is used. */
	latestEnd: Day | null;
	/** The last day to start a new procurement in time. */
	lastSafeStart: Day | null;
}

/** Months that a procurement needs before notice must be given; a setting. */
export const procurementLeadMonths = 12;

/**
 * The latest day d with d + months ≤ end, where adding months keeps the day number, else the last of the month
 * (lag 1930:173). End 2027-06-30 with 6 months gives 2026-12-31.
 */
export function noticeDay(end: Day, months: number): Day {
	let day = addMonths(end, -months);
	while (addMonths(day, months) > end) day = addDays(day, -1);
	for (let next = addDays(day, 1); addMonths(next, months) <= end; next = addDays(next, 1)) day = next;
	return day;
}

/** Unused options; null where the register does not say. */
export function optionsLeft(
	terms: Pick<ContractTerms, 'extensionKind' | 'extensionCount' | 'extensionsUsed'>
): number | null {
	const { extensionKind, extensionCount, extensionsUsed } = terms;
	if (extensionKind === 'ingen' || extensionCount === 0) return 0;
	if (extensionCount === null || extensionsUsed === null) return null;
	return Math.max(0, extensionCount - extensionsUsed);
}

/** Counted as the last day to give notice is: the latest day d with d + months ≤ end. */
export function optionCallDay(terms: Omit<ContractTerms, 'extensionMonths' | 'noticeMonths'>): Day | null {
	const { endDay, extensionKind, extensionCallMonths } = terms;
	if (!endDay || extensionCallMonths === null) return null;
	return extensionKind === 'option' && optionsLeft(terms) !== 0
		? noticeDay(endDay, extensionCallMonths)
		: null;
}

function latestEnd(terms: ContractTerms): Day | null {
	const { endDay, extensionKind, extensionCount, extensionMonths } = terms;
	if (!endDay || extensionKind === 'tillsvidare') return null;
	if (extensionKind === 'ingen' || extensionCount === 0) return endDay;
	const left = optionsLeft(terms);
	return left === null || extensionMonths === null ? null : addMonths(endDay, left * extensionMonths);
}

/** Computes the days of a contract. Without a right of notice the procurement counts from the end. */
export function contractClock(terms: ContractTerms, leadMonths = procurementLeadMonths): ContractClock {
	const { endDay, noticeMonths } = terms;
	const notice = endDay && noticeMonths !== null ? noticeDay(endDay, noticeMonths) : null;
	const from = notice ?? endDay;
	return {
		noticeDay: notice,
		optionCallDay: optionCallDay(terms),
		latestEnd: latestEnd(terms),
		lastSafeStart: from ? addMonths(from, -leadMonths) : null
	};
}
