// What somebody has filled in where a register says nothing, with where the answer stands.
import type { Day } from './day';

/** Registers that can be completed. */
export const completedKinds = ['contract'] as const;
export type CompletedKind = (typeof completedKinds)[number];

export interface Completion {
	/** Ascending in the order they were saved. */
	id: number;
	/** An avtals_id. */
	recordId: string;
	/** The column, as the table of fields names it. */
	field: string;
	/** As a canonical file has it; null takes an earlier completion back. */
	value: string | null;
	/** Where the answer stands: "Avtalet, bilaga 4". */
	source: string;
	sourceDay: Day;
	author: string;
	/** ISO instant. */
	created: string;
}
