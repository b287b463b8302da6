// The shape of kept start answers, for those that are read back long after they were computed.
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { parseMonth, type Month, type Period } from '$lib/domain/period';
import { contractDecisions } from './contract-decisions';
import { costChange } from './cost-change';
import { costPerCover } from './cost-per-cover';
import { costPerOrientation } from './cost-per-orientation';
import { editionContents } from './edition-contents';
import type { EditionMeta } from './edition-meta';
import { forecastPerUnit } from './forecast-per-unit';
import { ledgerMonths } from './ledger-months';
import { licencesPerUnit } from './licences-per-unit';
import { bidsPerContract } from './single-bid';
import type { StartAnswers } from './start-answers';
import { tagCoverage } from './tag-coverage';
import { unusedLicencesNow } from './unused-licences';

/** An ISO day. */
export const daySchema = v.pipe(
	v.string(),
	v.transform(parseIsoDay),
	v.custom<Day>((value) => value !== null)
);
const month = v.pipe(
	v.string(),
	v.transform(parseMonth),
	v.custom<Month>((value) => value !== null)
);
export const periodSchema = v.object({ from: month, to: month }) satisfies v.GenericSchema<unknown, Period>;

const metaSchema = v.object({
	edition: v.number(),
	published: v.string(),
	ruleVersion: v.number(),
	dataFrom: v.nullable(v.string()),
	dataTo: v.nullable(v.string()),
	today: v.string(),
	municipality: v.string(),
	reconciled: v.boolean(),
	level: v.picklist(['full', 'open'])
}) satisfies v.GenericSchema<unknown, EditionMeta>;

export const startAnswersSchema = v.object({
	meta: metaSchema,
	untagged: v.object({ share: v.nullable(v.number()), amount: v.number(), rows: v.number() }),
	coverage: v.nullable(tagCoverage.row),
	contents: editionContents.row,
	months: v.array(ledgerMonths.row),
	cost: v.nullable(
		v.object({
			period: periodSchema,
			compared: v.nullable(periodSchema),
			amount: v.number(),
			before: v.nullable(v.number()),
			rowCount: v.number(),
			kinds: v.array(costChange.row),
			orientations: v.array(costPerOrientation.row),
			covers: v.nullable(v.array(costPerCover.row))
		})
	),
	budget: v.nullable(
		v.object({
			year: v.number(),
			version: v.nullable(v.string()),
			units: v.array(forecastPerUnit.row),
			rowCount: v.number(),
			lastYearsError: v.nullable(v.number())
		})
	),
	contracts: v.nullable(
		v.object({
			from: daySchema,
			to: daySchema,
			period: v.nullable(periodSchema),
			decisions: v.array(contractDecisions.row)
		})
	),
	bids: v.nullable(v.array(bidsPerContract.row)),
	licences: v.nullable(
		v.object({
			month: v.nullable(v.string()),
			total: unusedLicencesNow.row,
			units: v.array(licencesPerUnit.row)
		})
	)
}) satisfies v.GenericSchema<unknown, StartAnswers>;
