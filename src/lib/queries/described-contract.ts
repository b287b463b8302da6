// A contract of the register with its days read, its ceiling counted and its next step found.
import { optionCallDay } from '$lib/domain/contract-clock';
import { contractStep, isInForce, type ContractFacts, type ContractStep } from '$lib/domain/contract-step';
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { ExitFacts } from '$lib/domain/exit-readiness';
import { shareOf } from '$lib/domain/indicator';
import type * as v from 'valibot';
import type { contractList } from './contract-list';

export type ContractRow = v.InferOutput<typeof contractList.row>;

export interface DescribedContract {
	/** Unique in the list, also when a contract stands on several lines of the register. */
	key: string;
	row: ContractRow;
	facts: ContractFacts;
	/** False when the register shows that it has ended or not begun. */
	inForce: boolean;
	step: ContractStep;
}

const readDay = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text));

function factsOf(row: ContractRow): ContractFacts {
	const terms = {
		endDay: readDay(row.end_day),
		extensionKind: row.extension_kind,
		extensionCount: row.extension_count,
		extensionMonths: row.extension_months,
		extensionsUsed: row.extensions_used,
		extensionCallMonths: row.extension_call_months,
		noticeMonths: row.notice_months
	};
	return {
		...terms,
		startDay: readDay(row.start_day),
		noticeDay: readDay(row.notice_day),
		optionCallDay: optionCallDay(terms),
		latestEnd: readDay(row.latest_end),
		lastSafeStart: readDay(row.last_safe_start),
		ceilingShare: shareOf(row.ceiling_used, row.ceiling)
	};
}

/** What exit readiness asks of a contract. */
export function exitFactsOf(row: ContractRow): ExitFacts {
	return {
		exitPlan: row.exit_plan,
		dataExport: row.data_export,
		dataOwnership: row.data_ownership,
		openApi: row.open_api,
		openSource: row.open_source,
		noticeMonths: row.notice_months
	};
}

/** Describes the rows of contract-list, in their order. */
export function describeContracts(rows: readonly ContractRow[], today: Day): DescribedContract[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const times = (seen.get(row.contract_id) ?? 0) + 1;
		seen.set(row.contract_id, times);
		const facts = factsOf(row);
		return {
			key: times === 1 ? row.contract_id : `${row.contract_id}#${times}`,
			row,
			facts,
			inForce: isInForce(facts, today),
			step: contractStep(facts, today)
		};
	});
}

/** What the contracts ask of their owners. Each contract counts once, by its first line that asks for something. */
export function contractWork(contracts: readonly DescribedContract[]): {
	inForce: number;
	decideSoon: number;
	ceilingReached: number;
	startPassed: number;
	startSoon: number;
	unknown: number;
} {
	const running = contracts.filter((contract) => contract.inForce);
	const distinct = (keep: (contract: DescribedContract) => boolean) =>
		new Set(running.filter(keep).map((contract) => contract.row.contract_id)).size;
	return {
		inForce: distinct(() => true),
		decideSoon: distinct(({ step }) => step.group === 'decide-soon'),
		ceilingReached: distinct(({ step }) => step.kind === 'ceiling-reached'),
		startPassed: distinct(({ step }) => step.startPassed),
		startSoon: distinct(({ step }) => step.group === 'start-soon'),
		unknown: distinct(({ step }) => step.kind === 'unknown')
	};
}
