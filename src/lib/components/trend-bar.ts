/** One year or edition of a figure. */
export interface TrendBar {
	/** Under the bar: "2025", "Utg. 3". */
	label: string;
	/** What it is of: "jan–dec 2025". */
	period: string;
	/** The figure as text. */
	text: string;
	/** Null where it is an interval, or unknown. */
	value: number | null;
	low: number | null;
	high: number | null;
	/** A year without all its months. */
	partial: boolean;
}
