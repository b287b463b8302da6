// Which contracts ought to stand on the agenda of a meeting.
import type { ListedContract } from '../../../../avtal/parts/listed-contract';
import { decisionLimit } from '$lib/domain/contract-step';
import type { Day } from '$lib/domain/day';
import { chanceAt, type MeetingSummary } from '$lib/domain/meeting';

export interface SuggestedContract {
	contract: ListedContract;
	lastDay: Day;
	/** The last meeting in time, or already after the last day. */
	chance: 'last' | 'too-late';
}

/**
 * Contracts in force whose last day to decide lies after this meeting and before the next, or passes before this one without
 * any meeting; soonest first. Each contract once.
 */
export function suggestedContracts(
	contracts: readonly ListedContract[],
	meeting: Pick<MeetingSummary, 'id' | 'day'>,
	meetings: readonly MeetingSummary[],
	today: Day
): SuggestedContract[] {
	const held = meetings.filter(({ status }) => status !== 'cancelled');
	const limit = decisionLimit(meeting.day);
	const suggested = new Map<string, SuggestedContract>();
	for (const contract of contracts) {
		const lastDay = contract.step.day;
		const decides = ['give-notice', 'extend', 'procure'].includes(contract.step.kind);
		if (!contract.inForce || !decides || !lastDay || lastDay < today || lastDay >= limit) continue;
		const chance = chanceAt(meeting, lastDay, held, today);
		if (chance === 'later') continue;
		const earlier = held.some(({ id, day }) => id !== meeting.id && day >= today && day <= lastDay);
		if (chance === 'too-late' && earlier) continue;
		if (!suggested.has(contract.row.contract_id))
			suggested.set(contract.row.contract_id, { contract, lastDay, chance });
	}
	return [...suggested.values()].sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}
