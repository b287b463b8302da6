/** One thing a filter can keep. */
export interface FilterOption {
	key: string;
	label: string;
	/** How many it would show with the other filters on; left out where kronor say enough. */
	count?: number;
	/** What it costs with the other filters on; left out when money says nothing. */
	ore?: number;
}
