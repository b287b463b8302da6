// What a request about a set forecast asks for, checked.
import * as v from 'valibot';
import { costKinds } from '$lib/domain/cost-kind';
import { isReason } from '$lib/domain/reason';
import { forecastServerWords as words } from '$lib/text/forecast-server';
import { readRequest, scanned, type Asked } from '../read-request';

export interface AskedOverride {
	unit: string;
	/** Empty: the whole nämnd. */
	costKind: string;
	/** Öre for the whole year; null takes back what stands. */
	amount: number | null;
	reason: string;
	/** What was last said of the place when the person began; null for nothing. */
	after: number | null;
}

const longestReason = 1_000;
/** A hundred milliard kronor, in öre. */
const most = 10_000_000_000_000;

const requestSchema = v.strictObject({
	unit: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
	costKind: v.picklist(['', ...costKinds]),
	amount: v.nullable(
		v.pipe(
			v.number(words.noAmount),
			v.safeInteger(words.noAmount),
			v.minValue(-most, words.tooLarge),
			v.maxValue(most, words.tooLarge)
		)
	),
	reason: v.pipe(
		v.string(words.noReason),
		v.trim(),
		v.check(isReason, words.noReason),
		v.maxLength(longestReason, words.longReason)
	),
	after: v.nullable(v.pipe(v.number(), v.integer()))
});

/** `{unit, costKind, amount, reason, after}`; a null amount takes back. */
export function readOverride(body: unknown): Asked<AskedOverride> {
	return scanned(
		readRequest(requestSchema, body, words.broken),
		({ reason }) => [reason],
		words.personalText
	);
}
