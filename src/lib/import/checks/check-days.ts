// Days that can hardly be right: after today, outside the period that the file is about, or of another age.
import type { Day } from '$lib/domain/day';
import type { ProblemKind, RowProblem } from '$lib/domain/problem';
import type { Cell } from '$lib/read/record';
import { exampleLimit, type Flag, type ProblemCount } from './problem-count';
import type { ImportPlan, PlannedColumn } from '../recognise/plan';
import { textOf } from '../cells/read-cell';

/** Nothing that a municipality follows up is older. */
const firstPlausibleYear = '1990';
/** Costs are not booked further ahead. */
const plausibleYearsAhead = 5;
/** A year that so large a share of the rows have is the file's own. */
const ownYearShare = 0.9;

interface YearCount {
	rows: number;
	amount: number;
	examples: RowProblem[];
}

/** Checks the days of one table. */
export class DayChecker {
	private readonly years = new Map<string, YearCount>();
	/** The first year that lies too far ahead. */
	private readonly tooLate: string;
	private readonly isCost: boolean;

	constructor(
		private readonly plan: ImportPlan,
		private readonly today: Day | undefined
	) {
		this.isCost = plan.kind === 'cost';
		this.tooLate = today ? String(Number(today.slice(0, 4)) + plausibleYearsAhead + 1) : '9999';
	}

	/** What is odd about the day (or month) of one cell; null when nothing is. */
	flagFor(day: string, planned: PlannedColumn, cell: Cell): Flag | null {
		if (day < firstPlausibleYear || (this.isCost && day >= this.tooLate)) {
			const reason = `”${textOf(cell)}” är läst som ${day}. Året är orimligt. Kontrollera datumet.`;
			return flag('fel_datum', planned, textOf(cell), reason);
		}
		if (!this.isCost || planned.field.name !== 'day') return null;
		if (this.today && day > this.today) {
			const reason = `${day} är efter i dag, ${this.today}. Kontrollera datumet.`;
			return flag('framtida_datum', planned, textOf(cell), reason);
		}
		const { statedMonth } = this.plan;
		if (statedMonth && !day.startsWith(statedMonth)) {
			const reason = `${day} ligger utanför ${statedMonth}, som filen gäller. Kontrollera datumet eller perioden.`;
			return flag('utanfor_perioden', planned, textOf(cell), reason);
		}
		return null;
	}

	/** Whether the years of the rows are to be counted: where the file itself says no month. */
	get countsYears(): boolean {
		return this.isCost && !this.plan.period && !this.plan.statedMonth;
	}

	/** Counts the year of an accepted row of öre; `problemAt` makes its example when one is needed. */
	countYear(day: string, amount: number, problemAt: () => RowProblem): void {
		const year = day.slice(0, 4);
		let count = this.years.get(year);
		if (!count) this.years.set(year, (count = { rows: 0, amount: 0, examples: [] }));
		count.rows++;
		count.amount += amount;
		if (count.examples.length < exampleLimit) count.examples.push(problemAt());
	}

	/** The rows of other years than the one that at least nine rows of ten have, once; null when there are none. */
	takeRowsOfOtherYears(): ProblemCount | null {
		const counts = [...this.years].sort(([, a], [, b]) => b.rows - a.rows);
		this.years.clear();
		const [own, ...others] = counts;
		const all = counts.reduce((rows, [, count]) => rows + count.rows, 0);
		if (!own || !others.length || own[1].rows < all * ownYearShare) return null;
		const [ownYear] = own;
		const problem: ProblemCount = {
			kind: 'utanfor_perioden',
			effect: 'flaggas',
			rows: 0,
			amount: 0,
			examples: []
		};
		for (const [year, count] of others) {
			problem.rows += count.rows;
			problem.amount += count.amount;
			const reason = `Raden är från ${year}, men nästan alla rader i filen är från ${ownYear}. Kontrollera datumet.`;
			problem.examples.push(...count.examples.map((example) => ({ ...example, reason })));
		}
		problem.examples = problem.examples.sort((a, b) => a.row - b.row).slice(0, exampleLimit);
		return problem;
	}
}

function flag(kind: ProblemKind, { column }: PlannedColumn, value: string, reason: string): Flag {
	return { kind, effect: 'flaggas', column, value, reason };
}
