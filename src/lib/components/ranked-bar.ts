/** One bar of a ranking. */
export interface RankedBar {
	key: string;
	label: string;
	ore: number;
	/** Last year's amount, drawn as a tick; null or left out when unknown. */
	compareOre?: number | null;
	chosen?: boolean;
	/** The filter leaves it out; it stays as a ghost. */
	leftOut?: boolean;
	/** CSS colour; the one-series colour when left out. */
	colour?: string;
}
