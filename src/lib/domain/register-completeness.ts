// How much of what systems cost lies on systems that the register answers a question of. Inventories are nearly empty in
// practice, and an answer about a costly system is worth more than one about a cheap one.
import { isEmptyField, type RecordValues } from './completion';
import { shareOf } from './indicator';

/** What is asked of each system, by its column, in the order of the page. */
export const registerQuestions = [
	'system_owner',
	'information_owner',
	'maintenance_lead',
	'capabilities',
	'users',
	'operating_form',
	'life_cycle',
	'contract_ids'
] as const;
export type RegisterQuestion = (typeof registerQuestions)[number];

/** A system that the register or the ledger names. */
export interface CostedSystem {
	systemId: string;
	/** Öre of the period, net. */
	amount: number;
	/** As the register has it, with what people have filled in; null where only the ledger names the system. */
	line: RecordValues | null;
}

export interface QuestionCompleteness<System extends CostedSystem> {
	question: RegisterQuestion;
	/** Systems that the answer is known of, and their öre. */
	known: number;
	knownAmount: number;
	/** Share of the kronor on systems, 0–1; null where no system costs anything. */
	share: number | null;
	/** Those that lack the answer, the most costly first, and their öre. */
	lacking: readonly System[];
	lackingAmount: number;
}

export interface RegisterCompleteness<System extends CostedSystem> {
	/** How many systems are asked about. */
	systems: number;
	/** Öre on them: net per system, one below zero counted as 0. */
	amount: number;
	/** What that leaves out, öre, not below zero. */
	floored: number;
	questions: readonly QuestionCompleteness<System>[];
}

/** The questions that a system lacks an answer to, in their order. */
export function missingAnswers(line: RecordValues | null): RegisterQuestion[] {
	return registerQuestions.filter(
		(question) => line === null || isEmptyField(question, line[question], 'system')
	);
}

/** A system that has ended and costs nothing is asked nothing of. */
export function isAskedAbout({ line, amount }: CostedSystem): boolean {
	return amount !== 0 || line?.life_cycle !== 'avvecklad';
}

/** Known and unknown of each question, by kronor and by number; the two sum to the whole to the öre. */
export function registerCompleteness<System extends CostedSystem>(
	all: readonly System[]
): RegisterCompleteness<System> {
	const systems = all
		.filter(isAskedAbout)
		.sort((a, b) => b.amount - a.amount || a.systemId.localeCompare(b.systemId, 'sv'));
	const positive = (some: readonly System[]) =>
		some.reduce((ore, { amount }) => ore + Math.max(0, amount), 0);
	const amount = positive(systems);
	return {
		systems: systems.length,
		amount,
		floored: systems.reduce((ore, system) => ore + Math.max(0, -system.amount), 0),
		questions: registerQuestions.map((question) => {
			const lacking = systems.filter(({ line }) => missingAnswers(line).includes(question));
			const lackingAmount = positive(lacking);
			const knownAmount = amount - lackingAmount;
			return {
				question,
				known: systems.length - lacking.length,
				knownAmount,
				share: shareOf(knownAmount, amount),
				lacking,
				lackingAmount
			};
		})
	};
}
