// What was found while rows were checked: one count per sort of problem, with its öre and the first examples.
import type { ProblemEffect, ProblemKind, RowProblem } from '$lib/domain/problem';

/** One sort of problem over the whole table. */
export interface ProblemCount {
	kind: ProblemKind;
	effect: ProblemEffect;
	rows: number;
	/** Öre on those rows. */
	amount: number;
	examples: RowProblem[];
}

/** A problem of one row before it has a place. */
export interface Flag {
	kind: ProblemKind;
	effect: ProblemEffect;
	/** Index in the file's records; −1 where the problem stands in no column. */
	column: number;
	reason: string;
	value: string;
}

/** So many rows are kept as examples of a problem. */
export const exampleLimit = 20;
const effectOrder: readonly ProblemEffect[] = ['avvisas', 'flaggas', 'maskeras'];

/** Counts problems by kind and effect. */
export class ProblemCounter {
	private readonly counts = new Map<string, ProblemCount>();

	/** Counts one row. `amount`: its öre. */
	add(problem: RowProblem, amount: number): void {
		const key = `${problem.kind}/${problem.effect}`;
		const count = this.counts.get(key) ?? {
			kind: problem.kind,
			effect: problem.effect,
			rows: 0,
			amount: 0,
			examples: []
		};
		count.rows++;
		count.amount += amount;
		if (count.examples.length < exampleLimit) count.examples.push(problem);
		this.counts.set(key, count);
	}

	/** Adds rows that were counted elsewhere. */
	addAll(found: ProblemCount): void {
		const key = `${found.kind}/${found.effect}`;
		const count = this.counts.get(key);
		if (!count) {
			this.counts.set(key, found);
			return;
		}
		count.rows += found.rows;
		count.amount += found.amount;
		count.examples = [...count.examples, ...found.examples].slice(0, exampleLimit);
	}

	/** Rejections first, then by rows. */
	sorted(): ProblemCount[] {
		return [...this.counts.values()].sort(
			(a, b) => effectOrder.indexOf(a.effect) - effectOrder.indexOf(b.effect) || b.rows - a.rows
		);
	}
}
