// What a published budget table states of its own deviation, against what its rows give.

/** Öre, with the signs of the file. */
export interface PublishedSums {
	outcome: number;
	budget: number;
	deviation: number;
}

export interface PublishedControl {
	/** The columns, as the file calls them. */
	headers: { outcome: string; budget: string; deviation: string };
	/** Kronor of what the deviation is written in: 1 000 in tkr. */
	scale: number;
	/** 1: the deviation is the budget less the outcome, as the file writes them; −1: the outcome less the budget. */
	way: 1 | -1;
	/** The file's plus is better than budget, as everywhere here. */
	plusIsBetter: boolean;
	/** Rows that state a deviation and an outcome or a budget. What is empty of the two counts as zero. */
	compared: number;
	/** Rows that state a deviation and neither. */
	uncounted: number;
	differingRows: number;
	/** The first of those that differ; `counted` of the row's own budget and outcome. */
	differing: { row: number; name: string; stated: number; counted: number }[];
	/** Sums of the rows, without any summary row. */
	rows: PublishedSums;
	/** What the last summary row states; null where the file has none. */
	total: Record<keyof PublishedSums, number | null> | null;
}

/** Öre that rounding of three figures each by itself may make of one row: one unit of what the file counts in. */
export function roundingOfRow({ scale }: PublishedControl): number {
	return Math.round(scale * 100);
}

/** Every row that differs does so within rounding. */
export function isRounding(control: PublishedControl): boolean {
	return (
		control.differingRows <= control.differing.length &&
		control.differing.every(({ stated, counted }) => Math.abs(stated - counted) <= roundingOfRow(control))
	);
}

/** What the stated deviation of a summary row differs by from its own budget and outcome, part by part. They sum to `whole`. */
export interface TotalDifference {
	/** As the summary row states it. */
	stated: number;
	/** Of the summary row's own budget and outcome. */
	counted: number;
	whole: number;
	/** The summary row's deviation is not the rows'. */
	ofDeviation: number;
	/** The rows' deviations are not their own budget and outcome. */
	ofRows: number;
	/** The summary row's budget and outcome are not the rows'. */
	ofSums: number;
}

/** Null where the summary row does not state all three. */
export function totalDifference({ way, rows, total }: PublishedControl): TotalDifference | null {
	if (!total || total.outcome === null || total.budget === null || total.deviation === null) return null;
	const counted = way * (total.budget - total.outcome);
	const ofTheRows = way * (rows.budget - rows.outcome);
	return {
		stated: total.deviation,
		counted,
		whole: total.deviation - counted,
		ofDeviation: total.deviation - rows.deviation,
		ofRows: rows.deviation - ofTheRows,
		ofSums: ofTheRows - counted
	};
}

/** Nothing that the file states differs from what its rows give. */
export function publishedAgrees(control: PublishedControl): boolean {
	const { differingRows, uncounted, rows, total } = control;
	if (differingRows || uncounted) return false;
	if (!total) return true;
	const sums = (['outcome', 'budget', 'deviation'] as const).every(
		(name) => total[name] === null || total[name] === rows[name]
	);
	return sums && (totalDifference(control)?.whole ?? 0) === 0;
}
