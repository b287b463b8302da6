// A note: plain text that somebody has written about a supplier, a nämnd or a system.
export const longestNote = 2_000;
/** Notes that one person may have. */
export const mostNotes = 2_000;

export interface Note {
	id: number;
	text: string;
	author: string;
	/** Written by the person who asks. */
	own: boolean;
	/** Somebody else's, and the person who asks may stop the sharing of it. */
	mayUnshare: boolean;
	/** Seen by everybody who sees the whole municipality. */
	shared: boolean;
	/** ISO instants. */
	created: string;
	/** Null while it stands as it was written. */
	changed: string | null;
}
