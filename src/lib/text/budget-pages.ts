// The pages of Budgetuppföljning, in the order of their line of links, each with the question that it answers.
import { followUpPath, type YearFollowUp } from '../domain/follow-up';

interface BudgetPage {
	path: string;
	name: string;
	question: string;
}

/** @param chosen the follow-up that the links keep */
export function budgetPages(chosen: Pick<YearFollowUp, 'year' | 'followUp'>): BudgetPage[] {
	const own = followUpPath(chosen);
	return [
		{ path: own, name: 'Uppföljning', question: 'Håller budgeten?' },
		{ path: `${own}/prognos`, name: 'Prognos', question: 'Var landar året, och hur säkert är det?' },
		{ path: '/budget/plan', name: 'Treårsplan', question: 'Vad kostar it de tre kommande åren?' },
		{
			path: '/budget/tjansteplan',
			name: 'Tjänsteplan',
			question: 'Vad kostar de gemensamma tjänsterna, och vem bär dem?'
		},
		{
			path: '/budget/inriktning',
			name: 'Inriktning',
			question: 'Hur mycket går till förvaltning, och hur mycket till utveckling?'
		},
		{
			path: '/budget/inriktning/aterbetalning',
			name: 'Återbetalning',
			question: 'Vad kostade en utveckling, och när har den betalat sig?'
		},
		{ path: '/budget/nyckeltal', name: 'Nyckeltal', question: 'Är det mycket eller litet hos oss?' }
	];
}
