// One version of the rules, as the page is given it.

export interface VersionLine {
	version: number;
	/** ISO instant; null for the set that ships. */
	created: string | null;
	author: string;
	note: string | null;
	/** The earlier version whose content it took back. */
	restores: number | null;
	rules: number;
	handTags: number;
	/** Against the version before. */
	changes: { added: number; removed: number; changed: number; moved: number; hand: number };
}
