// What a request about the steps of a follow-up asks for, checked.
import * as v from 'valibot';
import { budgetSteps } from '$lib/domain/budget-step';
import { stepServerWords as words } from '$lib/text/budget-steps';
import { readRequest, scanned, type Asked } from '../read-request';
import type { AskedStep } from './steps';

const longestReason = 1_000;
/** Fewer letters say nothing. */
const shortestReason = 5;

const number = v.pipe(v.number(), v.integer());
const requestSchema = v.pipe(
	v.strictObject({
		step: v.picklist(budgetSteps),
		reason: v.pipe(v.string(), v.trim(), v.maxLength(longestReason, words.longReason)),
		after: v.nullable(number),
		edition: number
	}),
	v.check(({ step, reason }) => step !== 'oppnad' || reason.length >= shortestReason, words.noReason)
);

/** `{step, reason, after, edition}`; the reason may be empty but where a follow-up is opened again. */
export function readStep(body: unknown): Asked<AskedStep> {
	return scanned(
		readRequest(requestSchema, body, words.broken),
		({ reason }) => [reason],
		words.personalText
	);
}
