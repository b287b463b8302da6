// The table of a follow-up as a file once had it, and what has come to differ.
import { levelsFromUrl, levelsWord, type BudgetLevels } from './budget-levels';
import type { BudgetBranch } from './budget-lines';
import type { FollowUpFigure } from './follow-up-columns';

export interface ExtractLine {
	/** One value per level; none for the total. */
	values: readonly (string | null)[];
	/** Öre; null is unknown. Only the figures that the file has. */
	figures: Readonly<Partial<Record<FollowUpFigure, number | null>>>;
}

export interface FollowUpExtract {
	/** The address of the view that it was taken from, within the tool. */
	address: string;
	levels: BudgetLevels;
	edition: string;
	ruleVersion: string;
	/** As the file says it: avstämd, ej avstämd, or nothing. */
	reconciled: string;
	figures: readonly FollowUpFigure[];
	lines: readonly ExtractLine[];
	hasTotal: boolean;
}

export interface FigureDifference {
	/** None for the total. */
	values: readonly (string | null)[];
	figure: FollowUpFigure;
	then: number | null;
	now: number | null;
}

export interface ExtractComparison {
	/** Figures that were held against each other. */
	compared: number;
	differing: readonly FigureDifference[];
}

const keyOf = (values: readonly (string | null)[]) => JSON.stringify(values);

/** Every figure of an extract against the table as it is. A line that only one of them has is unknown in the other. */
export function compareExtract(extract: FollowUpExtract, table: BudgetBranch): ExtractComparison {
	const innermost = table.parts.flatMap((line) => (line.parts.length ? line.parts : [line]));
	const now = new Map(
		[...innermost, ...(extract.hasTotal ? [table] : [])].map((line) => [keyOf(line.values), line])
	);
	const then = new Map(extract.lines.map((line) => [keyOf(line.values), line]));
	const differing: FigureDifference[] = [];
	let compared = 0;
	for (const key of new Set([...then.keys(), ...now.keys()])) {
		const [was, is] = [then.get(key), now.get(key)];
		for (const figure of extract.figures) {
			const [before, after] = [was?.figures[figure] ?? null, is?.[figure] ?? null];
			if (before === null && after === null) continue;
			compared++;
			if (before !== after)
				differing.push({ values: was?.values ?? is?.values ?? [], figure, then: before, now: after });
		}
	}
	return { compared, differing };
}

/** Whether two addresses show the same table: follow-up, levels and nämnder. */
export function sameView(one: string, other: string): boolean {
	const [first, second] = [viewKey(one), viewKey(other)];
	return first !== null && first === second;
}

function viewKey(address: string): string | null {
	const url = new URL(address, 'http://genomlys.invalid');
	const levels = levelsFromUrl(url.searchParams);
	if (!levels) return null;
	return JSON.stringify([
		decodeURIComponent(url.pathname).toLocaleLowerCase('sv'),
		levelsWord(levels),
		url.searchParams.getAll('namnd').sort()
	]);
}
