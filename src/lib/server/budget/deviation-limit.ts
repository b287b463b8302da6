// From where a deviation needs a note: kept as a setting, standard until somebody changes it.
import * as v from 'valibot';
import { highestPercent, standardDeviationLimit, type DeviationLimit } from '$lib/domain/deviation-limit';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
import { recording } from '../audit';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { readRequest, type Asked } from '../read-request';
import { readSetting, settingTo } from '../setting';

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
	return (await readSetting(database, key, limitSchema)) ?? standardDeviationLimit;
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
	await database.batch([
		settingTo(database, key, limit),
		recording(database, {
			user: reader.user,
			action: 'deviation_limit_changed',
			detail: { before: { ...before }, after: { ...limit } }
		})
	]);
	return limit;
}
