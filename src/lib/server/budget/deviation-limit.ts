// From where a deviation needs a note: kept as a setting, standard until somebody changes it.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { highestPercent, standardDeviationLimit, type DeviationLimit } from '$lib/domain/deviation-limit';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
import { recording } from '../audit';
import { setting } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { readRequest, type Asked } from '../read-request';

const key = 'deviation_limit';

const limitSchema = v.strictObject({
	percent: v.pipe(
		v.number(words.noPercent),
		v.minValue(0, words.noPercent),
		v.maxValue(highestPercent, words.noPercent)
	),
	amount: v.pipe(v.number(words.noAmount), v.safeInteger(words.noAmount), v.minValue(0, words.noAmount)),
	better: v.boolean()
});

export async function deviationLimit(
	{ database }: Pick<Installation, 'database'> = installation()
): Promise<DeviationLimit> {
	const [row] = await database.select().from(setting).where(eq(setting.key, key));
	const kept = row ? v.safeParse(limitSchema, JSON.parse(row.value)) : null;
	return kept?.success ? kept.output : standardDeviationLimit;
}

/** `{percent, amount, better}`, the amount in öre. */
export function readDeviationLimit(body: unknown): Asked<DeviationLimit> {
	return readRequest(limitSchema, body, words.broken);
}

export async function storeDeviationLimit(
	limit: DeviationLimit,
	reader: Reader,
	where: Installation = installation()
): Promise<DeviationLimit> {
	const { database } = where;
	const before = await deviationLimit(where);
	const value = JSON.stringify(limit);
	await database.batch([
		database
			.insert(setting)
			.values({ key, value })
			.onConflictDoUpdate({ target: setting.key, set: { value } }),
		recording(database, {
			user: reader.user,
			action: 'deviation_limit_changed',
			detail: { before: { ...before }, after: { ...limit } }
		})
	]);
	return limit;
}
