// Exitberedskap: known yes of what was asked, as an interval while answers are missing. Never a midpoint.

/** What is asked of each contract. */
export const exitQuestions = [
	'exitPlan',
	'dataExport',
	'dataOwnership',
	'openApi',
	'openSource',
	/** At most two months, as for data processing services (EU 2023/2854, the Data Act, article 25). */
	'shortNotice'
] as const;
export type ExitQuestion = (typeof exitQuestions)[number];

export type Answer = 'yes' | 'no' | 'unknown';

/** Answers as the register has them: ja, nej, okänt or nothing. */
export interface ExitFacts {
	exitPlan: string | null;
	dataExport: string | null;
	dataOwnership: string | null;
	openApi: string | null;
	openSource: string | null;
	noticeMonths: number | null;
}

/** Counts of answers; `asked` is their sum. */
export interface ExitReadiness {
	yes: number;
	no: number;
	unknown: number;
	asked: number;
	/** Share that is surely yes, 0–1; null when nothing was asked. */
	low: number | null;
	/** Share if every unknown answer turns out to be yes. */
	high: number | null;
	/** Share of the answers that is known. */
	known: number | null;
}

/** The longest notice that counts as yes, in months. */
export const shortNoticeMonths = 2;

/** An answer of the register. */
export function answerOf(word: string | null): Answer {
	return word === 'ja' ? 'yes' : word === 'nej' ? 'no' : 'unknown';
}

/** The six answers of one contract. */
export function exitAnswers(facts: ExitFacts): Record<ExitQuestion, Answer> {
	const { noticeMonths } = facts;
	return {
		exitPlan: answerOf(facts.exitPlan),
		dataExport: answerOf(facts.dataExport),
		dataOwnership: answerOf(facts.dataOwnership),
		openApi: answerOf(facts.openApi),
		openSource: answerOf(facts.openSource),
		shortNotice: noticeMonths === null ? 'unknown' : noticeMonths <= shortNoticeMonths ? 'yes' : 'no'
	};
}

/** The readiness of one contract or of several together. */
export function exitReadiness(contracts: readonly ExitFacts[]): ExitReadiness {
	const answers = contracts.flatMap((contract) => Object.values(exitAnswers(contract)));
	const count = (wanted: Answer) => answers.filter((answer) => answer === wanted).length;
	return readinessOf({ yes: count('yes'), no: count('no'), unknown: count('unknown') });
}

/** The readiness that counted answers say. */
export function readinessOf({
	yes,
	no,
	unknown
}: Pick<ExitReadiness, 'yes' | 'no' | 'unknown'>): ExitReadiness {
	const asked = yes + no + unknown;
	const share = (part: number) => (asked ? part / asked : null);
	return { yes, no, unknown, asked, low: share(yes), high: share(yes + unknown), known: share(yes + no) };
}
