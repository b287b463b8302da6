// The shape of kept indicators, for those that are read back long after they were computed.
import * as v from 'valibot';
import {
	dependenceKeys,
	dependenceSpecs,
	type DependenceIndicator,
	type IndicatorUnit
} from '$lib/domain/dependence-indicator';
import { periodSchema } from './start-answers-schema';

const maybe = v.nullable(v.number());
const units = [...new Set(dependenceKeys.map((key): IndicatorUnit => dependenceSpecs[key].unit))];

const indicatorSchema = v.object({
	key: v.picklist(dependenceKeys),
	unit: v.picklist(units),
	value: maybe,
	low: maybe,
	high: maybe,
	numerator: maybe,
	denominator: maybe,
	parts: v.nullable(v.picklist(['kr', 'antal'])),
	known: maybe,
	count: maybe
}) satisfies v.GenericSchema<unknown, DependenceIndicator>;

/** The indicators of one edition, over the latest twelve months with data, fewer where the ledger is shorter. */
export const keptIndicatorsSchema = v.object({
	/** Null without cost. */
	period: v.nullable(periodSchema),
	indicators: v.array(indicatorSchema)
});
export type KeptIndicators = v.InferOutput<typeof keptIndicatorsSchema>;

export const editionIndicatorsSchema = v.array(
	v.object({
		edition: v.number(),
		/** ISO instant. */
		created: v.string(),
		ruleVersion: v.number(),
		...keptIndicatorsSchema.entries
	})
);
export type EditionIndicators = v.InferOutput<typeof editionIndicatorsSchema>[number];
