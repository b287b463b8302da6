// Which follow-ups the municipality has: kept as a setting, standard until somebody changes them.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import {
	followUpFault,
	inYearOrder,
	mostFollowUps,
	standardFollowUps,
	type FollowUpSetting
} from '$lib/domain/follow-up-setting';
import { followUpSettingWords as words } from '$lib/text/follow-up-settings';
import { recording } from '../audit';
import { budgetStep } from '../database/budget-schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { readRequest, scanned, type Asked } from '../read-request';
import { readSetting, settingTo } from '../setting';

const key = 'follow_ups';

const listSchema = v.pipe(
	v.array(
		v.strictObject({
			name: v.pipe(v.string(words.fault.name), v.trim()),
			cut: v.pipe(v.number(words.fault.month), v.integer(words.fault.month))
		})
	),
	v.maxLength(mostFollowUps, words.tooMany)
);

export type FollowUpsOutcome =
	{ outcome: 'done'; followUps: FollowUpSetting[] } | { outcome: 'refused'; message: string };

/** The follow-ups in the order of the year. */
export async function followUpSettings(
	{ database }: Pick<Installation, 'database'> = installation()
): Promise<FollowUpSetting[]> {
	return inYearOrder((await readSetting(database, key, listSchema)) ?? standardFollowUps);
}

/** `[{name, cut}, …]`, whole: what is left out is taken away. */
export function readFollowUpSettings(body: unknown): Asked<FollowUpSetting[]> {
	const read = scanned(
		readRequest(listSchema, body, words.broken),
		(settings) => settings.map(({ name }) => name),
		words.fault.name
	);
	if (read.outcome === 'refused') return read;
	const fault = followUpFault(read.asked);
	return fault ? { outcome: 'refused', message: words.fault[fault] } : read;
}

/** Stores the follow-ups. Refused where one that has been locked would be taken away, or end in another month. */
export async function storeFollowUpSettings(
	settings: readonly FollowUpSetting[],
	reader: Reader,
	where: Installation = installation()
): Promise<FollowUpsOutcome> {
	const { database } = where;
	const locked = await database
		.selectDistinct({ followUp: budgetStep.followUp, cut: budgetStep.cut })
		.from(budgetStep)
		.where(eq(budgetStep.step, 'last'));
	const broken = locked.find(
		({ followUp, cut }) => !settings.some((one) => one.name === followUp && one.cut === cut)
	);
	if (broken) return { outcome: 'refused', message: words.locked(broken.followUp, broken.cut) };
	const inOrder = inYearOrder(settings);
	await database.batch([
		settingTo(database, key, inOrder),
		recording(database, {
			user: reader.user,
			action: 'follow_ups_changed',
			subject: inOrder.map(({ name }) => name).join(', '),
			detail: { followUps: inOrder }
		})
	]);
	return { outcome: 'done', followUps: inOrder };
}
