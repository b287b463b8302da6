// Questions that are answered by choosing one of a few sentences.
import type { Question } from '$lib/domain/problem';
import type { Answers } from '$lib/import/answers';
import { asksShortYear } from '$lib/import/recognise/date-evidence';
import type { ImportPlan } from '$lib/import/recognise/plan';
import { formatOre } from '$lib/text/format';
import { interpretationWords, questionWords as words } from '$lib/text/import';

export interface QuestionChoice {
	legend: string;
	options: [answer: Partial<Answers>, label: string][];
	/** What to do when none fits. */
	hint?: string;
}

const choices: Partial<Record<Question, QuestionChoice>> = {
	tecken: {
		legend: words.sign,
		options: [
			[{ tecken: 'minus' }, words.signMinus],
			[{ tecken: 'plus' }, words.signPlus]
		]
	},
	decimaltecken: {
		legend: words.decimal,
		options: [
			[{ decimaltecken: ',' }, words.decimalComma],
			[{ decimaltecken: '.' }, words.decimalPoint]
		]
	},
	kolumner: {
		legend: words.columns,
		options: [[{ gissade_kolumner: 'stammer' }, words.columnsRight]],
		hint: words.columnsWrong
	}
};

const dayOrMonthFirst: QuestionChoice = {
	legend: words.dates,
	options: [
		[{ datumordning: 'dag_manad' }, words.dayFirst],
		[{ datumordning: 'manad_dag' }, words.monthFirst]
	]
};

const sixDigits: QuestionChoice = {
	legend: words.sixDigits,
	options: [
		[{ datumordning: 'ar_manad' }, words.yearMonth],
		[{ datumordning: 'ar_manad_dag' }, words.yearMonthDay]
	]
};

const shortYear: QuestionChoice = {
	legend: words.shortYear,
	options: [
		[{ datumordning: 'ar_manad_dag' }, words.shortYearFirst],
		[{ datumordning: 'dag_manad' }, words.shortDayFirst],
		[{ datumordning: 'manad_dag' }, words.shortMonthFirst]
	]
};

const amountUnit: QuestionChoice = {
	legend: words.unit,
	options: (['öre', 'kr', 'tkr', 'mnkr'] as const).map((enhet) => [
		{ enhet },
		interpretationWords.units[enhet]
	])
};

/** The sentences to choose among; null for a question that is answered otherwise. */
export function choiceFor(
	question: Question,
	plan: ImportPlan | null,
	answers: Answers
): QuestionChoice | null {
	if (question === 'enhet') return amountUnit;
	if (question === 'kolumner' && plan && !plan.columns.some(({ guessed }) => guessed)) {
		return amountColumn(plan, answers);
	}
	if (question === 'datumordning') return dateOrder(plan);
	return choices[question] ?? null;
}

function amountColumn({ amountChoices }: ImportPlan, { kolumner }: Answers): QuestionChoice {
	return {
		legend: words.whichAmount,
		options: amountChoices.map(({ header, sum }) => [
			{ kolumner: { ...kolumner, belopp: header } },
			words.amountOption(header, sum === null ? '' : formatOre(sum))
		]),
		hint: words.columnsWrong
	};
}

/** What is unclear may be whether there is a day at all, where the year stands, or only day and month. */
function dateOrder(plan: ImportPlan | null): QuestionChoice {
	const dates = Object.values(plan?.evidence.dates ?? {});
	if (dates.some(({ sixAsEither }) => sixAsEither > 0)) return sixDigits;
	return dates.some(asksShortYear) ? shortYear : dayOrMonthFirst;
}
