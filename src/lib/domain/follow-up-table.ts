// The follow-up of a year as one table: what each nämnd deviates, and totals that exist only when every part does.
import { deviation, forecastError, shareOfPlan, totalOfKnown } from './deviation';
import type { FollowUp } from './period';

/** What is known of a nämnd (öre). */
export interface FollowUpFacts {
	unit: string;
	budgetToDate: number | null;
	budgetYear: number | null;
	forecast: number | null;
	/** Zero with `hasOutcome` false is a nämnd without cost rows. */
	outcome: number;
	hasOutcome: boolean;
}

/** A forecast that has met its outcome (öre). */
export interface MetForecast {
	unit: string;
	forecast: number;
	outcome: number;
}

export interface FollowUpRow {
	unit: string;
	budgetToDate: number | null;
	/** Null when the ledger does not reach the end of the period. */
	outcome: number | null;
	hasOutcome: boolean;
	deviationToDate: number | null;
	budgetYear: number | null;
	/** The forecast at T1 and T2, the outcome at VB. */
	expected: number | null;
	deviationYear: number | null;
	/** Share 0–1 of the year's budget. */
	share: number | null;
	met: MetForecast | null;
	/** Share 0–1 of the forecast; plus when it cost less than the forecast. */
	forecastError: number | null;
}

export interface FollowUpTable {
	/** The largest overrun first; what is unknown last. */
	rows: FollowUpRow[];
	/** `unit` is empty. */
	total: FollowUpRow;
	/** Nämnder that have left no forecast; none at VB. */
	withoutForecast: FollowUpRow[];
	/** Nämnder with cost or a forecast and no budget. */
	withoutBudget: FollowUpRow[];
	/** Nämnder whose budget cannot be cut at the month. */
	withoutMonths: FollowUpRow[];
}

/**
 * Puts the table together.
 * @param covered false when the ledger ends before the period does: there is then no outcome to compare with
 */
export function followUpTable(
	facts: readonly FollowUpFacts[],
	met: readonly MetForecast[],
	{ followUp, covered }: { followUp: FollowUp; covered: boolean }
): FollowUpTable {
	const rowOf = (
		unit: string,
		fact: Omit<FollowUpFacts, 'unit' | 'outcome'>,
		outcome: number | null,
		own: MetForecast | null
	) => {
		const expected = followUp === 'VB' ? outcome : fact.forecast;
		const deviationYear = deviation(fact.budgetYear, expected);
		return {
			unit,
			budgetToDate: fact.budgetToDate,
			outcome,
			hasOutcome: fact.hasOutcome,
			deviationToDate: deviation(fact.budgetToDate, outcome),
			budgetYear: fact.budgetYear,
			expected,
			deviationYear,
			share: shareOfPlan(deviationYear, fact.budgetYear),
			met: own,
			forecastError: forecastError(own?.forecast ?? null, own?.outcome ?? null)
		};
	};
	const rows = facts
		.map((fact) =>
			rowOf(
				fact.unit,
				fact,
				covered ? fact.outcome : null,
				met.find(({ unit }) => unit === fact.unit) ?? null
			)
		)
		.sort((first, second) => {
			if (first.deviationYear === null || second.deviationYear === null) {
				return Number(first.deviationYear === null) - Number(second.deviationYear === null);
			}
			return first.deviationYear - second.deviationYear;
		});
	const sum = (value: (row: FollowUpRow) => number | null) => totalOfKnown(rows.map(value));
	const metForecast = sum((row) => row.met?.forecast ?? null);
	const metOutcome = sum((row) => row.met?.outcome ?? null);
	return {
		rows,
		total: rowOf(
			'',
			{
				budgetToDate: sum((row) => row.budgetToDate),
				budgetYear: sum((row) => row.budgetYear),
				forecast: totalOfKnown(facts.map((fact) => fact.forecast)),
				hasOutcome: true
			},
			sum((row) => row.outcome),
			metForecast === null || metOutcome === null
				? null
				: { unit: '', forecast: metForecast, outcome: metOutcome }
		),
		withoutForecast: followUp === 'VB' ? [] : rows.filter((row) => row.expected === null),
		withoutBudget: rows.filter((row) => row.budgetYear === null),
		withoutMonths: rows.filter((row) => row.budgetYear !== null && row.budgetToDate === null)
	};
}
