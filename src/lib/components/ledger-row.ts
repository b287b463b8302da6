/** A ledger row as the drawer shows it. A field left out of every row leaves out its column. */
export interface LedgerRow {
	rowId: string | number;
	/** ISO day; the first of the month when the row is a period. */
	day: string;
	isPeriod?: boolean;
	verification?: string | null;
	account?: string | null;
	unit?: string | null;
	supplier?: string | null;
	/** Free text; null is "no text", left out is "not for this role". */
	text?: string | null;
	/** Öre in SEK; null when the row is in another currency, then `foreign` says how much. */
	ore: number | null;
	foreign?: string;
}
