// What the server's own reading of a file found, as it is stored with the import and shown on the pages.
import * as v from 'valibot';
import { tableKinds, tableNames } from '$lib/domain/columns';
import type { PublishedControl } from '$lib/domain/published-control';
import type { ProblemEffect, ProblemKind } from '$lib/domain/problem';
import type { CheckTotals } from '$lib/import/checks/check-rows';
import type { ImportResult } from '$lib/import/import-file';
import type { ImportPlan } from '$lib/import/recognise/plan';
import { standings, type ControlTotal } from './reconciled';

const longestExample = 200;
const word = <Word extends string>() => v.custom<Word>((value) => typeof value === 'string');

const rowProblem = v.object({
	kind: word<ProblemKind>(),
	effect: word<ProblemEffect>(),
	row: v.number(),
	sheet: v.string(),
	column: v.string(),
	value: v.string(),
	reason: v.string()
});

const controlStatement = v.object({
	label: v.string(),
	/** Öre. */
	sum: v.nullable(v.number()),
	rows: v.nullable(v.number()),
	/** Months. */
	from: v.nullable(v.string()),
	to: v.nullable(v.string())
});

const published = { outcome: v.number(), budget: v.number(), deviation: v.number() };
const publishedControl = v.object({
	headers: v.object({ outcome: v.string(), budget: v.string(), deviation: v.string() }),
	scale: v.number(),
	way: v.picklist([1, -1]),
	plusIsBetter: v.boolean(),
	compared: v.number(),
	uncounted: v.number(),
	differingRows: v.number(),
	differing: v.array(
		v.object({ row: v.number(), name: v.string(), stated: v.number(), counted: v.number() })
	),
	/** Öre. */
	rows: v.object(published),
	total: v.nullable(
		v.object({
			outcome: v.nullable(v.number()),
			budget: v.nullable(v.number()),
			deviation: v.nullable(v.number())
		})
	)
}) satisfies v.GenericSchema<unknown, PublishedControl>;

/** Fields that are optional here came later than the first imports. */
export const importReportSchema = v.object({
	kind: v.picklist(tableKinds),
	/** Swedish name of the table. */
	table: v.string(),
	reading: v.object({
		format: v.picklist(['csv', 'xlsx', 'json', 'sie', 'ocds']),
		encoding: v.string(),
		delimiter: v.string(),
		decimalSign: v.string()
	}),
	sheet: v.string(),
	headerRow: v.number(),
	/** Canonical header, and the header in the file. */
	columns: v.array(v.object({ header: v.string(), source: v.string() })),
	/** The month of the whole file as its first day, where the file has no date column. */
	period: v.nullable(v.string()),
	/** −1 when the file writes cost as negative. */
	sign: v.number(),
	totals: v.object({
		read: v.number(),
		accepted: v.number(),
		rejected: v.number(),
		empty: v.number(),
		sum: v.nullable(v.number()),
		otherCurrencies: v.record(v.string(), v.number()),
		/** The exact sum minus the sum in whole öre, in kronor as decimal text. */
		roundingDifference: v.optional(v.nullable(v.string())),
		/** What a budget table states of its own deviation. */
		published: v.optional(v.nullable(publishedControl), null),
		problems: v.array(
			v.object({
				kind: word<ProblemKind>(),
				effect: word<ProblemEffect>(),
				rows: v.number(),
				amount: v.number(),
				examples: v.array(rowProblem)
			})
		)
	}),
	unreadSheets: v.array(v.object({ sheet: v.string(), rows: v.number() })),
	/** Read but no row of the table; `sum` in öre. */
	asides: v.optional(
		v.array(v.object({ what: v.string(), rows: v.number(), sum: v.nullable(v.number()) })),
		[]
	),
	/** What the file itself states about the sum of its rows. */
	statedControl: v.optional(v.nullable(controlStatement), null),
	/** Where the control total comes from; null when it was typed, or when there is none. */
	controlSource: v.optional(v.nullable(v.string()), null),
	/** Name of the recipe that it was read by. */
	recipe: v.optional(v.nullable(v.string()), null),
	/** The names or ids of a register, which the rows of other files point at. */
	keys: v.optional(v.nullable(v.array(v.string())), null),
	/** Agrees with the control total; null when none was given. */
	reconciled: v.nullable(v.boolean())
});
export type ImportReport = v.InferOutput<typeof importReportSchema>;

/** What is known about a reading beside its result. */
export interface ReadingContext {
	control: ControlTotal;
	controlSource: string | null;
	recipe: string | null;
	keys: string[] | null;
}

/** The report of a file that was taken; null for a refused one. */
export function importReport(result: ImportResult, context: ReadingContext): ImportReport | null {
	const { plan, reading, totals, problem, unreadSheets } = result;
	if (problem || !plan || !reading || !totals) return null;
	return {
		kind: plan.kind,
		table: tableNames[plan.kind],
		reading,
		sheet: plan.sheet,
		headerRow: plan.headerRow,
		columns: columnsOf(plan),
		period: plan.period,
		sign: plan.sign,
		totals: withShortExamples(totals),
		unreadSheets: unreadSheets.map(({ sheet, rows }) => ({ sheet, rows })),
		asides: result.asides.map((aside) => ({ ...aside })),
		statedControl: result.statedControl,
		controlSource: context.controlSource,
		recipe: context.recipe,
		keys: context.keys,
		reconciled: agreement(totals, context.control)
	};
}

function agreement({ accepted, sum }: CheckTotals, control: ControlTotal): boolean | null {
	return standings([{ id: 0, corrects: null, accepted, sum, control }]).get(0)?.reconciled ?? null;
}

function columnsOf(plan: ImportPlan): ImportReport['columns'] {
	return plan.columns.map(({ field, header }) => ({ header: field.header, source: header }));
}

function withShortExamples(totals: CheckTotals): CheckTotals {
	const short = (text: string): string =>
		text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
	return {
		...totals,
		problems: totals.problems.map((count) => ({
			...count,
			examples: count.examples.map((example) => ({
				...example,
				value: short(example.value),
				reason: short(example.reason)
			}))
		}))
	};
}
