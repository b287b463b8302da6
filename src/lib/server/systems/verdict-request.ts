// What a request about a verdict on systems asks for, checked.
import * as v from 'valibot';
import { isReason } from '$lib/domain/reason';
import {
	doubleVerdicts,
	isWholeVerdict,
	lifeCycleChoices,
	systemVerdictKinds,
	type SystemVerdict
} from '$lib/domain/system-verdict';
import { systemVerdictServerWords as words } from '$lib/text/system-verdict-server';
import { readRequest, scanned, type Asked } from '../read-request';

const longestReason = 1_000;
const systemId = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const number = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

const schema = v.pipe(
	v.strictObject({
		kind: v.picklist(systemVerdictKinds),
		systems: v.array(systemId),
		name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(800)),
		verdict: v.nullable(v.picklist([...doubleVerdicts, ...lifeCycleChoices])),
		replaced: v.nullable(systemId),
		reason: v.pipe(
			v.string(words.noReason),
			v.trim(),
			v.check(isReason, words.noReason),
			v.maxLength(longestReason, words.longReason)
		),
		edition: number,
		after: number
	}),
	v.check((asked) => isWholeVerdict(asked), words.broken)
);

export interface AskedSystemVerdict extends Omit<SystemVerdict, 'id' | 'author' | 'created'> {
	edition: number | null;
	/** The latest of the subject when the person began; null where nothing was said. */
	after: number | null;
}

/** `{kind, systems, name, verdict, replaced, reason, edition, after}`; a null verdict takes back what stands. */
export function readSystemVerdict(body: unknown): Asked<AskedSystemVerdict> {
	return scanned(
		readRequest(schema, body, words.broken),
		({ name, reason }) => [name, reason],
		words.personalText
	);
}
