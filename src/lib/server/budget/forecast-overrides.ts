// Forecasts that controllers set instead of the calculated ones: who sees which, and how one is stored. What nämnd it is about decides:
// who sees some nämnder sees and sets theirs only.
import { and, asc, desc, eq } from 'drizzle-orm';
import { stateOf } from '$lib/domain/budget-step';
import { latestOverride, type ForecastOverride } from '$lib/domain/forecast-override';
import { recording } from '../audit';
import { budgetStep, forecastOverride } from '../database/budget-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import type { AskedOverride } from './forecast-request';

/** A follow-up by its name in the setting. */
export interface NamedFollowUp {
	year: number;
	followUp: string;
}

export type OverrideOutcome =
	| { outcome: 'done'; stored: ForecastOverride }
	/** Somebody has set it since the person saw it; what was said last. */
	| { outcome: 'newer'; standing: ForecastOverride | null }
	| { outcome: 'nothing' }
	| { outcome: 'no_unit' }
	| { outcome: 'locked' };

/** Every one of a follow-up that the person sees, in the order they were saved. */
export async function listOverrides(
	of: NamedFollowUp,
	{ access }: Reader,
	where: Installation = installation()
): Promise<ForecastOverride[]> {
	const all = await allOverrides(of, where);
	return all.filter(({ unit }) => access.units === null || access.units.includes(unit));
}

/** Stores one, or takes it back. @param asked its words already scanned for personnummer */
export async function storeOverride(
	of: NamedFollowUp,
	asked: AskedOverride,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<OverrideOutcome> {
	const { database } = where;
	const { unit, costKind, amount, reason } = asked;
	const { units } = reader.access;
	if (units !== null && !units.includes(unit)) return { outcome: 'no_unit' };
	if (!(await seesSubject({ kind: 'unit', key: unit }, reader.access, where))) return { outcome: 'no_unit' };
	if (await isLocked(of, where)) return { outcome: 'locked' };
	const latest = latestOverride(await allOverrides(of, where), unit, costKind);
	if ((latest?.id ?? null) !== asked.after) return { outcome: 'newer', standing: latest };
	if (amount === null && (latest?.amount ?? null) === null) return { outcome: 'nothing' };
	const [[made]] = await database.batch([
		database
			.insert(forecastOverride)
			.values({
				year: of.year,
				followUp: of.followUp,
				unit,
				costKind,
				amount,
				reason,
				author: reader.user.id,
				created: now
			})
			.returning({ id: forecastOverride.id }),
		recording(
			database,
			{
				user: reader.user,
				action: amount === null ? 'forecast_taken_back' : 'forecast_set',
				subject: [`${of.followUp} ${of.year}`, unit, costKind].filter(Boolean).join(', '),
				detail: { before: latest?.amount ?? null, after: amount }
			},
			now
		)
	]);
	const stored = (await allOverrides(of, where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The forecast of ${unit} was not kept`);
	return { outcome: 'done', stored };
}

async function isLocked({ year, followUp }: NamedFollowUp, { database }: Installation): Promise<boolean> {
	const [latest] = await database
		.select({ step: budgetStep.step })
		.from(budgetStep)
		.where(and(eq(budgetStep.year, year), eq(budgetStep.followUp, followUp)))
		.orderBy(desc(budgetStep.id))
		.limit(1);
	return stateOf(latest?.step ?? null) === 'locked';
}

/** Every one of a follow-up, of the whole municipality, in the order they were saved. */
export async function allOverrides(
	{ year, followUp }: NamedFollowUp,
	{ database }: Installation
): Promise<ForecastOverride[]> {
	const rows = await database
		.select({ override: forecastOverride, author: account.name })
		.from(forecastOverride)
		.innerJoin(account, eq(forecastOverride.author, account.id))
		.where(and(eq(forecastOverride.year, year), eq(forecastOverride.followUp, followUp)))
		.orderBy(asc(forecastOverride.id));
	return rows.map(({ override: { id, unit, costKind, amount, reason, created }, author }) => ({
		id,
		unit,
		costKind,
		amount,
		reason,
		author,
		created: created.toISOString()
	}));
}
