// What is not known of leaving a system, each question with who can answer it and what the answer makes surer.
import { exitAnswers, exitQuestions } from '$lib/domain/exit-readiness';
import { subjectPath } from '$lib/domain/subject';
import { exitFactsOf } from '$lib/queries/described-contract';
import type { ExitSystem } from '$lib/queries/exit-systems';
import { exitWords } from '$lib/text/exit';
import { exitQuestionNames } from '$lib/text/lock-in';

export interface OpenExitQuestion {
	key: string;
	/** The contract or the system. */
	about: string;
	/** Where the answer is written; null where there is no such page. */
	path: string | null;
	question: string;
	who: string;
	why: string;
}

const words = exitWords.questions;

/** The system's own questions first, then those of its contracts. @param freeText integrations are sent to controllers only */
export function openExitQuestions(system: ExitSystem, freeText = true): OpenExitQuestion[] {
	const ofSystem = (key: string, question: string): OpenExitQuestion => ({
		key,
		about: system.name ?? system.systemId,
		path: subjectPath('system', system.systemId),
		question,
		who: words.systemOwner(system.owner),
		why: words.cost
	});
	return [
		...(system.users === null ? [ofSystem('users', words.users)] : []),
		...(freeText && system.integrations === null ? [ofSystem('integrations', words.integrations)] : []),
		...(system.estimate.months === null ? [ofSystem('cost', words.yearly)] : []),
		...(system.contracts.length ? [] : [ofSystem('contract', words.contract)]),
		...system.contracts.flatMap(({ contractId, contract, until }): OpenExitQuestion[] => {
			const of = (key: string, question: string, why: string): OpenExitQuestion => ({
				key: `${contractId} ${key}`,
				about: contract?.row.title ?? contractId,
				path: contract && `/avtal/${encodeURIComponent(contractId)}`,
				question,
				who: words.contractOwner(contract?.row.owner ?? null),
				why
			});
			const answers = contract && exitAnswers(exitFactsOf(contract.row));
			return [
				...(until === null ? [of('until', words.until, words.cost)] : []),
				...exitQuestions.flatMap((question) =>
					answers?.[question] === 'unknown'
						? [of(question, `${exitQuestionNames[question]}?`, words.readiness)]
						: []
				)
			];
		})
	];
}
