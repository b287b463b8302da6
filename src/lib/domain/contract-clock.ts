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
	/** Null: no right of notice is known. */
	noticeMonths: number | null;
}

export interface ContractClock {
	/** The last day to give notice. */
	noticeDay: Day | null;
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

function latestEnd(terms: ContractTerms): Day | null {
	const { endDay, extensionKind, extensionCount, extensionMonths, extensionsUsed } = terms;
	if (!endDay || extensionKind === 'tillsvidare') return null;
	if (extensionKind === 'ingen' || extensionCount === 0) return endDay;
	if (extensionCount === null || extensionMonths === null || extensionsUsed === null) return null;
	return addMonths(endDay, Math.max(0, extensionCount - extensionsUsed) * extensionMonths);
}

/** Computes the days of a contract. Without a right of notice the procurement counts from the end. */
export function contractClock(terms: ContractTerms, leadMonths = procurementLeadMonths): ContractClock {
	const { endDay, noticeMonths } = terms;
	const notice = endDay && noticeMonths !== null ? noticeDay(endDay, noticeMonths) : null;
	const from = notice ?? endDay;
	return {
		noticeDay: notice,
		latestEnd: latestEnd(terms),
		lastSafeStart: from ? addMonths(from, -leadMonths) : null
	};
}
