/** One thing a filter can keep. */
export interface FilterOption {
	key: string;
	label: string;
	/** What it costs with the other filters on; left out when money says nothing. */
	ore?: number;
}
