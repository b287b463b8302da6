// The lines of Livscykel: each live system with what people have chosen, or what the page proposes, and what falls due.
import { isLive } from '$lib/domain/capability-coverage';
import { parseIsoDay, type Day } from '$lib/domain/day';
import {
	dueDecisions,
	lifeCycleProposal,
	type DueDecision,
	type LifeCycleProposal,
	type LifeCycleThresholds
} from '$lib/domain/life-cycle-proposal';
import {
	lifeCycleChoices,
	verdictSubject,
	type LifeCycleChoice,
	type SystemVerdict
} from '$lib/domain/system-verdict';
import type { ComparedSystem } from '../../parts/compared-system';

export interface LifeCycleLine {
	system: ComparedSystem;
	/** What people have chosen; null while nobody has. */
	standing: SystemVerdict | null;
	/** Null where a threshold is missing. */
	proposal: LifeCycleProposal | null;
	/** What people have chosen, else what is proposed. */
	choice: LifeCycleChoice | null;
}

const chosenOf = (verdict: SystemVerdict | null): LifeCycleChoice | null =>
	lifeCycleChoices.find((choice) => choice === verdict?.verdict) ?? null;

const dayOf = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text));

/** Those that cost most first, unknown cost last. */
export function lifeCycleLines(
	systems: Iterable<ComparedSystem>,
	thresholds: LifeCycleThresholds | null,
	standing: ReadonlyMap<string, SystemVerdict>,
	today: Day
): LifeCycleLine[] {
	return [...systems]
		.filter(({ doubled }) => isLive(doubled, today))
		.map((system): LifeCycleLine => {
			const { line, exit } = system;
			const verdict = standing.get(verdictSubject({ kind: 'livscykel', systems: [line.system_id] })) ?? null;
			const proposal =
				thresholds &&
				lifeCycleProposal(
					{
						lifeCycle: line.life_cycle,
						replacedBy: line.replaced_by,
						retiredFrom: dayOf(line.retired_from),
						inUseFrom: dayOf(line.in_use_from),
						rating: line.user_rating,
						yearlyCost: exit.yearlyCost,
						readiness: exit.readiness
					},
					thresholds,
					today
				);
			return { system, standing: verdict, proposal, choice: chosenOf(verdict) ?? proposal?.choice ?? null };
		})
		.sort(
			(a, b) =>
				(b.system.exit.amount ?? -Infinity) - (a.system.exit.amount ?? -Infinity) ||
				(a.system.line.system_id < b.system.line.system_id ? -1 : 1)
		);
}

/** What falls due within two years for these systems. */
export function dueOf(lines: readonly LifeCycleLine[], today: Day): DueDecision[] {
	return dueDecisions(
		lines.map(({ system: { line, exit } }) => ({
			systemId: line.system_id,
			yearlyCost: exit.yearlyCost,
			retiredFrom: dayOf(line.retired_from),
			contracts: exit.contracts.map(({ contractId, contract }) => ({
				contractId,
				noticeDay: contract?.facts.noticeDay ?? null,
				endDay: contract?.facts.endDay ?? null
			}))
		})),
		today
	);
}

export interface ChoiceSum {
	choice: LifeCycleChoice | null;
	lines: LifeCycleLine[];
	/** How many of them people have chosen. */
	chosen: number;
	/** Öre of those whose cost is known. */
	ore: number;
}

/** Kronor per choice, in the order of the four, those without any last. */
export function choiceSums(lines: readonly LifeCycleLine[]): ChoiceSum[] {
	return [...lifeCycleChoices, null].map((choice) => {
		const own = lines.filter((line) => line.choice === choice);
		return {
			choice,
			lines: own,
			chosen: own.filter(({ standing }) => chosenOf(standing) !== null).length,
			ore: own.reduce((sum, { system }) => sum + (system.exit.amount ?? 0), 0)
		};
	});
}
