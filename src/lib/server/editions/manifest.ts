// What an edition says about its own files. The same text lies beside the files and in the database.
import * as v from 'valibot';
import { parseMonth, type Month } from '$lib/domain/period';
import type { StartAnswers } from '$lib/queries/start-answers';
import type { PeriodLock } from '$lib/tagging/locked-months';

/** Raise it when the shape of StartAnswers changes: answers kept in another format are computed anew. */
export const answersFormat = 7;

/** Raise it when the tables or cells of an edition change, so that questions would fail or differ on an older one: it is then built anew. */
export const editionFormat = 7;

const answers = v.custom<StartAnswers>((value) => typeof value === 'object' && value !== null);

export const sliceFileSchema = v.object({
	level: v.picklist(['full', 'open']),
	units: v.nullable(v.array(v.string())),
	/** SHA-256 of the file. */
	hash: v.string(),
	bytes: v.number(),
	/** Name in the edition's folder. */
	file: v.string(),
	answersFormat: v.number(),
	answers
});
export type SliceFile = v.InferOutput<typeof sliceFileSchema>;

const month = v.pipe(
	v.string(),
	v.transform(parseMonth),
	v.custom<Month>((value) => value !== null)
);
const lockSchema = v.object({
	id: v.number(),
	name: v.string(),
	period: v.object({ from: month, to: month }),
	version: v.number(),
	by: v.string(),
	day: v.string()
}) satisfies v.GenericSchema<unknown, PeriodLock>;

export const manifestSchema = v.object({
	edition: v.number(),
	/** ISO instant. */
	created: v.string(),
	municipality: v.string(),
	today: v.string(),
	ruleVersion: v.number(),
	/** The locks that held when it was built; editions from before they were kept say nothing. */
	locks: v.optional(v.array(lockSchema)),
	/** The last completion that it was built with: 0 is none. Editions from before there were any say nothing. */
	completion: v.optional(v.number(), 0),
	/** The last word about added systems that it was built with: 0 is none. Editions from before there were any say nothing. */
	added: v.optional(v.number(), 0),
	/** The format of its tables; editions from before there were several say nothing. */
	format: v.optional(v.number(), 1),
	/** The imports it was built from. */
	files: v.array(
		v.object({
			import: v.number(),
			name: v.string(),
			sha256: v.string(),
			accepted: v.number(),
			rejected: v.number()
		})
	),
	slices: v.array(sliceFileSchema)
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
