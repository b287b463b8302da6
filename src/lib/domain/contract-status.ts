// Where a contract stands today. A contract may stand in several places at once: it runs, on a used option, and its last
// day to give notice has passed.
import type { ContractFacts } from './contract-step';
import type { Day } from './day';

export const contractStatuses = [
	/** The register does not show that it has ended or not begun. */
	'in-force',
	/**
	 * Somebody who gives notice today is in time: it runs, the right of notice is known, and its last day is today or
	 * later. Until further notice there is no last day, so a known time of notice is enough.
	 */
	'can-give-notice',
	/** It runs, and the last day to give notice of its present term was before today. */
	'notice-passed',
	/** It runs on an option that has been used: the present end is later than the one first agreed. */
	'option-year',
	/** The end has passed. */
	'expired',
	/** It runs, and all of its ceiling is used. */
	'ceiling-reached'
] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** All that holds of a contract today; nothing for one that has not begun. What is unknown gives no status. */
export function contractStatusesOf(facts: ContractFacts, inForce: boolean, today: Day): ContractStatus[] {
	const { extensionKind, endDay, noticeDay, noticeMonths, extensionsUsed, ceilingShare } = facts;
	const openEnded = extensionKind === 'tillsvidare';
	const holds: Record<ContractStatus, boolean> = {
		'in-force': inForce,
		'can-give-notice':
			inForce && (openEnded ? noticeMonths !== null : noticeDay !== null && noticeDay >= today),
		'notice-passed': inForce && !openEnded && noticeDay !== null && noticeDay < today,
		'option-year': inForce && extensionKind === 'option' && (extensionsUsed ?? 0) > 0,
		expired: !openEnded && endDay !== null && endDay < today,
		'ceiling-reached': inForce && ceilingShare !== null && ceilingShare >= 1
	};
	return contractStatuses.filter((status) => holds[status]);
}
